"""Workbooks in the shape of the tracker's two kinds of release, with rows of our own."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from xml.sax.saxutils import quoteattr

import openpyxl

#: Headers of a release without allocations; the cell above the items is empty.
EARLY = (
    "ID", "countries", "Announcement Date", "Type of Aid General", "Type of Aid Specific",
    "Explanation", "Original Currency", "Monetary Value as Given by Source", None, "Type of item",
    "Sub-type of item", "No. of Units", "Total ", "Converted Value in EUR", "Official Source",
    "Source of Aid 1", "Source of Aid 2", "Sub-type of item",
)  # fmt: skip
#: Headers of a release with allocations.
LATE = (
    "ID", "Countries", "Announcement Date", "Type of Aid General", "Type of Aid Specific",
    "Explanation", "Original Currency", "Type of donation", "Monetary Value as Given by Source",
    "Items", "Type of Item", "Sub-type of item", "No. of Units", "Total ", "Converted Value in EUR",
    "Allocated Total", "Allocated Total in EUR", "Allocated Total in EUR (redistributed)",
    "Allocation ID", "Official Source", "Source of Aid 1", "Source of Aid 2", "Sub-type of item",
)  # fmt: skip
EARLY_SHEET = "Bilateral assistance, MAIN DATA"
LATE_SHEET = "Bilateral Assistance, MAIN DATA"
DAY = datetime(2022, 3, 1)  # noqa: DTZ001 - a cell of a workbook has no zone

Row = Mapping[str, Any]


def row(id_: str, donor: str, kind: str = "Military", **more: Any) -> Row:
    """A row by the headers' short names; what is not given is a full stop, as in the tracker."""
    given = {"id": id_, "donor": donor, "kind": kind, "day": DAY, "currency": "EUR", **more}
    return {
        "ID": given["id"],
        "countries": given["donor"],
        "announcement date": given["day"],
        "type of aid general": given["kind"],
        "type of aid specific": given.get("specific", "Grant"),
        "explanation": given.get("words", "A gift of our own making."),
        "original currency": given["currency"],
        "type of donation": given.get("stage", "Allocation"),
        "monetary value as given by source": given.get("source", 999_000_000_000),
        "items": given.get("item"),
        "no. of units": given.get("units"),
        "total": given.get("total"),
        "converted value in eur": given.get("total_eur"),
        "allocated total": given.get("allocated"),
        "allocated total in eur": given.get("allocated_eur"),
        "allocated total in eur (redistributed)": given.get("allocated_eur"),
        "allocation id": given.get("allocation", 0),
        "official source": given.get("official", "Yes"),
        "source of aid 1": given.get("url", "https://example.org/a"),
    }


def workbook(
    headers: Sequence[str | None],
    rows: Iterable[Row],
    *,
    sheet: str = LATE_SHEET,
    more: Mapping[str, Sequence[Sequence[Any]]] | None = None,
) -> bytes:
    """A workbook with its main sheet, and others by name."""
    book = openpyxl.Workbook()
    page: Any = book.active
    page.title = sheet
    page.append(list(headers))
    for one in rows:
        page.append(_cells(headers, one))
    for name, lines in (more or {}).items():
        other = book.create_sheet(name)
        for line in lines:
            other.append(list(line))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cells(headers: Sequence[str | None], one: Row) -> list[Any]:
    values = {name.casefold(): value for name, value in one.items()}
    cells, seen = [], set()
    for place, header in enumerate(headers):
        name = "items" if header is None else " ".join(header.split()).casefold()
        first = name not in seen
        seen.add(name)
        value = values.get(name) if first else f"second {place}"
        cells.append("." if value is None else value)
    return cells


def early(rows: Iterable[Row], *, summary: Sequence[Sequence[Any]] = (), until: str = "") -> bytes:
    """A release without allocations: its own sheets of rates and sums beside the main one."""
    rates: list[list[Any]] = [
        [None, "Currency", "1 EUR"],
        [None, "EUR", 1],
        [None, "USD", 1.25],
        [None, "SEK", 10],
    ]
    title = f"Support Tracker - 7th release (covering January 24 to {until or 'October 3, 2022'})"
    head = [
        [None, "Country", "Financial commitments", "Humanitarian commitments",
         "Military commitments", "Financial commitments with military purpose"],
    ]  # fmt: skip
    more: dict[str, Sequence[Sequence[Any]]] = {
        "ReadMe": [[None, title]],
        "Exchange rates": rates,
        "Country Summary": [*head, *([None, *line] for line in summary)],
    }
    return workbook(EARLY, rows, sheet=EARLY_SHEET, more=more if summary else _without(more))


def _without(more: Mapping[str, Any]) -> dict[str, Any]:
    return {name: lines for name, lines in more.items() if name != "Country Summary"}


def late(rows: Iterable[Row], *, cached: Sequence[tuple[str, Row]] = ()) -> bytes:
    """A release with allocations; ``cached`` sheets are kept as part of a link."""
    raw = workbook(LATE, rows)
    return with_link(raw, cached) if cached else raw


def with_link(raw: bytes, sheets: Sequence[tuple[str, Row]]) -> bytes:
    """The workbook with a link's cached part: sheets by name, with values by cell."""
    names = "".join(f"<sheetName val={quoteattr(name)}/>" for name, _ in sheets)
    data = "".join(
        f'<sheetData sheetId="{n}">{_rows_xml(cells)}</sheetData>'
        for n, (_, cells) in enumerate(sheets)
    )
    part = (
        '<?xml version="1.0" encoding="UTF-8"?><externalLink xmlns="http://schemas.openxmlformats.'
        f'org/spreadsheetml/2006/main"><externalBook><sheetNames>{names}</sheetNames>'
        f"<sheetDataSet>{data}</sheetDataSet></externalBook></externalLink>"
    )
    out = io.BytesIO(raw)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("xl/externalLinks/externalLink1.xml", part)
    return out.getvalue()


def _rows_xml(cells: Row) -> str:
    rows: dict[str, list[str]] = {}
    for place, value in cells.items():
        kind = ' t="str"' if isinstance(value, str) else ""
        number = "".join(c for c in place if c.isdecimal())
        rows.setdefault(number, []).append(f'<cell r="{place}"{kind}><v>{value}</v></cell>')
    return "".join(f'<row r="{n}">{"".join(found)}</row>' for n, found in rows.items())
