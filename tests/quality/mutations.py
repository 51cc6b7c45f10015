"""False claims made from true ones by one change each; every change is found out by its words."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Literal

import moved_mutations
import role_mutations
import span_mutations
import standing_mutations
import value_mutations
from gate_claims import TrueClaim

Claim = dict[str, Any]
#: A value mutation must be refused; the others refused or unsupported. "Further" ones move a sum, a
#: seat or a recipient with its words, or tell how far a promise has come otherwise than the words.
Class = Literal["value", "role", "further"]
Rule = Callable[[TrueClaim], Iterator[Claim]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A false claim, what was done to it, and what the gate must say at least."""

    name: str
    kind: Class
    claim: Claim


def mutants(true: TrueClaim) -> Iterator[Mutant]:
    """All mutants of one true claim."""
    for kind, rules in RULES.items():
        for rule in rules:
            for claim in rule(true):
                yield Mutant(name=rule.__name__, kind=kind, claim=claim)


def _rules(module: ModuleType) -> tuple[Rule, ...]:
    """The public functions that a module defines, in the order of their lines."""
    found = [
        rule
        for name, rule in inspect.getmembers(module, inspect.isfunction)
        if rule.__module__ == module.__name__ and not name.startswith("_")
    ]
    return tuple(sorted(found, key=lambda rule: rule.__code__.co_firstlineno))


RULES: dict[Class, tuple[Rule, ...]] = {
    "value": (*_rules(value_mutations), *_rules(span_mutations)),
    "role": _rules(role_mutations),
    "further": (*_rules(moved_mutations), *_rules(standing_mutations)),
}
