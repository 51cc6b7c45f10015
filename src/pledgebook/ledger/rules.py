"""Counting rules: named files of options that say what a total counts."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, get_args

import yaml

from pledgebook.ledger.errors import LedgerError
from pledgebook.model.problems import CLAIM_PROBLEMS
from pledgebook.model.vocabulary import Firmness, Instrument, Stage

Estimates = Literal["beside", "counted", "none"]


@dataclass(frozen=True, kw_only=True)
class CountingRules:
    """What counts, and what is left out, by name.

    Attributes:
        name: name of the file.
        title, description: what it is, in words.
        stages: stages that count.
        firmness: how firm a promise must be.
        with_conditions: whether a firm promise with conditions counts.
        restated_only: whether money counts that every source tells as older.
        later_stages_imply_earlier: whether asking for one stage finds later ones too.
        instruments_left_out: instruments that never count.
        problems_left_out: problem codes of claims that never count.
        estimates: what becomes of gifts in kind that only a list of prices puts a sum on: shown
            ``beside`` the sums, ``counted`` in them, or ``none``.
        own_release: whether a record of a data set is converted at the rates of its own release,
            and donors are counted under others as the newest release counts them.
        fold_donors: donors that count under another donor's id.
    """

    name: str
    title: str
    description: str
    stages: tuple[Stage, ...]
    firmness: tuple[Firmness, ...]
    with_conditions: bool
    restated_only: bool
    later_stages_imply_earlier: bool
    instruments_left_out: tuple[Instrument, ...]
    problems_left_out: tuple[str, ...]
    estimates: Estimates
    own_release: bool
    fold_donors: Mapping[str, str]


def rule_names() -> tuple[str, ...]:
    """Names of the counting rules that come with the program."""
    folder = files("pledgebook.ledger") / "resources" / "rules"
    return tuple(sorted(f.name[:-5] for f in folder.iterdir() if f.name.endswith(".yaml")))


@cache
def counting_rules(name: str) -> CountingRules:
    """Load rules by name; raises LedgerError naming the rules there are."""
    if name not in rule_names():
        raise LedgerError(f"there are no counting rules {name!r}; choose {', '.join(rule_names())}")
    path = files("pledgebook.ledger") / "resources" / "rules" / f"{name}.yaml"
    return _checked(name, yaml.load(path.read_text("utf-8"), yaml.CSafeLoader))


#: Closed lists that an option may choose from.
_CHOICES = {"stages": Stage, "firmness": Firmness, "instruments_left_out": Instrument}


def _checked(name: str, data: Mapping[str, Any]) -> CountingRules:
    fields = {f.name for f in dataclasses.fields(CountingRules)} - {"name"}
    if fields != set(data):
        raise LedgerError(f"counting rules {name}: {', '.join(sorted(fields ^ set(data)))}?")
    for option, choices in _CHOICES.items():
        strange = set(data[option]) - set(get_args(choices))
        if strange:
            raise LedgerError(f"counting rules {name}, {option}: {', '.join(sorted(strange))}?")
    if data["estimates"] not in get_args(Estimates):
        raise LedgerError(f"counting rules {name}, estimates: {data['estimates']}?")
    strange = set(data["problems_left_out"]) - set(CLAIM_PROBLEMS)
    if strange:
        raise LedgerError(f"counting rules {name}, problems: {', '.join(sorted(strange))}?")
    lists = {option: tuple(data[option]) for option in (*_CHOICES, "problems_left_out")}
    return CountingRules(**{**data, **lists, "name": name})
