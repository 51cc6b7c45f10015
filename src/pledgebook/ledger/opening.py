"""Opening a book: every way in which it can fail has its own plain sentence."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine

from pledgebook.ledger import schema
from pledgebook.ledger.dialects import (
    engine_for,
    is_address,
    plain_errors,
    reading,
    use_write_ahead_log,
    writing,
)
from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.searching import rebuild_index


def opened(book: str, *, create: bool, wait: float, upgrade: bool = False) -> Engine:
    """Give the engine of a book whose schema is today's; raises LedgerError.

    A book of an earlier schema is refused, so that no command changes it unasked; with
    ``upgrade`` the steps to today's are made.
    """
    _check_path(book, create=create)
    engine = engine_for(book, wait)
    try:
        with plain_errors(book):
            _bring_to_today(engine, book, create=create, upgrade=upgrade, wait=wait)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _check_path(book: str, *, create: bool) -> None:
    if is_address(book):
        return
    if not book.strip():
        raise LedgerError("--book is empty; give the file of the book")
    path = Path(book)
    if path.is_dir():
        raise LedgerError(f"{book} is a folder; give the file of the book")
    if not path.exists() and not create:
        raise LedgerError(f"there is no book {book}; `pledgebook add` makes it")
    if not path.parent.is_dir():
        raise LedgerError(f"{book} cannot be made: there is no folder {path.parent}")


def _bring_to_today(engine: Engine, book: str, *, create: bool, upgrade: bool, wait: float) -> None:
    with reading(engine) as connection:
        found = schema.revision(connection)
        if found is None and schema.is_foreign(connection):
            raise LedgerError(f"{book} is a database, but not a Pledgebook book")
    if found == schema.REVISIONS[-1]:
        return
    if found is not None:
        schema.check_known(book, found)
        if not upgrade:
            raise LedgerError(
                f"{book} has schema {found}, written by an earlier Pledgebook; keep a copy "
                "of it (the file, or what pg_dump writes), then run "
                f"`pledgebook upgrade --book {book}`"
            )
    elif not create:
        raise LedgerError(f"{book} is empty: it holds no book; `pledgebook add` makes one")
    use_write_ahead_log(engine, wait)
    _step(engine)


def _step(engine: Engine) -> None:
    with writing(engine) as connection:
        # Another program may have made the same steps while this one waited for the lock.
        if schema.revision(connection) != schema.REVISIONS[-1]:
            schema.upgrade(connection)
            rebuild_index(connection)
