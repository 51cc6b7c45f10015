"""Reference rates by year, to tell a printed conversion from a mistaken one.

The rates are coarse yearly averages; they serve no conversion of totals.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache

from pledgebook.resolve.vocabulary_files import load

#: A printed conversion further off than this is implausible (the mark of the record contract).
RATE_TOLERANCE = Decimal("0.15")
#: Without a date, the best fitting year from here on counts: early enough for the texts that are
#: read, late enough that near-parities of before do not excuse a wrong figure.
FIRST_YEAR_WITHOUT_DATE = 2016


def rate_gap(
    first: Decimal, first_code: str, second: Decimal, second_code: str, on: date | None
) -> Decimal | None:
    """Say how far ``second`` is from ``first`` converted, as a share of the reference.

    Compared with the year of ``on`` and halfway to its neighbours, since yearly averages hide a
    moving rate; where a rate moves by more than ``RATE_TOLERANCE`` from one year to the next, with
    all that lies between the averages of the years beside. Without a date, compared with every
    year since ``FIRST_YEAR_WITHOUT_DATE``. The smallest gap counts. None where a currency has no
    rates or a sum is zero.
    """
    rates = [
        (a, b)
        for a, b in zip(_per_euro(first_code, on), _per_euro(second_code, on), strict=False)
        if a is not None and b is not None
    ]
    if not rates or not first or not second:
        return None
    fitting = [first / a * b for a, b in rates]
    if on is not None and _between(second, fitting, first, (first_code, second_code), on):
        return Decimal(0)
    return min(abs(second - one) / min(second, one) for one in fitting)


def _between(
    second: Decimal, fitting: list[Decimal], first: Decimal, codes: tuple[str, str], on: date
) -> bool:
    """Whether a sum lies between the conversions of years over which the rate moved far."""
    one, other = (_table().get(code, {}) for code in codes)
    beside = [
        first / one[year] * other[year]
        for year in (on.year - 1, on.year + 1)
        if year in one and year in other
    ]
    ends = [*fitting, *beside]
    moved = any(abs(b - fitting[0]) > RATE_TOLERANCE * min(b, fitting[0]) for b in beside)
    return moved and min(ends) <= second <= max(ends)


def _per_euro(code: str, on: date | None) -> list[Decimal | None]:
    by_year = _table().get(code, {})
    years = sorted(_years())
    if on is None:
        return [by_year.get(year) for year in years if year >= FIRST_YEAR_WITHOUT_DATE]
    year = min(max(on.year, years[0]), years[-1])
    middle = by_year.get(year)
    return [middle, *(_halfway(middle, by_year.get(other)) for other in (year - 1, year + 1))]


def _halfway(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return one if one is None or other is None else (one + other) / 2


@cache
def _years() -> tuple[int, ...]:
    return tuple(load("rates")["years"])


@cache
def _table() -> dict[str, dict[int, Decimal]]:
    data = load("rates")
    table = {"EUR": dict.fromkeys(_years(), Decimal(1))}
    for code, rates in data["per_euro"].items():
        table[code] = {year: Decimal(str(rate)) for year, rate in zip(_years(), rates, strict=True)}
    return table
