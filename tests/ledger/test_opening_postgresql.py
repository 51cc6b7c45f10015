"""Every way in which a book on a server cannot be opened has a plain sentence."""

from __future__ import annotations

import threading
import time
from importlib.util import find_spec

import pytest
from promise_builders import Text, amount
from tampering import raw
from throwaway_postgresql import Server

from pledgebook.ledger import dialects
from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.store import Ledger
from pledgebook.ledger.tables import VERSION_TABLE

TEXT = Text("One text.")


@pytest.fixture
def book(postgresql: Server) -> str:
    return postgresql.database()


def test_no_server(tmp_path: object) -> None:
    with pytest.raises(LedgerError, match="cannot be reached") as caught:
        Ledger.open(f"postgresql://ana:secret@/book?host={tmp_path}", create=True)
    assert "secret" not in str(caught.value)
    assert "ana:***@" in str(caught.value)


def test_no_such_database(postgresql: Server) -> None:
    with pytest.raises(LedgerError, match="no such database or user"):
        Ledger.open(postgresql.address("nowhere"), create=True)


def test_an_address_that_is_none() -> None:
    with pytest.raises(LedgerError, match="is no address"):
        Ledger.open("postgresql://host:port/book")


def test_an_empty_database(book: str) -> None:
    with pytest.raises(LedgerError, match="is empty"):
        Ledger.open(book)
    Ledger.open(book, create=True).close()
    Ledger.open(book).close()


def test_some_other_database(book: str) -> None:
    with raw(book) as connection:
        connection.exec_driver_sql("CREATE TABLE recipes (name TEXT)")
    for create in (False, True):
        with pytest.raises(LedgerError, match="not a Pledgebook book"):
            Ledger.open(book, create=create)


def test_a_newer_schema(book: str) -> None:
    Ledger.open(book, create=True).close()
    with raw(book) as connection:
        connection.exec_driver_sql(f"UPDATE {VERSION_TABLE} SET version_num = '9999'")  # noqa: S608
    with pytest.raises(LedgerError, match="written by a newer Pledgebook"):
        Ledger.open(book)


def test_the_driver_is_not_installed(book: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert find_spec("psycopg") is not None
    monkeypatch.setattr(dialects, "find_spec", lambda _: None)
    with pytest.raises(LedgerError, match=r"pip install 'pledgebook\[postgresql\]'"):
        Ledger.open(book)


def test_a_second_writer_waits_or_is_refused_and_readers_never_wait(book: str) -> None:
    Ledger.open(book, create=True).close()
    engine = dialects.engine_for(book)
    with dialects.writing(engine):
        with (
            Ledger.open(book, wait=0.1) as ledger,
            pytest.raises(LedgerError, match="being written by another program"),
        ):
            ledger.add(TEXT.document, [], TEXT.reading([]))
        with Ledger.open(book, wait=0.1) as reader:
            assert reader.view().sources() == ()
    holder = dialects.writing(engine)
    holder.__enter__()
    release = threading.Timer(0.3, holder.__exit__, (None, None, None))
    release.start()
    start = time.monotonic()
    with Ledger.open(book) as ledger:
        assert ledger.add(TEXT.document, [], TEXT.reading([])).snapshot_new
    assert time.monotonic() - start > 0.2
    release.join()
    engine.dispose()


def test_writers_keep_one_chain(book: str) -> None:
    failures: list[Exception] = []

    def write(name: str) -> None:
        try:
            with Ledger.open(book, create=True) as ledger:
                for n in range(10):
                    text = Text(f"Text {n} of {name}.")
                    claim = text.commitment(amount=amount(f"{n + 1}e6"))
                    ledger.add(text.document, [claim], text.reading([claim]))
        except Exception as error:  # noqa: BLE001
            failures.append(error)

    writers = [threading.Thread(target=write, args=(name,)) for name in ("one", "two", "three")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert failures == []
    with Ledger.open(book) as ledger:
        found = ledger.verify()
        assert (found.rows, found.fault) == (120, None)


def test_a_reader_sees_one_state_while_a_writer_commits(book: str) -> None:
    with Ledger.open(book, create=True) as ledger, dialects.reading(ledger.engine) as connection:
        count = "SELECT count(*) FROM snapshots"
        assert connection.exec_driver_sql(count).scalar() == 0
        ledger.add(TEXT.document, [], TEXT.reading([]))
        assert connection.exec_driver_sql(count).scalar() == 0
