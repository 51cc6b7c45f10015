"""How far a promise has come, and what a later claim does to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pledgebook.model.claims import Commitment, Measure
from pledgebook.model.entries import Entry
from pledgebook.model.vocabulary import MeasureStage, RelationKind

#: Stages from a call to the end; ``withdrawn`` stands outside.
_RANK: dict[str, int] = {
    "called_for": 0,
    "pledged": 1,
    "committed": 2,
    "allocated": 3,
    "disbursed": 4,
    "in_force": 4,
    "delivered": 5,
}

#: Stages at which a promise is kept.
_KEPT = frozenset({"disbursed", "delivered"})


#: Marks a claim whose words tell the delivery of a part only ("some of the buses").
PART_ONLY = "part-only"


def rank(stage: MeasureStage) -> int:
    """Place of a stage on the way; -1 for withdrawn."""
    return _RANK.get(stage, -1)


def is_later(earlier: MeasureStage, later: MeasureStage) -> bool:
    """Say whether the second stage lies further on the way."""
    return rank(later) > rank(earlier) >= 0


def moved(earlier: MeasureStage, later: MeasureStage) -> tuple[RelationKind, str] | None:
    """What the later claim's stage does to the earlier one's, and the clause for it."""
    if later == "withdrawn" != earlier:
        return "withdraws", f"{earlier} before, withdrawn now"
    if not is_later(earlier, later):
        return None
    kept = later in _KEPT and earlier not in _KEPT and earlier != "called_for"
    return ("fulfils" if kept else "updates"), f"{earlier} before, {later} now"


_Staged = Commitment | Measure

#: Relations by which an entry goes back to an earlier stage; else an earlier one is told again.
_BACK = frozenset({"updates", "corrects"})


def reached(entry: Entry) -> MeasureStage | None:
    """Give the stage that an entry has reached by the latest told; None where its kind has none.

    A later source moves it on. That one tells an earlier stage again is no way back, unless it
    updates or corrects what was told. "Withdrawn" holds where the last to tell it, or a person's
    decision on the leading claim, says so. A claim that denies it moves nothing.
    """
    lead = entry.lead
    if not isinstance(lead, _Staged):
        return None
    told = [
        (claim, relation.relation)
        for claim, relation in zip(entry.claims, entry.relations, strict=True)
        if isinstance(claim, _Staged) and claim.firmness != "denied"
    ]
    by_person = lead.replaces is not None and lead.stage == "withdrawn"
    if not told or by_person or _is_withdrawn([claim for claim, _ in told]):
        return "withdrawn" if told else lead.stage
    return _furthest(told) or lead.stage


def _is_withdrawn(claims: Sequence[_Staged]) -> bool:
    days = [(claim.source.published or date.min, claim.stage) for claim in claims]
    last = max(day for day, _ in days)
    return any(stage == "withdrawn" for day, stage in days if day == last)


def _furthest(told: Sequence[tuple[_Staged, RelationKind]]) -> MeasureStage | None:
    found: MeasureStage | None = None
    for claim, relation in told:
        if claim.stage == "withdrawn":
            continue
        if found is None or rank(claim.stage) > rank(found) or relation in _BACK:
            found = claim.stage
    return found
