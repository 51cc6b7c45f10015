"""A claim as pages show it: its line, values, words, source, and its place in its entry."""

from __future__ import annotations

from dataclasses import dataclass

from pledgebook.model.claims import Claim
from pledgebook.model.entries import Entry
from pledgebook.model.problems import CLAIM_PROBLEMS
from pledgebook.model.snapshots import Sighting
from pledgebook.model.vocabulary import Kind
from pledgebook.publish import words
from pledgebook.publish.book import Book, relation_of, slug
from pledgebook.publish.fields import FieldView, field_views
from pledgebook.publish.headlines import headline
from pledgebook.publish.paging import page_path
from pledgebook.publish.passages import Passage, passages
from pledgebook.publish.portions import Portions

#: Claims of one entry that a page shows in full; the others stand on further pages.
CARDS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that lead somewhere; ``href`` is relative to the root of the site."""

    text: str
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A source in one line: title, who published it and when, how it was graded."""

    title: str
    href: str | None
    publisher: str
    published: str
    grade: str
    outlets: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclear:
    """A problem code of a claim and what it means."""

    code: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimCard:
    """One claim with everything that a reader needs to judge it.

    Attributes:
        id: id of the record; ``anchor`` its fragment on a page.
        relation, reason: how it relates to its entry; None outside an entry.
        other: the claim or entry that the relation points at.
        withheld: True where rights forbid to show words of the source.
    """

    id: str
    anchor: str
    kind: Kind
    kind_words: str
    headline: str
    source: SourceLine
    fields: tuple[FieldView, ...]
    passages: tuple[Passage, ...]
    withheld: bool
    unclear: tuple[Unclear, ...]
    reader: str
    confidence: str
    relation: str | None
    reason: str | None
    other: Link | None
    entry: Link | None


def entry_path(entry: Entry) -> str:
    """Path of an entry's page."""
    return f"entries/{slug(entry.id)}.html"


def source_path(source_id: str) -> str:
    """Path of a source's page."""
    return f"sources/{slug(source_id)}.html"


def source_base(source_id: str) -> str:
    """Address of a source's pages without ending."""
    return source_path(source_id).removesuffix(".html")


def place_in_source(book: Book, claim: Claim) -> str | None:
    """Lead to a claim's words on the page of its source; None where the book has no such text."""
    if claim.source.id not in book.sources:
        return None
    page = book.index(Portions).page_of(claim)
    return f"{page_path(source_base(claim.source.id), page)}#{anchor(claim.id)}"


def card_path(entry: Entry, claim_id: str) -> str:
    """Address of a claim in full on the pages of its entry, with its fragment."""
    place = 0
    if len(entry.claims) > CARDS:
        place = next((n for n, claim in enumerate(entry.claims) if claim.id == claim_id), 0)
    base = entry_path(entry).removesuffix(".html")
    return f"{page_path(base, place // CARDS + 1)}#{anchor(claim_id)}"


def anchor(claim_id: str) -> str:
    """Fragment of a claim on the pages that show it."""
    return f"claim-{slug(claim_id)}"


def entry_link(book: Book, entry: Entry) -> Link:
    """Link an entry by the line of its leading claim."""
    return Link(text=headline(book, entry.lead), href=entry_path(entry))


def source_line(book: Book, claim: Claim) -> SourceLine:
    """Describe the source of a claim."""
    record = book.sources.get(claim.source.id)
    sightings = () if record is None else tuple(record.sightings)
    published = claim.source.published
    return SourceLine(
        title=claim.source.title or claim.source.ref or "Source without a title",
        href=place_in_source(book, claim),
        publisher=claim.source.publisher or "publisher not known",
        published="date not known" if published is None else words.date_words(published),
        grade=graded(sightings),
        outlets=len(sightings),
    )


def graded(sightings: tuple[Sighting, ...]) -> str:
    """Name the best grade under which a text was seen."""
    found = {sighting.grade for sighting in sightings}
    best = next((g for g in ("official", "media", "secondary") if g in found), None)
    return "grade not known" if best is None else words.plain(best)


def claim_card(book: Book, claim: Claim) -> ClaimCard:
    """Make the card of a claim."""
    rights = book.rights(claim.source.id)
    entry = book.entry_of(claim.id)
    relation = None if entry is None else relation_of(entry, claim.id)
    return ClaimCard(
        id=claim.id,
        anchor=anchor(claim.id),
        kind=claim.kind,
        kind_words=words.plain(claim.kind),
        headline=headline(book, claim),
        source=source_line(book, claim),
        fields=field_views(claim, rights),
        passages=passages(book, claim),
        withheld=rights == "metadata",
        unclear=unclear(claim),
        reader=claim.reader,
        confidence=f"{claim.confidence:.2f}",
        relation=None if relation is None else words.plain(relation.relation),
        reason=None if relation is None else relation.reason,
        other=None if relation is None else _other(book, relation.other),
        entry=None if entry is None else entry_link(book, entry),
    )


def unclear(claim: Claim) -> tuple[Unclear, ...]:
    """Give the problems of a claim with their meaning."""
    return tuple(
        Unclear(code=code, meaning=CLAIM_PROBLEMS.get(code, words.plain(code)))
        for code in claim.problems
    )


def _other(book: Book, record_id: str | None) -> Link | None:
    """Link the claim or entry that a relation points at, None where it is in neither."""
    if record_id is None:
        return None
    entry = book.entries_by_id.get(record_id)
    if entry is not None:
        return entry_link(book, entry)
    claim, home = book.claims.get(record_id), book.entry_of(record_id)
    if claim is None:
        return None
    href = None if home is None else card_path(home, claim.id)
    return Link(text=headline(book, claim), href=href)
