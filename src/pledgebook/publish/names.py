"""Names of actors for headings: states in English from CLDR, others as the sources name them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from pledgebook.model.claims import (
    Claim,
    Commitment,
    Measure,
    Participation,
    PlanPoint,
    Proposal,
    Statement,
)
from pledgebook.model.values import Actor

#: Length of an ISO 3166-1 alpha-3 code.
_ALPHA_3 = 3


@cache
def state_name(code: str) -> str | None:
    """Give the English name of an ISO 3166-1 alpha-3 code (CLDR), None where there is none."""
    from babel import Locale  # noqa: PLC0415 - heavy, and only where a state is named
    from babel.core import get_global  # noqa: PLC0415

    two = get_global("territory_aliases").get(code)
    return Locale("en").territories.get(two[0]) if two else None


def name_of(actor_id: str, printed: Mapping[str, str]) -> str:
    """Name an actor id: CLDR for a state, else the printed name, else the id made readable."""
    if len(actor_id) == _ALPHA_3 and actor_id.isupper():
        name = state_name(actor_id)
        if name is not None:
            return name
    return printed.get(actor_id) or actor_id.partition(":")[2].replace("-", " ") or actor_id


def printed_names(actors: Iterable[Actor]) -> dict[str, str]:
    """Choose one printed name per id: the most frequent, then the longest, then by alphabet."""
    seen: dict[str, Counter[str]] = {}
    for actor in actors:
        if actor.id is not None:
            seen.setdefault(actor.id, Counter())[actor.name] += 1
    return {
        actor_id: min(names, key=lambda name: (-names[name], -len(name), name))
        for actor_id, names in seen.items()
    }


def actors_of(claim: Claim) -> Iterator[Actor]:
    """Give every actor that a claim names, in the order of its fields."""
    match claim:
        case Commitment():
            yield from (*claim.donors, *claim.recipients, *_some(claim.speaker))
        case Statement():
            yield from _some(claim.speaker)
        case Participation():
            yield claim.actor
        case Proposal():
            yield from (*claim.proposers, *claim.addressees, *_some(claim.speaker))
        case PlanPoint():
            yield from claim.agreed_by
        case Measure():
            yield from (*claim.actors, *claim.targets)


def _some(actor: Actor | None) -> tuple[Actor, ...]:
    return () if actor is None else (actor,)
