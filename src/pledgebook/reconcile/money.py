"""Whether two sums, as two sources print them, can be the same sum."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from pledgebook.model.values import Amount, Quantity
from pledgebook.reconcile.matching import Level

#: Largest gap between a figure and its rounding ("2.2bn" for 2.26bn is 2.7 % off).
ROUNDING = Decimal("0.03")

#: Largest gap between "about" figures and others.
ABOUT = Decimal("0.05")

#: How far a figure may lie beyond a bound and still be what the bound spoke of ("more than 2bn"
#: for 2.26bn, but not for 5bn).
BEYOND = Decimal("0.20")

#: Largest gap between a printed conversion and the sum in that currency as others print it;
#: outlets round conversions to one or two digits and take rates of different days.
CONVERSION = Decimal("0.05")

#: Ratio of one band of sums to the next: a little wider than ``ABOUT`` and ``CONVERSION``, so that
#: figures which can be the same lie in one band or in neighbours.
_BAND = math.log(1.06)

#: Most bands that one printed range is listed under (a factor of 40 between its ends).
_BANDS = 64

_SCALES = ((Decimal(10) ** 12, "tn"), (Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m"))


@dataclass(frozen=True, slots=True, kw_only=True)
class SameSum:
    """Two figures can be one: how well, and why, as a clause."""

    level: Level
    reason: str


Figure = Amount | Quantity


def figure(value: Figure) -> Decimal | None:
    """Printed figure of a sum or count; of a range its lower end."""
    return value.low if value.low is not None else value.high


def bands(value: Figure) -> range:
    """Bands in which a point that agrees with this sum may lie."""
    shown = figure(value)
    if shown is None or shown <= 0:
        return range(-1, 0)
    low, high = shown, shown
    if value.bound == "at_least":
        high = shown / (1 - BEYOND)
    elif value.bound == "up_to":
        low = shown * (1 - BEYOND)
    elif value.high is not None:
        high = max(shown, value.high)
    first, last = _band(low), _band(high)
    return range(first, min(last, first + _BANDS) + 1)


def _band(value: Decimal) -> int:
    return math.floor(math.log(value) / _BAND)


def digits(value: Decimal) -> int:
    """Significant digits of a printed figure: 2 for 2200000000."""
    return len(value.normalize().as_tuple().digits)


def words(value: Figure) -> str:
    """Write a figure shortly: ``GBP 2.26bn``, ``at least 5000``."""
    shown = figure(value)
    if shown is None:
        return "no figure"
    if value.bound == "range" and value.high is not None:
        text = f"{_scaled(shown)} to {_scaled(value.high)}"
    else:
        text = _scaled(shown)
    text = f"{value.currency} {text}" if isinstance(value, Amount) and value.currency else text
    return f"{value.bound.replace('_', ' ')} {text}" if value.bound not in _PLAIN else text


_PLAIN = ("exact", "range")


def _scaled(value: Decimal) -> str:
    for scale, name in _SCALES:
        if value >= scale:
            return f"{(value / scale).normalize():f}{name}"
    return f"{value.normalize():f}"


def same_amount(one: Amount, other: Amount) -> SameSum | None:
    """Compare two sums of money, through the texts' own conversions where needed."""
    if one.per != other.per:
        return None
    if one.currency == other.currency:
        return same_figure(one, other)
    if one.currency is None or other.currency is None:
        return _without_currency(one, other)
    return converted(one, one.reported_as, other) or converted(other, other.reported_as, one)


def _without_currency(one: Amount, other: Amount) -> SameSum | None:
    found = same_figure(one, other)
    if found is None or found.level > Level.AGREES:
        return None
    return SameSum(level=Level.NEAR, reason="same figure, one without its currency")


def converted(one: Amount, known: Iterable[Amount], other: Amount) -> SameSum | None:
    """Compare two sums of different currencies through what one is known to come to."""
    for worth in known:
        a, b = figure(worth), figure(other)
        if worth.currency != other.currency or a is None or b is None:
            continue
        if gap(a, b) <= CONVERSION:
            level = Level.AGREES if (a, worth.bound) == (b, other.bound) else Level.NEAR
            return SameSum(level=level, reason=f"{words(one)} is printed as {words(worth)}")
    return None


def same_figure(one: Figure, other: Figure) -> SameSum | None:
    """Compare two figures with their bounds."""
    a, b = figure(one), figure(other)
    if a is None or b is None:
        return SameSum(level=Level.NEAR, reason="one without a figure") if a is b is None else None
    if (one.low, one.high) == (other.low, other.high):
        return SameSum(level=Level.AGREES, reason="same amount")
    if a == b and one.bound != "range" and other.bound != "range":
        return _same_figure_other_bound(one, other)
    return _bounded(one, other) or _bounded(other, one) or _rounded(one, other)


def _same_figure_other_bound(one: Figure, other: Figure) -> SameSum:
    bounds = {one.bound, other.bound}
    if bounds == {"at_least", "up_to"}:
        return SameSum(
            level=Level.CONTRADICTS, reason=f"{words(one)} here and {words(other)} there"
        )
    return SameSum(level=Level.NEAR, reason=f"{words(one)} and {words(other)}: one is the bound")


def _bounded(bound: Figure, point: Figure) -> SameSum | None:
    """A bound against a point that satisfies it and does not lie far beyond it."""
    value = figure(point)
    if bound.bound not in ("at_least", "up_to", "range") or value is None:
        return None
    if point.bound not in ("exact", "about"):
        return None
    inside = _at_or_above(bound.low, value) and _at_or_below(bound.high, value)
    limit = figure(bound)
    if not inside or limit is None or (bound.bound != "range" and gap(limit, value) > BEYOND):
        return None
    return SameSum(level=Level.NEAR, reason=f"{words(point)} lies within {words(bound)}")


def _at_or_above(low: Decimal | None, value: Decimal) -> bool:
    return low is None or value >= low


def _at_or_below(high: Decimal | None, value: Decimal) -> bool:
    return high is None or value <= high


def _rounded(one: Figure, other: Figure) -> SameSum | None:
    a, b = figure(one), figure(other)
    assert a is not None
    assert b is not None
    if one.bound != other.bound and not {one.bound, other.bound} <= {"exact", "about"}:
        return None
    if one.bound == "range":
        return None
    apart = gap(a, b)
    if rounds(a, b):
        full, short = (one, other) if digits(a) > digits(b) else (other, one)
        return SameSum(level=Level.NEAR, reason=f"{words(full)} is told as {words(short)}")
    if "about" in (one.bound, other.bound) and apart <= ABOUT:
        return SameSum(level=Level.NEAR, reason=f"{words(one)} and {words(other)} are close")
    return None


def rounds(one: Decimal, other: Decimal) -> bool:
    """Say whether one figure can be the other in fewer digits."""
    return gap(one, other) <= ROUNDING and digits(one) != digits(other)


def gap(one: Decimal, other: Decimal) -> Decimal:
    """Give how far two figures lie apart, as a share of the larger."""
    larger = max(abs(one), abs(other))
    return abs(one - other) / larger if larger else Decimal(0)
