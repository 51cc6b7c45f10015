"""Exchange rates from a dated file: which rate holds on a day, and whose it is."""

from __future__ import annotations

import csv
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Protocol

from pledgebook.ledger.errors import LedgerError

#: The currency that all rates are given against.
BASE = "EUR"

#: Columns of a rates file.
COLUMNS = ("date", "currency", "per_eur", "source")

#: How old a rate may be: monthly tables must do, last year's rate must not.
_OLDEST = timedelta(days=31)

#: How far after the day a rate may lie where there is none before: a table that starts with the
#: first working day after a weekend announcement.
_AFTER = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """Units of a currency for one euro on a day, and who says so."""

    currency: str
    day: date
    per_eur: Decimal
    source: str

    def __str__(self) -> str:
        return f"{self.per_eur.normalize():f} {self.currency} per EUR of {self.day} ({self.source})"


class DatedRates(Protocol):
    """Gives the rate of a day; ``name`` says in words where the rates are from."""

    @property
    def name(self) -> str:
        """Where the rates are from: ``the rates given``."""

    def on(self, currency: str, day: date) -> Rate | None:
        """Give the rate of a day, None where there is none."""


class Rates:
    """Rates by currency and day."""

    name = "the rates given"

    def __init__(self, rates: Iterable[Rate]) -> None:
        """Sort the rates; of two for one day the last given holds."""
        self._days: dict[str, list[date]] = {}
        self._rates: dict[tuple[str, date], Rate] = {}
        for rate in rates:
            self._rates[rate.currency, rate.day] = rate
        for currency, day in sorted(self._rates):
            self._days.setdefault(currency, []).append(day)

    def on(self, currency: str, day: date) -> Rate | None:
        """Rate of the day, else the last one before, at most 31 days old, else one just after.

        None where the file has none; the euro needs none and gives 1.
        """
        if currency == BASE:
            return Rate(currency=BASE, day=day, per_eur=Decimal(1), source="by definition")
        days = self._days.get(currency, [])
        place = bisect_right(days, day)
        if place and day - days[place - 1] <= _OLDEST:
            return self._rates[currency, days[place - 1]]
        if place < len(days) and days[place] - day <= _AFTER:
            return self._rates[currency, days[place]]
        return None


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
