"""What an append-only table already holds."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, or_, select

from pledgebook.ledger.chain import NewRow
from pledgebook.ledger.tables import CLAIMS

#: Values looked up in one statement; SQLite takes 32,766 parameters, PostgreSQL 65,535.
AT_ONCE = 5_000

#: Claims looked up in one statement: each is a condition, and SQLite nests them at most 1,000 deep.
_CLAIMS_AT_ONCE = 200

#: Sorts after every ISO date: a reading without a publication date is never the earliest.
_NEVER = "9999-12-31"


def known(connection: Connection, table: Table, column: str, values: Collection[str]) -> set[str]:
    """Those of ``values`` that stand in a column of the table."""
    wanted, found = sorted(values), set[str]()
    for start in range(0, len(wanted), AT_ONCE):
        some = wanted[start : start + AT_ONCE]
        query = select(table.c[column]).where(table.c[column].in_(some))
        found.update(connection.execute(query).scalars())
    return found


def of_claims(ids: Collection[str]) -> Iterator[ColumnElement[bool]]:
    """Conditions that together find the rows of claims by their ids, through the index on keys.

    A key is the id, ``~`` and 16 hexadecimal digits (``records.claim_key``), so that the keys of an
    id lie between two, in a collation that ignores punctuation too; the id itself is compared as
    well, since no collation is relied on for that.
    """
    wanted, low, high = sorted(ids), "~" + "0" * 16, "~" + "f" * 16
    for start in range(0, len(wanted), _CLAIMS_AT_ONCE):
        some = wanted[start : start + _CLAIMS_AT_ONCE]
        keys = CLAIMS.c.key
        yield or_(*((CLAIMS.c.id == n) & keys.between(n + low, n + high) for n in some))


def absent(connection: Connection, table: Table, rows: list[NewRow]) -> list[NewRow]:
    """Rows whose key the table does not have, each once."""
    unique = {row.key: row for row in rows}
    there = known(connection, table, "key", unique)
    return [row for key, row in unique.items() if key not in there]


def covers(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """Say whether one reading holds the other: same reader, same claims, no later date."""
    same = all(old[name] == new[name] for name in ("reader", "version", "rows"))
    return same and (old["published"] or _NEVER) <= (new["published"] or _NEVER)


def last(connection: Connection, table: Table) -> tuple[str, Mapping[str, Any]] | None:
    """Key and payload of the table's newest row that still has its payload."""
    query = select(table.c.key, table.c.payload).where(table.c.payload.is_not(None))
    row = connection.execute(query.order_by(table.c.seq.desc()).limit(1)).first()
    return None if row is None else (row.key, json.loads(row.payload))
