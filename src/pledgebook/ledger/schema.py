"""Which schema a book has, and the steps to today's.

Alembic is imported only where there is a step to run: opening a book of today's schema reads one
row instead.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.tables import VERSION_TABLE

#: Schema versions that this program knows, oldest first; the last is today's.
REVISIONS = ("0001", "0002", "0003", "0004")


def revision(connection: Connection) -> str | None:
    """Schema version of the book, None where the database holds no book."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    return connection.execute(
        text(f"SELECT version_num FROM {VERSION_TABLE}")  # noqa: S608
    ).scalar()


def is_foreign(connection: Connection) -> bool:
    """Say whether the database holds tables, but none of a book."""
    return revision(connection) is None and bool(inspect(connection).get_table_names())


def check_known(book: str, found: str) -> None:
    """Raise LedgerError for a schema that only a newer program knows."""
    if found not in REVISIONS:
        raise LedgerError(
            f"{book} has schema {found}, written by a newer Pledgebook "
            f"(this one knows up to {REVISIONS[-1]}); install that version to open it"
        )


def upgrade(connection: Connection) -> None:
    """Run the steps that are missing, inside the connection's transaction."""
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    here = str(Path(__file__).parent / "migrations")
    config.set_main_option("script_location", here.replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
