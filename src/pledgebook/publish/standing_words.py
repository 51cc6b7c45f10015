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
from pledgebook.publish import words


def standing_words(claim: Claim) -> str:
    """Write how far a promise or measure is, what became of a proposal, which role one had."""
    match claim:
        case Commitment() | Measure():
            return f"{words.plain(claim.stage)}, {words.plain(claim.firmness)}"
        case Statement():
            return words.plain(claim.mode)
        case Participation():
            return words.plain(claim.role)
        case Proposal():
            return words.plain(claim.status)
        case PlanPoint():
            return "listed in a plan"
    raise TypeError(type(claim).__name__)
