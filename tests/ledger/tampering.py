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
    """Run statements past the triggers, and leave these as they were."""
    with raw(book) as connection:
        dropped: list[str] = []
        if is_address(book):
            connection.exec_driver_sql("SET session_replication_role = replica")
        else:
            triggers = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
            for name, made in connection.exec_driver_sql(triggers).all():
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
                dropped.append(made)
        for statement in (*statements, *dropped):
            connection.exec_driver_sql(statement)
