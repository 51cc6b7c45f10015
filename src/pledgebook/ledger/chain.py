"""The chain: each row's hash covers the row before it and a salted digest of its payload.

The salt keeps a redacted payload from being guessed back out of its digest.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table, literal, select, union_all

from pledgebook.ledger.tables import APPEND_ONLY, CHAIN_COLUMNS
from pledgebook.model.ids import canonical_json, digest

#: Link of the first row.
GENESIS = "0" * 64

#: Rows fetched at a time while verifying; bounds the memory, not the result.
_BATCH = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Last row of the chain: its place, hash and time; a saved head shows a later cut."""

    seq: int = 0
    hash: str = GENESIS
    entered_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """First row at which the chain breaks.

    Attributes:
        table: name of the table, None where the row is missing and its table not known.
        seq: place in the chain.
        reason: one plain clause.
    """

    table: str | None
    seq: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """Result of a walk along the chain: rows seen, head, and the first fault, if any."""

    rows: int
    head: Head
    fault: Fault | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRow:
    """A row to append: its key, its payload, and the copies kept for look-ups."""

    key: str
    payload: Mapping[str, Any]
    copies: Mapping[str, str]


def moment(at: datetime) -> str:
    """Write a moment as fixed-width UTC text; raises ValueError for one without a zone."""
    if at.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def payload_text(payload: Mapping[str, Any]) -> str:
    """Write a payload; code points that no database takes (lone surrogates) are escaped."""
    text = canonical_json(payload)
    if any("\ud800" <= char <= "\udfff" for char in text):
        return json.dumps(payload, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text


def salted(salt: str, payload: str) -> str:
    """Digest of a payload with its salt."""
    return hashlib.sha256(f"{salt}:{payload}".encode()).hexdigest()


def link(before: str, table: str, row: Mapping[str, Any]) -> str:
    """Hash of a row: the row before, table, place, key, time and the payload's digest."""
    return digest([before, table, row["seq"], row["key"], row["entered_at"], row["payload_digest"]])


def head(connection: Connection) -> Head:
    """Last row of the whole chain."""
    last = union_all(
        *(
            select(t.c.seq, t.c.hash, t.c.entered_at)
            .order_by(t.c.seq.desc())
            .limit(1)
            .subquery()
            .select()
            for t in APPEND_ONLY.values()
        )
    ).subquery()
    row = connection.execute(select(last).order_by(last.c.seq.desc()).limit(1)).first()
    return Head() if row is None else Head(seq=row.seq, hash=row.hash, entered_at=row.entered_at)


class Appender:
    """Appends rows to the chain inside one write transaction."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        """Read the head once; a clock that has gone backwards is held at the last row's time."""
        self._connection = connection
        self.head = head(connection)
        self.entered_at = max(moment(now), self.head.entered_at)

    def append(self, table: Table, rows: list[NewRow]) -> None:
        """Insert rows in order, each linked to the one before."""
        if rows:
            self._connection.execute(table.insert(), [self._linked(table, row) for row in rows])

    def _linked(self, table: Table, new: NewRow) -> dict[str, Any]:
        payload, salt = payload_text(new.payload), secrets.token_hex(16)
        row: dict[str, Any] = {
            **new.copies,
            "seq": self.head.seq + 1,
            "key": new.key,
            "entered_at": self.entered_at,
            "payload": payload,
            "salt": salt,
            "payload_digest": salted(salt, payload),
            "prev_hash": self.head.hash,
        }
        row["hash"] = link(self.head.hash, table.name, row)
        self.head = Head(seq=row["seq"], hash=row["hash"], entered_at=self.entered_at)
        return row


def verify(connection: Connection, saved: Head | None = None) -> Verified:
    """Walk the chain; give the first row that is edited, missing or moved.

    A cut at the end shows only against a ``saved`` head (of a release, or written down).
    """
    last, count = Head(), 0
    for table, row in _rows(connection):
        fault = _fault(last, table, row)
        if fault is not None:
            return Verified(rows=count, head=last, fault=fault)
        last = Head(seq=row["seq"], hash=row["hash"], entered_at=row["entered_at"])
        count += 1
        if saved is not None and saved.seq == last.seq and saved.hash != last.hash:
            fault = Fault(table=table, seq=last.seq, reason="differs from the saved head")
            return Verified(rows=count, head=last, fault=fault)
    return Verified(rows=count, head=last, fault=_cut(last, saved))


def _cut(last: Head, saved: Head | None) -> Fault | None:
    if saved is None or saved.seq <= last.seq:
        return None
    return Fault(table=None, seq=last.seq + 1, reason="is missing: the saved head lies after it")


def _fault(last: Head, table: str, row: Mapping[str, Any]) -> Fault | None:
    seq = last.seq + 1
    if row["seq"] != seq:
        return Fault(table=None, seq=seq, reason="is missing")
    reason = _broken(last, table, row)
    return None if reason is None else Fault(table=table, seq=seq, reason=reason)


def _broken(last: Head, table: str, row: Mapping[str, Any]) -> str | None:
    if row["prev_hash"] != last.hash:
        return "does not link to the row before it"
    if row["hash"] != link(last.hash, table, row):
        return "was edited: its hash is not that of its values"
    if row["entered_at"] < last.entered_at:
        return "was entered before the row before it"
    if row["payload"] is None:
        return None  # redacted: only the digest is left to check, and the hash covers it
    if row["payload_digest"] != salted(row["salt"] or "", row["payload"]):
        return "was edited: its payload is not the one that was entered"
    return _copies_differ(row)


def _copies_differ(row: Mapping[str, Any]) -> str | None:
    payload = json.loads(row["payload"])
    for name, value in row["copies"].items():
        if value != copy_of(name, payload):
            return f"was edited: its column {name} is not what its payload says"
    return None


def copy_of(column: str, payload: Mapping[str, Any]) -> Any:
    """Value that a look-up column repeats from the payload."""
    if column == "snapshot" and "source" in payload:
        return payload["source"]["id"]
    return payload.get(column)


def _rows(connection: Connection) -> Iterator[tuple[str, dict[str, Any]]]:
    """Merge the tables by ``seq``, a batch of places at a time."""
    last = 0
    while rows := _batch(connection, last):
        yield from rows
        last = rows[-1][1]["seq"]


def _batch(connection: Connection, after: int) -> list[tuple[str, dict[str, Any]]]:
    places = union_all(
        *(select(t.c.seq, literal(n).label("t")) for n, t in APPEND_ONLY.items())
    ).subquery()
    chosen = connection.execute(
        select(places.c.seq).where(places.c.seq > after).order_by(places.c.seq).limit(_BATCH)
    ).scalars()
    until = max(chosen, default=None)
    if until is None:
        return []
    rows = [
        (name, _as_dict(table, row))
        for name, table in APPEND_ONLY.items()
        for row in connection.execute(
            select(table).where(table.c.seq > after, table.c.seq <= until)
        ).mappings()
    ]
    return sorted(rows, key=lambda pair: (pair[1]["seq"], pair[0]))


def _as_dict(table: Table, row: Mapping[Any, Any]) -> dict[str, Any]:
    out = {c.name: row[c] for c in table.c if c.name in CHAIN_COLUMNS}
    out["copies"] = {c.name: row[c] for c in table.c if c.name not in CHAIN_COLUMNS}
    return out
