"""One entry with its history, by look-ups alone: the cost does not grow with the book."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, or_, select

from pledgebook.ledger import records
from pledgebook.ledger.chain import payload_of
from pledgebook.ledger.identifiers import one_of
from pledgebook.ledger.lookups import of_claims
from pledgebook.ledger.projection import entry_of
from pledgebook.ledger.tables import (
    CLAIMS,
    DECISIONS,
    ENTRIES,
    READINGS,
    REDACTIONS,
    SIGHTINGS,
    SNAPSHOTS,
)
from pledgebook.model.codec import claim_from_json
from pledgebook.model.entries import Entry
from pledgebook.model.snapshots import Snapshot

#: Most entries that a shortened id is compared with.
_CANDIDATES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One row of the chain that touches the entry.

    Attributes:
        seq, table, key: which row.
        entered_at: when, as the chain has it.
        payload: what was entered; None where it was redacted.
    """

    seq: int
    table: str
    key: str
    entered_at: str
    payload: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """An entry, the texts behind it, and every row that touches it in the order of the chain."""

    entry: Entry
    snapshots: tuple[Snapshot, ...]
    history: tuple[Event, ...]


def dossier(connection: Connection, name: str) -> Dossier:
    """Read the entry with this id or prefix as last folded; raises LedgerError."""
    payload = _entry_payload(connection, name)
    claims = set(payload["claims"])
    rows = [e for some in of_claims(claims) for e in _events_where(connection, CLAIMS, some)]
    found = {e.payload["id"]: claim_from_json(e.payload) for e in rows if e.payload is not None}
    sources = {claim.source.id for claim in found.values()}
    texts = _events(connection, SNAPSHOTS, "key", sources)
    history = [*rows, *texts, *_around(connection, payload["id"], sources, claims)]
    history += _events(connection, REDACTIONS, "redacted", {str(event.seq) for event in history})
    return Dossier(
        entry=entry_of(payload, found),
        snapshots=tuple(records.snapshot_from_json(t.payload) for t in texts if t.payload),
        history=tuple(sorted(history, key=lambda event: event.seq)),
    )


def _around(
    connection: Connection, entry: str, sources: Collection[str], claims: Collection[str]
) -> list[Event]:
    return [
        *_events(connection, SIGHTINGS, "snapshot", sources),
        *_events(connection, READINGS, "snapshot", sources),
        *_events(connection, DECISIONS, "target", {entry, *claims, *sources}),
    ]


def _entry_payload(connection: Connection, name: str) -> Any:
    exact = select(ENTRIES.c.payload).where(ENTRIES.c.id == name)
    text = connection.execute(exact).scalar()
    if text is None:
        begun = [ENTRIES.c.id.startswith(p + name, autoescape=True) for p in ("", "entry:")]
        query = select(ENTRIES.c.id, ENTRIES.c.payload).where(or_(*begun)).limit(_CANDIDATES)
        candidates = {row.id: row.payload for row in connection.execute(query)} if name else {}
        text = candidates[one_of(name, candidates, "entry")]
    return payload_of(text)


def _events(
    connection: Connection, table: Table, column: str, values: Collection[str]
) -> list[Event]:
    return _events_where(connection, table, table.c[column].in_(sorted(values)))


def _events_where(
    connection: Connection, table: Table, condition: ColumnElement[bool]
) -> list[Event]:
    query = select(table.c.seq, table.c.key, table.c.entered_at, table.c.payload)
    rows = connection.execute(query.where(condition))
    return [
        Event(
            seq=row.seq,
            table=table.name,
            key=row.key,
            entered_at=row.entered_at,
            payload=None if row.payload is None else payload_of(row.payload),
        )
        for row in rows
    ]
