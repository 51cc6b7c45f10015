"""The folded entries as tables: dropped and rebuilt, never edited, the same bytes every time."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from pledgebook.ledger.chain import Head, head, payload_text
from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.standing import Scope, Standing, standing
from pledgebook.ledger.tables import ENTRIES, ENTRY_CLAIMS, PROJECTION, PROJECTIONS
from pledgebook.ledger.witnessing import Fold, Witnessed, witnessed
from pledgebook.model.claims import Claim
from pledgebook.model.datasets import TERMS_MADE_BY
from pledgebook.model.entries import Entry, Relation
from pledgebook.model.plain import to_json

_NAME = "entries"


def folded(state: Standing, fold: Fold) -> tuple[Entry, ...]:
    """Fold what stands, and count the independent texts behind each entry."""
    entries = fold(state.claims, state.all_sightings, state.decisions)
    texts = {name: snapshot.text for name, snapshot in state.snapshots.items()}
    return witnessed(entries, fold, texts)


def rebuild(connection: Connection, fold: Fold) -> tuple[Entry, ...]:
    """Drop the entries and fold them again from what stands now."""
    state = standing(connection, Scope())
    entries = folded(state, fold)
    for table in PROJECTIONS:
        connection.execute(table.delete())
    _insert(connection, entries)
    mark(connection)
    _keep(connection, entries, state, fold)
    return entries


def _keep(connection: Connection, entries: Sequence[Entry], state: Standing, fold: Fold) -> None:
    """Keep what totals need of the entries, in the transaction that writes them."""
    from pledgebook.ledger.kept import storing  # noqa: PLC0415 - numpy
    from pledgebook.ledger.kept.days import days_of  # noqa: PLC0415
    from pledgebook.ledger.kept.making import facts_of  # noqa: PLC0415
    from pledgebook.ledger.kept.phases import phases_of  # noqa: PLC0415

    ordered = sorted(entries, key=lambda entry: entry.id)
    terms = [s.id for s in state.snapshots.values() if s.made_by == TERMS_MADE_BY]
    facts, at = facts_of(ordered, state.sightings, terms), projected_at(connection)
    if facts is None or at is None:
        return
    storing.write(connection, facts, at)
    if isinstance(fold, Witnessed) and fold.components is not None:
        days = days_of(connection, state, ordered, fold.components)
        phases = None if days is None else phases_of(connection, state, days, fold)
        if days is not None and phases is not None:
            storing.write_days(connection, days, phases, at)


def mark(connection: Connection) -> None:
    """Note that the entries are folded up to the last row of the chain."""
    at = head(connection)
    connection.execute(PROJECTION.insert(), {"name": _NAME, "seq": at.seq, "hash": at.hash})


def _insert(connection: Connection, entries: Sequence[Entry]) -> None:
    if not entries:
        return
    connection.execute(
        ENTRIES.insert(),
        [
            {
                "id": entry.id,
                "kind": entry.kind,
                "place": place,
                "payload": payload_text(entry_to_json(entry)),
            }
            for place, entry in enumerate(entries)
        ],
    )
    connection.execute(
        ENTRY_CLAIMS.insert(),
        [
            {"claim": relation.claim, "entry": entry.id, "relation": relation.relation}
            for entry in entries
            for relation in entry.relations
        ],
    )


def projected_at(connection: Connection) -> Head | None:
    """Place in the chain up to which the entries were folded, None where never."""
    row = connection.execute(select(PROJECTION).where(PROJECTION.c.name == _NAME)).first()
    return None if row is None else Head(seq=row.seq, hash=row.hash)


def projected(
    connection: Connection, claims: Mapping[str, Claim], only: Collection[str] | None = None
) -> tuple[Entry, ...]:
    """Read the entries back, or ``only`` some; ``claims`` are those that stand, by id."""
    query = select(ENTRIES.c.payload).order_by(ENTRIES.c.place)
    if only is not None:
        query = query.where(ENTRIES.c.id.in_(sorted(only)))
    payloads = connection.execute(query).scalars()
    return tuple(entry_of(json.loads(payload), claims) for payload in payloads)


def entry_to_json(entry: Entry) -> dict[str, Any]:
    """Write an entry; its claims are named by their ids."""
    return {
        "id": entry.id,
        "kind": entry.kind,
        "lead": entry.lead.id,
        "claims": [claim.id for claim in entry.claims],
        "relations": [to_json(relation) for relation in entry.relations],
        "part_of": entry.part_of,
        "witnesses": entry.witnesses,
        "outlets": entry.outlets,
    }


def entry_of(data: Mapping[str, Any], claims: Mapping[str, Claim]) -> Entry:
    """Read an entry back; raises LedgerError where one of its claims is not among ``claims``."""
    try:
        members = tuple(claims[name] for name in data["claims"])
        lead = claims[data["lead"]]
    except KeyError as error:
        raise LedgerError(
            f"{data['id']} names the claim {error.args[0]}, which no longer stands; "
            "rebuild the entries"
        ) from error
    return Entry(
        id=data["id"],
        kind=data["kind"],
        lead=lead,
        claims=members,
        relations=tuple(Relation(**relation) for relation in data["relations"]),
        part_of=data["part_of"],
        witnesses=data["witnesses"],
        outlets=data["outlets"],
    )
