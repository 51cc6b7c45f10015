"""The bytes of a table file: a workbook or delimited text, by what they are, not by their name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from pledgebook.exchange.cells import Row, Table, column_names
from pledgebook.exchange.csv_table import csv_table
from pledgebook.exchange.errors import ExchangeError
from pledgebook.exchange.xlsx_table import is_workbook, xlsx_table
from pledgebook.model.problems import Problem

#: Largest file that is taken (bytes).
LARGEST_FILE = 200_000_000
#: Rows at the top among which the header is looked for.
HEADER_WITHIN = 40

#: Gives the text of bytes and the encoding that was assumed, None for plain UTF-8.
Decode = Callable[[bytes], tuple[str, str | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a table lies in its file; None where that is to be found.

    Attributes:
        sheet: name of the sheet; None for the first.
        header_rows: numbers of the header rows, from 1; empty where they are to be found.
        delimiter: of a text file.
        encoding: of a text file.
        escaped: cells are written as ``export table`` writes them (``escapes``).
        optional: a column that the map names may be missing; it then holds nothing.
    """

    sheet: str | None = None
    header_rows: tuple[int, ...] = ()
    delimiter: str | None = None
    encoding: str | None = None
    escaped: bool = False
    optional: bool = False


def open_table(raw: bytes, file: str, layout: Layout, decode: Decode) -> Table:
    """Open the table in the bytes of a file; raises ExchangeError where there is none."""
    if len(raw) > LARGEST_FILE:
        raise ExchangeError(f"{file}: {len(raw):,} bytes, over {LARGEST_FILE:,}; split the file")
    if is_workbook(raw):
        return xlsx_table(raw, file, sheet=layout.sheet)
    text, assumed = _decoded(raw, file, layout.encoding, decode)
    table = csv_table(text, file, delimiter=layout.delimiter)
    if assumed is not None:
        message = f"read as {assumed}; if names look wrong, set table.encoding in the map"
        table.problems.append(Problem(code="encoding-guessed", message=message, where=file))
    return table


def _decoded(raw: bytes, file: str, encoding: str | None, decode: Decode) -> tuple[str, str | None]:
    if encoding is None:
        try:
            return decode(raw)
        except ValueError as error:
            raise ExchangeError(f"{file}: neither a workbook nor text; save it as CSV") from error
    try:
        return raw.decode(encoding).removeprefix("\ufeff"), None
    except (UnicodeDecodeError, LookupError) as error:
        raise ExchangeError(f"{file}: is not {encoding} ({error})") from error


@dataclass(frozen=True, slots=True)
class Headed:
    """A table whose header has been read: the names of its columns and the rows below."""

    table: Table
    columns: tuple[str, ...]
    first: tuple[Row, ...]

    def body(self) -> Iterator[Row]:
        """Give the rows below the header; they can be walked once."""
        return chain(self.first, self.table.rows)


def headed(table: Table, layout: Layout, wanted: frozenset[str] = frozenset()) -> Headed:
    """Read the header: the rows that the layout names, else the row that fits best.

    Among the first rows the one that holds most of the ``wanted`` names (casefolded) is taken;
    without wanted names, the first that is as wide as the widest. Raises ExchangeError where a
    table ends before its header.
    """
    top: list[Row] = []
    for row in table.rows:
        top.append(row)
        if row.number >= max((HEADER_WITHIN, *layout.header_rows)):
            break
    numbers = layout.header_rows or _found(top, wanted)
    header = [row for row in top if row.number in numbers]
    if len(header) < len(numbers) or all(row.empty for row in header):
        raise ExchangeError(f"{table.file}: there is no header in row {_listed(numbers)}")
    below = tuple(row for row in top if row.number > max(numbers))
    width = max((len(row.cells) for row in below), default=0)
    return Headed(table, column_names(header, width), below)


def _listed(numbers: tuple[int, ...]) -> str:
    return ", ".join(map(str, numbers)) or "1"


def _found(rows: list[Row], wanted: frozenset[str]) -> tuple[int, ...]:
    def fits(row: Row) -> int:
        words = {" ".join(cell.text.split()).casefold() for cell in row.cells}
        return len(words & wanted) if wanted else sum(bool(cell.text) for cell in row.cells)

    best = max(rows, key=lambda row: (fits(row), -row.number), default=None)
    if best is not None and fits(best):
        return (best.number,)
    return _found(rows, frozenset()) if wanted else ()
