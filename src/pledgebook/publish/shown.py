"""A book's read view as the site may show it: texts that may be named only lose their words.

Every page, file, total and feed is made from a ``Book``, and a ``Book`` reads through this view, so
that none of them has to think of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, Protocol

from pledgebook.model.book import BookDefinition
from pledgebook.model.claims import Claim
from pledgebook.model.datasets import ReleaseTerms
from pledgebook.model.entries import Entry
from pledgebook.model.rights import rights_of
from pledgebook.model.snapshots import Sighting
from pledgebook.model.vocabulary import Kind, Rights
from pledgebook.publish.names import actors_of, printed_names
from pledgebook.publish.withheld import Withholding, bare_entry, masked, words_taken


class _View(Protocol):
    def definition(self) -> BookDefinition | None: ...
    def entries(self, kind: Kind | None = None) -> tuple[Entry, ...]: ...
    def claims(self, kind: Kind | None = None) -> Sequence[Claim]: ...
    def sources(self) -> Sequence[Any]: ...
    def as_read(self, claim: Claim) -> Claim: ...


class ShownView:
    """Reads through to a view; everything but claims and entries comes from there as it is."""

    def __init__(self, view: _View) -> None:
        """Wrap a view; nothing is read before it is asked for."""
        self._view = view

    def __getattr__(self, name: str) -> Any:
        """Give what the view has beside claims and entries."""
        return getattr(self._view, name)

    def entries(self, kind: Kind | None = None) -> tuple[Entry, ...]:
        """All entries, or those of one kind."""
        found = self._view.entries(kind)
        return tuple(map(self._entry, found)) if self._bare else found

    def claims(self, kind: Kind | None = None) -> Sequence[Claim]:
        """All claims, or those of one kind."""
        found = self._view.claims(kind)
        return [self._bare.get(claim.id, claim) for claim in found] if self._bare else found

    def as_read(self, claim: Claim) -> Claim:
        """A claim as its reader gave it."""
        found = self._view.as_read(claim)
        return self._withholding.claim(found) if found.source.id in self._named_only else found

    def releases(self) -> tuple[ReleaseTerms, ...]:
        """Terms of the releases that were taken in, where the view knows them."""
        terms: tuple[ReleaseTerms, ...] = getattr(self._view, "releases", tuple)()
        return terms

    def sightings(self) -> Mapping[str, tuple[Sighting, ...]]:
        """Where each text was seen."""
        return {s.snapshot.id: tuple(s.sightings) for s in self._view.sources()}

    def sources(self) -> Sequence[Any]:
        """All sources; of a text that may be named only the signs stand for its letters."""
        return self._sources

    @cached_property
    def _sources(self) -> tuple[Any, ...]:
        return tuple(
            replace(source, snapshot=masked(source.snapshot))
            if self.rights(source.snapshot.id) == "metadata"
            else source
            for source in self._view.sources()
        )

    def rights(self, source_id: str) -> Rights:
        """Rights of a text; a claim whose text is not in the book shows no words of it."""
        return self._rights.get(source_id, "metadata")

    @cached_property
    def _rights(self) -> Mapping[str, Rights]:
        """The strictest rights of each text; a ledger's view knows those of later days too."""
        own = {s.snapshot.id: rights_of(s.sightings) for s in self._view.sources()}
        known: Mapping[str, Rights] = getattr(self._view, "rights", dict)()
        return {name: known.get(name, rights) for name, rights in own.items()}

    @cached_property
    def _named_only(self) -> frozenset[str]:
        sources = {claim.source.id for claim in self._told.values()}
        return frozenset(name for name in sources if self.rights(name) == "metadata")

    @cached_property
    def _told(self) -> dict[str, Claim]:
        found = {claim.id: claim for claim in self._view.claims()}
        for entry in self._view.entries():
            found.update((claim.id, claim) for claim in entry.claims)
        return found

    @cached_property
    def _bare(self) -> dict[str, Claim]:
        named_only = self._named_only
        found = (claim for claim in self._told.values() if claim.source.id in named_only)
        return {claim.id: self._withholding.claim(claim) for claim in found}

    @cached_property
    def _taken(self) -> dict[str, set[str]]:
        return {name: words_taken(self._told[name], bare) for name, bare in self._bare.items()}

    @cached_property
    def _withholding(self) -> Withholding:
        quotable = (c for c in self._told.values() if c.source.id not in self._named_only)
        definition = self._view.definition()
        watched = () if definition is None else (*definition.actors, *definition.recipients)
        return Withholding(
            printed=printed_names(actor for claim in quotable for actor in actors_of(claim)),
            watched=frozenset(watched),
        )

    def _entry(self, entry: Entry) -> Entry:
        if any(claim.id in self._taken for claim in (entry.lead, *entry.claims)):
            return bare_entry(entry, self._withholding, self._taken)
        return entry
