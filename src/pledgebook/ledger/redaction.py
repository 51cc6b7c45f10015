"""Removing what must not be kept: a payload goes, its digest stays, and who asked and why is told.

Each row that is emptied has a row of its own in ``redactions``, on the chain before the payload
goes: the triggers let nothing else through (``ledger.protection``). Search and entries forget it in
the same transaction, and a redacted claim or source does not come back when it is read again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, select

from pledgebook.ledger.chain import Appender, NewRow, payload_of
from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.identifiers import one_of
from pledgebook.ledger.lookups import of_claims
from pledgebook.ledger.searching import rebuild_index
from pledgebook.ledger.tables import (
    APPEND_ONLY,
    CLAIMS,
    READINGS,
    REDACTIONS,
    SIGHTINGS,
    SNAPSHOTS,
)
from pledgebook.model.ids import digest


@dataclass(frozen=True, slots=True)
class Request:
    """What to remove, who asks and why.

    Attributes:
        name: number of a row, id of a claim, or id of a source; ids may be shortened.
        author: who asks.
        reason: why, in words that may be published.
    """

    name: str
    author: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Redacted:
    """One emptied row.

    Attributes:
        seq: its place in the chain.
        table: its table.
        key: its key, which names the claim or source.
        author, reason: who asked, and why.
        at: when, as the chain has it.
    """

    seq: int
    table: str
    key: str
    author: str
    reason: str
    at: str


def redact(connection: Connection, appender: Appender, request: Request) -> tuple[Redacted, ...]:
    """Empty what the request names; raises LedgerError where there is nothing to empty."""
    if not request.author.strip() or not request.reason.strip():
        raise LedgerError("a redaction needs to say who asks for it and why")
    targets = _targets(connection, request.name)
    if not targets:
        raise LedgerError(f"{request.name} has been redacted before; nothing is left of it")
    made = [_empty(connection, appender, request, *target) for target in targets]
    rebuild_index(connection)
    return tuple(made)


def _empty(
    connection: Connection, appender: Appender, request: Request, table: Table, seq: int, key: str
) -> Redacted:
    payload = {
        "author": request.author,
        "reason": request.reason,
        "redacted": str(seq),
        "table": table.name,
        "key": key,
    }
    row_key = "redaction:" + digest([table.name, seq, key])
    copies = {"redacted": str(seq)}
    appender.append(REDACTIONS, [NewRow(key=row_key, payload=payload, copies=copies)])
    connection.execute(table.update().where(table.c.seq == seq).values(payload=None, salt=None))
    return _redacted(payload, appender.entered_at)


def _redacted(payload: Any, at: str) -> Redacted:
    return Redacted(
        seq=int(payload["redacted"]),
        table=payload["table"],
        key=payload["key"],
        author=payload["author"],
        reason=payload["reason"],
        at=at,
    )


def redactions(connection: Connection) -> tuple[Redacted, ...]:
    """All emptied rows, oldest redaction first."""
    query = select(REDACTIONS.c.payload, REDACTIONS.c.entered_at).order_by(REDACTIONS.c.seq)
    return tuple(_redacted(payload_of(text), at) for text, at in connection.execute(query))


def _targets(connection: Connection, name: str) -> list[tuple[Table, int, str]]:
    """Rows that still have their payload, of the row, claim or source that is named."""
    if name.isdigit() and len(name) < 12:  # noqa: PLR2004 - a row's number, not a digest
        return _row(connection, int(name))
    claims, sources = _ids(connection, CLAIMS, "id", name), _ids(connection, SNAPSHOTS, "key", name)
    found = one_of(name, {*claims, *sources}, "claim or source")
    if found in sources:
        return _source(connection, found)
    return [row for some in of_claims([found]) for row in _rows_where(connection, CLAIMS, some)]


def _ids(connection: Connection, table: Table, column: str, name: str) -> set[str]:
    chosen = table.c[column]
    begun = chosen.startswith(name, autoescape=True)
    inside = chosen.contains(":" + name, autoescape=True)
    return set(connection.execute(select(chosen).where(begun | inside)).scalars())


def _row(connection: Connection, seq: int) -> list[tuple[Table, int, str]]:
    for table in APPEND_ONLY.values():
        row = connection.execute(select(table).where(table.c.seq == seq)).first()
        if row is None:
            continue
        if table is REDACTIONS:
            raise LedgerError(f"row {seq} says who redacted what; it stays")
        if table is SNAPSHOTS:
            return _source(connection, row.key)
        return [(table, seq, row.key)] if row.payload is not None else []
    raise LedgerError(f"the book has no row {seq}")


def _source(connection: Connection, name: str) -> list[tuple[Table, int, str]]:
    """A text with all that repeats it: where it was seen, what was read in it."""
    places = [(SNAPSHOTS, "key"), *((t, "snapshot") for t in (SIGHTINGS, READINGS, CLAIMS))]
    every: Iterator[tuple[Table, int, str]] = (
        row for table, column in places for row in _rows(connection, table, column, name)
    )
    return sorted(every, key=lambda row: row[1])


def _rows(
    connection: Connection, table: Table, column: str, value: str
) -> list[tuple[Table, int, str]]:
    return _rows_where(connection, table, table.c[column] == value)


def _rows_where(
    connection: Connection, table: Table, condition: ColumnElement[bool]
) -> list[tuple[Table, int, str]]:
    query = select(table.c.seq, table.c.key).where(condition, table.c.payload.is_not(None))
    return [(table, row.seq, row.key) for row in connection.execute(query.order_by(table.c.seq))]
