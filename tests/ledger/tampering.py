"""What somebody with the file or the server's password can do, past the program."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, text

from pledgebook.ledger.dialects import engine_for, is_address


@contextmanager
def raw(book: str) -> Iterator[Connection]:
    """A connection that the program knows nothing of; committed at the end."""
    engine = engine_for(book)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def ask(book: str, query: str) -> Sequence[Any]:
    with raw(book) as connection:
        return connection.execute(text(query)).all()


def tamper(book: str, *statements: str) -> None:
    """Run statements past the triggers."""
    with raw(book) as connection:
        if is_address(book):
            connection.exec_driver_sql("SET session_replication_role = replica")
        else:
            names = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            for (name,) in connection.exec_driver_sql(names).all():
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.exec_driver_sql(statement)
