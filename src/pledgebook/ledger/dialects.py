"""Everything that differs between databases: connections, transactions, error words.

SQLite in WAL mode is the embedded default. The statements for PostgreSQL stand beside those for
SQLite, so that the rest of the room is written once.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event, select, text
from sqlalchemy.engine import URL, ExceptionContext, make_url
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from pledgebook.ledger.errors import LedgerError

#: Seconds that a second writer waits for the first. One source is written in milliseconds; a
#: rebuild of the entries of a large book takes seconds.
WAIT = 30.0

#: Seconds between two tries for a lock that SQLite does not wait for.
_TURN = 0.02

#: Seconds until a server that does not answer counts as out of reach.
_REACH = 10

#: Kibibytes of pages that SQLite keeps in memory; those of a book of 200,000 claims' indexes.
_CACHE = 65_536

#: Pages in the write-ahead log before SQLite copies them into the file. A batch of 2,000 claims
#: touches some 5,000 pages of a large book's indexes, many of them again in the next batch: with
#: the default of 1,000 each batch copies all of its pages. 16,000 pages are 64 MB of log.
_CHECKPOINT = 16_000

#: Rows from which PostgreSQL takes them faster by COPY than by a prepared INSERT.
_COPIED = 100

#: Execution option that marks a connection as a writer.
_WRITES = "pledgebook_writes"

#: Words of the drivers' messages and what they mean for a user.
_PLAIN = (
    (
        "lock timeout",
        "is being written by another program; wait until it is done and run this again",
    ),
    ("locked", "is being written by another program; wait until it is done and run this again"),
    ("readonly", "cannot be written: the file or its folder is read-only; copy it elsewhere"),
    ("read-only", "cannot be written: the file or its folder is read-only; copy it elsewhere"),
    ("unable to open", "cannot be opened: check that the folder exists and may be written"),
    ("not a database", "is not a Pledgebook book (it is not a SQLite database)"),
    ("malformed", "is damaged; restore it from a copy"),
    ("disk is full", "cannot grow: the disk is full; nothing of the last source was kept"),
    ("disk I/O", "cannot be read or written: the disk reports an error"),
    # A server that could write a part of a page says so, and hints at the disk.
    ("Check free disk space", "cannot grow: the disk is full; nothing of the last source was kept"),
    ("No space left", "cannot grow: the disk is full; nothing of the last source was kept"),
    ("password authentication", "cannot be opened: the server refuses this user or password"),
    ("no password supplied", "cannot be opened: the server asks for a password"),
    ("permission denied", "cannot be written: the server does not let this user do that"),
    ("does not exist", "cannot be opened: the server has no such database or user; make it first"),
    ("connection", "cannot be reached: check that its server runs and is named right"),
    ("append-only", "refused to change or delete a row: its tables are append-only"),
)


#: How the address of a book in PostgreSQL begins.
_ADDRESS = ("postgresql://", "postgres://")


def is_address(book: str) -> bool:
    """Say whether ``book`` names a database server, not a file."""
    return "://" in book


def engine_for(book: str, wait: float = WAIT) -> Engine:
    """Make the engine for a book: the path of an SQLite file or a PostgreSQL address."""
    return _server_engine(book, wait) if is_address(book) else _file_engine(book, wait)


def _file_engine(path: str, wait: float) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=path), connect_args={"timeout": wait}, hide_parameters=True
    )
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    event.listen(engine, "handle_error", _on_error)
    return engine


def _server_engine(address: str, wait: float) -> Engine:
    if not address.startswith(_ADDRESS):
        raise LedgerError(f"{address}: a book is a file or postgresql://USER@HOST/DATABASE")
    if find_spec("psycopg") is None:
        raise LedgerError(
            f"{address} needs the driver for PostgreSQL: pip install 'pledgebook[postgresql]'"
        )
    try:
        url = make_url(address).set(drivername="postgresql+psycopg")
    except (SQLAlchemyError, ValueError) as error:
        raise LedgerError(f"{address} is no address of a database: {error}") from error
    engine = create_engine(
        url, connect_args={"connect_timeout": _REACH}, hide_parameters=True, max_overflow=-1
    )

    def limit_the_wait(raw: Any, _record: object) -> None:
        raw.execute(f"SET lock_timeout = {max(1, int(wait * 1000))}")
        raw.commit()

    event.listen(engine, "connect", limit_the_wait)
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
    # Keys are digests, so rows land all over the indexes: the default of 2 MB makes SQLite read
    # and write most pages again for each source of a large book.
    cursor.execute(f"PRAGMA cache_size=-{_CACHE}")
    cursor.execute(f"PRAGMA wal_autocheckpoint={_CHECKPOINT}")
    cursor.close()


def _on_begin(connection: Connection) -> None:
    # A writer takes the write lock at once: it waits there, and never fails half-way.
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _on_error(context: ExceptionContext) -> None:
    # A connection that has read a damaged file remembers what it read: with a new one, a running
    # server takes up the copy that the file is restored from. "Malformed" and "not a database"
    # are of this very class, what is locked, full or refused of others below it.
    if type(context.original_exception) is sqlite3.DatabaseError:
        context.is_disconnect = True


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One consistent state of the book for as long as the block runs."""
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            # Its default would show each statement what others have committed meanwhile.
            connection.execution_options(isolation_level="REPEATABLE READ")
        with connection.begin():
            yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One write transaction: all of it or nothing; waits for another writer."""
    with engine.connect().execution_options(**{_WRITES: True}) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            # One writer at a time: the chain has one end. The lock is that of this schema, since
            # a database may hold a book in each; readers never wait for it.
            connection.execute(
                text("SELECT pg_advisory_xact_lock(hashtext('pledgebook ' || current_schema()))")
            )
        yield connection


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert many rows, each with every column of the first, straight through the driver.

    Values are texts and whole numbers, which no dialect writes otherwise; preparing each row by
    way of SQLAlchemy takes as long as hashing it.
    """
    names = [column.name for column in table.columns if column.name in rows[0]]
    given = list(map(itemgetter(*names), rows))
    columns = ", ".join(f'"{name}"' for name in names)
    if connection.dialect.name == "postgresql" and len(given) >= _COPIED:
        copy_in(connection, f'COPY "{table.name}" ({columns}) FROM STDIN', given)
        return
    mark = {"sqlite": "?", "postgresql": "%s"}[connection.dialect.name]
    marks = ", ".join([mark] * len(names))
    into = f'INSERT INTO "{table.name}" ({columns}) VALUES ({marks})'  # noqa: S608 - own names
    connection.exec_driver_sql(into, given)


