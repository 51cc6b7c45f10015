"""A tracker's releases, imported and totalled, beside the sums that they print themselves."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from pledgebook.commands.cell_readers import READERS
from pledgebook.exchange.kiel import read_release
from pledgebook.exchange.kiel_release.layout import layout, plain
from shared_material import SHARED

FOLDER = SHARED / "bench" / "kiel_totals"
#: How far a sum may lie from the published one (euros).
TOLERANCE = Decimal(500_000)

Cell = tuple[str, str]


@dataclass(frozen=True)
class Score:
    """Cells reproduced, of all and of those that hold money; the largest difference in euros."""

    cells: int
    right: int
    held: int
    held_right: int
    largest: Decimal


def score(printed: Mapping[Cell, Decimal], published: Mapping[Cell, Decimal]) -> Score:
    """Compare printed totals with published ones; a cell that is not printed is zero."""
    gaps = {key: abs(printed.get(key, Decimal(0)) - value) for key, value in published.items()}
    held = [key for key, value in published.items() if value]
    return Score(
        cells=len(published),
        right=sum(gap <= TOLERANCE for gap in gaps.values()),
        held=len(held),
        held_right=sum(gaps[key] <= TOLERANCE and printed.get(key, 0) > 0 for key in held),
        largest=max(gaps.values(), default=Decimal(0)),
    )


def pledgebook(*arguments: str) -> str:
    """Run a verb; what it prints."""
    command = [sys.executable, "-c", "from pledgebook.cli import main; main()", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def printed(books: Iterable[str], measure: str) -> dict[Cell, Decimal]:
    """Import workbooks into one new book and give its totals as the tracker makes them."""
    with tempfile.TemporaryDirectory() as folder:
        book = str(Path(folder) / "kiel.db")
        for name in books:
            pledgebook("import", "kiel", str(FOLDER / name), "--book", book)
        return totals(book, measure)


def totals(book: str, measure: str) -> dict[Cell, Decimal]:
    """Give a book's totals by donor and aid type, in euros, as the tracker makes them."""
    asked = ("--by", "donor,aid_type", "--currency", "EUR", "--rules", "kiel")
    rows = json.loads(
        pledgebook("totals", "--book", book, *asked, "--measure", measure, "--format", "json")
    )
    return {(row["donor"], row["aid_type"]): Decimal(row["low"]) for row in rows}


def published_summary(name: str) -> dict[Cell, Decimal]:
    """Give the cells of a workbook's own country summary."""
    read = read_release((FOLDER / name).read_bytes(), name, READERS)
    return {(cell.donor, cell.aid_type): cell.eur for cell in read.summary}


def published_sums(name: str, column: str, folds: Mapping[str, str]) -> dict[Cell, Decimal]:
    """Give the sums of a CSV file by donor and aid type, folded as the release does."""
    sums: dict[Cell, Decimal] = {}
    for row in csv.DictReader((FOLDER / name).read_text("utf-8").splitlines()):
        donor = _donor(row["donor"])
        key = (folds.get(donor, donor), row["aid_type"].strip().casefold())
        sums[key] = sums.get(key, Decimal(0)) + Decimal(row[column] or 0)
    return sums


def _donor(name: str) -> str:
    given = {plain(words): id_ for words, id_ in layout()["donors"].items()}
    actor = READERS.actor(name, None)
    return given.get(plain(name)) or (actor.id if actor and actor.id else name)


def scores() -> Iterator[tuple[str, Score]]:
    """Score every published set of sums."""
    summary = published_summary("release7.xlsx")
    yield "release 7, commitments", score(printed(["release7.xlsx"], "commitment"), summary)
    folds = layout()["counted_under"]["with_allocations"]
    for measure in ("commitment", "allocation"):
        sums = published_sums("release18_half_sums.csv", f"{measure}s_eur", folds)
        half = ["release18_half.xlsx"]
        yield f"half of release 18, {measure}s", score(printed(half, measure), sums)
        both = ["release7.xlsx", *half]
        yield f"release 7, then half of 18, {measure}s", score(printed(both, measure), sums)


if __name__ == "__main__":
    for name, found in scores():
        print(name, found)
