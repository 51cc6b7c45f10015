"""Every way in which a book cannot be opened has a plain sentence, and no traceback of a driver."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest
from promise_builders import Text, amount
from sqlalchemy import inspect

from pledgebook.ledger import dialects, schema
from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.protection import protection
from pledgebook.ledger.store import Ledger
from pledgebook.ledger.tables import METADATA, VERSION_TABLE

TEXT = Text("One text.")


@pytest.fixture
def book(tmp_path: Path) -> str:
    """A file: these are the ways in which a file fails; servers have a page of their own."""
    return str(tmp_path / "book.db")


def test_no_such_book(book: str) -> None:
    with pytest.raises(LedgerError, match="there is no book"):
        Ledger.open(book)
    assert not Path(book).exists()


@pytest.mark.parametrize("name", ["", " "])
def test_no_name(name: str) -> None:
    with pytest.raises(LedgerError, match="--book is empty"):
        Ledger.open(name, create=True)


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="is a folder"):
        Ledger.open(str(tmp_path), create=True)


def test_no_folder_for_it(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="there is no folder"):
        Ledger.open(str(tmp_path / "nowhere" / "book.db"), create=True)


def test_some_other_address() -> None:
    with pytest.raises(LedgerError, match="a book is a file or postgresql://"):
        Ledger.open("mysql://ana@host/book", create=True)


def test_some_other_file(book: str) -> None:
    Path(book).write_text("This is a letter and no database. " * 50, encoding="utf-8")
    for create in (False, True):
        with pytest.raises(LedgerError, match="not a Pledgebook book"):
            Ledger.open(book, create=create)


def test_some_other_database(book: str) -> None:
    with closing(sqlite3.connect(book)) as raw, raw:
        raw.execute("CREATE TABLE recipes (name TEXT)")
    for create in (False, True):
        with pytest.raises(LedgerError, match="not a Pledgebook book"):
            Ledger.open(book, create=create)


def test_an_empty_file(book: str) -> None:
    Path(book).touch()
    with pytest.raises(LedgerError, match="is empty"):
        Ledger.open(book)
    Ledger.open(book, create=True).close()
    Ledger.open(book).close()


def test_a_newer_schema(book: str) -> None:
    Ledger.open(book, create=True).close()
    with closing(sqlite3.connect(book)) as raw, raw:
        raw.execute(f"UPDATE {VERSION_TABLE} SET version_num = '9999'")  # noqa: S608
    with pytest.raises(LedgerError, match="written by a newer Pledgebook"):
        Ledger.open(book)


def test_a_damaged_file(book: str) -> None:
    with Ledger.open(book, create=True) as ledger:
        ledger.add(TEXT.document, [], TEXT.reading([]))
    with closing(sqlite3.connect(book)) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(Path(book).read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    Path(book).write_bytes(content)
    with (
        pytest.raises(LedgerError, match=r"damaged|could not be read"),
        Ledger.open(book) as ledger,
    ):
        ledger.view().sources()


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_read_only_folder(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    folder.chmod(0o500)
    with pytest.raises(LedgerError, match="cannot be"):
        Ledger.open(str(folder / "book.db"), create=True)


def test_a_book_that_refuses_writes(book: str) -> None:
    Ledger.open(book, create=True).close()
    with Ledger.open(book) as ledger:
        with ledger.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA query_only=ON")
        with pytest.raises(LedgerError, match="read-only"):
            ledger.add(TEXT.document, [], TEXT.reading([]))


def test_a_second_writer_is_refused_after_its_wait(book: str) -> None:
    Ledger.open(book, create=True).close()
    with closing(sqlite3.connect(book, isolation_level=None)) as raw:
        raw.execute("BEGIN IMMEDIATE")
        with (
            Ledger.open(book, wait=0.1) as ledger,
            pytest.raises(LedgerError, match="being written by another program"),
        ):
            ledger.add(TEXT.document, [], TEXT.reading([]))
        with Ledger.open(book) as reader:
            assert reader.view().sources() == ()


def test_a_second_writer_waits(book: str) -> None:
    Ledger.open(book, create=True).close()
    with closing(sqlite3.connect(book, isolation_level=None, check_same_thread=False)) as raw:
        raw.execute("BEGIN IMMEDIATE")
        release = threading.Timer(0.3, raw.rollback)
        release.start()
        start = time.monotonic()
        with Ledger.open(book) as ledger:
            assert ledger.add(TEXT.document, [], TEXT.reading([])).snapshot_new
        assert time.monotonic() - start > 0.2
        release.join()


def test_two_writers_keep_one_chain(book: str) -> None:
    Ledger.open(book, create=True).close()
    failures: list[Exception] = []

    def write(name: str) -> None:
        try:
            with Ledger.open(book) as ledger:
                for n in range(10):
                    text = Text(f"Text {n} of {name}.")
                    claim = text.commitment(amount=amount(f"{n + 1}e6"))
                    ledger.add(text.document, [claim], text.reading([claim]))
        except Exception as error:  # noqa: BLE001
            failures.append(error)

    writers = [threading.Thread(target=write, args=(name,)) for name in ("one", "two")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert failures == []
    with Ledger.open(book) as ledger:
        found = ledger.verify()
        assert (found.rows, found.fault) == (80, None)


def test_several_programs_make_one_book_at_once(book: str) -> None:
    code = f"from pledgebook.ledger.store import Ledger; Ledger.open({book!r}, create=True).close()"
    makers = [
        subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE) for _ in range(4)
    ]
    errors = [maker.communicate()[1].decode() for maker in makers]
    assert errors == [""] * 4
    Ledger.open(book).close()


def test_the_steps_make_the_schema_of_the_tables(ledger: Ledger) -> None:
    from alembic.autogenerate import compare_metadata  # noqa: PLC0415
    from alembic.runtime.migration import MigrationContext  # noqa: PLC0415

    with dialects.reading(ledger.engine) as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "version_table": VERSION_TABLE,
                "compare_type": True,
                # The full-text index has tables of its own, which no MetaData describes.
                "include_name": lambda name, *_: not str(name).startswith("search_words"),
            },
        )
        assert compare_metadata(context, METADATA) == []
        assert set(METADATA.tables) < set(inspect(connection).get_table_names())


def test_the_known_revisions_are_those_of_the_steps() -> None:
    from alembic.config import Config  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(schema.__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    steps = [step.revision for step in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(steps)) == schema.REVISIONS


def test_opening_todays_book_does_not_import_alembic(book: str) -> None:
    Ledger.open(book, create=True).close()
    code = (
        "import sys; from pledgebook.ledger.store import Ledger; "
        f"Ledger.open({book!r}).close(); print('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
def test_each_dialect_protects_a_table(dialect: str) -> None:
    statements = protection(dialect, "claims", ["seq", "payload"])
    for word in ("UPDATE", "DELETE"):
        assert any(f"BEFORE {word}" in s or f"OR {word}" in s for s in statements)
