"""The read view with what every page needs looked up once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property
from threading import RLock
from typing import Any, Protocol, TypeVar, cast

from pledgebook.ledger.counting import LeftOut
from pledgebook.ledger.decided import Decided
from pledgebook.ledger.totals import Totals, TotalsQuery, totals
from pledgebook.model.book import BookDefinition
from pledgebook.model.claims import (
    Claim,
)
from pledgebook.model.entries import Entry, Relation
from pledgebook.model.problems import Problem
from pledgebook.model.snapshots import Reading, Sighting, Snapshot
from pledgebook.model.values import Actor
from pledgebook.model.vocabulary import Kind, Rights
from pledgebook.publish import names
from pledgebook.publish.names import actors_of
from pledgebook.publish.overlong import CutView
from pledgebook.publish.shown import ShownView

#: Hexadecimal digits of an id that an address carries: 64 bits, so that a book of a million
#: entries meets two alike with a chance below one in ten million.
SLUG_DIGITS = 16


class SourceLike(Protocol):
    """What a page needs of a source record (``ledger.view.SourceRecord``)."""

    @property
    def snapshot(self) -> Snapshot:
        """The text."""

    @property
    def sightings(self) -> Sequence[Sighting]:
        """Where and when it was seen."""

    @property
    def reading(self) -> Reading | None:
        """The latest reading."""


class ViewLike(Protocol):
    """The read view of a ledger (``ledger.view.View``), as far as pages use it."""

    def definition(self) -> BookDefinition | None:
        """The book definition that holds."""

    def entries(self, kind: Kind | None = None) -> tuple[Entry, ...]:
        """All entries, or those of one kind."""

    def claims(self, kind: Kind | None = None) -> Sequence[Claim]:
        """All claims of the latest readings."""

    def sources(self) -> Sequence[SourceLike]:
        """All sources."""

    def problems(self) -> Sequence[Problem]:
        """What could not be read, of all runs."""

    def updated(self) -> datetime | None:
        """When something was last written."""

    def decisions_about(self, entry: Entry) -> Sequence[Decided]:
        """Decisions in force about an entry."""

    def as_read(self, claim: Claim) -> Claim:
        """A claim as its reader gave it."""


_Index = TypeVar("_Index")


def slug(record_id: str) -> str:
    """Give the part of an id that stands in addresses."""
    return record_id.rpartition(":")[2][:SLUG_DIGITS]


class Book:
    """One view, read once: entries, claims and sources by id, names, rights.

    A book is kept by a warm server for as long as nothing is entered, so what a page looks up is
    built once, here or in an ``index`` of its own. One thread uses it at a time: ``lock``.
    """

    def __init__(self, view: ViewLike, today: Book | None = None) -> None:
        """Wrap a view; nothing is read before it is asked for.

        ``today`` is the book as it is now, for one that is seen from a day of the past.
        """
        # Over-long titles are cut here, and texts that may be named only lose their words, for
        # every page and file at once.
        self._shown = ShownView(CutView(view))
        self.view: ViewLike = self._shown
        self.today = self if today is None else today
        self.lock = RLock()
        self._indexes: dict[Callable[[Book], Any], Any] = {}

    def load(self) -> Book:
        """Read all that pages read from the view, so that they tell of one state of the book."""
        with self.lock:
            _ = (self.definition, self.entries, self.claims, self.sources, self.problems)
            _ = self.updated
        return self

    def index(self, make: Callable[[Book], _Index]) -> _Index:
        """Give what ``make`` (a class or function) builds of this book, built once per book.

        For what an area of the site looks up: ``book.index(Everybody).rows``.
        """
        with self.lock:
            if make not in self._indexes:
                self._indexes[make] = make(self)
            return cast("_Index", self._indexes[make])

    @cached_property
    def definition(self) -> BookDefinition | None:
        """The definition that holds, None where the book has none."""
        return self.view.definition()

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All entries as the view orders them."""
        return tuple(self.view.entries())

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """All claims by id: those of the readings and those that entries fold."""
        found = {claim.id: claim for claim in self.view.claims()}
        for entry in self.entries:
            found.update((claim.id, claim) for claim in entry.claims)
        return found

    @cached_property
    def sources(self) -> dict[str, SourceLike]:
        """All sources by snapshot id."""
        return {source.snapshot.id: source for source in self.view.sources()}

    @cached_property
    def totals(self) -> Totals:
        """Totals by donor under the book's own rules."""
        return totals(self.view, TotalsQuery(by=("donor",)))

    @cached_property
    def left_out(self) -> dict[str, LeftOut]:
        """What the totals leave out, by entry."""
        return {out.entry: out for out in self.totals.left_out}

    @cached_property
    def parts(self) -> dict[str, list[Entry]]:
        """Entries that are a part of another, by the id of the whole."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            if entry.part_of is not None:
                found.setdefault(entry.part_of, []).append(entry)
        return found

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Problems of all runs."""
        return tuple(self.view.problems())

    @cached_property
    def entries_by_id(self) -> dict[str, Entry]:
        """Entries by id."""
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def updated(self) -> datetime | None:
        """When something was last written."""
        return self.view.updated()

    @cached_property
    def _entries_at(self) -> dict[str, Entry]:
        # Of two that share an address the first keeps it.
        return {slug(entry.id): entry for entry in reversed(self.entries)}

    @cached_property
    def _sources_at(self) -> dict[str, str]:
        return {slug(source): source for source in reversed(self.sources)}

    @cached_property
    def _kinds(self) -> dict[Kind, tuple[Entry, ...]]:
        found: dict[Kind, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.kind, []).append(entry)
        return {kind: tuple(entries) for kind, entries in found.items()}

    @cached_property
    def _homes(self) -> dict[str, Entry]:
        return {claim.id: entry for entry in self.entries for claim in entry.claims}

    @cached_property
    def _claims_of(self) -> dict[str, list[Claim]]:
        found: dict[str, list[Claim]] = {}
        for claim in self.claims.values():
            found.setdefault(claim.source.id, []).append(claim)
        for claims in found.values():
            claims.sort(key=lambda claim: (claim.sentence, claim.kind, claim.id))
        return found

    @cached_property
    def _printed(self) -> dict[str, str]:
        return names.printed_names(a for claim in self.claims.values() for a in actors_of(claim))

    def of_kind(self, kind: Kind) -> tuple[Entry, ...]:
        """Entries of one kind."""
        return self._kinds.get(kind, ())

    def entry_at(self, name: str) -> Entry | None:
        """Entry whose address ends in ``name`` (``slug``), None where there is none."""
        return self._entries_at.get(name)

    def source_at(self, name: str) -> str | None:
        """Id of the source whose address ends in ``name``, None where there is none."""
        return self._sources_at.get(name)

    def entry_of(self, claim_id: str) -> Entry | None:
        """Entry that folds a claim, None where none does."""
        return self._homes.get(claim_id)

    def claims_of(self, source_id: str) -> Sequence[Claim]:
        """Claims of one source, in order of their sentences."""
        return self._claims_of.get(source_id, ())

    def rights(self, source_id: str) -> Rights:
        """Rights of a source; a claim whose text is not in the book shows no words of it."""
        return self._shown.rights(source_id)

    def name(self, actor: Actor) -> str:
        """Name an actor in a heading: a state by its English name, others as printed."""
        if actor.type == "state" and actor.id is not None:
            return self.name_of(actor.id)
        return actor.name

    def name_of(self, actor_id: str) -> str:
        """Name an actor id."""
        return names.name_of(actor_id, self._printed)


def relation_of(entry: Entry, claim_id: str) -> Relation | None:
    """Give how a claim relates to its entry."""
    return next((r for r in entry.relations if r.claim == claim_id), None)
