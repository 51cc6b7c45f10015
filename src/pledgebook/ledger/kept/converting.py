"""Figures in hundredths into another currency: the cents that decimal arithmetic gives, faster."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from pledgebook.ledger.conversion import NO_RATE, Conversion, Factor, dated
from pledgebook.ledger.kept.facts import NONE, Facts, Ints, decimal_of, units_of
from pledgebook.ledger.kept.judging import Verdicts

#: Odd figures by the row of the claim, as ``Facts.odd``.
Figures = dict[int, tuple[Decimal, Decimal | None]]


@dataclass(frozen=True, kw_only=True, eq=False)
class Worth:
    """What claims are worth in one currency, or as printed.

    Attributes:
        low, high: by claim, in hundredths.
        odd: figures that do not fit.
        factor: by claim, the factor in ``factors``; ``NONE`` for a figure that stays as it is.
        factors: factors; of what no rate converts, in words why.
        currency: by claim, the code in ``currencies``.
        currencies: codes.
        notes: words of the factors asked for so far.
    """

    low: Ints
    high: Ints
    odd: Mapping[int, tuple[Decimal, Decimal | None]]
    factor: Ints
    factors: list[Factor | str]
    currency: Ints
    currencies: list[str]
    notes: dict[int, str | None] = field(default_factory=dict)

    @cached_property
    def _lacking(self) -> NDArray[np.bool_]:
        """Of each factor whether it is none; of ``NONE``, the last, that it is not."""
        return np.array([*(isinstance(one, str) for one in self.factors), False], dtype=np.bool_)

    def lacks(self, rows: Ints) -> NDArray[np.bool_]:
        """Say of claims whether no rate converts their sum."""
        lacking: NDArray[np.bool_] = self._lacking[self.factor[rows]]
        return lacking

    def note(self, code: int) -> str | None:
        """Say at which rate a factor converts; None for ``NONE``."""
        if code not in self.notes:
            factor = None if code == NONE else self.factors[code]
            self.notes[code] = factor.note if isinstance(factor, Factor) else factor
        return self.notes[code]


def as_printed(facts: Facts) -> Worth:
    """Leave every figure in its own currency."""
    return Worth(
        low=facts.low,
        high=facts.high,
        odd=facts.odd,
        factor=np.full(len(facts.low), NONE, dtype=np.int64),
        factors=[],
        currency=facts.currency,
        currencies=list(facts.currencies),
    )


def in_one_currency(facts: Facts, rows: Ints, how: Conversion) -> Worth:
    """Convert the claims in ``rows``, which have a sum; the others are not to be looked at."""
    own = np.array([code == how.target for code in facts.currencies], dtype=np.bool_)
    rows = rows[~own[facts.currency[rows]]]
    factor = np.full(len(facts.low), NONE, dtype=np.int64)
    factor[rows], factors = _factors(facts, rows, how)
    without = np.array([isinstance(one, str) for one in factors], dtype=np.bool_)
    rows = rows[~without[factor[rows]]]
    low, high, odd = facts.low.copy(), facts.high.copy(), dict(facts.odd)
    strange = {int(row) for row in rows if int(row) in odd} if odd else set()
    times = np.array([0.0 if isinstance(f, str) else float(f.times) for f in factors])
    for figures in (low, high):
        strange |= _multiply(figures, rows, times[factor[rows]])
    for row in strange:
        _place(row, _exactly(facts, row, factors[factor[row]]), low, high, odd)
    return Worth(
        low=low, high=high, odd=odd, factor=factor, factors=factors,
        currency=np.zeros(len(facts.low), dtype=np.int64), currencies=[how.target],
    )  # fmt: skip


#: Numbers of days, more than there are: a currency and a day make one number.
_DAYS = 2**32


def _factors(facts: Facts, rows: Ints, how: Conversion) -> tuple[Ints, list[Factor | str]]:
    """Of each row its factor by number, and the factors, one for each currency and day."""
    pairs, place = np.unique(facts.currency[rows] * _DAYS + facts.day[rows], return_inverse=True)
    found = []
    for pair in pairs.tolist():
        currency, day = divmod(pair, _DAYS)
        on = date.fromordinal(day) if day else None
        found.append(dated(facts.currencies[currency], on, how))
    return place, found


#: Bound on the relative error of a product of two figures in binary: three roundings of 2**-53.
_ERROR = 2.0**-50
_HALF = 0.5


def _multiply(figures: Ints, rows: Ints, times: NDArray[np.float64]) -> set[int]:
    """Convert figures in place; gives the rows too near to half a cent to be told in binary."""
    product = figures[rows] * times
    error = np.abs(product) * _ERROR
    near = np.abs(product - np.floor(product) - _HALF) <= error
    doubtful = near | (error > _HALF / 2)
    figures[rows] = np.where(doubtful, 0, np.rint(np.where(doubtful, 0, product)))
    return set(rows[doubtful].tolist())


def _exactly(facts: Facts, row: int, factor: Factor | str) -> tuple[Decimal, Decimal | None]:
    assert isinstance(factor, Factor)
    low, high = figures_of(facts, facts, row)
    return factor.of(low), None if high is None else factor.of(high)


def _place(
    row: int, given: tuple[Decimal, Decimal | None], low: Ints, high: Ints, odd: Figures
) -> None:
    """Put converted figures where they belong: into the columns, or beside them."""
    odd.pop(row, None)
    lower, upper = (0 if figure is None else units_of(figure) for figure in given)
    if lower is None or upper is None:
        odd[row], lower, upper = given, 0, 0
    low[row], high[row] = lower, upper


def figures_of(facts: Facts, worth: Facts | Worth, row: int) -> tuple[Decimal, Decimal | None]:
    """Give the interval of a claim as decimals."""
    found = worth.odd.get(row)
    if found is not None:
        return found
    high = None if facts.open[row] else decimal_of(int(worth.high[row]))
    return decimal_of(int(worth.low[row])), high


def without_rate(facts: Facts, found: Verdicts, worth: Worth) -> None:
    """Leave out what no rate converts."""
    rows = found.counted
    factor = worth.factor[found.told[rows]]
    codes = np.array(
        [found.known.of((NO_RATE, f)) if isinstance(f, str) else 0 for f in worth.factors] + [0],
        dtype=np.int64,
    )
    out = codes[factor] != 0  # of NONE, the last
    found.leave_out(rows[out], codes[factor[out]], facts)
