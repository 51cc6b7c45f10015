"""What a workbook keeps of other workbooks that it links to: cells as they were last seen."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from xml.etree import ElementTree as ET

#: One sheet: rows by number, each with its cells by letter.
Sheet = dict[int, dict[str, str]]

_LINK = re.compile(r"xl/externalLinks/externalLink\d+\.xml")
_CELL = re.compile(r"([A-Z]+)(\d+)")
_NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def cached_sheets(raw: bytes) -> Iterator[tuple[str, Sheet]]:
    """Give the sheets of linked workbooks, by name, with the cells that are kept of them.

    The caller has had the archive checked (``xlsx_table.open_workbook``).
    """
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        for name in archive.namelist():
            if _LINK.fullmatch(name):
                yield from _sheets(archive.read(name))


def _sheets(part: bytes) -> Iterator[tuple[str, Sheet]]:
    try:
        root = ET.fromstring(part)  # noqa: S314 - see above
    except ET.ParseError:
        return
    names = [node.get("val", "") for node in root.iter(f"{_NS}sheetName")]
    for data in root.iter(f"{_NS}sheetData"):
        number = data.get("sheetId", "")
        if number.isdecimal() and int(number) < len(names):
            yield names[int(number)], _cells(data)


def _cells(data: ET.Element) -> Sheet:
    sheet: Sheet = {}
    for cell in data.iter(f"{_NS}cell"):
        place = _CELL.fullmatch(cell.get("r", ""))
        value = cell.find(f"{_NS}v")
        if place is not None and value is not None and value.text:
            sheet.setdefault(int(place[2]), {})[place[1]] = value.text.strip()
    return sheet


def number(words: str | None) -> Decimal | None:
    """Read a number as a workbook writes it; None for anything else."""
    try:
        value = Decimal(words or "")
    except InvalidOperation:
        return None
    return value if value.is_finite() else None
