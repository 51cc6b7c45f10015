"""The feeds of a book: everything, each kind of entry, each actor, a filtered list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from urllib.parse import quote, urlencode

from pledgebook.model.entries import Entry
from pledgebook.model.vocabulary import Kind
from pledgebook.publish import words
from pledgebook.publish.actor_page import ActorPage
from pledgebook.publish.actors import Everybody
from pledgebook.publish.asked import Asked
from pledgebook.publish.atom import MEDIA_TYPE, Feed, FeedEntry, atom
from pledgebook.publish.book import Book
from pledgebook.publish.cards import Link, entry_path
from pledgebook.publish.commitment_choice import SORT, Chosen, Selection
from pledgebook.publish.commitment_list import CommitmentList
from pledgebook.publish.doings import Doings, actor_path, actor_slug
from pledgebook.publish.headlines import headline, shortened
from pledgebook.publish.listings import witnessed
from pledgebook.publish.page import File, Folder, Made, Page
from pledgebook.reconcile.stages import reached

#: Entries in a feed: the newest; a reader that asks once a day misses none of a busy week.
NEWEST = 50
#: Characters of a sentence in a summary.
_SENTENCE = 500

#: Feeds of one kind of entry by name: the kind, and the page that lists it.
_LISTS: dict[str, tuple[Kind, str]] = {
    "commitments": ("commitment", "Commitments"),
    "statements": ("statement", "Statements"),
    "proposals": ("proposal", "Proposals and truces"),
    "pressure": ("measure", "Economic pressure"),
    "meetings": ("participation", "Meetings"),
}

BOOK_FEED = "feed.xml"


class Newest:
    """The entries of a book by their newest telling; those without a day are in no feed."""

    def __init__(self, book: Book) -> None:
        """Sort once; of one day the order of the book is kept."""
        dated = [(days, entry) for entry in book.entries if (days := days_of(entry)) is not None]
        dated.sort(key=lambda pair: pair[0][1], reverse=True)
        self.entries = [entry for _, entry in dated]
        self.places = {entry.id: place for place, entry in enumerate(self.entries)}

    def first(self, entries: Iterable[Entry]) -> list[Entry]:
        """Give the newest of some entries."""
        found = (self.places[entry.id] for entry in entries if entry.id in self.places)
        return [self.entries[place] for place in sorted(found)[:NEWEST]]


def days_of(entry: Entry) -> tuple[date, date] | None:
    """First and last day of publication that tells an entry, None where none is dated."""
    days = [claim.source.published for claim in entry.claims if claim.source.published is not None]
    return (min(days), max(days)) if days else None


def book_feed(book: Book, asked: Asked) -> File:
    """The newest of everything."""
    newest = book.index(Newest).entries[:NEWEST]
    return _file(book, asked, BOOK_FEED, "Everything new", "index.html", newest)


def kind_feed(book: Book, asked: Asked, name: str) -> File:
    """The newest of one kind; of commitments those that the filters of the address leave."""
    kind, title = _LISTS[name]
    of_kind: Iterable[Entry] = book.of_kind(kind)
    if name == "commitments" and asked.query:
        chosen = Selection(book, Chosen.of(book, asked))
        of_kind = (book.entries_by_id[entry] for entry in chosen.ids)
    entries = book.index(Newest).first(of_kind)
    return _file(book, asked, f"feeds/{name}.xml", title, f"{name}.html", entries)


def actor_feed(book: Book, asked: Asked, actor_id: str) -> File:
    """The newest in which an actor has any part."""
    known = book.index(Doings).known.get(actor_id)
    parts = {} if known is None else known.doings
    entries = {name: doing.entry for part in parts.values() for name, doing in part.items()}
    newest = book.index(Newest).first(entries.values())
    path = feed_of_actor(actor_id)
    return _file(book, asked, path, book.name_of(actor_id), actor_path(actor_id), newest)


def feed_links(book: Book, page: Page, asked: Asked) -> tuple[Link, ...]:
    """Give the feeds that follow what a page shows: the book's, and its own where it has one."""
    links = [Link(text="Everything new", href=BOOK_FEED)]
    name = (page.tab or page.path).removesuffix(".html")
    if isinstance(page.payload, ActorPage):
        actor = page.payload.id
        links.append(Link(text=book.name_of(actor), href=feed_of_actor(actor)))
    elif name in _LISTS and page.path.partition("/")[0].removesuffix(".html") == name:
        suffix = _choice(page, asked) if name == "commitments" else ""
        title = f"{_LISTS[name][1]}{' as chosen here' if suffix else ''}"
        links.append(Link(text=title, href=f"feeds/{name}.xml{suffix}"))
    return tuple(links)


