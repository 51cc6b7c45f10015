"""A sheet of a workbook as a table: cached values of formulas, numbers and dates as typed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import openpyxl

from pledgebook.exchange.cells import EMPTY, Cell, Row, Table
from pledgebook.exchange.errors import ExchangeError
from pledgebook.model.plain import decimal_text

#: Size to which the parts of a workbook may unpack. The largest tracker workbook we know unpacks
#: to 40 MB; a part that is a bomb unpacks to gigabytes.
LARGEST_UNPACKED = 400_000_000
#: Widest sheet that is taken; the widest tracker sheet we know has 60 columns.
MOST_COLUMNS = 2_000
#: Words with blanks beside them, by row and column.
Stray = dict[tuple[int, int], str]
_OLE = b"\xd0\xcf\x11\xe0"


def is_workbook(raw: bytes) -> bool:
    """Say whether the bytes are a workbook, whatever the file is called."""
    return raw.startswith((b"PK\x03\x04", _OLE))


def xlsx_table(raw: bytes, file: str, *, sheet: str | None = None) -> Table:
    """Give the table of one sheet, the first where none is named.

    Raises ExchangeError for a workbook that is encrypted, damaged, too large when unpacked, or
    has no such sheet.
    """
    return sheet_table(_sheet(open_workbook(raw, file), file, sheet), file)


def open_workbook(raw: bytes, file: str) -> Any:
    """Open a workbook to be read; raises ExchangeError as ``xlsx_table`` does."""
    _check_packed(raw, file)
    try:
        return openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
    except Exception as error:  # any fault of a foreign file comes out of the library here
        raise ExchangeError(f"{file}: the workbook is damaged ({_short(error)})") from error


def sheet_table(sheet: Any, file: str, stray: Stray | None = None) -> Table:
    """Give the table of one sheet of an open workbook.

    ``stray`` gathers the cells whose words have blanks beside them, which a table has no more:
    by row and column (from 0).
    """
    table = Table(file=file, sheet=sheet.title, rows=iter(()))
    table.rows = _rows(sheet, table, stray)
    return table


def _check_packed(raw: bytes, file: str) -> None:
    if raw.startswith(_OLE):
        raise ExchangeError(
            f"{file}: the workbook is protected by a password or of the old .xls kind; "
            "save it as .xlsx without a password"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            size = sum(part.file_size for part in archive.infolist())
            declared = [part.filename for part in archive.infolist() if _declares(archive, part)]
    except Exception as error:  # any fault of a foreign file comes out of the library here
        raise ExchangeError(f"{file}: the workbook is damaged ({_short(error)})") from error
    if size > LARGEST_UNPACKED:
        raise ExchangeError(
            f"{file}: the workbook unpacks to {size:,} bytes, over {LARGEST_UNPACKED:,}; "
            "save the sheet alone, or as CSV"
        )
    if declared:
        raise ExchangeError(f"{file}: {declared[0]} declares entities, as no workbook does")


def _declares(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Say whether an XML part opens with a document type: by it few bytes can grow to many."""
    if not part.filename.endswith((".xml", ".rels")):
        return False
    with archive.open(part) as opened:
        return b"<!DOCTYPE" in opened.read(4096)


def _sheet(book: Any, file: str, wanted: str | None) -> Any:
    sheets = {sheet.title.strip(): sheet for sheet in book.worksheets}
    if not sheets:
        raise ExchangeError(f"{file}: the workbook has no sheet with cells")
    if wanted is None:
        return next(iter(sheets.values()))
    if wanted.strip() not in sheets:
        raise ExchangeError(f"{file}: there is no sheet {wanted!r}; there are {', '.join(sheets)}")
    return sheets[wanted.strip()]


def _rows(sheet: Any, table: Table, stray: Stray | None = None) -> Iterator[Row]:
    sheet.reset_dimensions()  # what a file says of its own size is not relied on
    number = 0
    try:
        for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
            if len(values) > MOST_COLUMNS:
                raise ExchangeError(
                    f"{table.place(number)}: {len(values):,} columns, over {MOST_COLUMNS:,}"
                )
            if stray is not None:
                stray.update(((number, n), words) for n, words in _with_blanks(values))
            yield Row(number, tuple(map(cell_of, values)))
    except ExchangeError:
        raise
    except Exception as error:  # any fault of a foreign file comes out of the library here
        raise ExchangeError(
            f"{table.place(number + 1)}: the sheet is damaged ({_short(error)})"
        ) from error


def _with_blanks(values: Sequence[object]) -> Iterator[tuple[int, str]]:
    for place, value in enumerate(values):
        if isinstance(value, str) and value and (value[0].isspace() or value[-1].isspace()):
            yield place, value


def cell_of(value: object) -> Cell:
    """Print a value in its one fixed form: ``1600000``, ``2.5``, ``2025-03-02``, ``TRUE``."""
    if value is None:
        return EMPTY
    if isinstance(value, bool):
        return Cell("TRUE" if value else "FALSE")
    if isinstance(value, int | float):
        number = Decimal(repr(value))
        return Cell(decimal_text(number), "number") if number.is_finite() else Cell(str(value))
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return Cell(value.date().isoformat() if midnight else value.isoformat(" "), "date")
    if isinstance(value, date):
        return Cell(value.isoformat(), "date")
    if isinstance(value, time | timedelta):
        return Cell(str(value))
    return Cell(str(value).strip())


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
