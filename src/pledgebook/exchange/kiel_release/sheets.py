"""Sheets beside the main one: which release it is, its rates, and its own summary by country."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import pairwise
from typing import Any

from pledgebook.exchange.cells import letters
from pledgebook.exchange.kiel_release.cached import Sheet, cached_sheets, number
from pledgebook.exchange.kiel_release.layout import layout, plain
from pledgebook.exchange.xlsx_table import cell_of

_CODE = re.compile(r"[A-Z]{3}")
#: Rows of a sheet in which words say what the others hold.
_HEAD = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryCell:
    """One sum of the release's own summary.

    Attributes:
        donor: as the summary names it.
        aid_type: a code of the contract.
        measure: ``commitment`` or ``allocation``.
        eur: the sum in euros.
    """

    donor: str
    aid_type: str
    measure: str
    eur: Decimal


def side_sheets(book: Any, raw: bytes) -> dict[str, Sheet]:
    """Give the sheets that the layout knows, by the beginning of their names.

    A sheet of the workbook goes before one that is only kept as part of a link.
    """
    wanted = [layout()[part]["sheet"] for part in ("summary", "rates", "release")]
    found: dict[str, Sheet] = {}
    for sheet in book.worksheets:
        for name in wanted:
            if plain(sheet.title).startswith(name) and name not in found:
                found[name] = _cells(sheet.iter_rows(values_only=True))
    for title, cells in cached_sheets(raw):
        for name in wanted:
            if plain(title).startswith(name) and name not in found and cells:
                found[name] = cells
    return found


def _cells(rows: Iterable[Iterable[object]]) -> Sheet:
    return {
        n: {letters(k): cell_of(v).text for k, v in enumerate(row) if v is not None}
        for n, row in enumerate(rows, start=1)
    }


def rates_in(sheet: Sheet) -> dict[str, Decimal]:
    """Give units for one euro by currency: a code with a number in the cell behind it."""
    found: dict[str, Decimal] = {}
    for cells in sheet.values():
        row = list(cells.values())
        for code, words in pairwise(row):
            rate = number(words)
            if _CODE.fullmatch(code) and rate is not None and rate > 0:
                found.setdefault(code, rate)
    return found


def rates_of_csv(text: str) -> dict[str, Decimal]:
    """Give the rates of a sheet that was saved as CSV."""
    return rates_in(_cells(csv.reader(io.StringIO(text))))


def summary_in(sheet: Sheet, donors: Mapping[str, str]) -> Iterator[SummaryCell]:
    """Give the cells of a country summary; ``donors`` are the main sheet's, by plain words."""
    names = _names(sheet, donors)
    if not names:
        return
    unit = Decimal(layout()["summary"]["unit"])
    for (aid_type, measure), column in _columns(sheet).items():
        for row, donor in names.items():
            value = number(sheet[row].get(column))
            if value is not None:
                yield SummaryCell(donor=donor, aid_type=aid_type, measure=measure, eur=value * unit)


def _names(sheet: Sheet, donors: Mapping[str, str]) -> dict[int, str]:
    """Rows that name a donor of the main sheet, each once, in the column that names most."""
    named: dict[str, dict[int, str]] = {}
    for row, cells in sorted(sheet.items()):
        for column, words in cells.items():
            donor = donors.get(plain(words))
            rows = named.setdefault(column, {})
            if donor is not None and donor not in rows.values():
                rows[row] = donor
    return max(named.values(), key=len, default={})


def _columns(sheet: Sheet) -> dict[tuple[str, str], str]:
    """Columns by aid type and measure: by the words of their headers, else by their places."""
    known = layout()["summary"]
    found: dict[tuple[str, str], str] = {}
    for row, cells in sorted(sheet.items()):
        if row > _HEAD:
            break
        for column, words in cells.items():
            for word, aid_type in known["columns"].items():
                for measure in known["places"]:
                    if plain(words).startswith(word) and measure in plain(words):
                        found.setdefault((aid_type, measure), column)
    types = list(known["columns"].values())
    whole = [m for m in known["places"] if all((t, m) in found for t in types)]
    if whole:
        return {key: column for key, column in found.items() if key[1] in whole}
    places = known["places"].items()
    return {(t, m): column for m, cs in places for t, column in zip(types, cs, strict=True)}


def release_in(sheet: Sheet) -> tuple[str | None, date | None]:
    """Give the number of the release and the day to which its data go, as far as it says so."""
    words = " ".join(text for _, cells in sorted(sheet.items()) for text in cells.values())
    name = re.search(layout()["release"]["number"], words)
    until = re.search(layout()["release"]["until"], words)
    return (None if name is None else name[1]), (None if until is None else _day(until[1]))


def _day(words: str) -> date | None:
    try:
        return datetime.strptime(words, "%B %d, %Y").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None