def _choice(page: Page, asked: Asked) -> str:
    """The filters of a list of commitments, as its feed takes them; a feed has one order."""
    is_list = isinstance(page.payload, CommitmentList)
    return asked.suffix(leave=(SORT,)) if asked.served and is_list else ""


def feed_of_actor(actor_id: str) -> str:
    """Path of an actor's feed."""
    return f"feeds/actors/{actor_slug(actor_id)}.xml"


def _file(
    book: Book, asked: Asked, path: str, title: str, page: str, entries: Iterable[Entry]
) -> File:
    root = "../" * path.count("/")
    asks = asked.query if path == "feeds/commitments.xml" else ()
    query = urlencode(sorted(pair for pair in asks if pair[1].strip()))
    definition = book.definition
    whole = "Pledgebook" if definition is None else definition.title
    name = "book" if definition is None else definition.id
    day = "" if asked.known_by is None else f":on:{asked.known_by.isoformat()}"
    suffix = f"?{query}" if query else ""
    feed = Feed(
        id=f"urn:pledgebook:feed:{quote(name, safe='')}{day}:{quote(path + suffix, safe='')}",
        title=f"{title} \N{MIDDLE DOT} {whole}",
        subtitle="What sources say; each entry leads to their words. Entries without a day of "
        "publication are not in this feed.",
        author=whole,
        href=path.rpartition("/")[2] + suffix,
        page=f"{root}{page}{suffix}",
        entries=tuple(_entry(book, entry, root) for entry in entries),
    )
    return File(path=path, media_type=MEDIA_TYPE, content=atom(feed))


def _entry(book: Book, entry: Entry, root: str) -> FeedEntry:
    days = days_of(entry)
    assert days is not None
    return FeedEntry(
        id=f"urn:pledgebook:{entry.id}",
        title=headline(book, entry.lead),
        href=f"{root}{entry_path(entry)}",
        updated=days[1],
        published=days[0],
        summary=_summary(book, entry),
        category=entry.kind,
    )


def _summary(book: Book, entry: Entry) -> str:
    """Who tells it, and the sentence that it rests on, where rights allow to show that."""
    lead = entry.lead
    stage = reached(entry)
    told = f"Told by {witnessed(entry)}."
    told = told if stage is None else f"{told} Stage reached: {words.plain(stage)}."
    source = book.sources.get(lead.source.id)
    if source is None or book.rights(lead.source.id) == "metadata":
        return f"{told} The words may not be shown."
    sentence = shortened(lead.sentence.of(source.snapshot.text), _SENTENCE)
    publisher = lead.source.publisher or "A source whose publisher is not known"
    day = lead.source.published
    when = "" if day is None else f", {words.date_words(day)}"
    return f"{publisher}{when}: \u201c{sentence}\u201d {told}"


def _make(book: Book, asked: Asked, name: str) -> Made:
    stem = name.removesuffix(".xml")
    if stem == name:
        return None
    if stem in _LISTS:
        return kind_feed(book, asked, stem)
    first, _, actor = stem.partition("/")
    if first != "actors":
        return None
    found = next((k.id for k in book.index(Everybody).named if actor_slug(k.id) == actor), None)
    return None if found is None else actor_feed(book, asked, found)


def _names(book: Book) -> Iterator[str]:
    yield from (f"{name}.xml" for name in _LISTS)
    yield from (f"actors/{actor_slug(known.id)}.xml" for known in book.index(Everybody).named)


#: The folder ``feeds/``.
FEEDS = Folder(make=_make, names=_names)
