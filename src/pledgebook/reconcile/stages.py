"""How far a promise has come, and what a later claim does to it."""

from __future__ import annotations

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
