"""Exchange rates from a dated file: which rate holds on a day, and whose it is."""

from __future__ import annotations

import csv
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Protocol

from pledgebook.ledger.errors import LedgerError

#: The currency that all rates are given against.
BASE = "EUR"

#: Columns of a rates file.
COLUMNS = ("date", "currency", "per_eur", "source")

#: How many days old a rate may be: monthly tables must do, last year's rate must not.
_OLDEST = 31

#: How many days after the day a rate may lie where there is none before: a table that starts with
#: the first working day after a weekend announcement.
_AFTER = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """Units of a currency for one euro on a day, and who says so."""

    currency: str
    day: date
    per_eur: Decimal
    source: str

    def __str__(self) -> str:
        return f"{self.per_eur.normalize():f} {self.currency} per EUR of {self.day} ({self.source})"


class Series:
    """The rates of one currency, by day, and for which days besides each holds.

    Attributes:
        rates: the rates, the earliest first.
        days: their days.
        oldest: how many days before the day asked for a rate may lie.
        after: how many days after it, where none before holds.
    """

    def __init__(
        self,
        rates: Sequence[Rate],
        oldest: int,
        after: int = 0,
        days: Sequence[date] | None = None,
    ) -> None:
        """Take rates of different days, in order; ``days`` where they are known already."""
        self.rates, self.oldest, self.after = rates, oldest, after
        self.days = [rate.day for rate in rates] if days is None else days

    @cached_property
    def ordinals(self) -> list[int]:
        """The days by number."""
        return [day.toordinal() for day in self.days]

    def on(self, day: date) -> Rate | None:
        """Give the rate of the day, else the last one before that holds, else one just after."""
        place = bisect_right(self.days, day)
        if place and (day - self.days[place - 1]).days <= self.oldest:
            return self.rates[place - 1]
        if place < len(self.days) and (self.days[place] - day).days <= self.after:
            return self.rates[place]
        return None


class DatedRates(Protocol):
    """Gives the rate of a day; ``name`` says in words where the rates are from."""

    @property
    def name(self) -> str:
        """Where the rates are from: ``the rates given``."""

    def series(self, currency: str) -> Series:
        """Give all rates of a currency but the euro, which needs none."""


def rate_on(rates: DatedRates, currency: str, day: date) -> Rate | None:
    """Give the rate of a day, None where there is none; that of the euro is 1 on any day."""
    if currency == BASE:
        return _one_euro(day)
    return rates.series(currency).on(day)


@lru_cache(maxsize=10_000)
def _one_euro(day: date) -> Rate:
    return Rate(currency=BASE, day=day, per_eur=Decimal(1), source="by definition")


class Rates:
    """Rates by currency and day."""

    name = "the rates given"

    def __init__(self, rates: Iterable[Rate]) -> None:
        """Sort the rates; of two for one day the last given holds."""
        by_day = {(rate.currency, rate.day): rate for rate in rates}
        found: dict[str, list[Rate]] = {}
        for currency, day in sorted(by_day):
            found.setdefault(currency, []).append(by_day[currency, day])
        self._series = {code: Series(own, _OLDEST, _AFTER) for code, own in found.items()}

    def series(self, currency: str) -> Series:
        """Give the rates of a currency; each holds for 31 days, or a week before it."""
        return self._series.get(currency) or Series((), _OLDEST, _AFTER)


def read_rates(path: str | Path) -> Rates:
    """Read a CSV file with the columns date, currency, per_eur, source.

    Raises LedgerError naming the line and column that do not fit.
    """
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            missing = set(COLUMNS) - set(rows.fieldnames or ())
            if missing:
                raise LedgerError(f"{path}: no column {', '.join(sorted(missing))}")
            return Rates([_rate(f"{path}, line {rows.line_num}", row) for row in rows])
    except OSError as error:
        raise LedgerError(f"{path} cannot be read: {error.strerror}") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise LedgerError(f"{path} is not a CSV file in UTF-8: {error}") from error


def _rate(where: str, row: Mapping[str, str | None]) -> Rate:
    values = {name: (row[name] or "").strip() for name in COLUMNS}
    try:
        day = date.fromisoformat(values["date"])
    except ValueError as error:
        raise LedgerError(f"{where}: date {values['date']!r} is not YYYY-MM-DD") from error
    return Rate(
        currency=_currency(where, values["currency"]),
        day=day,
        per_eur=_per_eur(where, values["per_eur"]),
        source=values["source"] or "source not named",
    )


_CODE = 3


def _currency(where: str, text: str) -> str:
    if len(text) != _CODE or not text.isalpha():
        raise LedgerError(f"{where}: currency {text!r} is not a three-letter code")
    return text.upper()


def _per_eur(where: str, text: str) -> Decimal:
    try:
        value = Decimal(text)
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite() or value <= 0:
        raise LedgerError(f"{where}: per_eur {text!r} is not a number above 0")
    return value
