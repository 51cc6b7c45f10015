"""Sums of claims in columns, exact, and how they are written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from operator import add

import numpy as np
from numpy.typing import NDArray

from pledgebook.ledger.exact import EXACT
from pledgebook.ledger.kept.converting import Worth
from pledgebook.ledger.kept.facts import PLACES, Figures, Ints, decimal_of
from pledgebook.model.plain import decimal_text

#: An interval; the upper end None where it is open.
Interval = tuple[Decimal, Decimal | None]

#: Figures are added in two halves, so that no sum of a million of them overflows.
_HALF = 32
#: Upper halves beyond this do not fit a column with the lower ones.
_MOST = 2**30

_WHOLE = 10**PLACES
#: What stands behind the whole units, by hundredths.
_CENTS = ["", *(f".{n:0{PLACES}}".rstrip("0") for n in range(1, _WHOLE))]


@dataclass(frozen=True, slots=True, eq=False)
class Sums:
    """The sums of groups of claims.

    Attributes:
        low, high: in hundredths; of odd ones 0.
        open: whether one is open upwards.
        odd: sums that do not fit in hundredths, by place.
    """

    low: Ints
    high: Ints
    open: NDArray[np.bool_]
    odd: Mapping[int, Interval]

    def interval(self, place: int) -> Interval:
        """Give one of them as decimals."""
        if place in self.odd:
            return self.odd[place]
        high = None if self.open[place] else decimal_of(int(self.high[place]))
        return decimal_of(int(self.low[place])), high

    def below_zero(self) -> bool:
        """Say whether any of them is less than nothing."""
        odd = (end for interval_ in self.odd.values() for end in interval_ if end is not None)
        columns = (self.low.min(initial=0), self.high.min(initial=0))
        return min(columns) < 0 or any(end < 0 for end in odd)

    def among(self, order: Ints) -> Sums:
        """Give these and sums of nothing, as many as ``order`` is longer, in another order."""
        more = len(order) - len(self.low)
        places = {old: new for new, old in enumerate(order.tolist())} if self.odd else {}
        return Sums(
            low=np.append(self.low, np.zeros(more, dtype=np.int64))[order],
            high=np.append(self.high, np.zeros(more, dtype=np.int64))[order],
            open=np.append(self.open, np.zeros(more, dtype=np.bool_))[order],
            odd={places[old]: one for old, one in self.odd.items()},
        )

    def texts(self) -> tuple[list[str], list[str]]:
        """Write both ends, as ``decimal_text`` does; nothing for an open one."""
        low = _texts(self.low)
        high = low.copy()
        other = np.flatnonzero(self.low != self.high)
        for place, text in zip(other.tolist(), _texts(self.high[other]), strict=True):
            high[place] = text
        for place, (lower, upper) in self.odd.items():
            low[place] = decimal_text(lower)
            high[place] = "" if upper is None else decimal_text(upper)
        for place in np.flatnonzero(self.open).tolist():
            high[place] = ""
        return low, high


def _texts(units: Ints) -> list[str]:
    whole, cents = np.divmod(units, _WHOLE)
    found = list(map(add, map(str, whole.tolist()), map(_CENTS.__getitem__, cents.tolist())))
    for place in np.flatnonzero(units < 0).tolist():
        found[place] = decimal_text(decimal_of(int(units[place])))
    return found


def interval(facts: Figures, worth: Worth, rows: Ints) -> Interval:
    """Sum some claims, at least one."""
    return summed(facts, worth, rows, np.zeros(1, dtype=np.int64)).interval(0)


def summed(facts: Figures, worth: Worth, told: Ints, first: Ints) -> Sums:
    """Sum groups of claims, which begin at ``first``; none is empty."""
    if not len(told):
        nothing = np.zeros(0, dtype=np.int64)
        return Sums(nothing, nothing, nothing.astype(np.bool_), {})
    low, high = _Added.of(worth.low[told], first), _Added.of(worth.high[told], first)
    open_ = np.logical_or.reduceat(facts.open[told], first)
    odd: dict[int, Interval] = {
        place: (low.decimal(place), None if open_[place] else high.decimal(place))
        for place in np.flatnonzero(low.large | high.large).tolist()
    }
    found = Sums(low.units, high.units, open_, odd)
    if worth.odd:
        groups = np.searchsorted(first, np.arange(len(told)), side="right") - 1
        for row, group in zip(told.tolist(), groups.tolist(), strict=True):
            if row in worth.odd:
                odd[group] = _with_odd(found.interval(group), worth.odd[row])
    return found


@dataclass(frozen=True, slots=True, eq=False)
class _Added:
    """Sums in two halves, and in one where they fit."""

    upper: Ints
    lower: Ints
    large: NDArray[np.bool_]
    units: Ints

    @classmethod
    def of(cls, figures: Ints, first: Ints) -> _Added:
        upper = np.add.reduceat(figures >> _HALF, first)
        lower = np.add.reduceat(figures & (2**_HALF - 1), first)
        large = np.abs(upper) >= _MOST
        units = np.where(large, 0, (np.where(large, 0, upper) << _HALF) + lower)
        return cls(upper, lower, large, units)

    def decimal(self, place: int) -> Decimal:
        return decimal_of((int(self.upper[place]) << _HALF) + int(self.lower[place]))


def _with_odd(one: Interval, odd: Interval) -> Interval:
    high = None if one[1] is None or odd[1] is None else EXACT.add(one[1], odd[1])
    return EXACT.add(one[0], odd[0]), high
