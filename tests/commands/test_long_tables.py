"""Tables of many rows are printed as rich prints them, whatever stands in them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pledgebook.commands.long_tables import Cells, Column, LongTable

COLUMNS = (Column("donor"), Column("month of the year"), Column("total", "right"))
TITLE = "Totals, counting rules: default"


def rows(count: int) -> list[Cells]:
    return [(f"D{n % 7}", f"20{n % 90:02}-01", f"EUR {n * n * 1001:,.0f}") for n in range(count)]


def table(columns: Sequence[Column], given_: Sequence[Cells]) -> Table:
    found = Table(title=TITLE, title_justify="left")
    for head, side in columns:
        found.add_column(head, justify=side)
    for row in given_:
        found.add_row(*map(Text, row))
    return found


def both(columns: Sequence[Column], given_: Sequence[Cells], **more: Any) -> tuple[str, str]:
    """What we print, and what rich prints."""
    found = []
    for way in ("ours", "rich"):
        file = io.TextIOWrapper(io.BytesIO(), encoding=more.get("encoding", "utf-8"))
        console = Console(**{"width": 80, "file": file, **more.get("console", {})})
        if way == "ours":
            LongTable(title=TITLE, columns=columns, rows=given_).print(console)
        else:
            console.print(table(columns, given_))
        file.seek(0)
        found.append(file.read())
    return found[0], found[1]


#: A terminal with colours, one that wraps heads, one that cuts them, one that cuts columns off.
CONSOLES: list[dict[str, Any]] = [
    {},
    {"soft_wrap": True},
    {"force_terminal": True, "color_system": "truecolor", "legacy_windows": False},
    {"width": 40},
    {"width": 24},
    {"width": 9},
]


@pytest.mark.parametrize("console", CONSOLES, ids=str)
@pytest.mark.parametrize("count", [0, 1, 3, 8, 400])
def test_it_is_what_rich_prints(count: int, console: dict[str, Any]) -> None:
    ours, by_rich = both(COLUMNS, rows(count), console=console)
    assert ours == by_rich


def test_its_lines_are_of_characters_that_the_file_holds() -> None:
    ours, by_rich = both(COLUMNS, rows(400), encoding="ascii")
    assert ours == by_rich
    assert ours.isascii()


#: Words that are markup, wide, of no width, of several lines, with blanks at their ends, or long.
CELLS = (
    "", " ", "a", "a b", "[bold]a[/bold]", "[/]", ":cross_mark:", "a:b+c:d", "日本", "e\u0301",
    "two\nlines", "a\tb", "end ", " begin", "\x07", "Côte d'Ivoire", "|", "│", "━", "\\[a]",
    "several states that stand together", "unbroken" * 9, "{0}", "%s", "at least EUR 5,000,000",
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(CELLS), st.sampled_from(CELLS)), max_size=3),
    st.integers(0, 40),
    st.sampled_from([12, 20, 36, 80]),
)
def test_any_words_stand_as_they_are(some: list[tuple[str, str]], count: int, width: int) -> None:
    every = [*[(f"D{n}", f"{n:,}") for n in range(count)], *some]
    columns = (Column("donor"), Column("total", "right"))
    ours, by_rich = both(columns, every, console={"width": width})
    assert ours == by_rich


def laid_out(given_: Sequence[Cells], monkeypatch: pytest.MonkeyPatch) -> int:
    """How many rows rich lays out."""
    taken: list[object] = []
    add_row = Table.add_row

    def counted(table: Table, *cells: Any) -> None:
        taken.append(cells)
        add_row(table, *cells)

    with monkeypatch.context() as patch:
        patch.setattr(Table, "add_row", counted)
        LongTable(title=TITLE, columns=COLUMNS, rows=given_).print(Console(file=io.StringIO()))
    return len(taken)


def test_rich_lays_out_the_widest_rows_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    assert laid_out(rows(400), monkeypatch) <= 2 * len(COLUMNS) + 1


@pytest.mark.parametrize("words", ["日本", "two\nlines", " begin", "a" * 200])
def test_rich_lays_out_all_where_a_cell_needs_it(
    words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert laid_out([*rows(400), (words, "", "")], monkeypatch) >= 401
