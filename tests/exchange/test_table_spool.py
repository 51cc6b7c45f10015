"""Rows that wait on disk: walked again as they were, and a table that fails leaves no book."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from table_reading import read, workbook
from typer.testing import CliRunner

from pledgebook.cli import app
from pledgebook.commands import table_intake
from pledgebook.commands.cell_readers import READERS, text_of
from pledgebook.commands.row_spool import RowSpool
from pledgebook.exchange import xlsx_table
from pledgebook.exchange.map_yaml import read_map
from pledgebook.exchange.table_import import Taken, table_rows
from pledgebook.ledger.store import Ledger

HEAD = "name: test\nsource: {title: Help for Ukraine}\nfields:\n  donors: Donor\n"
ROWS = 450


def csv_of(rows: int) -> str:
    return "\n".join(["No,Donor", *(f"{n},Norway" for n in range(rows))])


def test_rows_are_walked_again_as_they_were() -> None:
    taken = read(csv_of(ROWS)).taken
    with RowSpool(iter(taken)) as rows:
        assert list(rows) == taken
        assert list(rows) == taken


def test_rows_are_drawn_one_by_one() -> None:
    found, rows = table_rows(
        csv_of(ROWS).encode(), "aid.csv", read_map(HEAD, "map.yaml"), READERS, text_of
    )
    first = next(rows)
    assert (first.row, found.counts["taken"], found.taken) == (2, 1, [])
    assert sum(1 for _ in rows) == ROWS - 1
    assert (found.counts["taken"], found.taken) == (ROWS, [])


def test_a_sheet_that_is_damaged_below_leaves_no_book(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx_table, "MOST_COLUMNS", 3)
    rows: list[list[object]] = [[n, "Norway"] for n in range(ROWS)]
    lines: list[list[object]] = [["No", "Donor"], *rows, ["x", "Chile", 1, 2]]
    (tmp_path / "aid.xlsx").write_bytes(workbook(*lines))
    (tmp_path / "map.yaml").write_text(HEAD)
    book = tmp_path / "book.db"
    asked = ["import", "table", str(tmp_path / "aid.xlsx"), "--map", str(tmp_path / "map.yaml")]
    done = CliRunner().invoke(app, [*asked, "--book", str(book)])
    assert done.exit_code == 2
    assert "Data!452: 4 columns, over 3" in done.output
    assert not book.exists()


def failing(rows: list[Taken]) -> Iterator[Taken]:
    yield from rows
    raise OSError("the disk is gone")


def test_rows_that_fail_half_way_leave_the_book_as_it_was(tmp_path: Path) -> None:
    found = read(csv_of(ROWS))
    with Ledger.open(str(tmp_path / "book.db"), create=True) as ledger:
        with pytest.raises(OSError, match="the disk is gone"):
            table_intake.take(ledger, found, failing(found.taken), table_intake.Before())
        assert ledger.verify().rows == 0


def test_an_import_cut_off_before_its_entries_has_its_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The run stands in the transaction of the rows: no moment has the one without the other."""
    found, none = read(csv_of(3)), table_intake.Before()

    def stop(_ledger: Ledger) -> None:
        raise KeyboardInterrupt

    with Ledger.open(str(tmp_path / "book.db"), create=True) as ledger:
        with monkeypatch.context() as patch:
            patch.setattr(table_intake, "rebuild", stop)
            with pytest.raises(KeyboardInterrupt):
                table_intake.take(ledger, found, found.taken, none)
        cut_off = ledger.verify().rows
        assert cut_off == 3 * 4 + 1
        table_intake.take(ledger, found, found.taken, none)
        assert ledger.verify().rows == cut_off
        assert len(ledger.view().entries()) == 3
