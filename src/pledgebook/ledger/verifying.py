"""Walking the chain: the first row that is edited, missing, moved or emptied past the door."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table, select

from pledgebook.ledger.chain import Head, link, payload_of, salted
from pledgebook.ledger.tables import APPEND_ONLY, CHAIN_COLUMNS, REDACTIONS

#: Rows fetched at a time while verifying; bounds the memory, not the result.
_BATCH = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """First row at which the chain breaks.

    Attributes:
        table: name of the table, None where the row is missing and its table not known.
        seq: place in the chain.
        reason: one plain clause.
        key: the row's key, as it stands in the table.
    """

    table: str | None
    seq: int
    reason: str
    key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """Result of a walk along the chain: rows seen, head, and the first fault, if any.

    ``redacted`` counts the rows whose payload was removed through the door.
    """

    rows: int
    head: Head
    fault: Fault | None = None
    redacted: int = 0


def verify(connection: Connection, saved: Head | None = None) -> Verified:
    """Walk the chain; give the first row that is edited, missing, moved or emptied.

    A cut at the end shows only against a ``saved`` head (of a release, or written down).
    """
    last, count, redacted = Head(), 0, _redacted(connection)
    for table, row, copies in _rows(connection):
        fault = _fault(last, table, row, copies, redacted)
        if fault is None and saved is not None and saved.seq == row["seq"]:
            fault = _differs(table, row, saved)
        if fault is not None:
            return Verified(rows=count, head=last, fault=fault)
        last = Head(seq=row["seq"], hash=row["hash"], entered_at=row["entered_at"])
        count += 1
    return Verified(rows=count, head=last, fault=_cut(last, saved), redacted=len(redacted))


def _redacted(connection: Connection) -> frozenset[str]:
    return frozenset(connection.execute(select(REDACTIONS.c.redacted)).scalars())


def _differs(table: str, row: Mapping[str, Any], saved: Head) -> Fault | None:
    if row["hash"] == saved.hash:
        return None
    return Fault(table=table, seq=row["seq"], reason="differs from the saved head", key=row["key"])


def _cut(last: Head, saved: Head | None) -> Fault | None:
    if saved is None or saved.seq <= last.seq:
        return None
    return Fault(table=None, seq=last.seq + 1, reason="is missing: the saved head lies after it")


def _fault(
    last: Head,
    table: str,
    row: Mapping[str, Any],
    copies: tuple[str, ...],
    redacted: frozenset[str],
) -> Fault | None:
    seq = last.seq + 1
    if row["seq"] > seq:
        return Fault(table=None, seq=seq, reason="is missing")
    reason = _broken(last, table, row) if row["seq"] == seq else "has the place of another row"
    reason = reason or _payload_broken(row, copies, redacted)
    if reason is None:
        return None
    return Fault(table=table, seq=row["seq"], reason=reason, key=row["key"])


def _broken(last: Head, table: str, row: Mapping[str, Any]) -> str | None:
    if row["prev_hash"] != last.hash:
        return "does not link to the row before it"
    if row["hash"] != link(last.hash, table, row):
        return "was edited: its hash is not that of its values"
    if row["entered_at"] < last.entered_at:
        return "was entered before the row before it"
    return None


def _payload_broken(
    row: Mapping[str, Any], copies: tuple[str, ...], redacted: frozenset[str]
) -> str | None:
    if row["payload"] is None:
        # Only the digest is left to check, and the hash covers it.
        return None if str(row["seq"]) in redacted else "was emptied: no redaction names it"
    if row["payload_digest"] != salted(row["salt"] or "", row["payload"]):
        return "was edited: its payload is not the one that was entered"
    if not copies:
        return None
    payload = payload_of(row["payload"])
    for name in copies:
        if row[name] != copy_of(name, payload):
            return f"was edited: its column {name} is not what its payload says"
    return None


def copy_of(column: str, payload: Mapping[str, Any]) -> Any:
    """Value that a look-up column repeats from the payload."""
    if column == "snapshot" and "source" in payload:
        return payload["source"]["id"]
    return payload.get(column)


def _rows(connection: Connection) -> Iterator[tuple[str, Mapping[str, Any], tuple[str, ...]]]:
    """Merge the tables by place, each read in order, a batch at a time."""
    every = [_of_table(connection, name, table) for name, table in APPEND_ONLY.items()]
    return (item for _, item in heapq.merge(*every, key=itemgetter(0)))


def _of_table(connection: Connection, name: str, table: Table) -> Iterator[tuple[int, Any]]:
    columns = [c.name for c in table.c]
    copies = tuple(c for c in columns if c not in CHAIN_COLUMNS)
    after = 0
    while True:
        query = select(table).where(table.c.seq > after).order_by(table.c.seq).limit(_BATCH)
        rows = connection.execute(query).all()
        if not rows:
            return
        for row in rows:
            yield row[0], (name, dict(zip(columns, row, strict=True)), copies)
        after = rows[-1][0]
