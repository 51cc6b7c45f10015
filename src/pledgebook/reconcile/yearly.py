"""A sum per year and how often it is given, against the whole as another source tells it."""

from __future__ import annotations

import dataclasses
import re

from pledgebook.model.claims import Commitment
from pledgebook.model.values import Amount, Period
from pledgebook.reconcile.matching import Level
from pledgebook.reconcile.money import SameSum, same_figure, words

#: A length of whole years or months, as periods tell it.
_LENGTH = re.compile(r"P(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?")

_YEAR = 12

#: Months that a sum per so much time is for; weeks and days are told too loosely to be multiplied.
_MONTHS = {"year": _YEAR, "month": 1}


def whole(claim: Commitment) -> Amount | None:
    """Give what a sum per year or month makes over its time; None where its time is not known."""
    amount = claim.amount
    if amount is None or amount.per not in _MONTHS or claim.period is None:
        return None
    months = _months(claim.period)
    if months is None or months % _MONTHS[amount.per]:
        return None
    times = months // _MONTHS[amount.per]
    return dataclasses.replace(
        amount,
        low=None if amount.low is None else amount.low * times,
        high=None if amount.high is None else amount.high * times,
        per="total",
        reported_as=(),
    )


def same_whole(one: Commitment, other: Commitment) -> SameSum | None:
    """Compare a sum per year or month with a whole; None where they are two, or none is such."""
    for part, total in ((one, other), (other, one)):
        made = whole(part)
        if made is None or total.amount is None or total.amount.per != "total":
            continue
        if made.currency != total.amount.currency or not _as_long(part, total):
            return None
        if part.amount is None or same_figure(made, total.amount) is None:
            return None
        each = f"{words(part.amount)} a {part.amount.per}"
        return SameSum(level=Level.NEAR, reason=f"{each} makes {words(made)} over its time")
    return None


def _as_long(one: Commitment, other: Commitment) -> bool:
    """Say whether both are told for one length of time, or one leaves it open."""
    lengths = {_months(c.period) for c in (one, other) if c.period is not None}
    return len(lengths - {None}) <= 1


def _months(period: Period) -> int | None:
    """Length in months; None where it is not known, or no whole number of them."""
    if period.duration is not None:
        found = _LENGTH.fullmatch(period.duration)
        if found is None:
            return None
        return _YEAR * int(found["years"] or 0) + int(found["months"] or 0) or None
    if period.start is None or period.end is None or period.start.day != period.end.day:
        return None
    years = period.end.year - period.start.year
    return _YEAR * years + period.end.month - period.start.month or None