def copy_in(connection: Connection, into: str, rows: Sequence[tuple[object, ...]]) -> None:
    """Send rows to PostgreSQL by COPY; no event of SQLAlchemy tells of it."""
    from psycopg import Error  # noqa: PLC0415 - an optional driver

    raw: Any = connection.connection.driver_connection
    lines = ("\t".join(map(_copied, row)) + "\n" for row in rows)
    try:
        with raw.cursor() as cursor, cursor.copy(into) as copy:
            copy.write("".join(lines))
    except Error as error:
        raise DBAPIError.instance(into, None, error, Error) from error


def read_bytes(connection: Connection, table: Table, names: Sequence[str]) -> dict[str, bytes]:
    """Read payloads of bytes by name.

    PostgreSQL sends them as they are only to a cursor that asks for it; else as text twice as long,
    which takes four times as long to read.
    """
    query = select(table.c.name, table.c.payload).where(table.c.name.in_(names))
    if connection.dialect.name != "postgresql":
        return {name: bytes(payload) for name, payload in connection.execute(query)}
    from psycopg import Error  # noqa: PLC0415 - an optional driver

    raw: Any = connection.connection.driver_connection
    words = f"SELECT name, payload FROM {table.name} WHERE name = ANY(%s)"  # noqa: S608 - ours
    try:
        with raw.cursor(binary=True) as cursor:
            return dict(cursor.execute(words, [list(names)]).fetchall())
    except Error as error:
        raise DBAPIError.instance(words, None, error, Error) from error


def _copied(value: object) -> str:
    """Write a value as COPY reads it: signs that part values and rows are escaped."""
    text = str(value)
    if "\\" in text:
        text = text.replace("\\", "\\\\")
    if text.isprintable():
        return text
    return text.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


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


def close_file(engine: Engine) -> None:
    """Fold the log into the file, so that the one file is the whole book."""
    with engine.connect() as connection:
        raw: Any = connection.connection.driver_connection
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def scrub(engine: Engine) -> None:
    """Overwrite what was removed: free pages, the log beside the file, old versions of rows."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        raw: Any = connection.connection.driver_connection
        if engine.dialect.name == "sqlite":
            raw.execute("INSERT INTO search_words (search_words) VALUES ('optimize')")
            raw.execute("VACUUM")
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        else:
            raw.execute("VACUUM")
