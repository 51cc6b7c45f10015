"""What stands in the book, seen from a moment and a day: the newest reading of each text.

The result is a function of what is in the book, not of the order in which sources came: where a
text was seen on several days, the reading made with the earliest publication date holds (a
reprint's "on Sunday" means the Sunday of the first printing), and each claim names the earliest
place where its text was seen.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Table, select

from pledgebook.ledger import records
from pledgebook.ledger.chain import moment, payload_of
from pledgebook.ledger.decided import Decided, age, in_force
from pledgebook.ledger.lookups import AT_ONCE
from pledgebook.ledger.settled import Readings, Settled, claim_names, settle
from pledgebook.ledger.tables import CLAIMS, DECISIONS, READINGS, SIGHTINGS, SNAPSHOTS
from pledgebook.model.claims import Claim, Source
from pledgebook.model.codec import claim_from_json
from pledgebook.model.plain import to_json
from pledgebook.model.snapshots import Decision, Reading, Sighting, Snapshot

#: Sorts after every date: a sighting without a date is never the earliest.
_NEVER = date.max

#: Rows that are fetched at once: enough that fetching costs little, few enough to hold.
_ROWS_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """From where the book is seen.

    Attributes:
        as_of: rows entered up to this moment (UTC); None for all.
        known_by: sightings published by this day; None for all. A sighting without a
            publication date counts from the day it was retrieved; without both it is not
            known to have been there, and stays out.
        until: rows up to this place in the chain; None for all.
        sources: only these texts, with what was seen and read of them; None for all. At most
            ``lookups.AT_ONCE``.
    """

    as_of: datetime | None = None
    known_by: date | None = None
    until: int | None = None
    sources: frozenset[str] | None = None

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
        if self.sources is not None and table in (SNAPSHOTS, SIGHTINGS, READINGS, CLAIMS):
            of = table.c.key if table is SNAPSHOTS else table.c.snapshot
            out.append(of.in_(sorted(self.sources)))
        return out

    def shows(self, sighting: Sighting) -> bool:
        """Say whether a sighting lies inside the scope."""
        if self.known_by is None:
            return True
        day = known_from(sighting)
        return day is not None and day <= self.known_by


def known_from(sighting: Sighting) -> date | None:
    """Day from which a sighting is known: of its publication, else of its retrieval."""
    return sighting.published if sighting.published is not None else sighting.retrieved


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What stands: texts and where they were seen, one reading of each, claims, decisions.

    Attributes:
        snapshots, sightings: texts and where they were seen.
        readings: the reading of each text that holds.
        read: what readers gave.
        decided: all decisions, replaced and undone ones too, in the order they were entered.
    """

    snapshots: Mapping[str, Snapshot]
    sightings: Mapping[str, tuple[Sighting, ...]]
    readings: Mapping[str, Reading]
    read: Readings
    decided: tuple[Decided, ...]

    @cached_property
    def in_force(self) -> tuple[Decided, ...]:
        """Decisions that neither a later one replaces nor an undo takes back, oldest first."""
        return tuple(sorted(in_force(self.decided), key=age))

    @cached_property
    def settled(self) -> Settled:
        """Claims and decisions to fold."""
        return settle(self.read, self.in_force)

    @property
    def by_source(self) -> Mapping[str, tuple[Claim, ...]]:
        """Claims of each text as persons decided them, in the order the reader gave them."""
        return self.settled.by_source

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """All claims as persons decided them, each once, by id."""
        every = {claim.id: claim for claims in self.by_source.values() for claim in claims}
        return tuple(every[name] for name in sorted(every))

    @property
    def all_sightings(self) -> tuple[Sighting, ...]:
        """Sightings of all texts."""
        return tuple(s for group in self.sightings.values() for s in group)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Decisions in force, as they apply to the claims that stand."""
        return self.settled.decisions


def payloads(connection: Connection, table: Table, scope: Scope) -> Iterable[Mapping[str, Any]]:
    """Payloads of a table's rows in the order of the chain; redacted rows are left out."""
    there = table.c.payload.is_not(None)
    query = select(table.c.payload).where(there, *scope.limits(table)).order_by(table.c.seq)
    some = connection.execute(query).scalars().partitions(_ROWS_AT_ONCE)
    return (payload_of(text) for texts in some for text in texts)


def standing(connection: Connection, scope: Scope, *, texts: bool = True) -> Standing:
    """Read what stands in ``scope``; without ``texts`` no snapshots, which folding needs not."""
    sightings = sightings_of(connection, scope)
    groups = readings_of(connection, scope, sightings)
    chosen = {sid: _reading_that_holds(group) for sid, group in groups.items()}
    decided = decisions_of(connection, scope)
    return Standing(
        snapshots=_snapshots(connection, scope, sightings) if texts else {},
        sightings=sightings,
        readings={sid: records.reading_from_json(p) for sid, p in chosen.items()},
        read=_read(connection, sightings, groups, chosen, claim_names(decided)),
        decided=decided,
    )


_Payload = Mapping[str, Any]
_Sightings = Mapping[str, tuple[Sighting, ...]]


