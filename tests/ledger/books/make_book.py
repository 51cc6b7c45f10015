"""Makes the small book that is kept of every schema: run once, before the schema changes.

    PYTHONPATH=tests/reconcile python tests/ledger/books/make_book.py schema-0001

writes the book and, beside it, the entries it exported. Neither is ever made again: later programs
must open them as they are.
"""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from promise_builders import Text, amount

from pledgebook.ledger.store import Ledger
from pledgebook.model.book import BookDefinition
from pledgebook.model.problems import Problem
from pledgebook.model.snapshots import Decision
from pledgebook.reconcile.fold import fold

HERE = Path(__file__).parent
NOON = datetime(2025, 3, 9, 12, tzinfo=UTC)


def fill(ledger: Ledger) -> None:
    """Put a definition, four sources, a reprint, two decisions and a run into the book."""
    ledger.define(
        BookDefinition(id="b", title="B", summary="S", coalition="C", plan="P", points=())
    )
    for n, donor in enumerate(("GBR", "NOR", "DEU", "NOR")):
        text = Text(f"Source {n}: {donor} lends {n + 1} million.", ref=f"{n}.txt")
        claims = [
            text.commitment(donor, amount=amount(f"{n + 1}e6")),
            text.statement("person:ana-example", f"lends {n + 1} million"),
        ]
        ledger.add(text.document, claims, text.reading(list(claims)))
    decided = ledger.decide(
        Decision(author="ana", at=NOON, action="reject", target=claims[0].id, reason="a loan")
    )
    ledger.decide(Decision(author="bea", at=NOON, action="undo", target=decided, reason="no"))
    lost = Problem(code="binary", message="No text.", where="x.bin", fatal=True)
    ledger.run("add", {"inputs": 5}, [lost])
    ledger.project(fold)


def main(name: str) -> None:
    """Make the book and its export."""
    book = HERE / f"{name}.db"
    with Ledger.open(str(book), create=True) as ledger:
        fill(ledger)
        (HERE / f"{name}.jsonl").write_text(ledger.export_entries(), encoding="utf-8")
    with closing(sqlite3.connect(book)) as raw:
        raw.execute("PRAGMA journal_mode=DELETE")
        raw.execute("VACUUM")


if __name__ == "__main__":
    main(sys.argv[1])
