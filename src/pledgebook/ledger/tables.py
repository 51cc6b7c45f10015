"""The tables of a book: eight that are only appended to, and projections that can be dropped.

Every append-only row has the same shape. ``seq`` counts over the whole book (one chain for all
eight tables), so that a row that is missing or moved leaves a gap or a broken link.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Integer, LargeBinary, MetaData, String, Table, Text

METADATA = MetaData()

#: Name of the table that holds the schema version; its presence marks a file as a book.
VERSION_TABLE = "pledgebook_version"

#: Length of a digest in hexadecimal digits (sha256).
_HEX = 64


def _append_only(name: str, *extra: Column[str]) -> Table:
    return Table(
        name,
        METADATA,
        Column("seq", Integer, primary_key=True, autoincrement=False),
        Column("key", String, nullable=False, unique=True),
        *extra,
        # Fixed-width ISO 8601 in UTC: sorts as text in every database.
        Column("entered_at", String(27), nullable=False),
        # Payload and salt may be emptied by a redaction; the digest stays, and the chain with it.
        Column("payload", Text, nullable=True),
        Column("salt", String(32), nullable=True),
        Column("payload_digest", String(_HEX), nullable=False),
        Column("prev_hash", String(_HEX), nullable=False),
        Column("hash", String(_HEX), nullable=False),
    )


SNAPSHOTS = _append_only("snapshots")
SIGHTINGS = _append_only("sightings", Column("snapshot", String, nullable=False, index=True))
READINGS = _append_only("readings", Column("snapshot", String, nullable=False, index=True))
CLAIMS = _append_only(
    "claims",
    # Without an index: the key begins with it (``lookups.of_claims``).
    Column("id", String, nullable=False),
    Column("snapshot", String, nullable=False, index=True),
    Column("kind", String, nullable=False),
)
DECISIONS = _append_only("decisions", Column("target", String, nullable=False, index=True))
RUNS = _append_only("runs")
DEFINITIONS = _append_only("definitions")
#: Rows whose payload was removed, each with who asked for it and why.
REDACTIONS = _append_only("redactions", Column("redacted", String, nullable=False, index=True))

#: All append-only tables, by name, in the order in which one source fills them.
APPEND_ONLY: dict[str, Table] = {
    table.name: table
    for table in (
        SNAPSHOTS,
        SIGHTINGS,
        READINGS,
        CLAIMS,
        DECISIONS,
        RUNS,
        DEFINITIONS,
        REDACTIONS,
    )
}

#: Columns of the chain; the others are copies out of the payload, kept for look-ups.
CHAIN_COLUMNS = frozenset(
    {"seq", "key", "entered_at", "payload", "salt", "payload_digest", "prev_hash", "hash"}
)

ENTRIES = Table(
    "entries",
    METADATA,
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False, index=True),
    Column("place", Integer, nullable=False),
    Column("payload", Text, nullable=False),
)

ENTRY_CLAIMS = Table(
    "entry_claims",
    METADATA,
    Column("claim", String, primary_key=True),
    Column("entry", String, nullable=False, index=True),
    Column("relation", String, nullable=False),
)

#: One row: how far the chain had come when the entries were folded.
PROJECTION = Table(
    "projection",
    METADATA,
    Column("name", String, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("hash", String(_HEX), nullable=False),
)

#: What totals need of the entries, as columns (``ledger.kept``): each column a row.
KEPT = Table(
    "kept",
    METADATA,
    Column("name", String, primary_key=True),
    Column("payload", LargeBinary, nullable=False),
)

#: What can be searched; each database has an index over ``words`` of its own kind beside it.
SEARCH = Table(
    "search",
    METADATA,
    # The row's place in the chain, and the piece of a long text.
    Column("place", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", String, nullable=False),
    Column("id", String, nullable=False),
    Column("source", String, nullable=False),
    Column("words", Text, nullable=False),
)

#: What a fold drops and makes again; the search index is kept by the rows that are added.
PROJECTIONS = (ENTRIES, ENTRY_CLAIMS, PROJECTION, KEPT)
