"""A row as plain text, the snapshot that its claims cite: a line ``Header: value`` for each cell.

Empty cells have no line. A line break inside a cell is followed by two blanks, so that no value
can pass for a header; ``unbroken`` takes them out again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pledgebook.exchange.cells import Cell
from pledgebook.model.spans import Span

#: Version of this form; the same row must give the same text, and so the same id, for ever.
FORM = "1"
_INDENT = "  "


@dataclass(frozen=True, slots=True)
class RowText:
    """The text of one row, and where each cell's words stand in it (by number of the column)."""

    text: str
    cells: dict[int, tuple[Cell, Span]]


def row_text(columns: Sequence[str], cells: Sequence[Cell]) -> RowText:
    """Print a row; the same columns and words give the same text."""
    lines, at, places = [], 0, {}
    for n, (name, cell) in enumerate(zip(columns, cells, strict=False)):
        if not cell.text:
            continue
        words = broken(cell.text)
        start = at + len(name) + 2
        places[n] = (cell, Span(start, start + len(words)))
        lines.append(f"{name}: {words}")
        at = start + len(words) + 1
    return RowText("\n".join(lines), places)


def broken(words: str) -> str:
    """Set two blanks behind each line break."""
    return words.replace("\n", f"\n{_INDENT}")


def unbroken(words: str) -> str:
    """Take the blanks behind line breaks out again: the words of the cell."""
    return words.replace(f"\n{_INDENT}", "\n")


def found_whole(words: str, string: str) -> int | None:
    """Find words in a string where they are not part of longer ones."""
    found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", string)
    return None if found is None else found.start()


def cell_of_line(text: str, column: str) -> str | None:
    """Read a cell back from a printed row; None where it has no such line."""
    found = re.search(rf"^{re.escape(column)}: (.*(?:\n{_INDENT}.*)*)", text, re.MULTILINE)
    return None if found is None else unbroken(found[1])
