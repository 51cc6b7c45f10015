"""The list of pages, and per page the function that turns a book into its payload.

The static export writes every page of the list; the server makes the one asked for. A page is
its path (relative to the root of the site), a template and a payload of plain values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pledgebook.model.entries import Entry
from pledgebook.model.vocabulary import Kind
from pledgebook.publish import conflicts as conflicting
from pledgebook.publish import listings, meetings, money, plan, reading, words
from pledgebook.publish.actors import ActorRow, actors
from pledgebook.publish.book import Book, slug
from pledgebook.publish.cards import (
    ClaimCard,
    Link,
    claim_card,
    entry_link,
    entry_path,
    source_path,
)
from pledgebook.publish.decided import ChangedRow, DecidedRow, changed_rows, decided_rows
from pledgebook.publish.downloads import Download, downloads
from pledgebook.publish.headlines import headline
from pledgebook.publish.sourcepage import SourcePage, source_page


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: where it stands, which template shows it, and what it shows."""

    path: str
    template: str
    title: str
    payload: object


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """Front page."""

    summary: str
    coalition: str | None
    plan_name: str | None
    sources: int
    texts: str
    points: tuple[plan.Point, ...]
    money: money.Money
    conflicts: tuple[conflicting.Conflict, ...]
    taking: meetings.Taking
    proposals: listings.Table
    reading: reading.ReadingReport


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """A list of entries with a sentence on what it holds and what it does not."""

    lead: str
    empty: str
    table: listings.Table


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPage:
    """One entry with all its claims."""

    id: str
    kind: Kind
    kind_words: str
    witnesses: str
    standing: money.Standing | None
    part_of: Link | None
    parts: tuple[Link, ...]
    claims: tuple[ClaimCard, ...]
    conflicts: tuple[conflicting.Conflict, ...]
    decisions: tuple[DecidedRow, ...]
    changed: tuple[ChangedRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actors:
    """Everybody that the book names."""

    actors: tuple[ActorRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Downloads:
    """What can be downloaded."""

    files: tuple[Download, ...]
    withheld: int


def front(book: Book) -> Page:
    """Front page: what the book is, and what its sources say, on one page."""
    definition = book.definition
    title = "A book without a definition" if definition is None else definition.title
    return Page(
        path="index.html",
        template="index.html",
        title=title,
        payload=Front(
            summary="" if definition is None else definition.summary.strip(),
            coalition=None if definition is None else definition.coalition,
            plan_name=None if definition is None else definition.plan,
            sources=len(book.sources),
            texts=words.counted(len(book.sources), "text"),
            points=plan.points(book),
            money=money.money(book),
            conflicts=conflicting.conflicts(book, book.entries),
            taking=meetings.meetings(book),
            proposals=listings.proposals(book),
            reading=reading.report(book),
        ),
    )


def _list(path: str, title: str, lead: str, empty: str, table: listings.Table) -> Page:
    payload = ListPage(lead=lead, empty=empty, table=table)
    return Page(path=path, template="list.html", title=title, payload=payload)


def commitments(book: Book) -> Page:
    """All commitments."""
    lead = (
        "What somebody is bound, or said to be bound, to give or do. One row is one promise, "
        "however many sources tell it."
    )
    empty = "The texts that were read hold no commitment."
    return _list("commitments.html", "Commitments", lead, empty, listings.commitments(book))


def statements(book: Book) -> Page:
    """All statements."""
    lead = "Who said what, as the sources report it. The book does not judge whether it is so."
    empty = "The texts that were read hold no statement."
    return _list("statements.html", "Statements", lead, empty, listings.statements(book))


def proposals(book: Book) -> Page:
    """All proposals."""
    lead = "Terms, truces, forces and plans put forward, who proposes them, and who denies them."
    empty = "The texts that were read hold no proposal."
    return _list("proposals.html", "Proposals and truces", lead, empty, listings.proposals(book))


def pressure(book: Book) -> Page:
    """All measures of economic pressure."""
    lead = "Sanctions, freezes, price caps and other economic measures, and how far they are."
    empty = "The texts that were read hold no economic measure."
    return _list("pressure.html", "Economic pressure", lead, empty, listings.measures(book))


def taking_part(book: Book) -> Page:
    """Meetings and who took part."""
    payload = meetings.meetings(book)
    return Page(path="meetings.html", template="meetings.html", title="Meetings", payload=payload)


def contradictions(book: Book) -> Page:
    """All contradictions."""
    payload = conflicting.conflicts(book, book.entries)
    title = "Where sources contradict each other"
    return Page(path="conflicts.html", template="conflicts.html", title=title, payload=payload)


def actors_page(book: Book) -> Page:
    """Everybody named."""
    payload = Actors(actors=actors(book))
    return Page(path="actors.html", template="actors.html", title="Actors", payload=payload)


def sources(book: Book) -> Page:
    """All sources, and what could not be read."""
    payload = reading.report(book)
    return Page(path="sources.html", template="sources.html", title="Sources", payload=payload)


def data(book: Book) -> Page:
    """Downloads."""
    files, withheld = downloads(book)
    payload = Downloads(files=files, withheld=withheld)
    return Page(path="data/index.html", template="data.html", title="Data", payload=payload)


def missing(_book: Book) -> Page:
    """Where there is no page."""
    return Page(path="404.html", template="404.html", title="No such page", payload=None)


def entry_page(book: Book, entry: Entry) -> Page:
    """One entry."""
    whole = book.entries_by_id.get(entry.part_of or "")
    payload = EntryPage(
        id=entry.id,
        kind=entry.kind,
        kind_words=words.plain(entry.kind),
        witnesses=listings.witnessed(entry),
        standing=money.standing(book, entry.id),
        part_of=None if whole is None else entry_link(book, whole),
        parts=tuple(entry_link(book, e) for e in book.parts.get(entry.id, ())),
        claims=tuple(claim_card(book, claim) for claim in entry.claims),
        conflicts=conflicting.conflicts(book, (entry,)),
        decisions=decided_rows(book, entry),
        changed=changed_rows(book, entry),
    )
    title = headline(book, entry.lead)
    return Page(path=entry_path(entry), template="entry.html", title=title, payload=payload)


def one_source(book: Book, source_id: str) -> Page:
    """One source with its text, as far as its rights allow."""
    payload: SourcePage = source_page(book, source_id)
    path = source_path(source_id)
    return Page(path=path, template="source.html", title=payload.title, payload=payload)


#: Pages that every book has, by path.
FIXED: dict[str, Callable[[Book], Page]] = {
    "index.html": front,
    "commitments.html": commitments,
    "statements.html": statements,
    "meetings.html": taking_part,
    "proposals.html": proposals,
    "pressure.html": pressure,
    "conflicts.html": contradictions,
    "actors.html": actors_page,
    "sources.html": sources,
    "data/index.html": data,
    "404.html": missing,
}


def all_pages(book: Book) -> Iterator[Page]:
    """Make every page of the site, one after the other."""
    for make in FIXED.values():
        yield make(book)
    for entry in book.entries:
        yield entry_page(book, entry)
    for source_id in book.sources:
        yield one_source(book, source_id)


def find_page(book: Book, path: str) -> Page | None:
    """Make the page of a path (``entries/ab12.html``), None where there is none."""
    fixed = FIXED.get(path)
    if fixed is not None:
        return fixed(book)
    folder, _, name = path.removesuffix(".html").partition("/")
    if folder == "entries":
        entry = next((e for e in book.entries if slug(e.id) == name), None)
        return None if entry is None else entry_page(book, entry)
    source = next((s for s in book.sources if slug(s) == name), None)
    return one_source(book, source) if folder == "sources" and source is not None else None
