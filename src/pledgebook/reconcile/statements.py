"""When two statements are one saying: same speaker, nearly the same words."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterator

from pledgebook.model.claims import Statement
from pledgebook.reconcile.actors import actor_key
from pledgebook.reconcile.matching import WINDOW, Level, Match, apart, within_days
from pledgebook.reconcile.words import overlap, shingles, tokens

#: Share of the shorter content's runs of three words that the longer has too.
_ALIKE = 0.6

#: Words below which only the very same content counts.
_SHORT = 4


#: Guards ``ceil`` against 0.6 x 5 = 3.0000000000000004.
_ROUNDING = 1e-9


class Statements:
    """Compares statements."""

    reach: int | None = WINDOW

    def keys(self, claim: Statement) -> Iterator[Hashable]:
        """Speaker and each run of three words."""
        who = _speaker(claim)
        return ((who, run) for run in sorted(shingles(claim.content)))

    sought = keys

    def needed(self, claim: Statement) -> int:
        """A match shares that part of the shorter one's runs: of this one's, if it is shorter."""
        runs = len(shingles(claim.content))
        return max(1, math.ceil(_ALIKE * runs - _ROUNDING))

    def signature(self, claim: Statement) -> Hashable:
        """Speaker, words and day."""
        return claim.source.published, _speaker(claim), claim.content

    def unresolved(self, claim: Statement) -> bool:
        """Never: a saying without a speaker is compared only with its like."""
        del claim
        return False

    def match(self, earlier: Statement, later: Statement) -> Match | None:
        """Compare two statements."""
        if _speaker(earlier) != _speaker(later) or not within_days(earlier, later, WINDOW):
            return None
        a, b = tokens(earlier.content), tokens(later.content)
        if a == b:
            return _match(earlier, later, Level.AGREES, "same words")
        if min(len(a), len(b)) < _SHORT:
            return None
        if overlap(shingles(earlier.content), shingles(later.content)) < _ALIKE:
            return None
        return _match(earlier, later, Level.NEAR, "nearly the same words")


def _speaker(claim: Statement) -> str:
    return "" if claim.speaker is None else actor_key(claim.speaker)


def _match(earlier: Statement, later: Statement, level: Level, words: str) -> Match:
    return Match(level=level, same=("same speaker", words, apart(earlier, later)))
