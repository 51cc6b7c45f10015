"""Figures in hundredths into another currency: the cents that decimal arithmetic gives, faster."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from pledgebook.ledger.conversion import NO_RATE, Conversion, Factor
from pledgebook.ledger.kept.codes import different
from pledgebook.ledger.kept.factors import Factors
from pledgebook.ledger.kept.facts import NONE, Facts, Figures, Ints, decimal_of, units_of
from pledgebook.ledger.kept.judging import Verdicts

#: Odd figures by the row of the claim, as ``Facts.odd``.
Odd = dict[int, tuple[Decimal, Decimal | None]]


@dataclass(frozen=True, kw_only=True, eq=False)
class Worth:
    """What claims are worth in one currency, or as printed.

    Attributes:
        low, high: by claim, in hundredths.
        odd: figures that do not fit.
        factor: by claim, the factor in ``factors``; ``NONE`` for a figure that stays as it is.
        factors: factors; None where figures stay as they are.
        currency: by claim, the code in ``currencies``.
        currencies: codes.
        notes: words of the factors asked for so far.
    """

    low: Ints
    high: Ints
    odd: Mapping[int, tuple[Decimal, Decimal | None]]
    factor: Ints
    factors: Factors | None
    currency: Ints
    currencies: list[str]
    notes: dict[int, str | None] = field(default_factory=dict)

    @cached_property
    def _lacking(self) -> NDArray[np.bool_]:
        """Of each factor whether it is none; of ``NONE``, the last, that it is not."""
        found: NDArray[np.bool_] = np.zeros(0, dtype=np.bool_)
        return np.append(found if self.factors is None else self.factors.lacking, False)

    def lacks(self, rows: Ints) -> NDArray[np.bool_]:
        """Say of claims whether no rate converts their sum."""
        lacking: NDArray[np.bool_] = self._lacking[self.factor[rows]]
        return lacking

    def rates(self, codes: Sequence[int]) -> list[str]:
        """Say of factors, all of which rates give, at which rates they convert."""
        return [] if self.factors is None else self.factors.notes(codes)

    def note(self, code: int) -> str | None:
        """Say at which rate a factor converts; None for ``NONE``."""
        if code not in self.notes:
            factor = None if code == NONE or self.factors is None else self.factors[code]
            self.notes[code] = factor.note if isinstance(factor, Factor) else factor
        return self.notes[code]


def as_printed(facts: Figures, besides: Iterable[str] = ()) -> Worth:
    """Leave every figure in its own currency; ``besides`` are more codes to be known."""
    currencies = sorted({*facts.currencies, *besides})
    places = [currencies.index(code) for code in facts.currencies]
    return Worth(
        low=facts.low,
        high=facts.high,
        odd=facts.odd,
        factor=np.full(len(facts.low), NONE, dtype=np.int64),
        factors=None,
        currency=np.array([*places, NONE], dtype=np.int64)[facts.currency],
        currencies=currencies,
    )


def in_one_currency(facts: Figures, rows: Ints, how: Conversion) -> Worth:
    """Convert the figures in ``rows``, which are sums; the others are not to be looked at."""
    own = np.array([code == how.target for code in facts.currencies], dtype=np.bool_)
    rows = rows[~own[facts.currency[rows]]]
    factor = np.full(len(facts.low), NONE, dtype=np.int64)
    factors, factor[rows] = Factors.of(facts, rows, how)
    rows = rows[~factors.lacking[factor[rows]]]
    low, high, odd = facts.low.copy(), facts.high.copy(), dict(facts.odd)
    strange = {int(row) for row in rows if int(row) in odd} if odd else set()
    for figures in (low, high):
        strange |= _multiply(figures, rows, factors.times[factor[rows]])
    for row in strange:
        _place(row, _exactly(facts, row, factors[factor[row]]), low, high, odd)
    return Worth(
        low=low, high=high, odd=odd, factor=factor, factors=factors,
        currency=np.zeros(len(facts.low), dtype=np.int64), currencies=[how.target],
    )  # fmt: skip


#: Bound on the relative error of a figure times the quotient of two rates in binary: two rates, a
#: figure, quotient and product are each rounded by 2**-53 at most.
_ERROR = 2.0**-50
_HALF = 0.5


def _multiply(figures: Ints, rows: Ints, times: NDArray[np.float64]) -> set[int]:
    """Convert figures in place; gives the rows too near to half a cent to be told in binary."""
    with np.errstate(invalid="ignore"):
        product = figures[rows] * times
        error = np.abs(product) * _ERROR
        sure = (np.abs(product - np.floor(product) - _HALF) > error) & (error <= _HALF / 2)
    doubtful = ~sure
    figures[rows] = np.where(doubtful, 0, np.rint(np.where(doubtful, 0, product)))
    return set(rows[doubtful].tolist())


def _exactly(facts: Figures, row: int, factor: Factor | str) -> tuple[Decimal, Decimal | None]:
    assert isinstance(factor, Factor)
    low, high = figures_of(facts, facts, row)
    return factor.of(low), None if high is None else factor.of(high)


def _place(
    row: int, given: tuple[Decimal, Decimal | None], low: Ints, high: Ints, odd: Odd
) -> None:
    """Put converted figures where they belong: into the columns, or beside them."""
    odd.pop(row, None)
    lower, upper = (0 if figure is None else units_of(figure) for figure in given)
    if lower is None or upper is None:
        odd[row], lower, upper = given, 0, 0
    low[row], high[row] = lower, upper


def figures_of(facts: Figures, worth: Figures | Worth, row: int) -> tuple[Decimal, Decimal | None]:
    """Give the interval of a claim as decimals."""
    found = worth.odd.get(row)
    if found is not None:
        return found
    high = None if facts.open[row] else decimal_of(int(worth.high[row]))
    return decimal_of(int(worth.low[row])), high


def without_rate(facts: Facts, found: Verdicts, worth: Worth) -> None:
    """Leave out what no rate converts."""
    rows = found.counted
    rows = rows[worth.lacks(found.told[rows])]
    factors, factor = worth.factors, worth.factor[found.told[rows]]
    if factors is None or not len(rows):
        return
    why = {
        code: found.known.of((NO_RATE, str(factors[code]))) for code in different(factor).tolist()
    }
    found.leave_out(rows, np.array([why[code] for code in factor.tolist()], dtype=np.int64), facts)
