"""The read view: the book as it stands, as it stood, or as sources of a day tell it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import Engine, func, select

from pledgebook.ledger import records, searching
from pledgebook.ledger.chain import moment
from pledgebook.ledger.decided import Decided, added_claim, named
from pledgebook.ledger.dialects import plain_errors, reading
from pledgebook.ledger.entering import entered
from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.events import Event, events
from pledgebook.ledger.former import Former, former
from pledgebook.ledger.identifiers import begins_none, one_of
from pledgebook.ledger.projection import folded, projected_at
from pledgebook.ledger.redaction import Redacted, redactions
from pledgebook.ledger.retold import told_again
from pledgebook.ledger.reviews import Review, in_order, reviews
from pledgebook.ledger.seen import Seen, present, present_folded, rows_after
from pledgebook.ledger.settled import Lapsed
from pledgebook.ledger.standing import Scope, payloads, sightings_of, standing
from pledgebook.ledger.statuses import PointStatus, statuses
from pledgebook.ledger.tables import APPEND_ONLY, DEFINITIONS, RUNS
from pledgebook.ledger.terms import terms_among, terms_read
from pledgebook.ledger.witnessing import Fold
from pledgebook.model.book import BookDefinition
from pledgebook.model.claims import Claim
from pledgebook.model.datasets import ReleaseTerms
from pledgebook.model.entries import Entry, entry_id
from pledgebook.model.problems import Problem
from pledgebook.model.rights import rights_of
from pledgebook.model.snapshots import Reading, Sighting, Snapshot
from pledgebook.model.vocabulary import Kind, Rights

if TYPE_CHECKING:
    from pledgebook.ledger.kept.facts import Facts

_Record = TypeVar("_Record", Claim, Entry)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRecord:
    """One text with everything around it.

    Attributes:
        snapshot: the text.
        sightings: where it was seen, earliest first.
        reading: the reading that holds; None for a text that was never read.
        claims: the claims of that reading, in the order the reader gave them.
    """

    snapshot: Snapshot
    sightings: tuple[Sighting, ...]
    reading: Reading | None
    claims: tuple[Claim, ...]


class View:
    """Reads one consistent state of a book; loaded on first use, then kept.

    Ids may be shortened to any prefix that fits only one record, with or without ``kind:``.
    """

    def __init__(
        self, engine: Engine, book: str, scope: Scope, fold: Fold | None, seen: Seen | None = None
    ) -> None:
        """Made by ``Ledger.view``, and by ``Ledger.about`` with what it has ``seen`` already."""
        self._engine = engine
        self._book = book
        self.scope = scope
        self._fold = fold
        if seen is not None:
            self.__dict__["_seen"] = seen

    @cached_property
    def _seen(self) -> Seen:
        with plain_errors(self._book), reading(self._engine) as connection:
            if not self.scope.is_present:
                assert self._fold is not None
                state = standing(connection, self.scope)
                return Seen(standing=state, entries=folded(state, self._fold))
            if self._fold is not None:
                return present_folded(connection, self._fold)
            return present(connection)

    @property
    def behind(self) -> int:
        """Number of rows entered since the entries were folded; 0 where they are up to date."""
        return self._seen.behind

    def definition(self) -> BookDefinition | None:
        """Give the book's definition: the last one entered; None for a book without one."""
        with plain_errors(self._book), reading(self._engine) as connection:
            every = list(payloads(connection, DEFINITIONS, self.scope))
        return records.definition_from_json(every[-1]["definition"]) if every else None

    def entries(self, kind: Kind | None = None) -> tuple[Entry, ...]:
        """Give the entries, in order of publication; raises LedgerError if never folded."""
        entries = self._seen.entries
        if entries is None:
            raise LedgerError(f"{self._book} has sources but no entries yet; rebuild them")
        return _of_kind(entries, kind)

    def facts(self) -> Facts | None:
        """Give what totals need of the entries as columns; None where they are not kept so.

        Kept are those of the present book, and on which days they are those of the day; a view that
        was loaded already is not read again.
        """
        if "_seen" in self.__dict__ or self.scope.sources is not None:
            return None
        return self._facts

    @cached_property
    def _facts(self) -> Facts | None:
        from pledgebook.ledger.kept.earlier import facts_at  # noqa: PLC0415 - numpy
        from pledgebook.ledger.kept.storing import read  # noqa: PLC0415

        with plain_errors(self._book), reading(self._engine) as connection:
            at = projected_at(connection)
            if at is None or (self._fold is not None and rows_after(connection, at.seq)):
                return None
            if self.scope.is_present:
                return read(connection, at)
            assert self._fold is not None
            return facts_at(connection, self.scope, at, self._fold)

    def entry(self, name: str) -> Entry:
        """Give the entry with this id or prefix; raises LedgerError."""
        entries: Mapping[str, Entry] = {entry.id: entry for entry in self.entries()}
        if begins_none(name, entries):
            entries = self._former
        return entries[one_of(name, entries, "entry")]

    def claims(self, kind: Kind | None = None) -> tuple[Claim, ...]:
        """Give the claims of the readings that hold, by id."""
        return _of_kind(self._seen.standing.claims, kind)

    def claim(self, name: str) -> Claim:
        """Give the claim with this id or prefix; raises LedgerError.

        A claim that a person changed answers to the id its reader gave it, too; a newer reading
        that stands behind a decision to its own.
        """
        return self._claims[one_of(name, self._claims, "claim")]

    def find(self, name: str) -> Entry | Claim:
        """Give the entry or claim with this id or prefix; raises LedgerError."""
        entries = {entry.id: entry for entry in self.entries()}
        found: Mapping[str, Entry | Claim] = {**self._claims, **entries}
        if begins_none(name, found):
            found = self._former
        return found[one_of(name, found, "entry or claim")]

    @cached_property
    def _former(self) -> Mapping[str, Entry]:
        """Entries by the id that each of their claims gave before it was joined to others."""
        return {entry_id(claim): entry for entry in self.entries() for claim in entry.claims}

    @cached_property
    def _claims(self) -> Mapping[str, Claim]:
        state = self._seen.standing
        read = {c.id: c for claims in state.read.latest.values() for c in claims}
        lapsed = {one.claim.id: one.claim for one in self.lapsed()}
        known = {claim.known_as: claim for claim in state.claims}
        return {**read, **lapsed, **known, **{claim.id: claim for claim in state.claims}}

    def lapsed(self) -> tuple[Lapsed, ...]:
        """Give the claims that decisions are about and the latest readings do not give."""
        return tuple(self._seen.standing.settled.lapsed.values())

    def as_read(self, claim: Claim) -> Claim:
        """Give a claim as its reader gave it; itself where no person changed it."""
        return self._seen.standing.settled.as_read.get(claim.known_as, claim)

    def given(self, snapshot: str) -> frozenset[str]:
        """Ids of the claims that the latest reading of a text gave."""
        return frozenset(c.id for c in self._seen.standing.read.latest.get(snapshot, ()))

    def sources(self) -> tuple[SourceRecord, ...]:
        """Give all texts, by publication of their earliest sighting, then id."""
        found = (self._source(name) for name in self._seen.standing.snapshots)
        return tuple(sorted(found, key=_first_seen))

    def source(self, name: str) -> SourceRecord:
        """Give the text with this id, prefix, ref or address; raises LedgerError."""
        state = self._seen.standing
        for snapshot, sightings in state.sightings.items():
            if any(name in (s.ref, s.url) for s in sightings):
                return self._source(snapshot)
        return self._source(one_of(name, state.snapshots, "source"))

    def _source(self, snapshot: str) -> SourceRecord:
        state = self._seen.standing
        return SourceRecord(
            snapshot=state.snapshots[snapshot],
            sightings=state.sightings[snapshot],
            reading=state.readings.get(snapshot),
            claims=state.by_source.get(snapshot, ()),
        )

    def decisions(self, target: str | None = None) -> tuple[Decided, ...]:
        """Give all decisions, or those about one target, oldest first, replaced ones too."""
        every = self._seen.standing.decided
        return tuple(d for d in every if target is None or d.decision.target == target)

    def decision(self, name: str) -> Decided:
        """Give the decision with this id or prefix; raises LedgerError."""
        every = {item.id: item for item in self.decisions()}
        return every[one_of(name, every, "decision")]

    def in_force(self) -> tuple[Decided, ...]:
        """Give the decisions that hold, by the time they were decided."""
        return self._seen.standing.in_force

    def reviews(self) -> tuple[Review, ...]:
        """Give what a person should look at again."""
        state = self._seen.standing
        found = reviews(
            self.in_force(),
            self.lapsed(),
            {claim.known_as: claim for claim in state.claims},
            self.entries(),
            {name: self.given(name) for name in state.read.latest},
        )
        again = () if self._fold is None else told_again(state, self.entries(), self._fold)
        return tuple(sorted((*found, *again), key=in_order))

    def events(self) -> tuple[Event, ...]:
        """Give everything that happened, by the moment it was entered."""
        with plain_errors(self._book), reading(self._engine) as connection:
            moments = entered(connection, self.scope)
        return events(self.entries(), self.decisions(), moments, self.former())

    def former(self) -> tuple[Former, ...]:
        """Give the claims that an earlier reading gave and that no longer stand, by id."""
        return self._dropped

    @cached_property
    def _dropped(self) -> tuple[Former, ...]:
        with plain_errors(self._book), reading(self._engine) as connection:
            return former(connection, self.scope, self._seen.standing)

    def decisions_about(self, entry: Entry) -> tuple[Decided, ...]:
        """Give the decisions in force that name an entry or one of its claims, oldest first."""
        names = {entry.id, *(claim.known_as for claim in entry.claims)}
        names |= {claim.id for claim in entry.claims}
        return tuple(d for d in self.in_force() if _is_about(d, names))

    def statuses(self) -> dict[int, tuple[PointStatus, ...]]:
        """Give the statuses that persons set, per point of the plan, oldest first; the last holds.

        Only those whose evidence lies in the scope of the view; of those without evidence, as a
        status of 0 may be, those set by the day that the view is seen from.
        """
        known = {name for claim in self.claims() for name in (claim.id, claim.known_as)}
        known |= {one.claim.id for one in self.lapsed()}
        return statuses(self.decisions(), known, self.scope.known_by)

    def problems(self) -> tuple[Problem, ...]:
        """Give what could not be read, over all runs, each once, in the order it was met."""
        with plain_errors(self._book), reading(self._engine) as connection:
            runs = list(payloads(connection, RUNS, self.scope))
        found = {json.dumps(p, sort_keys=True): p for run in runs for p in run["problems"]}
        return tuple(records.problem_from_json(problem) for problem in found.values())

    def redactions(self) -> tuple[Redacted, ...]:
        """Give the rows whose payload was removed, by whom and why, oldest first."""
        with plain_errors(self._book), reading(self._engine) as connection:
            every = redactions(connection)
        if self.scope.as_of is None:
            return every
        return tuple(one for one in every if one.at <= moment(self.scope.as_of))

    def sightings(self) -> Mapping[str, tuple[Sighting, ...]]:
        """Give where each text was seen, earliest first."""
        return self._seen.standing.sightings

    def rights(self) -> Mapping[str, Rights]:
        """Give the strictest rights under which each text was ever seen.

        Unlike everything else of a view they are those of now, from wherever the book is seen: a
        text that may be named only since last week is not quoted in the book of last month.
        """
        seen = self.sightings()
        if not self.scope.is_present:
            with plain_errors(self._book), reading(self._engine) as connection:
                seen = sightings_of(connection, Scope())
        return {name: rights_of(group) for name, group in seen.items()}

    def releases(self) -> tuple[ReleaseTerms, ...]:
        """Give the terms of the data sets' releases that lie in scope, by series and day."""
        facts = self.facts()
        if facts is None:
            return terms_among(self._seen.standing.snapshots.values())
        with plain_errors(self._book), reading(self._engine) as connection:
            return terms_read(connection, self.scope, facts.terms)

    def search(self, query: str, kind: str | None = None, limit: int = 20) -> list[searching.Hit]:
        """Find claims and sources that have the words, newest first (``ledger.searching``).

        Of the newest ``limit`` hits those in texts that this view holds. Raises LedgerError.
        """
        with plain_errors(self._book), reading(self._engine) as connection:
            found = searching.search(connection, query, kind, limit)
        if self.scope.is_present:
            return found
        return [hit for hit in found if hit.source in self._seen.standing.snapshots]

    def updated(self) -> datetime | None:
        """Give the moment of the last row entered, None for an empty book."""
        newest = [
            select(func.max(t.c.entered_at)).where(*self.scope.limits(t))
            for t in APPEND_ONLY.values()
        ]
        with plain_errors(self._book), reading(self._engine) as connection:
            moments = [connection.execute(query).scalar() for query in newest]
        last = max((m for m in moments if m is not None), default=None)
        return None if last is None else datetime.fromisoformat(last)


def _is_about(item: Decided, names: set[str]) -> bool:
    added = added_claim(item.decision)
    if item.decision.action == "read_completely":
        return False
    return bool(named(item.decision) & names if added is None else {added.id} & names)


def _of_kind(records_: Iterable[_Record], kind: Kind | None) -> tuple[_Record, ...]:
    return tuple(record for record in records_ if kind is None or record.kind == kind)


def _first_seen(source: SourceRecord) -> tuple[str, str]:
    published = _published(source.sightings)
    return published, source.snapshot.id


def _published(sightings: Sequence[Sighting]) -> str:
    days = (s.published.isoformat() for s in sightings if s.published is not None)
    return min(days, default="9999")
