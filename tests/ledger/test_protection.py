"""A book whose triggers were dropped or switched off says so, and can have them set again."""

from __future__ import annotations

import pytest
from decision_books import add, text
from tampering import raw
from throwaway_postgresql import Server
from typer.testing import CliRunner

from pledgebook.cli import app
from pledgebook.ledger.store import Ledger

ONE = text("NOR gives 5 million to it.")


def pg(book: str) -> bool:
    return book.startswith("postgresql://")


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, list(words))
    return result.exit_code, result.output


@pytest.mark.parametrize("table", ["claims", "redactions"])
def test_a_dropped_trigger_is_told_and_set_again(book: str, table: str) -> None:
    with Ledger.open(book, create=True) as ledger:
        add(ledger, ONE)
        assert ledger.verify().unprotected == ()
    on = f" ON {table}" if pg(book) else ""
    with raw(book) as connection:
        connection.exec_driver_sql(f"DROP TRIGGER {table}_no_update{on}")
    code, said = run("verify", "--book", book)
    assert (code, f"nothing refuses changes any more in {table}:" in said) == (1, True)
    assert run("upgrade", "--book", book)[0] == 0
    assert run("verify", "--book", book)[0] == 0
    if table == "claims":
        with raw(book) as connection, pytest.raises(Exception, match="append-only"):
            connection.exec_driver_sql("UPDATE claims SET kind = 'x'")


def test_a_trigger_that_is_switched_off_is_told(postgresql: Server) -> None:
    book = postgresql.database()
    with Ledger.open(book, create=True) as ledger:
        add(ledger, ONE)
    with raw(book) as connection:
        connection.exec_driver_sql("ALTER TABLE claims DISABLE TRIGGER claims_no_update")
    with Ledger.open(book) as ledger:
        assert ledger.verify().unprotected == ("claims",)
