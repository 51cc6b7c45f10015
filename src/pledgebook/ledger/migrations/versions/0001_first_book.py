"""First schema: seven append-only tables on one chain, and the entries folded from them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

#: Append-only tables and their look-up columns; True where a column has an index.
_TABLES: dict[str, dict[str, bool]] = {
    "snapshots": {},
    "sightings": {"snapshot": True},
    "readings": {"snapshot": True},
    "claims": {"id": True, "snapshot": True, "kind": False},
    "decisions": {"target": True},
    "runs": {},
    "definitions": {},
}


def upgrade() -> None:
    """Make the tables, their triggers and the projections."""
    for table, copies in _TABLES.items():
        _append_only(table, copies)
    _projections()


def _append_only(table: str, copies: dict[str, bool]) -> None:
    op.create_table(
        table,
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("key", sa.String, nullable=False, unique=True),
        *(sa.Column(name, sa.String, nullable=False, index=i) for name, i in copies.items()),
        sa.Column("entered_at", sa.String(27), nullable=False),
        sa.Column("payload", sa.Text, nullable=True),
        sa.Column("salt", sa.String(32), nullable=True),
        sa.Column("payload_digest", sa.String(64), nullable=False),
        sa.Column("prev_hash", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
    )
    for statement in _PROTECTION[op.get_bind().dialect.name](table):
        op.execute(statement)


def _projections() -> None:
    op.create_table(
        "entries",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("kind", sa.String, nullable=False, index=True),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
    )
    op.create_table(
        "entry_claims",
        sa.Column("claim", sa.String, primary_key=True),
        sa.Column("entry", sa.String, nullable=False, index=True),
        sa.Column("relation", sa.String, nullable=False),
    )
    op.create_table(
        "projection",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
    )


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


def downgrade() -> None:
    """Refuse: a step back would drop rows, and a book forgets nothing."""
    raise NotImplementedError("a book's schema is never stepped back")
