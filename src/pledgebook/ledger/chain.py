"""The chain: each row's hash covers the row before it and a salted digest of its payload.

The salt keeps a redacted payload from being guessed back out of its digest.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from json.encoder import encode_basestring
from secrets import token_hex
from typing import Any

import orjson
from sqlalchemy import Connection, Table, select, union_all

from pledgebook.ledger.tables import APPEND_ONLY
from pledgebook.model.ids import canonical_json

#: Link of the first row.
GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class Head:
    """Last row of the chain: its place, hash and time; a saved head shows a later cut."""

    seq: int = 0
    hash: str = GENESIS
    entered_at: str = ""


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
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(payload, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text


def _row_text(payload: Mapping[str, Any]) -> str:
    """Write the payload of a row, with the fast writer where it can."""
    try:
        return orjson.dumps(payload, option=orjson.OPT_SORT_KEYS).decode()
    except TypeError:  # lone surrogates, integers over 64 bits
        return payload_text(payload)


def payload_of(text: str) -> Any:
    """Read a payload, with the fast reader where it can."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:  # lone surrogates
        return json.loads(text)


def salted(salt: str, payload: str) -> str:
    """Digest of a payload with its salt."""
    return hashlib.sha256(f"{salt}:{payload}".encode()).hexdigest()


def link(before: str, table: str, row: Mapping[str, Any]) -> str:
    """Hash of a row: the row before, table, place, key, time and the payload's digest."""
    return link_of(before, table, row["seq"], row["key"], row["entered_at"], row["payload_digest"])


def link_of(
    before: str, table: str, seq: int, key: str, entered_at: str, payload_digest: str
) -> str:
    """Hash the canonical JSON array of the six, written out for speed."""
    quote = encode_basestring
    parts = (
        f"[{quote(before)},{quote(table)},{seq:d},{quote(key)},"
        f"{quote(entered_at)},{quote(payload_digest)}]"
    )
    return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()


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


def holds(connection: Connection, saved: Head) -> bool:
    """Say whether a row has the place and hash of a saved head; an empty one is held."""
    if saved.seq == 0:
        return saved.hash == GENESIS
    hashes = (
        connection.execute(select(table.c.hash).where(table.c.seq == saved.seq)).scalar()
        for table in APPEND_ONLY.values()
    )
    return saved.hash in hashes


class Appender:
    """Appends rows to the chain inside one write transaction."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        """Read the head once; a clock that has gone backwards is held at the last row's time."""
        self._connection = connection
        last = head(connection)
        self._seq, self._hash = last.seq, last.hash
        self.entered_at = max(moment(now), last.entered_at)

    def append(self, table: Table, rows: Sequence[NewRow]) -> list[int]:
        """Insert rows in order, each linked to the one before; gives their places."""
        linked = [self.linked(table, row) for row in rows]
        if linked:
            self._connection.execute(table.insert(), linked)
        return [row["seq"] for row in linked]

    def linked(self, table: Table, new: NewRow) -> dict[str, Any]:
        """Link a row to the one before it; the caller inserts it in the same transaction."""
        payload, salt = _row_text(new.payload), token_hex(16)
        seq, before = self._seq + 1, self._hash
        digest, at = salted(salt, payload), self.entered_at
        self._seq, self._hash = seq, link_of(before, table.name, seq, new.key, at, digest)
        return {
            **new.copies,
            "seq": seq,
            "key": new.key,
            "entered_at": at,
            "payload": payload,
            "salt": salt,
            "payload_digest": digest,
            "prev_hash": before,
            "hash": self._hash,
        }
