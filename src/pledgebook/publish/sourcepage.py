"""A source's page: its text with the claims at the side, as far as its rights allow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pledgebook.model.claims import Claim
from pledgebook.model.snapshots import Sighting
from pledgebook.model.vocabulary import Kind, Rights
from pledgebook.publish import words
from pledgebook.publish.akin import AkinTexts
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book, slug
from pledgebook.publish.cards import Link, anchor, card_path, source_base, source_path
from pledgebook.publish.headlines import headline
from pledgebook.publish.page import File, Made, Page
from pledgebook.publish.paging import ROWS, Paging, number_of, page_path, paged, pages_of
from pledgebook.publish.portions import Cut, Portions, Stretch
from pledgebook.publish.reading import publishers, title_of
from pledgebook.publish.runs import Marked, Run, runs
from pledgebook.publish.silence import Silence, silence

#: Slots by which the style sheet ties a claim's words to its line beside them; see Marked.slot.
SLOTS = 24
#: Name of the stored text below its source's address.
TEXT_FILE = "text.txt"
#: Texts named as sharing sentences; more are counted.
AKIN = 20

_WHY: dict[Rights, tuple[str, str]] = {
    "full": ("whole", "The whole text is shown."),
    "excerpt": (
        "excerpts",
        "Only the sentences that claims rest on are shown, with one sentence on each side.",
    ),
    "metadata": (
        "nothing",
        "This source may be named only: none of its words are shown, here or elsewhere.",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SightingRow:
    """Where and when a text was seen."""

    title: str
    publisher: str
    published: str
    retrieved: str
    url: str | None
    grade: str
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SideNote:
    """A claim beside the text: number, kind, line, and the entry that it belongs to.

    Attributes:
        anchor: its own fragment; ``at`` that of its first word in the text, None where its words
            are not shown.
        slot: number that ties it to its words within the block, 0 for none.
        href: its place on the page of its entry, None where it is in none.
    """

    number: int
    anchor: str
    at: str | None
    slot: int
    kind: Kind
    kind_words: str
    headline: str
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of the text with the claims that begin in it.

    Attributes:
        gap: sentences left out before it, in words; None where it follows what is shown.
        runs: its words, cut where claims begin and end.
    """

    gap: str | None
    runs: tuple[Run, ...]
    notes: tuple[SideNote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KindCount:
    """A kind of claim and how many of it rest on the text."""

    kind: Kind
    kind_words: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AkinRow:
    """Another text that shares sentences word for word."""

    link: Link
    publishers: str
    shared: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePage:
    """A source.

    Attributes:
        shown: ``whole``, ``excerpts`` or ``nothing``; ``why`` says it in a sentence.
        archived: path of the stored text, None where rights do not allow it.
        blocks: text shown on this page, in order; where no words may be shown, claims only.
        after: sentences left out behind the last block.
    """

    id: str
    title: str
    shown: str
    why: str
    made_by: str
    length: str
    reader: str
    archived: str | None
    claims: int
    kinds: tuple[KindCount, ...]
    paging: Paging
    blocks: tuple[Block, ...]
    after: str | None
    silence: Silence
    sightings: tuple[SightingRow, ...]
    places: int
    akin: tuple[AkinRow, ...]
    akin_unlisted: int


def source_page(book: Book, asked: Asked, source_id: str, number: int = 1) -> SourcePage | None:
    """Make a page of one source; None where it has no page of that number."""
    source = book.sources[source_id]
    cut = book.index(Portions).of(source_id)
    places = len(source.sightings)
    pages = range(max(len(cut.pages), -(-places // ROWS)))
    found = paged(pages, number, source_base(source_id), asked, rows=1)
    if found is None:
        return None
    shown, why = _WHY[book.rights(source_id)]
    reading = source.reading
    akin = book.index(AkinTexts).of(source_id)
    return SourcePage(
        id=source_id,
        title=title_of(source),
        shown=shown,
        why=why,
        made_by=source.snapshot.made_by,
        length=words.counted(len(source.snapshot.text), "character"),
        reader="not read yet" if reading is None else f"{reading.reader} {reading.version}",
        archived=archived_path(source_id) if shown == "whole" else None,
        claims=len(cut.claims),
        kinds=_kinds(cut.claims),
        paging=found[1],
        blocks=_blocks(book, source_id, cut, number),
        after=_after(source.snapshot.text, cut, number) if shown == "excerpts" else None,
        silence=silence(book, source_id, cut),
        sightings=tuple(map(_sighting, source.sightings[(number - 1) * ROWS : number * ROWS])),
        places=places,
        akin=tuple(_akin(book, a.source, a.shared, a.of) for a in akin[:AKIN]),
        akin_unlisted=max(0, len(akin) - AKIN),
    )


def archived_path(source_id: str) -> str:
    """Path of the stored text of a source."""
    return f"{source_base(source_id)}/{TEXT_FILE}"


def _kinds(claims: Sequence[Claim]) -> tuple[KindCount, ...]:
    counts = Counter(claim.kind for claim in claims)
    return tuple(
        KindCount(kind=kind, kind_words=words.plain(kind), count=count)
        for kind, count in counts.most_common()
    )


def _blocks(book: Book, source_id: str, cut: Cut, number: int) -> tuple[Block, ...]:
    text = book.sources[source_id].snapshot.text
    page = cut.pages[number - 1] if number <= len(cut.pages) else ()
    listed = {n for stretch in page for n in stretch.claims}
    end = cut.pages[number - 2][-1].span.end if number > 1 and page else 0
    out = []
    for stretch in page:
        if stretch.claims or stretch.span.of(text).strip():
            marked = [_marked(cut, stretch, n, listed) for n in stretch.near]
            notes = [_note(book, cut, stretch, n) for n in stretch.claims]
            gap = _gap(text, cut, end, stretch.span.start)
            words_ = runs(text, stretch.span, marked, cut.silent(stretch.span))
            out.append(Block(gap=gap, runs=words_, notes=tuple(notes)))
        end = stretch.span.end
    return tuple(out)


def _slot(stretch: Stretch, number: int) -> int:
    place = stretch.claims.index(number) + 1 if number in stretch.claims else 0
    return place if place <= SLOTS else 0


def _marked(cut: Cut, stretch: Stretch, number: int, listed: set[int]) -> Marked:
    claim = cut.claims[number]
    return Marked(
        span=claim.sentence,
        place=_place(cut, stretch, number),
        kind=claim.kind,
        number=number + 1,
        anchor=anchor(claim.id) if number in listed else None,
        slot=_slot(stretch, number),
    )


def _place(cut: Cut, stretch: Stretch, number: int) -> int:
    """Where the sign of a claim stands: at its own words, if they are in this stretch."""
    place = cut.places[number]
    inside = stretch.span.start <= place < stretch.span.end
    return place if inside else cut.claims[number].sentence.start


def _note(book: Book, cut: Cut, stretch: Stretch, number: int) -> SideNote:
    claim = cut.claims[number]
    entry = book.entry_of(claim.id)
    start, span = claim.sentence.start, stretch.span
    begins = span.start <= start < span.end and len(claim.sentence) > 0
    return SideNote(
        number=number + 1,
        anchor=anchor(claim.id),
        at=f"at-{slug(claim.id)}" if begins else None,
        slot=_slot(stretch, number) if begins else 0,
        kind=claim.kind,
        kind_words=words.plain(claim.kind),
        headline=headline(book, claim),
        href=None if entry is None else card_path(entry, claim.id),
    )


def _gap(text: str, cut: Cut, end: int, start: int) -> str | None:
    """Say how much lies between two places of the text, None where nothing but blanks does."""
    if not text[end:start].strip():
        return None
    out = cut.between(end, start)
    return f"{words.counted(out, 'sentence')} left out" if out else "words left out"


def _after(text: str, cut: Cut, number: int) -> str | None:
    page = cut.pages[number - 1] if number <= len(cut.pages) else ()
    ends = [stretch.span.end for stretch in page]
    last = number >= len(cut.pages)
    return _gap(text, cut, max(ends, default=0), len(text)) if last else None


def _akin(book: Book, source_id: str, shared: int, of: int) -> AkinRow:
    source = book.sources[source_id]
    return AkinRow(
        link=Link(text=title_of(source), href=source_path(source_id)),
        publishers=publishers(source.sightings),
        shared=f"{shared:,} of {of:,} sentences with a claim",
    )


def _sighting(sighting: Sighting) -> SightingRow:
    published, retrieved = sighting.published, sighting.retrieved
    return SightingRow(
        title=sighting.title or "no title",
        publisher=sighting.publisher or "publisher not known",
        published="date not known" if published is None else words.date_words(published),
        retrieved="not known" if retrieved is None else words.date_words(retrieved),
        url=words.web_address(sighting.url),
        grade=words.plain(sighting.grade),
        lang=sighting.lang or "not known",
    )


def one_source(book: Book, asked: Asked, name: str) -> Made:
    """One source: a page of its text, or the text as a file, as far as its rights allow."""
    first, _, rest = name.partition("/")
    source_id = book.source_at(first)
    if source_id is None:
        return None
    if rest == TEXT_FILE:
        return _archived(book, source_id)
    number = number_of(rest) if rest else 1
    payload = None if number is None else source_page(book, asked, source_id, number)
    if payload is None or number is None:
        return None
    return Page(
        path=page_path(source_base(source_id), number),
        template="source.html",
        title=payload.title,
        payload=payload,
        tab="sources.html",
    )


def _archived(book: Book, source_id: str) -> File | None:
    if book.rights(source_id) != "full":
        return None
    content = book.sources[source_id].snapshot.text.encode("utf-8", "replace")
    return File(path=archived_path(source_id), media_type="text/plain", content=content)


def source_names(book: Book) -> Iterator[str]:
    """List the names of every source's pages and files."""
    for source_id, source in book.sources.items():
        name = slug(source_id)
        yield name
        pages = max(len(book.index(Portions).of(source_id).pages), pages_of(len(source.sightings)))
        yield from (f"{name}/{number}" for number in range(2, pages + 1))
        if book.rights(source_id) == "full":
            yield f"{name}/{TEXT_FILE}"
