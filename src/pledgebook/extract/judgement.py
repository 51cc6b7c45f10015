"""What the gate says of one claim."""

from __future__ import annotations

from dataclasses import dataclass

from pledgebook.model.vocabulary import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A verdict with its reasons.

    Attributes:
        verdict: kept; refused where a value is not what its words say; unsupported where the words
            are there but do not bear the role or the firmness that the claim gives them.
        reasons: plain clauses that name the field and show the words; empty where kept.
    """

    verdict: Verdict
    reasons: tuple[str, ...] = ()

    @property
    def kept(self) -> bool:
        """Say whether the claim may enter a book."""
        return self.verdict == "kept"
