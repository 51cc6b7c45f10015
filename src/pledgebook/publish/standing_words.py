"""How an entry stands, in a few words: its stage, status, role or directness."""

from __future__ import annotations

from pledgebook.model.claims import (
    Claim,
    Commitment,
    Measure,
    Participation,
    PlanPoint,
    Proposal,
    Statement,
)
from pledgebook.model.entries import Entry
from pledgebook.publish import words
from pledgebook.reconcile.stages import reached


def standing_words(claim: Claim, entry: Entry | None = None) -> str:
    """Write how far a promise or measure is, what became of a proposal, which role one had.

    Of an entry, the stage is the one that it has reached by the latest told.
    """
    match claim:
        case Commitment() | Measure():
            stage = None if entry is None else reached(entry)
            return f"{words.plain(stage or claim.stage)}, {words.plain(claim.firmness)}"
        case Statement():
            return words.plain(claim.mode)
        case Participation():
            return words.plain(claim.role)
        case Proposal():
            return words.plain(claim.status)
        case PlanPoint():
            return "listed in a plan"
    raise TypeError(type(claim).__name__)
