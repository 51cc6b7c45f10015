"""What is far too long for a page is cut where a book is read, with a note that says so.

Titles and names of publishers come from anywhere, and a text without a stop is one sentence. No
list, heading or feed has to think of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

from pledgebook.model.claims import Claim, Source
from pledgebook.model.entries import Entry
from pledgebook.model.snapshots import Sighting
from pledgebook.model.vocabulary import Kind

_Seen = TypeVar("_Seen", Source, Sighting)

#: Characters of a title or a publisher's name. Headlines of news have up to 150, titles of official
#: papers up to some 250; what is longer is a text put in the wrong place.
TITLE_LIMIT = 300

#: Characters of any one value on a page. The longest paragraphs of treaties and laws have some
#: 8,000; a page that shows a few values of this length stays under 250 kB.
VALUE_LIMIT = 20_000


def cut(text: str, limit: int) -> str:
    """Give a text, or its beginning and a note of how long it is where it is over ``limit``."""
    if len(text) <= limit:
        return text
    return f"{text[:limit].rstrip()} … [cut here: {len(text):,} characters in all]"


def cut_values(data: Any) -> Any:
    """Cut every text in JSON data to ``VALUE_LIMIT``."""
    if isinstance(data, str):
        return cut(data, VALUE_LIMIT)
    if isinstance(data, dict):
        return {name: cut_values(value) for name, value in data.items()}
    if isinstance(data, list):
        return [cut_values(value) for value in data]
    return data


@dataclass(frozen=True, slots=True)
class _ShownSource:
    """A source record whose sightings were cut."""

    snapshot: Any
    sightings: tuple[Sighting, ...]
    reading: Any
    claims: Any = ()


class CutView:
    """Reads through to a view; over-long titles and names of publishers are cut."""

    def __init__(self, view: Any) -> None:
        """Wrap a view; nothing is read before it is asked for."""
        self._view = view

    def __getattr__(self, name: str) -> Any:
        """Give what the view has beside sources, claims and entries."""
        return getattr(self._view, name)

    def sources(self) -> Sequence[Any]:
        """All sources."""
        return self._sources

    def claims(self, kind: Kind | None = None) -> Sequence[Claim]:
        """All claims, or those of one kind."""
        return [_cut_claim(claim) for claim in self._view.claims(kind)]

    def entries(self, kind: Kind | None = None) -> tuple[Entry, ...]:
        """All entries, or those of one kind."""
        return tuple(_cut_entry(entry) for entry in self._view.entries(kind))

    def as_read(self, claim: Claim) -> Claim:
        """A claim as its reader gave it."""
        return _cut_claim(self._view.as_read(claim))

    @cached_property
    def _sources(self) -> tuple[Any, ...]:
        return tuple(_cut_record(source) for source in self._view.sources())


def _is_long(seen: Source | Sighting) -> bool:
    return len(seen.title or "") > TITLE_LIMIT or len(seen.publisher or "") > TITLE_LIMIT


def _cut_seen(seen: _Seen) -> _Seen:
    title, publisher = seen.title, seen.publisher
    return replace(
        seen,
        title=None if title is None else cut(title, TITLE_LIMIT),
        publisher=None if publisher is None else cut(publisher, TITLE_LIMIT),
    )


def _cut_claim(claim: Claim) -> Claim:
    if not _is_long(claim.source):
        return claim
    short = replace(claim, source=_cut_seen(claim.source))
    vars(short)["id"] = claim.id
    return short


def _cut_entry(entry: Entry) -> Entry:
    if not any(_is_long(claim.source) for claim in (entry.lead, *entry.claims)):
        return entry
    claims = tuple(_cut_claim(claim) for claim in entry.claims)
    return replace(entry, lead=_cut_claim(entry.lead), claims=claims)


def _cut_record(source: Any) -> Any:
    if not any(_is_long(sighting) for sighting in source.sightings):
        return source
    return _ShownSource(
        source.snapshot,
        tuple(_cut_seen(sighting) for sighting in source.sightings),
        source.reading,
        getattr(source, "claims", ()),
    )
