"""Delimited text as a table: the delimiter found, line breaks inside quotation marks kept."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator

from pledgebook.exchange.cells import Cell, Row, Table
from pledgebook.exchange.errors import ExchangeError
from pledgebook.model.problems import Problem

#: Delimiters that are tried, the likelier first: on a tie the first stands.
DELIMITERS = (",", ";", "\t", "|")
#: Records that are looked at to find the delimiter.
SAMPLED = 50
#: Longest cell that is taken (code points): far over any text of a table, far under a file.
LONGEST_CELL = 10_000_000


def csv_table(text: str, file: str, *, delimiter: str | None = None) -> Table:
    """Give the table of a delimited text.

    Rows that end before a quotation mark is closed are not read: the problem ``row-broken`` says
    from where. Raises ExchangeError for an empty text.
    """
    if not text.strip():
        raise ExchangeError(f"{file}: the file holds no text")
    table = Table(file=file, sheet=None, rows=iter(()))
    table.rows = _rows(text, delimiter or found_delimiter(text), table)
    return table


def found_delimiter(text: str) -> str:
    """Find the delimiter by the widths of the records that it makes.

    One under which all sampled records have the same width, over one, goes before one under which
    only most have (commas inside quoted words); then the more columns, the better.
    """
    widths = {mark: _widths(text, mark) for mark in DELIMITERS}
    best = max(DELIMITERS, key=lambda mark: (*_agreeing(widths[mark]), -DELIMITERS.index(mark)))
    return best if max(widths[best], default=0) > 1 else ","


def _widths(text: str, delimiter: str) -> list[int]:
    widths: list[int] = []
    try:
        for record in _records(text, delimiter, strict=False):
            if any(record):
                widths.append(len(record))
            if len(widths) == SAMPLED:
                break
    except csv.Error:
        pass
    return widths


def _agreeing(widths: list[int]) -> tuple[bool, float]:
    """Weigh a split: whether all agree; the share that has the usual width, times it less one."""
    if not widths:
        return False, 0
    width, count = Counter(widths).most_common(1)[0]
    return width > 1 and count == len(widths), (width - 1) * count / len(widths)


def _records(text: str, delimiter: str, *, strict: bool) -> Iterator[list[str]]:
    csv.field_size_limit(LONGEST_CELL)
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)


def _rows(text: str, delimiter: str, table: Table) -> Iterator[Row]:
    number = 0
    records = _records(text, delimiter, strict=True)
    try:
        for record in records:
            number += 1
            yield Row(number, tuple(Cell(words.strip()) for words in record))
    except csv.Error as error:
        table.problems.append(
            Problem(
                code="row-broken",
                message=f"row {number + 1}: {_plain(error)}; all from here on is not read",
                where=table.place(number + 1),
                fatal=True,
            )
        )


def _plain(error: csv.Error) -> str:
    words = str(error)
    if "end of data" in words:
        return "a quotation mark is opened and never closed"
    if "expected after" in words:
        return "words stand behind a closing quotation mark; double the marks inside a cell"
    if "field limit" in words:
        return f"a cell is longer than {LONGEST_CELL:,} characters"
    return words
