"""A source's page: its text with the claims at the side, as far as its rights allow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pledgebook.model.claims import Claim
from pledgebook.model.snapshots import Sighting
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Kind, Rights
from pledgebook.publish import words
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book, slug
from pledgebook.publish.cards import anchor, entry_path, source_path
from pledgebook.publish.headlines import headline
from pledgebook.publish.highlight import Mark
from pledgebook.publish.page import Page
from pledgebook.publish.passages import Passage, passage, windows
from pledgebook.publish.reading import ProblemRow, problem_rows, title_of

#: Characters of a text that a page shows whole: with its marks it stays under 250 kB. Of longer
#: texts the excerpts around the claims are shown.
WHOLE_LIMIT = 60_000

_EXCERPT = (
    "Of this source only the sentences that claims rest on are shown, "
    "with one sentence on each side."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SightingRow:
    """Where and when a text was seen."""

    title: str
    publisher: str
    published: str
    url: str | None
    grade: str
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SideNote:
    """A claim beside the text: its kind, its line and the entry that it belongs to."""

    anchor: str
    kind: Kind
    kind_words: str
    headline: str
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of the text with the claims that begin in it."""

    passage: Passage
    notes: tuple[SideNote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePage:
    """A source.

    Attributes:
        shown: ``whole``, ``excerpts`` or ``nothing``; ``why`` says it in a sentence.
        blocks: text shown, in order.
        loose: claims whose words are not shown.
    """

    id: str
    title: str
    shown: str
    why: str
    made_by: str
    length: str
    reader: str
    blocks: tuple[Block, ...]
    loose: tuple[SideNote, ...]
    sightings: tuple[SightingRow, ...]
    problems: tuple[ProblemRow, ...]
    claims: int


def source_page(book: Book, source_id: str) -> SourcePage:
    """Make the page of one source."""
    source = book.sources[source_id]
    claims = book.claims_of(source_id)
    text = source.snapshot.text
    shown, why = how_much(book.rights(source_id), text)
    blocks = _blocks(book, text, claims, shown)
    reading = source.reading
    return SourcePage(
        id=source_id,
        title=title_of(source),
        shown=shown,
        why=why,
        made_by=source.snapshot.made_by,
        length=f"{len(text):,} characters",
        reader="not read yet" if reading is None else f"{reading.reader} {reading.version}",
        blocks=blocks,
        loose=tuple(_note(book, c) for c in claims) if shown == "nothing" else (),
        sightings=tuple(_sighting(s) for s in source.sightings),
        problems=() if reading is None else problem_rows(reading.problems),
        claims=len(claims),
    )


def how_much(rights: Rights, text: str) -> tuple[str, str]:
    """Say how much of a text is shown, and why."""
    if rights == "metadata":
        return "nothing", "This source may be named only; its words are not shown."
    if rights == "excerpt":
        return "excerpts", _EXCERPT
    if len(text) > WHOLE_LIMIT:
        return "excerpts", "The text is long; the sentences that claims rest on are shown."
    return "whole", "The whole text is shown."


def _blocks(book: Book, text: str, claims: Sequence[Claim], shown: str) -> tuple[Block, ...]:
    if shown == "nothing":
        return ()
    ranges = paragraphs(text) if shown == "whole" else windows(text, claims)
    marks = [mark for claim in claims for mark in source_marks(claim)]
    waiting, out = list(claims), []
    for number, span in enumerate(ranges):
        last = number == len(ranges) - 1
        here = [c for c in waiting if c.sentence.start < span.end or last]
        waiting = waiting[len(here) :]
        inside = [m for m in marks if m.start < span.end and span.start < m.end]
        notes = tuple(_note(book, claim) for claim in here)
        if notes or span.of(text).strip():
            out.append(Block(passage=passage(text, inside, span), notes=notes))
    return tuple(out)


def paragraphs(text: str) -> tuple[Span, ...]:
    """Cut a text at its line breaks, each break with the line before it; nothing is lost."""
    out, start = [], 0
    for line in text.splitlines(keepends=True):
        out.append(Span(start, start + len(line)))
        start += len(line)
    return tuple(out)


def source_marks(claim: Claim) -> tuple[Mark, ...]:
    """Mark the sentence of a claim with its kind; the mark leads to the claim at the side."""
    span, label = claim.sentence, words.plain(claim.kind)
    target = f"#{anchor(claim.id)}"
    return (
        Mark(
            start=span.start,
            end=span.end,
            kind=claim.kind,
            label=label,
            target=target,
            level="sentence",
        ),
    )


def _note(book: Book, claim: Claim) -> SideNote:
    entry = book.entry_of(claim.id)
    return SideNote(
        anchor=anchor(claim.id),
        kind=claim.kind,
        kind_words=words.plain(claim.kind),
        headline=headline(book, claim),
        href=None if entry is None else f"{entry_path(entry)}#claim-{slug(claim.id)}",
    )


def _sighting(sighting: Sighting) -> SightingRow:
    published = sighting.published
    return SightingRow(
        title=sighting.title or "no title",
        publisher=sighting.publisher or "publisher not known",
        published="date not known" if published is None else words.date_words(published),
        url=words.web_address(sighting.url),
        grade=words.plain(sighting.grade),
        lang=sighting.lang or "not known",
    )


def one_source(book: Book, _asked: Asked, name: str) -> Page | None:
    """One source with its text, as far as its rights allow."""
    source_id = book.source_at(name)
    if source_id is None:
        return None
    payload = source_page(book, source_id)
    path = source_path(source_id)
    return Page(
        path=path, template="source.html", title=payload.title, payload=payload, tab="sources.html"
    )
