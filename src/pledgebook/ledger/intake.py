"""Taking sources in, one or many in a transaction: what is new is linked to the chain and indexed.

Rows are looked up and inserted a batch at a time, so that memory stays bounded however many
sources one transaction takes, but they stand on the chain source by source, as if each had been
added alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from sqlalchemy import Connection, select

from pledgebook.ledger import records
from pledgebook.ledger.chain import Appender, NewRow, head, payload_of
from pledgebook.ledger.dialects import insert_rows
from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.lookups import AT_ONCE, covers, known
from pledgebook.ledger.searching import add_to_index, claim_entry, snapshot_entries
from pledgebook.ledger.tables import CLAIMS, READINGS, SIGHTINGS, SNAPSHOTS
from pledgebook.model.claims import Claim
from pledgebook.model.ids import digest
from pledgebook.model.problems import Problem
from pledgebook.model.snapshots import Document, Reading

#: Sources looked up and inserted at a time: enough that a statement's own cost does not count, few
#: enough that a batch of long texts stays small beside the rest of the program.
BATCH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What ``Ledger.add`` found to be new.

    Attributes:
        snapshot_new: the text was not in the book.
        sighting_new: the text had not been seen at this place.
        reading_new: this reader's version had not read it so.
        claims_new: number of claims that were not in the book.
    """

    snapshot_new: bool
    sighting_new: bool
    reading_new: bool
    claims_new: int

    @property
    def anything(self) -> bool:
        """Say whether anything was added at all."""
        return self.snapshot_new or self.sighting_new or self.reading_new or self.claims_new > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a run read and could not read, to be entered beside what it added.

    Attributes:
        command: the verb.
        counts: how many of what.
        problems: what could not be read.
    """

    command: str
    counts: Mapping[str, int]
    problems: Sequence[Problem] = ()

    def row(self, connection: Connection) -> NewRow:
        """Make the row of the run, which stands behind all that the connection has written."""
        payload = {
            "command": self.command,
            "counts": dict(self.counts),
            "problems": [records.problem_to_json(problem) for problem in self.problems],
        }
        key = "run:" + digest([head(connection).hash, payload])
        return NewRow(key=key, payload=payload, copies={})


@dataclass(frozen=True, slots=True)
class Given:
    """One source, checked; its claims become rows one at a time, when they are taken in."""

    text: str
    snapshot: NewRow
    sighting: NewRow
    reading: NewRow
    claims: tuple[Claim, ...]

    @classmethod
    def of(cls, document: Document, claims: Iterable[Claim], reading: Reading) -> Given:
        """Make the rows; raises LedgerError where the parts do not speak of the same text."""
        given = list({claim.id: claim for claim in claims}.values())
        _check_one_source(document, given, reading)
        return cls(
            text=document.snapshot.text,
            snapshot=records.snapshot_row(document.snapshot),
            sighting=records.sighting_row(document.sighting),
            reading=records.reading_row(document, given, reading),
            claims=tuple(given),
        )


def _check_one_source(document: Document, claims: list[Claim], reading: Reading) -> None:
    name = document.snapshot.id
    others = {document.sighting.snapshot, reading.snapshot, *(c.source.id for c in claims)}
    if others != {name}:
        raise LedgerError(f"the parts of {document.sighting.ref} speak of different texts")


@dataclass(slots=True)
class _Known:
    """What the book holds of a batch; grows as its sources are taken in."""

    keys: set[str]
    ids: set[str]
    redacted: set[str]
    readings: dict[str, list[Mapping[str, Any]]]


@dataclass(slots=True)
class _New:
    """Linked rows of a batch, by table, and their rows of the search index."""

    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    index: list[dict[str, Any]] = field(default_factory=list)


def take_in(
    connection: Connection,
    appender: Appender,
    sources: Iterable[tuple[Document, Iterable[Claim], Reading]],
) -> Iterator[Added]:
    """Add sources inside the connection's transaction; the same again adds nothing.

    Sources are drawn a batch at a time, and only as far as what was added is drawn.
    """
    waiting = iter(sources)
    while batch := [Given.of(*source) for source in islice(waiting, BATCH)]:
        yield from _take_batch(connection, appender, batch)


def _take_batch(connection: Connection, appender: Appender, given: Sequence[Given]) -> list[Added]:
    have, new = _known(connection, given), _New()
    added = [_take_one(appender, one, have, new) for one in given]
    for table in (SNAPSHOTS, SIGHTINGS, READINGS, CLAIMS):
        if table.name in new.rows:
            insert_rows(connection, table, new.rows[table.name])
    add_to_index(connection, new.index)
    return added


def _known(connection: Connection, given: Sequence[Given]) -> _Known:
    keys = known(connection, SNAPSHOTS, "key", {one.snapshot.key for one in given})
    # What repeats a text never enters without it: of a new text nothing needs to be looked up.
    snapshots = frozenset(keys)
    keys |= known(connection, SIGHTINGS, "key", {one.sighting.key for one in given})
    have = _Known(keys=keys, ids=set(), redacted=set(), readings={})
    _known_claims(connection, snapshots, have)
    _known_readings(connection, snapshots, have)
    return have


def _known_claims(connection: Connection, snapshots: Collection[str], have: _Known) -> None:
    columns = (CLAIMS.c.key, CLAIMS.c.id, CLAIMS.c.payload.is_(None).label("emptied"))
    for some in _portions(snapshots):
        for row in connection.execute(select(*columns).where(CLAIMS.c.snapshot.in_(some))):
            have.keys.add(row.key)
            have.ids.add(row.id)
            if row.emptied:
                have.redacted.add(row.id)


def _known_readings(connection: Connection, snapshots: Collection[str], have: _Known) -> None:
    columns = (READINGS.c.key, READINGS.c.snapshot, READINGS.c.payload)
    for some in _portions(snapshots):
        for row in connection.execute(select(*columns).where(READINGS.c.snapshot.in_(some))):
            have.keys.add(row.key)
            if row.payload is not None:
                have.readings.setdefault(row.snapshot, []).append(payload_of(row.payload))


def _portions(values: Collection[str]) -> Iterable[list[str]]:
    wanted = sorted(values)
    return (wanted[start : start + AT_ONCE] for start in range(0, len(wanted), AT_ONCE))


def _take_one(appender: Appender, one: Given, have: _Known, new: _New) -> Added:
    def take(table: Any, row: NewRow) -> int:
        linked = appender.linked(table, row)
        new.rows.setdefault(table.name, []).append(linked)
        have.keys.add(row.key)
        return int(linked["seq"])

    text_new = one.snapshot.key not in have.keys
    if text_new:
        seq = take(SNAPSHOTS, one.snapshot)
        new.index += snapshot_entries(seq, one.snapshot.key, one.text)
    seen_new = one.sighting.key not in have.keys
    if seen_new:
        take(SIGHTINGS, one.sighting)
    read_new = _is_new_reading(one.reading, have)
    if read_new:
        take(READINGS, one.reading)
        have.readings.setdefault(one.snapshot.key, []).append(one.reading.payload)
    claims_new = 0
    for claim in one.claims:
        # A redacted claim stays out, whoever reads it again.
        if claim.id in have.redacted or records.claim_key(claim) in have.keys:
            continue
        row = records.claim_row(claim)
        seq = take(CLAIMS, row)
        if claim.id not in have.ids:
            have.ids.add(claim.id)
            new.index.append(claim_entry(seq, row.payload, one.text))
            claims_new += 1
    return Added(
        snapshot_new=text_new,
        sighting_new=seen_new,
        reading_new=read_new,
        claims_new=claims_new,
    )


def _is_new_reading(row: NewRow, have: _Known) -> bool:
    """Say whether no reader of this version made the same of it for the same or an earlier date."""
    before = have.readings.get(row.payload["snapshot"], ())
    return row.key not in have.keys and not any(covers(old, row.payload) for old in before)
