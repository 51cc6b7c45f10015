"""When two plan points are one point of one plan."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from itertools import product

from pledgebook.model.claims import PlanPoint
from pledgebook.reconcile.blocking import weeks, weeks_around
from pledgebook.reconcile.matching import (
    WINDOW,
    Level,
    Match,
    apart,
    day,
    own_values,
    within_days,
)
from pledgebook.reconcile.words import content_words, likeness, overlap

#: Likeness of two wordings that makes them one point whatever its number.
_CONTENT = 0.4

#: Likeness below which the same goal alone is another point.
_STRANGE = 0.08


class PlanPoints:
    """Compares plan points."""

    reach: int | None = WINDOW

    def keys(self, claim: PlanPoint) -> Iterator[Hashable]:
        """The goals and the content's words, by weeks."""
        return product(_marks(claim), weeks(day(claim)))

    def sought(self, claim: PlanPoint) -> Iterator[Hashable]:
        """The same, with the neighbouring weeks."""
        return product(_marks(claim), weeks_around(day(claim)))

    def needed(self, claim: PlanPoint) -> int:
        """One shared block is enough."""
        del claim
        return 1

    def signature(self, claim: PlanPoint) -> Hashable:
        """All its values, and the day."""
        return own_values(claim)

    def unresolved(self, claim: PlanPoint) -> bool:
        """Never: a point belongs to its plan."""
        del claim
        return False

    def match(self, earlier: PlanPoint, later: PlanPoint) -> Match | None:
        """Compare two plan points."""
        if earlier.source.id == later.source.id or not _plans_agree(earlier, later):
            return None
        if not within_days(earlier, later, WINDOW):
            return None
        words = likeness(earlier.content, later.content)
        if words >= _CONTENT:
            return _match(earlier, later, Level.AGREES, "alike in words")
        return _by_goal(earlier, later, words)


def _marks(claim: PlanPoint) -> list[str]:
    return [*claim.goals, *sorted(content_words(claim.content))]


def _plans_agree(one: PlanPoint, other: PlanPoint) -> bool:
    if one.plan is None or other.plan is None:
        return True
    return overlap(content_words(one.plan), content_words(other.plan)) > 0


def _by_goal(earlier: PlanPoint, later: PlanPoint, words: float) -> Match | None:
    goals = set(earlier.goals) & set(later.goals) - {"other"}
    if not goals:
        return None
    if earlier.ordinal is None or later.ordinal is None:
        strange = words < _STRANGE
        return None if strange else _match(earlier, later, Level.NEAR, "same goal")
    if earlier.ordinal != later.ordinal:
        return None
    return _match(earlier, later, Level.NEAR, "same number and goal")


def _match(earlier: PlanPoint, later: PlanPoint, level: Level, words: str) -> Match:
    return Match(level=level, same=("same plan", words, apart(earlier, later)))
