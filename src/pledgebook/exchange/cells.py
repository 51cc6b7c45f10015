"""A table as it was given: headers, rows and typed cells, whatever kind of file they came from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from pledgebook.model.problems import Problem

#: ``number`` and ``date`` cells are typed in a workbook and printed in one fixed form; the number
#: and date formats of a map are for ``text``.
CellType = Literal["text", "number", "date"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its words, stripped (empty where there are none), and the type it came with."""

    text: str
    type: CellType = "text"


EMPTY = Cell("")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as a spreadsheet counts (from 1, header and empty rows too)."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def empty(self) -> bool:
        """Say whether no cell holds a word."""
        return not any(cell.text for cell in self.cells)


@dataclass(slots=True)
class Table:
    """A sheet that is being read; ``rows`` can be walked once.

    Attributes:
        file: name of the file, without its folder.
        sheet: name of the sheet; None for a text file.
        rows: all rows in order, those of the header too.
        problems: what was odd about the file; grows while the rows are walked.
    """

    file: str
    sheet: str | None
    rows: Iterator[Row]
    problems: list[Problem] = field(default_factory=list)

    def place(self, row: int) -> str:
        """Name a row: ``aid.xlsx#Pledges!17``, ``aid.csv#17``."""
        return place(self.file, self.sheet, row)


def place(file: str, sheet: str | None, row: int) -> str:
    """Name a row of a file: ``aid.xlsx#Pledges!17``, ``aid.csv#17``."""
    return f"{file}#{row}" if sheet is None else f"{file}#{sheet}!{row}"


def letters(column: int) -> str:
    """Name a column (from 0) as spreadsheets do: A, B … Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def column_names(rows: Sequence[Row], width: int = 0) -> tuple[str, ...]:
    """Name the columns by the header row or rows, each name once.

    Of several header rows all but the last are filled to the right (a merged cell holds its words
    in its first cell only) and joined with `` / ``. An empty header is named by its letter in
    brackets (``[I]``), and so is the second of two equal ones (``Note [AO]``).
    """
    width = max([width, *(len(row.cells) for row in rows)])
    levels = [_level(row, width, fill=row is not rows[-1]) for row in rows]
    stacked = zip(*levels, strict=True)
    names = [" / ".join(dict.fromkeys(part for part in parts if part)) for parts in stacked]
    seen: Counter[str] = Counter()
    out = []
    for n, name in enumerate(names):
        seen[name.casefold()] += 1
        mark = f"[{letters(n)}]"
        out.append(mark if not name else f"{name} {mark}" if seen[name.casefold()] > 1 else name)
    return tuple(out)


def _level(row: Row, width: int, *, fill: bool) -> list[str]:
    words = [" ".join(cell.text.split()) for cell in row.cells] + [""] * (width - len(row.cells))
    if fill:
        for n in range(1, width):
            words[n] = words[n] or words[n - 1]
    return words
