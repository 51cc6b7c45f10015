"""Tables of many rows, laid out as rich lays them out, in a fraction of its time.

Rich measures, wraps, crops and styles every cell by itself. Where all cells fit their columns, no
more of that shows than the widths of the columns, and those depend on the widest cells alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

#: The cells of a row, as they stand: no markup.
Cells = Sequence[str]


class Column(NamedTuple):
    """A column: its head, and the side on which its cells stand."""

    head: str
    side: Literal["left", "right"] = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class LongTable:
    """A table for the terminal.

    Attributes:
        title: what stands above it.
        columns: what its columns are.
        rows: cells.
    """

    title: str
    columns: Sequence[Column]
    rows: Sequence[Cells]

    def print(self, console: Console) -> None:
        """Print it: what rich prints, and by rich itself where some cell does not fit a line."""
        written = self._written(console)
        if written is None:
            console.print(self._table(self.rows))
        else:
            console.file.write(written)

    def _table(self, rows: Iterable[Cells]) -> Table:
        found = Table(title=self.title, title_justify="left")
        for head, side in self.columns:
            found.add_column(head, justify=side)
        for row in rows:
            found.add_row(*map(Text, row))
        return found

    def _written(self, console: Console) -> str | None:
        """Lay all rows out as rich does some of them; None where these do not tell of all."""
        sample = self._widest()
        if len(sample) >= len(self.rows) or console.legacy_windows or not self._is_plain():
            return None
        with console.capture() as captured:
            console.print(self._table([*sample, [""] * len(self.columns)]))
        *lines, empty, foot = captured.get().splitlines()
        widths = [len(cell) - 2 for cell in empty.split(empty[0])[1:-1]]  # a blank on either side
        if len(widths) < len(self.columns) or min(widths) < 1:  # cut off at the console's edge
            return None
        fields = [
            f"{{:{'>' if side == 'right' else '<'}{width}}}"
            for (_, side), width in zip(self.columns, widths, strict=True)
        ]
        line = f"{empty[0]} {f' {empty[0]} '.join(fields)} {empty[0]}".format
        if lines[-len(sample) :] != [line(*row) for row in sample]:
            return None
        return "\n".join([*lines[: -len(sample)], *(line(*row) for row in self.rows), foot, ""])

    def _widest(self) -> list[Cells]:
        """Of each column the rows with the widest cell, and with the widest word."""
        chosen = {
            max(range(len(self.rows)), key=lambda n: measure(self.rows[n][column]))
            for column in range(len(self.columns) if self.rows else 0)
            for measure in (len, _widest_word)
        }
        return [self.rows[n] for n in sorted(chosen)]

    def _is_plain(self) -> bool:
        return all(map(_is_plain, {cell for row in self.rows for cell in row}))


def _widest_word(cell: str) -> int:
    return max(map(len, cell.split()), default=0)


def _is_plain(cell: str) -> bool:
    """Say whether each character takes one place, and is none by which text is laid out."""
    return cell.isprintable() and cell == cell.strip() and cell_len(cell) == len(cell)
