"""What stands in the book, seen from a moment and a day: the newest reading of each text.

The result is a function of what is in the book, not of the order in which sources came: where a
text was seen on several days, the reading made with the earliest publication date holds (a
reprint's "on Sunday" means the Sunday of the first printing), and each claim names the earliest
place where its text was seen.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, select

from pledgebook.ledger import records
from pledgebook.ledger.chain import moment
from pledgebook.ledger.decided import Decided, in_force
from pledgebook.ledger.lookups import AT_ONCE
from pledgebook.ledger.tables import CLAIMS, DECISIONS, READINGS, SIGHTINGS, SNAPSHOTS
from pledgebook.model.claims import Claim, Source
from pledgebook.model.codec import claim_from_json
from pledgebook.model.snapshots import Decision, Reading, Sighting, Snapshot

#: Sorts after every date: a sighting without a date is never the earliest.
_NEVER = date.max


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """From where the book is seen.

    Attributes:
        as_of: rows entered up to this moment (UTC); None for all.
        known_by: sightings published by this day; None for all. A sighting without a
            publication date counts from the day it was retrieved; without both it is not
            known to have been there, and stays out.
        until: rows up to this place in the chain; None for all.
    """

    as_of: datetime | None = None
    known_by: date | None = None
    until: int | None = None

    @property
    def is_present(self) -> bool:
        """Say whether the book is seen as it is now, whole."""
        return self.as_of is None and self.known_by is None

    def limits(self, table: Table) -> list[ColumnElement[bool]]:
        """Conditions on the rows of an append-only table."""
        out = []
        if self.as_of is not None:
            out.append(table.c.entered_at <= moment(self.as_of))
        if self.until is not None:
            out.append(table.c.seq <= self.until)
        return out

    def shows(self, sighting: Sighting) -> bool:
        """Say whether a sighting lies inside the scope."""
        if self.known_by is None:
            return True
        day = sighting.published if sighting.published is not None else sighting.retrieved
        return day is not None and day <= self.known_by


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What stands: texts and where they were seen, one reading of each, claims, decisions."""

    snapshots: Mapping[str, Snapshot]
    sightings: Mapping[str, tuple[Sighting, ...]]
    readings: Mapping[str, Reading]
    by_source: Mapping[str, tuple[Claim, ...]]
    decided: tuple[Decided, ...]

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """All claims of the readings that hold, by id."""
        every = (claim for claims in self.by_source.values() for claim in claims)
        return tuple(sorted(every, key=lambda claim: claim.id))

    @property
    def all_sightings(self) -> tuple[Sighting, ...]:
        """Sightings of all texts."""
        return tuple(s for group in self.sightings.values() for s in group)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Decisions that neither a later one replaces nor an undo takes back."""
        return tuple(item.decision for item in in_force(self.decided))


def payloads(connection: Connection, table: Table, scope: Scope) -> Iterable[Mapping[str, Any]]:
    """Payloads of a table's rows in the order of the chain; redacted rows are left out."""
    there = table.c.payload.is_not(None)
    query = select(table.c.payload).where(there, *scope.limits(table)).order_by(table.c.seq)
    return (json.loads(text) for text in connection.execute(query).scalars())


def standing(connection: Connection, scope: Scope) -> Standing:
    """Read what stands in ``scope``."""
    sightings = _sightings(connection, scope)
    chosen = _chosen(payloads(connection, READINGS, scope), sightings)
    rows = {key for payload in chosen.values() for key in payload["rows"]}
    stored = _claims(connection, rows)
    return Standing(
        snapshots=_snapshots(connection, scope, sightings),
        sightings=sightings,
        readings={sid: records.reading_from_json(p) for sid, p in chosen.items()},
        by_source={
            sid: tuple(
                _seen_first(stored[key], sightings[sid]) for key in p["rows"] if key in stored
            )
            for sid, p in chosen.items()
        },
        decided=_decided(connection, scope),
    )


def _snapshots(
    connection: Connection, scope: Scope, seen: Mapping[str, object]
) -> dict[str, Snapshot]:
    every = map(records.snapshot_from_json, payloads(connection, SNAPSHOTS, scope))
    return {snapshot.id: snapshot for snapshot in every if snapshot.id in seen}


def _sightings(connection: Connection, scope: Scope) -> dict[str, tuple[Sighting, ...]]:
    groups: dict[str, list[Sighting]] = {}
    for payload in payloads(connection, SIGHTINGS, scope):
        sighting = records.sighting_from_json(payload)
        if scope.shows(sighting):
            groups.setdefault(sighting.snapshot, []).append(sighting)
    return {sid: tuple(sorted(group, key=_earliest)) for sid, group in sorted(groups.items())}


def _earliest(sighting: Sighting) -> tuple[date, str, str, str]:
    published = _NEVER if sighting.published is None else sighting.published
    return published, sighting.url or "", sighting.publisher or "", sighting.ref


def _chosen(
    readings: Iterable[Mapping[str, Any]], seen: Mapping[str, object]
) -> dict[str, Mapping[str, Any]]:
    groups: dict[str, list[Mapping[str, Any]]] = {}
    for payload in readings:
        if payload["snapshot"] in seen:
            groups.setdefault(payload["snapshot"], []).append(payload)
    return {sid: _reading_that_holds(group) for sid, group in groups.items()}


def _reading_that_holds(group: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    """The newest reader's reading; of its readings, the one with the earliest date."""
    newest = group[-1]
    rivals = [r for r in group if _made_by(r) == _made_by(newest)]
    return min(rivals, key=lambda r: (r["published"] or _NEVER.isoformat(), r["rows"]))


def _made_by(reading: Mapping[str, Any]) -> tuple[str, str]:
    return reading["reader"], reading["version"]


def _claims(connection: Connection, keys: set[str]) -> dict[str, Claim]:
    out: dict[str, Claim] = {}
    wanted = sorted(keys)
    for start in range(0, len(wanted), AT_ONCE):
        some = wanted[start : start + AT_ONCE]
        query = select(CLAIMS.c.key, CLAIMS.c.payload).where(
            CLAIMS.c.key.in_(some), CLAIMS.c.payload.is_not(None)
        )
        for key, payload in connection.execute(query):
            out[key] = claim_from_json(json.loads(payload))
    return out


def _seen_first(claim: Claim, sightings: Sequence[Sighting]) -> Claim:
    """Let a claim name the earliest sighting of its text that prints its evidence."""
    for sighting in sightings:
        source = _source(sighting)
        if all(_printed(source, e.place, e.start, e.end, e.quote) for e in claim.evidence):
            return claim if source == claim.source else dataclasses.replace(claim, source=source)
    return claim


def _source(sighting: Sighting) -> Source:
    return Source(
        id=sighting.snapshot,
        ref=sighting.ref,
        url=sighting.url,
        title=sighting.title,
        publisher=sighting.publisher,
        published=sighting.published,
        lang=sighting.lang,
    )


def _printed(source: Source, place: str, start: int, end: int, quote: str) -> bool:
    if place == "text":
        return True
    words = source.title if place == "title" else source.publisher
    return words is not None and words[start:end] == quote


def _decided(connection: Connection, scope: Scope) -> tuple[Decided, ...]:
    rows = select(DECISIONS.c.key, DECISIONS.c.payload).where(*scope.limits(DECISIONS))
    return tuple(
        Decided(id=key, decision=records.decision_from_json(json.loads(payload)))
        for key, payload in connection.execute(rows.order_by(DECISIONS.c.seq))
        if payload is not None
    )
