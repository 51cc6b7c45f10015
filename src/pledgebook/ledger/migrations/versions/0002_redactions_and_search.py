"""Redactions on the chain, the door for them in the triggers, and the search index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from pledgebook.ledger.protection import protection

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_CHAIN = ("seq", "key", "entered_at", "payload", "salt", "payload_digest", "prev_hash", "hash")
_COPIES: dict[str, tuple[str, ...]] = {
    "snapshots": (),
    "sightings": ("snapshot",),
    "readings": ("snapshot",),
    "claims": ("id", "snapshot", "kind"),
    "decisions": ("target",),
    "runs": (),
    "definitions": (),
    "redactions": ("redacted",),
}

_FULL_TEXT = {
    "sqlite": (
        (
            "CREATE VIRTUAL TABLE search_words USING fts5(words, content='search', "
            "content_rowid='place', tokenize='unicode61 remove_diacritics 0')"
        ),
    ),
    "postgresql": (
        (
            "ALTER TABLE search ADD COLUMN tokens tsvector "
            "GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, words)) STORED"
        ),
        "CREATE INDEX ix_search_tokens ON search USING gin (tokens)",
    ),
}


def upgrade() -> None:
    """Make the tables, then give every append-only table the triggers with the door."""
    _redactions()
    _search()
    dialect = op.get_bind().dialect.name
    for table, copies in _COPIES.items():
        for statement in protection(dialect, table, (*_CHAIN, *copies)):
            op.execute(statement)


def _redactions() -> None:
    op.create_table(
        "redactions",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("key", sa.String, nullable=False, unique=True),
        sa.Column("redacted", sa.String, nullable=False, index=True),
        sa.Column("entered_at", sa.String(27), nullable=False),
        sa.Column("payload", sa.Text, nullable=True),
        sa.Column("salt", sa.String(32), nullable=True),
        sa.Column("payload_digest", sa.String(64), nullable=False),
        sa.Column("prev_hash", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
    )


def _search() -> None:
    op.create_table(
        "search",
        sa.Column("place", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
    )
    for statement in _FULL_TEXT[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    """Refuse: a step back would drop rows, and a book forgets nothing."""
    raise NotImplementedError("a book's schema is never stepped back")
