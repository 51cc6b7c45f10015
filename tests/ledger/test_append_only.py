"""The tables refuse to change: by triggers, whatever program writes."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from promise_builders import Text, amount
from sqlalchemy.exc import DBAPIError
from tampering import ask, raw

from pledgebook.ledger.dialects import is_address
from pledgebook.ledger.store import Ledger
from pledgebook.ledger.tables import APPEND_ONLY
from pledgebook.model.book import BookDefinition
from pledgebook.model.snapshots import Decision
from pledgebook.reconcile.fold import fold


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
        other = Text("A loan to forget.")
        claim = other.commitment(amount=amount("6000000"))
        ledger.add(other.document, [claim], other.reading([claim]))
        ledger.redact(claim.id, author="ana", reason="asked for", fold=fold)
    return book


#: What each database has that changes or removes rows, and the words that refuse it.
_REPLACE = "INSERT INTO {0} SELECT * FROM {0} WHERE true ON CONFLICT (seq) DO UPDATE SET key = 'x'"
STATEMENTS = {
    "sqlite": [
        ("UPDATE {} SET payload = '{{}}'", "changed"),
        ("UPDATE {} SET payload = NULL, salt = NULL", "changed"),
        ("UPDATE {} SET seq = seq + 100", "changed"),
        ("DELETE FROM {}", "deleted"),
        ("INSERT OR REPLACE INTO {0} SELECT * FROM {0}", "replaced"),
        (_REPLACE, "replaced"),
    ],
    "postgresql": [
        ("UPDATE {} SET payload = '{{}}'", "changed"),
        ("UPDATE {} SET payload = NULL, salt = NULL", "changed"),
        ("UPDATE {} SET seq = seq + 100", "changed"),
        ("DELETE FROM {}", "changed or deleted"),
        ("TRUNCATE {}", "changed or deleted"),
        (_REPLACE, "changed"),
    ],
}


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_refused(full_book: str, table: str) -> None:
    before = ask(full_book, f"SELECT * FROM {table} ORDER BY seq")  # noqa: S608
    assert before
    for statement, word in STATEMENTS["postgresql" if is_address(full_book) else "sqlite"]:
        words = f"append-only: a row of {table} is never {word}"
        with pytest.raises(DBAPIError, match=words), raw(full_book) as connection:
            connection.exec_driver_sql(statement.format(table))
        assert ask(full_book, f"SELECT * FROM {table} ORDER BY seq") == before, statement  # noqa: S608


def test_projections_may_be_dropped_and_rebuilt(full_book: str) -> None:
    with raw(full_book) as connection:
        for table in ("entries", "entry_claims", "projection"):
            connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608