def _read(
    connection: Connection,
    sightings: _Sightings,
    groups: Mapping[str, Sequence[_Payload]],
    chosen: Mapping[str, _Payload],
    names: Collection[str],
) -> Readings:
    gone = _gone(groups, chosen, set(names))
    rows = {key for payload in chosen.values() for key in payload["rows"]}
    stored = stored_claims(connection, CLAIMS.c.key, rows | set(gone.values()))
    latest = {
        sid: tuple(seen_first(stored[key], sightings[sid]) for key in p["rows"] if key in stored)
        for sid, p in chosen.items()
    }
    earlier = [stored[key] for key in gone.values() if key in stored]
    touched = {claim.source.id for claim in earlier}
    return Readings(
        latest=latest,
        earlier={c.id: seen_first(c, sightings[c.source.id]) for c in earlier},
        known={sid: [frozenset(p["claims"]) for p in groups[sid]] for sid in touched},
    )


def _gone(
    groups: Mapping[str, Sequence[_Payload]], chosen: Mapping[str, _Payload], names: set[str]
) -> dict[str, str]:
    """Claims among ``names`` that only earlier readings gave, each with the key of its row.

    Of several rows of one claim, whose envelopes differ, the first by key is taken.
    """
    names = names - {name for payload in chosen.values() for name in payload["claims"]}
    every = (payload for group in groups.values() for payload in group) if names else ()
    found: dict[str, str] = {}
    for payload in every:
        for name, key in zip(payload["claims"], payload["rows"], strict=True):
            if name in names:
                found[name] = min(key, found.get(name, key))
    return found


def _snapshots(
    connection: Connection, scope: Scope, seen: Mapping[str, object]
) -> dict[str, Snapshot]:
    every = map(records.snapshot_from_json, payloads(connection, SNAPSHOTS, scope))
    return {snapshot.id: snapshot for snapshot in every if snapshot.id in seen}


def sightings_of(connection: Connection, scope: Scope) -> dict[str, tuple[Sighting, ...]]:
    """Read where each text in ``scope`` was seen, earliest first."""
    groups: dict[str, list[Sighting]] = {}
    for payload in payloads(connection, SIGHTINGS, scope):
        sighting = records.sighting_from_json(payload)
        if scope.shows(sighting):
            groups.setdefault(sighting.snapshot, []).append(sighting)
    return {sid: tuple(sorted(group, key=_earliest)) for sid, group in sorted(groups.items())}


def _earliest(sighting: Sighting) -> tuple[date, str, str, str]:
    published = _NEVER if sighting.published is None else sighting.published
    return published, sighting.url or "", sighting.publisher or "", sighting.ref


def readings_of(
    connection: Connection, scope: Scope, seen: _Sightings
) -> dict[str, list[Mapping[str, Any]]]:
    """Readings of each text that were made for a sighting in the scope, in order."""
    days = {sid: {to_json(s.published) for s in group} for sid, group in seen.items()}
    groups: dict[str, list[Mapping[str, Any]]] = {}
    for payload in payloads(connection, READINGS, scope):
        if payload["published"] in days.get(payload["snapshot"], ()):
            groups.setdefault(payload["snapshot"], []).append(payload)
    return groups


def _reading_that_holds(group: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    """Of the readings made for the earliest date, that of the newest reader.

    A reprint that a newer reader reads never moves the days that the first printing tells.
    """
    first = min(_day(r) for r in group)
    dated = [r for r in group if _day(r) == first]
    return min((r for r in dated if _made_by(r) == _made_by(dated[-1])), key=lambda r: r["rows"])


def _day(reading: Mapping[str, Any]) -> str:
    day: str | None = reading["published"]
    return _NEVER.isoformat() if day is None else day


def _made_by(reading: Mapping[str, Any]) -> tuple[str, str]:
    return reading["reader"], reading["version"]


def stored_claims(
    connection: Connection, column: Column[str], values: Collection[str]
) -> dict[str, Claim]:
    """Claims whose ``column`` of the table is one of ``values``, by the key of their row."""
    out: dict[str, Claim] = {}
    wanted = sorted(values)
    for start in range(0, len(wanted), AT_ONCE):
        query = select(CLAIMS.c.key, CLAIMS.c.payload).where(
            column.in_(wanted[start : start + AT_ONCE]), CLAIMS.c.payload.is_not(None)
        )
        for some in connection.execute(query).partitions(_ROWS_AT_ONCE):
            out.update((key, claim_from_json(payload_of(payload))) for key, payload in some)
    return out


def seen_first(claim: Claim, sightings: Sequence[Sighting]) -> Claim:
    """Let a claim name the earliest sighting of its text that prints its evidence."""
    for sighting in sightings:
        source = source_of(sighting)
        if all(_printed(source, e.place, e.start, e.end, e.quote) for e in claim.evidence):
            return claim if source == claim.source else dataclasses.replace(claim, source=source)
    return claim


def source_of(sighting: Sighting) -> Source:
    """Give the source that a claim names which was read at a sighting."""
    return Source(
        id=sighting.snapshot,
        ref=sighting.ref,
        url=sighting.url,
        title=sighting.title,
        publisher=sighting.publisher,
        published=sighting.published,
        lang=sighting.lang,
        record=sighting.record,
    )


def _printed(source: Source, place: str, start: int, end: int, quote: str) -> bool:
    if place == "text":
        return True
    words = source.title if place == "title" else source.publisher
    return words is not None and words[start:end] == quote


def decisions_of(connection: Connection, scope: Scope) -> tuple[Decided, ...]:
    """All decisions in the scope, replaced and undone ones too, as they were entered."""
    rows = select(DECISIONS.c.key, DECISIONS.c.payload).where(*scope.limits(DECISIONS))
    return tuple(
        Decided(id=key, decision=records.decision_from_json(json.loads(payload)))
        for key, payload in connection.execute(rows.order_by(DECISIONS.c.seq))
        if payload is not None
    )
