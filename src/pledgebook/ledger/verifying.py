"""Walking the chain: the first row that is edited, missing, moved or emptied past the door."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, func, select

from pledgebook.ledger.chain import Head, link_of, payload_of, salted
from pledgebook.ledger.protection import unprotected
from pledgebook.ledger.tables import APPEND_ONLY, CHAIN_COLUMNS, REDACTIONS

#: Rows fetched at a time while verifying; bounds the memory, not the result.
_BATCH = 2_000


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

    ``redacted`` counts the rows whose payload was removed through the door. ``unprotected`` names
    the tables whose triggers were dropped or switched off: their rows may be sound, and nothing
    keeps them so.
    """

    rows: int
    head: Head
    fault: Fault | None = None
    redacted: int = 0
    unprotected: tuple[str, ...] = ()


#: Columns of the chain in the order in which a row gives them; copies come after.
_COLUMNS = (
    "seq",
    "key",
    "entered_at",
    "payload",
    "salt",
    "payload_digest",
    "prev_hash",
    "hash",
)


def verify(connection: Connection, saved: Head | None = None) -> Verified:
    """Walk the chain; give the first row that is edited, missing, moved or emptied.

    A cut at the end shows only against a ``saved`` head (of a release, or written down).
    """
    redacted = _redacted(connection)
    before: Sequence[Any] = _START
    for seq, table, row in _rows(connection):
        if seq > before[0] + 1:
            break
        reason = (
            _broken(before, table, row)
            or _payload_broken(table, row, redacted)
            or _differs(row, saved)
        )
        if reason is not None:
            fault = Fault(table=table, seq=seq, reason=reason, key=row[1])
            return Verified(rows=before[0], head=_head(before), fault=fault)
        before = row
    last = _head(before)
    cut = _cut(last, _top(connection), saved)
    return Verified(
        rows=last.seq,
        head=last,
        fault=cut,
        redacted=0 if cut is not None else len(redacted),
        unprotected=unprotected(connection, APPEND_ONLY),
    )


#: What the first row follows, in the columns of a row.
_START = (0, "", "", None, None, "", "", Head().hash)


def _head(row: Sequence[Any]) -> Head:
    return Head(seq=row[0], hash=row[7], entered_at=row[2])


def _redacted(connection: Connection) -> frozenset[str]:
    return frozenset(connection.execute(select(REDACTIONS.c.redacted)).scalars())


def _top(connection: Connection) -> int:
    tops = (connection.execute(select(func.max(t.c.seq))).scalar() for t in APPEND_ONLY.values())
    return max(top or 0 for top in tops)


def _differs(row: Sequence[Any], saved: Head | None) -> str | None:
    if saved is None or saved.seq != row[0] or saved.hash == row[7]:
        return None
    return "differs from the saved head"


def _cut(last: Head, top: int, saved: Head | None) -> Fault | None:
    if last.seq < top:
        return Fault(table=None, seq=last.seq + 1, reason="is missing")
    if saved is None or saved.seq <= last.seq:
        return None
    return Fault(table=None, seq=last.seq + 1, reason="is missing: the saved head lies after it")


def _broken(before: Sequence[Any], table: str, row: Sequence[Any]) -> str | None:
    if row[0] != before[0] + 1:
        return "has the place of another row"
    if row[6] != before[7]:
        return "does not link to the row before it"
    if row[7] != link_of(row[6], table, row[0], row[1], row[2], row[5]):
        return "was edited: its hash is not that of its values"
    if row[2] < before[2]:
        return "was entered before the row before it"
    return None


def _payload_broken(table: str, row: Sequence[Any], redacted: frozenset[str]) -> str | None:
    text = row[3]
    if text is None:
        # Only the digest is left to check, and the hash covers it.
        return None if str(row[0]) in redacted else "was emptied: no redaction names it"
    if row[5] != salted(row[4] or "", text):
        return "was edited: its payload is not the one that was entered"
    names = _COPIES[table]
    if not names or (table == "claims" and _copies_shown(row, text)):
        return None
    payload = payload_of(text)
    for name, value in zip(names, row[len(_COLUMNS) :], strict=True):
        if value != copy_of(name, payload):
            return f"was edited: its column {name} is not what its payload says"
    return None


def _copies_shown(row: Sequence[Any], text: str) -> bool:
    """Say whether a claim's copies are right by what has been checked already.

    For speed: most rows are claims, and parsing their payload costs as much as all the rest. The
    key, which the hash covers, begins with the claim's id, and that with its kind; the text's id
    is the first member of the payload's only ``source``. Where this is not plain, it is parsed.
    """
    _, _, _, _, _, _, _, _, name, snapshot, kind = row
    return (
        row[1].rpartition("~")[0] == name
        and name.partition(":")[0] == kind
        and f'"source":{{"id":"{snapshot}"' in text
    )


def copy_of(column: str, payload: Mapping[str, Any]) -> Any:
    """Value that a look-up column repeats from the payload."""
    if column == "snapshot" and "source" in payload:
        return payload["source"]["id"]
    return payload.get(column)


#: Copies of each table, in the order of its columns.
_COPIES = {
    name: tuple(c.name for c in table.c if c.name not in CHAIN_COLUMNS)
    for name, table in APPEND_ONLY.items()
}


def _rows(connection: Connection) -> Iterator[tuple[int, str, Sequence[Any]]]:
    """Rows of all tables by place; ends before a stretch of places that holds none."""
    start = 1
    while True:
        rows: list[tuple[int, str, Sequence[Any]]] = []
        for name, table in APPEND_ONLY.items():
            chosen = select(*(table.c[column] for column in (*_COLUMNS, *_COPIES[name])))
            inside = table.c.seq.between(start, start + _BATCH - 1)
            # Straight from the driver: the columns are plain text and numbers.
            cursor = connection.execute(chosen.where(inside)).cursor
            assert cursor is not None
            rows.extend((row[0], name, row) for row in cursor.fetchall())
        if not rows:
            return
        yield from sorted(rows, key=itemgetter(0, 1))
        start += _BATCH
