"""Everything that differs between databases: connections, transactions, triggers, error words.

SQLite in WAL mode is the embedded default. The statements for PostgreSQL stand beside those for
SQLite, so that the rest of the room is written once.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from pledgebook.ledger.errors import LedgerError

#: Seconds that a second writer waits for the first. One source is written in milliseconds; a
#: rebuild of the entries of a large book takes seconds.
WAIT = 30.0

#: Seconds between two tries for a lock that SQLite does not wait for.
_TURN = 0.02

#: Execution option that marks a connection as a writer.
_WRITES = "pledgebook_writes"

#: Words of the drivers' messages and what they mean for a user.
_PLAIN = (
    ("locked", "is being written by another program; wait until it is done and run this again"),
    ("readonly", "cannot be written: the file or its folder is read-only; copy it elsewhere"),
    ("read-only", "cannot be written: the file or its folder is read-only; copy it elsewhere"),
    ("unable to open", "cannot be opened: check that the folder exists and may be written"),
    ("not a database", "is not a Pledgebook book (it is not a SQLite database)"),
    ("malformed", "is damaged; restore it from a copy"),
    ("disk is full", "cannot grow: the disk is full; nothing of the last source was kept"),
    ("disk I/O", "cannot be read or written: the disk reports an error"),
    ("append-only", "refused to change or delete a row: its tables are append-only"),
)


def engine_for(path: str, wait: float = WAIT) -> Engine:
    """Make the engine for the SQLite file ``path``."""
    engine = create_engine(
        URL.create("sqlite", database=path), connect_args={"timeout": wait}, hide_parameters=True
    )
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(raw: Any, _record: object) -> None:
    # The driver's own transactions would begin late and as readers; see _on_begin.
    raw.isolation_level = None
    cursor = raw.cursor()
    # FULL: a source that was reported as added must survive a power cut. WAL makes that one
    # flush per source, which is small beside the time that reading a source takes.
    cursor.execute("PRAGMA synchronous=FULL")
    # Without this, INSERT OR REPLACE would delete rows past the triggers.
    cursor.execute("PRAGMA recursive_triggers=ON")
    cursor.close()


def _on_begin(connection: Connection) -> None:
    # A writer takes the write lock at once: it waits there, and never fails half-way.
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One consistent state of the book for as long as the block runs."""
    with engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One write transaction: all of it or nothing; waits for another writer."""
    with engine.connect().execution_options(**{_WRITES: True}) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            # One writer at a time: the chain has one end.
            connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('pledgebook chain'))"))
        yield connection


def use_write_ahead_log(engine: Engine, wait: float = WAIT) -> None:
    """Let readers read while a writer writes; kept in the file, so set once.

    SQLite does not wait for the lock here by itself, so programs that make one book at the same
    moment take turns: the switch is tried again for ``wait`` seconds.
    """
    if engine.dialect.name != "sqlite":
        return
    until = time.monotonic() + wait
    while True:
        try:
            with engine.connect() as connection:
                raw = connection.connection.driver_connection
                assert raw is not None
                raw.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise LedgerError(f"{engine.url.database} {_meaning(str(error))}") from error
            time.sleep(_TURN)
        else:
            return


@contextmanager
def plain_errors(book: str) -> Iterator[None]:
    """Turn what a driver says into one plain sentence about ``book``."""
    try:
        yield
    except SQLAlchemyError as error:
        raise LedgerError(f"{book} {_said(error)}") from error


def _said(error: SQLAlchemyError) -> str:
    return _meaning(str(error.orig) if isinstance(error, DBAPIError) else str(error))


def _meaning(said: str) -> str:
    for words, meaning in _PLAIN:
        if words in said:
            return meaning
    return f"could not be read or written: {said}"


def protection(dialect: str, table: str) -> list[str]:
    """Give the statements that make ``table`` append-only."""
    return _PROTECTION[dialect](table)


def _sqlite_protection(table: str) -> list[str]:
    refuse = f"SELECT RAISE(ABORT, 'append-only: a row of {table} is never"
    exists = f"EXISTS (SELECT 1 FROM {table} WHERE seq = NEW.seq OR key = NEW.key)"  # noqa: S608
    change = f"{table}_no_update BEFORE UPDATE ON {table}"
    delete = f"{table}_no_delete BEFORE DELETE ON {table}"
    # INSERT OR REPLACE deletes without firing the delete trigger in most programs.
    replace = f"{table}_no_replace BEFORE INSERT ON {table} WHEN {exists}"
    return [
        f"CREATE TRIGGER {change} BEGIN {refuse} changed'); END",
        f"CREATE TRIGGER {delete} BEGIN {refuse} deleted'); END",
        f"CREATE TRIGGER {replace} BEGIN {refuse} replaced'); END",
    ]


def _postgresql_protection(table: str) -> list[str]:
    function = f"{table}_append_only()"
    refuse = f"RAISE EXCEPTION 'append-only: a row of {table} is never changed or deleted'"
    events = f"BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} FOR EACH STATEMENT"
    return [
        f"CREATE FUNCTION {function} RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {refuse}; END $$",
        f"CREATE TRIGGER {table}_append_only {events} EXECUTE FUNCTION {function}",
    ]


_PROTECTION = {"sqlite": _sqlite_protection, "postgresql": _postgresql_protection}
