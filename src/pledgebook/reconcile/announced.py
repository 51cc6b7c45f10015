"""When a promise was announced, and whether two tellings can be of one announcement."""

from __future__ import annotations

from datetime import date, timedelta

from pledgebook.model.claims import Commitment
from pledgebook.reconcile.matching import days_apart
from pledgebook.reconcile.releases import record_of

#: Days of news about one announcement after which "another", "a further" or "a new" sum is a
#: tranche of its own. Calibrated on our own texts: outlets call money new for a week or so, and
#: the next tranche of one donor comes three weeks later at the soonest.
TRANCHE = 14

_FRESH = frozenset({"new", "additional"})


def announced_day(claim: Commitment) -> date | None:
    """Day of the announcement as the source dates it; of a stretch of time its last known day."""
    if claim.announced_on is not None or claim.period is None:
        return claim.announced_on
    if "announced-in-period" not in claim.problems:
        return None
    end = claim.period.end
    return claim.period.start if end is None else end - timedelta(days=1)


def told_day(claim: Commitment) -> date | None:
    """Day from which it was told: of the announcement, else of the publication.

    A data set is published long after what it records, so its own day says nothing.
    """
    found = announced_day(claim)
    return found if found is not None or record_of(claim) is not None else claim.source.published


def same_announcement(one: Commitment, other: Commitment) -> bool:
    """Say whether both sources date the announcement, and to the same day."""
    day = announced_day(one)
    return day is not None and day == announced_day(other)


def gap(one: Commitment, other: Commitment) -> int | None:
    """Days between two tellings: between their announcements or their publications, the nearer.

    A day that is not known leaves it open (None). Publications count between texts only.
    """
    days = _between(told_day(one), told_day(other))
    if record_of(one) is not None or record_of(other) is not None:
        return days
    found = [n for n in (days, days_apart(one, other)) if n is not None]
    return min(found, default=None)


def is_tranche(one: Commitment, other: Commitment) -> bool:
    """Say whether the one told later is a further sum of its own ("another", "a second").

    So where a source calls it new or additional when the news of the other was over, or where
    both do and date their announcements apart.
    """
    a, b = told_day(one), told_day(other)
    if a is None or b is None or abs((a - b).days) <= TRANCHE:
        return False
    both_dated = announced_day(one) is not None and announced_day(other) is not None
    if both_dated and {one.newness, other.newness} <= _FRESH:
        return True
    return (one if a > b else other).newness in _FRESH


def _between(one: date | None, other: date | None) -> int | None:
    return None if one is None or other is None else abs((one - other).days)
