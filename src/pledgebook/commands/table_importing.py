"""``import table``: a team's own CSV or XLSX into a book, with a report of what was not taken."""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

from rich.markup import escape

from pledgebook.commands import table_intake
from pledgebook.commands.cell_readers import READERS, text_of
from pledgebook.commands.row_spool import RowSpool
from pledgebook.commands.terminal import messages, show_problems
from pledgebook.exchange.errors import ExchangeError
from pledgebook.exchange.map_yaml import read_map
from pledgebook.exchange.maps import TableMap
from pledgebook.exchange.suggest import suggest as suggested
from pledgebook.exchange.table_import import TableRead, table_rows
from pledgebook.folding import fold
from pledgebook.ledger.store import Ledger

#: Rows not taken that are printed for each rule; the others are counted, and --report has all.
MOST_SHOWN = 5


def suggest(file: str) -> int:
    """Print a first map for a table."""
    sys.stdout.write(suggested(Path(file).read_bytes(), Path(file).name, text_of))
    return 0


def run(file: str, map_file: str, book: str | None, report: str | None, *, dry_run: bool) -> int:
    """Take a table into a book; 1 where rows or values were not taken.

    Everything is read before the book is opened, so that a run that fails leaves it as it was.
    """
    table_map = load_map(map_file)
    raw, name = Path(file).read_bytes(), Path(file).name
    read, drawn = table_rows(raw, name, table_map, READERS, text_of)
    with RowSpool(drawn) as rows:
        if report is not None:
            write_report(Path(report), read)
        show_left(read)
        if dry_run:
            _say_dry(read, rows, book, table_map)
        elif read.counts["taken"]:
            assert book is not None
            _take(read, rows, book, table_map)
        else:
            messages().print(f"{_rows(read)}; nothing to take, the book is as it was")
    return 1 if read.left or any(p.fatal for p in read.problems) else 0


def load_map(name: str) -> TableMap:
    """Load a map by its path; ``export`` is the one that is shipped."""
    if name == "export":
        shipped = resources.files("pledgebook.exchange").joinpath("resources/export_map.yaml")
        return read_map(shipped.read_text("utf-8"), "export_map.yaml")
    path = Path(name)
    try:
        return read_map(path.read_text("utf-8-sig"), path.name)
    except UnicodeDecodeError as error:
        raise ExchangeError(f"{name}: is not UTF-8 (byte {error.start})") from error


def _take(read: TableRead, rows: RowSpool, book: str, table_map: TableMap) -> None:
    with Ledger.open(book, create=True) as ledger:
        known = table_intake.before(ledger.view(fold=fold).sources(), read, table_map.id)
        _say_changed(read, rows, known, table_map)
        counts = table_intake.take(ledger, read, rows, known)
    messages().print(
        escape(
            f"{_rows(read)}; new in {book}: {counts['sources_new']} rows, "
            f"{counts['claims_new']} claims"
        )
    )


def _say_dry(read: TableRead, rows: RowSpool, book: str | None, table_map: TableMap) -> None:
    known = table_intake.Before()
    if book is not None and ("://" in book or Path(book).exists()):
        with Ledger.open(book) as ledger:
            known = table_intake.before(ledger.view(fold=fold).sources(), read, table_map.id)
    _say_changed(read, rows, known, table_map)
    new = sum(one.document.snapshot.id not in known.places for one in rows)
    messages().print(f"{_rows(read)}; {new} rows would be new; nothing was written")


def _say_changed(
    read: TableRead, rows: RowSpool, known: table_intake.Before, table_map: TableMap
) -> None:
    found = table_intake.changed(rows, known, table_map.id)
    for row, own in found[:MOST_SHOWN]:
        messages().print(
            f"[yellow]note[/] {escape(read.place(row))}: {escape(own)} was taken before with "
            "other words; both stand until one is rejected (pledgebook decide)"
        )
    if len(found) > MOST_SHOWN:
        messages().print(f"  and {len(found) - MOST_SHOWN} more whose words have changed")


def _rows(read: TableRead) -> str:
    counts = read.counts
    words = f"{counts['taken']} rows taken, {counts['not_taken']} not taken"
    if counts["filtered"]:
        words += f", {counts['filtered']} left out by the map"
    return words


def show_left(read: TableRead) -> None:
    """Print what was not taken: some rows for each rule, then how many more there are."""
    shown: Counter[str] = Counter()
    problems = table_intake.problems_of(read)
    for problem in problems:
        shown[problem.code] += 1
        if shown[problem.code] <= MOST_SHOWN:
            show_problems([problem])
    for code, count in shown.items():
        if count > MOST_SHOWN:
            messages().print(f"  and {count - MOST_SHOWN} more: {code}")


def write_report(path: Path, read: TableRead) -> None:
    """Write what was not taken as CSV: row, column, code, rule, whether the whole row is left."""
    rows: Sequence[Sequence[object]] = [
        (one.row, one.column or "", one.code, one.rule, "yes" if one.whole else "no")
        for one in read.left
    ]
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(("row", "column", "code", "rule", "whole_row"))
        writer.writerows(rows)
