"""Backup and restore: a whole book, row by row, in one state, into a book that is new.

A backup is a book in one SQLite file, whatever the database it comes from, and can be restored
into either. Copies are verified before they are given their name; nothing is ever overwritten.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, Table, select

from pledgebook.ledger import chain
from pledgebook.ledger.chain import Head
from pledgebook.ledger.dialects import (
    WAIT,
    close_file,
    is_address,
    plain_errors,
    reading,
    writing,
)
from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.opening import opened
from pledgebook.ledger.searching import add_to_index
from pledgebook.ledger.tables import APPEND_ONLY, PROJECTIONS, SEARCH
from pledgebook.ledger.verifying import Verified, verify

#: Rows copied at a time; bounds the memory.
_BATCH = 1_000


def backup(book: str, file: str, wait: float = WAIT) -> Verified:
    """Copy a book into a new file while others read and write; gives what was verified.

    Raises LedgerError where the file exists, or the book's chain is broken: then nothing is left.
    """
    source = opened(book, create=False, wait=wait)
    try:
        with _new_file(file) as part:
            target = opened(str(part), create=True, wait=wait)
            try:
                with plain_errors(file):
                    with reading(source) as given, writing(target) as taken:
                        found = _copied(given, taken, book)
                    close_file(target)
            finally:
                target.dispose()
    finally:
        source.dispose()
    return found


def restore(file: str, book: str, wait: float = WAIT) -> Verified:
    """Make a book from a backup of this or an earlier schema; gives what was verified.

    Raises LedgerError where there is a book already, or the backup's chain is broken.
    """
    if not Path(file).is_file():
        raise LedgerError(f"there is no backup {file}")
    if is_address(book):
        with tempfile.TemporaryDirectory() as folder:
            part = Path(folder) / "book.db"
            return _from_part(file, part, lambda source: _into_server(source, book, wait))
    with _new_file(book) as part:
        return _from_part(file, part, lambda source: _checked(source, file))


def _from_part(file: str, part: Path, use: Callable[[Engine], Verified]) -> Verified:
    """Work on a copy of the backup: an upgrade must not change the backup itself."""
    shutil.copyfile(file, part)
    with plain_errors(file):
        try:
            source = opened(str(part), create=False, upgrade=True, wait=WAIT)
        except LedgerError as error:  # it is the backup that the user knows
            raise LedgerError(str(error).replace(str(part), file)) from error
        try:
            found = use(source)
            close_file(source)
        finally:
            source.dispose()
    return found


def _checked(source: Engine, name: str) -> Verified:
    with reading(source) as connection:
        return _sound(verify(connection), name)


def _into_server(source: Engine, book: str, wait: float) -> Verified:
    target = opened(book, create=True, wait=wait)
    try:
        with plain_errors(book), reading(source) as given, writing(target) as taken:
            if chain.head(taken).seq:
                raise LedgerError(f"{book} holds a book already; restore into an empty database")
            return _copied(given, taken, "the backup")
    finally:
        target.dispose()


def _copied(given: Connection, taken: Connection, name: str) -> Verified:
    for table in (*APPEND_ONLY.values(), *PROJECTIONS):
        for rows in _batches(given, table):
            taken.execute(table.insert(), rows)
    for rows in _batches(given, SEARCH):
        add_to_index(taken, rows)
    return _sound(verify(taken, saved=chain.head(given)), name)


def _batches(connection: Connection, table: Table) -> Iterator[list[dict[str, object]]]:
    (key,) = table.primary_key.columns
    query = select(table).order_by(key).limit(_BATCH)
    rows = connection.execute(query).mappings().all()
    while rows:
        yield [dict(row) for row in rows]
        rows = connection.execute(query.where(key > rows[-1][key.name])).mappings().all()


def _sound(found: Verified, name: str) -> Verified:
    if found.fault is not None:
        raise LedgerError(
            f"the chain of {name} is broken: row {found.fault.seq} {found.fault.reason}; "
            "nothing was copied"
        )
    return found


@contextmanager
def _new_file(path: str) -> Iterator[Path]:
    """A file beside ``path`` that gets its name when the block is done, if nothing has it yet."""
    final = Path(path)
    _check_free(final)
    handle, name = tempfile.mkstemp(dir=final.parent, prefix=f".{final.name}.", suffix=".part")
    os.close(handle)
    part = Path(name)
    try:
        yield part
        with part.open("rb") as written:
            os.fsync(written.fileno())
        try:
            os.link(part, final)  # unlike a rename, never over another file
        except FileExistsError:
            _check_free(final)
    finally:
        for end in ("", "-wal", "-shm", "-journal"):
            Path(f"{part}{end}").unlink(missing_ok=True)


def _check_free(path: Path) -> None:
    if path.exists():
        raise LedgerError(f"{path} exists; nothing is ever overwritten, give another name")
    if not path.parent.is_dir():
        raise LedgerError(f"{path} cannot be made: there is no folder {path.parent}")


def head_text(head: Head) -> str:
    """Write a head to be kept: number of rows and hash, ``ROWS:HASH``."""
    return f"{head.seq}:{head.hash}"


def head_from_text(text: str) -> Head:
    """Read a head that was kept; raises LedgerError."""
    rows, _, digest = text.strip().partition(":")
    hexadecimal = len(digest) == len(Head().hash) and set(digest) <= set("0123456789abcdef")
    if not (rows.isascii() and rows.isdigit() and hexadecimal):
        raise LedgerError(f"{text[:80]!r} is no saved head; `pledgebook verify` prints ROWS:HASH")
    return Head(seq=int(rows), hash=digest)
