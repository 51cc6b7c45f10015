"""Which decisions stand: a later one may replace or undo an earlier one, and be undone itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pledgebook.model.snapshots import Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision with the id that the ledger gave it."""

    id: str
    decision: Decision


def in_force(decided: Sequence[Decided]) -> tuple[Decided, ...]:
    """Decisions in force, in the order they were entered.

    Walked from the newest: what a standing decision supersedes or undoes falls away, so an undo
    of an undo brings the first decision back.
    """
    fallen: set[str] = set()
    standing: list[Decided] = []
    for item in reversed(decided):
        if item.id in fallen:
            continue
        standing.append(item)
        fallen.update(_replaced(item.decision))
    return tuple(reversed([item for item in standing if item.decision.action != "undo"]))


def _replaced(decision: Decision) -> set[str]:
    gone = set() if decision.supersedes is None else {decision.supersedes}
    return gone | {decision.target} if decision.action == "undo" else gone
