"""When rows were entered, for the history."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, Table, func, select

from pledgebook.ledger import records
from pledgebook.ledger.events import Entered
from pledgebook.ledger.standing import Scope
from pledgebook.ledger.tables import CLAIMS, DECISIONS, READINGS, SIGHTINGS, SNAPSHOTS


def entered(connection: Connection, scope: Scope) -> Entered:
    """Read when what lies in ``scope`` was entered."""
    sightings = [
        (sighting, at)
        for payload, at in _rows(connection, SIGHTINGS, scope)
        if scope.shows(sighting := records.sighting_from_json(payload))
    ]
    seen = {sighting.snapshot for sighting, _ in sightings}
    readings = [r for r in _rows(connection, READINGS, scope) if r[0]["snapshot"] in seen]
    return Entered(
        claims=_moments(connection, CLAIMS, CLAIMS.c.id, scope),
        decisions=_moments(connection, DECISIONS, DECISIONS.c.key, scope),
        snapshots=_moments(connection, SNAPSHOTS, SNAPSHOTS.c.key, scope),
        sightings=sightings,
        readings=readings,
    )


def _rows(
    connection: Connection, table: Table, scope: Scope
) -> Iterator[tuple[Mapping[str, Any], datetime]]:
    query = select(table.c.payload, table.c.entered_at).where(
        table.c.payload.is_not(None), *scope.limits(table)
    )
    for payload, at in connection.execute(query.order_by(table.c.seq)):
        yield json.loads(payload), datetime.fromisoformat(at)


def _moments(
    connection: Connection, table: Table, column: Column[str], scope: Scope
) -> dict[str, datetime]:
    query = select(column, func.min(table.c.entered_at)).where(*scope.limits(table))
    return {
        name: datetime.fromisoformat(at) for name, at in connection.execute(query.group_by(column))
    }
