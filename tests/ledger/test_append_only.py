"""The tables refuse to change: by triggers, whatever program writes."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest
from promise_builders import Text, amount

from pledgebook.ledger.store import Ledger
from pledgebook.ledger.tables import APPEND_ONLY
from pledgebook.model.book import BookDefinition
from pledgebook.model.snapshots import Decision


@pytest.fixture
def full_book(book: str) -> str:
    """A book with at least one row in each append-only table."""
    text = Text("A loan of five million.")
    claim = text.commitment(amount=amount("5000000"))
    with Ledger.open(book, create=True) as ledger:
        ledger.define(
            BookDefinition(id="b", title="B", summary="S", coalition="C", plan="P", points=())
        )
        ledger.add(text.document, [claim], text.reading([claim]))
        at = datetime(2025, 3, 9, tzinfo=UTC)
        ledger.decide(
            Decision(author="ana", at=at, action="accept", target=claim.id, reason="read")
        )
        ledger.run("add", {"inputs": 1})
    return book


@pytest.mark.parametrize("table", APPEND_ONLY)
@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE {} SET payload = '{{}}'", "never changed"),
        ("UPDATE {} SET seq = seq + 100", "never changed"),
        ("DELETE FROM {}", "never deleted"),
        ("INSERT OR REPLACE INTO {0} SELECT * FROM {0}", "never replaced"),
    ],
)
def test_refused(full_book: str, table: str, statement: str, words: str) -> None:
    with closing(sqlite3.connect(full_book)) as raw:
        assert raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0] > 0  # noqa: S608
        with pytest.raises(
            sqlite3.IntegrityError, match=f"append-only: a row of {table} is {words}"
        ):
            raw.execute(statement.format(table))


def test_projections_may_be_dropped_and_rebuilt(full_book: str) -> None:
    with closing(sqlite3.connect(full_book)) as raw, raw:
        for table in ("entries", "entry_claims", "projection"):
            raw.execute(f"DELETE FROM {table}")  # noqa: S608
