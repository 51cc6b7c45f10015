"""Columns of a release and some of its tables, as they were agreed: a change of them is meant.

``UPDATE_GOLDEN=1`` writes the files anew.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from decision_books import Clock, add, decide, sum_change, text
from release_books import files

from pledgebook.exchange.package.descriptor import csv_path
from pledgebook.exchange.package.tables import tables
from pledgebook.ledger.store import Ledger

GOLDEN = Path(__file__).resolve().parent / "golden_release"


def columns() -> bytes:
    lines = (f"{t.name}.{f.name} {f.type}\n" for t in tables().values() for f in t.fields)
    return "".join(lines).encode()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    book, clock = tmp_path_factory.mktemp("golden") / "book.db", Clock()
    with Ledger.open(str(book), create=True, clock=clock) as ledger:
        (claim,) = add(ledger, text('He said: "NOR gives 5 million",\r\nno more.'), misread=True)
        add(ledger, text("Ásta: DNK gives 7 million.", day=4, url="https://a.example/2"))
        clock.on(5)
        decide(ledger, "change_value", claim.id, sum_change(claim, 5))
        every = files(ledger, "golden")
    tables_ = {
        f"{name}.csv": every[csv_path(name)] for name in ("evidence", "sources", "decisions")
    }
    return {**tables_, "columns.txt": columns()}


@pytest.mark.parametrize("name", ["evidence.csv", "sources.csv", "decisions.csv", "columns.txt"])
def test_as_agreed(made: dict[str, bytes], name: str) -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        (GOLDEN / name).write_bytes(made[name])
    assert made[name] == (GOLDEN / name).read_bytes()
