"""Everybody that the book names: states, organisations, groups, persons; the unnamed apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pledgebook.publish import words
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.cards import Link, entry_path
from pledgebook.publish.doings import PARTS, Doings, Known, Unnamed, actor_path, type_of
from pledgebook.publish.headlines import headline
from pledgebook.publish.page import Page
from pledgebook.publish.paging import Paging, number_of, page_path, paged, pages_of
from pledgebook.publish.told import Told, told

#: Types in the order of the list, with the words of their headings.
TYPES: dict[str, str] = {
    "state": "States",
    "organisation": "Organisations",
    "group": "Groups",
    "person": "Persons",
    "unnamed": "Counted or described, not named",
}
#: Columns of the list: what an actor can do, with the parts of its page that each counts.
COLUMNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("promised", ("promised",)),
    ("promised to it", ("receives",)),
    ("took part", ("meetings",)),
    ("proposed or agreed", ("proposed", "agreed")),
    ("said or announced", ("said", "announced")),
    ("pressure applied", ("measures",)),
    ("pressure on it", ("targeted",)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many entries an actor has in a column, and the place of its page that shows them."""

    number: int
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow:
    """An actor with a page: name, id, whether the book watches it, entries per column."""

    link: Link
    id: str
    type: str
    watched: bool
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnnamedRow:
    """One telling of somebody without a name.

    Attributes:
        name: the words of the source; ``count`` how many it says they are, None where it does not.
        does: what they do in the entry; ``entry`` leads there.
    """

    name: str
    count: int | None
    does: str
    entry: Link
    told: Told


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeLink:
    """A type of actor, how many the book has, and where they are listed."""

    type: str
    text: str
    count: int
    href: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeRows:
    """Rows of one type under their heading."""

    type: str
    heading: str
    rows: tuple[ActorRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actors:
    """One page of the list: named actors by type, or those without a name."""

    types: tuple[TypeLink, ...]
    columns: tuple[str, ...]
    groups: tuple[TypeRows, ...]
    unnamed: tuple[UnnamedRow, ...]
    paging: Paging


class Everybody:
    """Actors of a book in the order of the list: by type, those watched first, then by name."""

    def __init__(self, book: Book) -> None:
        """Sort the actors once, and add those that the book watches and no source names."""
        watched = () if book.definition is None else book.definition.actors
        found = dict(book.index(Doings).known)
        for actor_id in watched:
            found.setdefault(actor_id, Known(id=actor_id, type=type_of(actor_id)))
        order = list(TYPES)
        keyed = [
            (order.index(known.type), known.id not in watched, book.name_of(known.id), known.id)
            for known in found.values()
            if known.type in order and known.type != "unnamed"
        ]
        self.watched = frozenset(watched)
        self.named = [found[actor_id] for *_, actor_id in sorted(keyed)]
        self.by_type = {
            kind: [known for known in self.named if known.type == kind] for kind in TYPES
        }

    def count(self, book: Book, kind: str) -> int:
        """Count the rows of a type."""
        return len(book.index(Doings).unnamed) if kind == "unnamed" else len(self.by_type[kind])


def actors_page(book: Book, asked: Asked, number: int = 1) -> Page | None:
    """Make a page of all actors; the query ``type`` keeps those of one type."""
    kind = asked.choice("type", TYPES, "")
    return _page(book, asked, kind or None, "actors", number)


def _page(book: Book, asked: Asked, kind: str | None, base: str, number: int) -> Page | None:
    index, doings = book.index(Everybody), book.index(Doings)
    everything = index.named if kind is None else index.by_type[kind]
    items: list[Known] | list[Unnamed] = doings.unnamed if kind == "unnamed" else everything
    found = paged(items, number, base, asked)
    if found is None:
        return None
    shown, paging = found
    named = [one for one in shown if isinstance(one, Known)]
    return Page(
        path=page_path(base, number),
        template="actors.html",
        title="Actors" if kind is None else f"Actors: {TYPES[kind].lower()}",
        tab="actors.html",
        payload=Actors(
            types=_types(book, kind),
            columns=tuple(text for text, _ in COLUMNS),
            groups=tuple(_groups(book, named)),
            unnamed=tuple(_unnamed(book, one) for one in shown if isinstance(one, Unnamed)),
            paging=paging,
        ),
    )


def _types(book: Book, chosen: str | None) -> tuple[TypeLink, ...]:
    index = book.index(Everybody)
    every = TypeLink(
        type="", text="All named", count=len(index.named), href="actors.html", chosen=chosen is None
    )
    found = (
        TypeLink(
            type=kind,
            text=text,
            count=index.count(book, kind),
            href=f"actors/type-{kind}.html",
            chosen=kind == chosen,
        )
        for kind, text in TYPES.items()
    )
    return (every, *found)


def _groups(book: Book, named: list[Known]) -> Iterator[TypeRows]:
    for kind, heading in TYPES.items():
        rows = tuple(_row(book, known) for known in named if known.type == kind)
        if rows:
            yield TypeRows(type=kind, heading=heading, rows=rows)


def _row(book: Book, known: Known) -> ActorRow:
    return ActorRow(
        link=Link(text=book.name_of(known.id), href=actor_path(known.id)),
        id=known.id,
        type=known.type,
        watched=known.id in book.index(Everybody).watched,
        counts=tuple(_count(known, parts) for _, parts in COLUMNS),
    )


def _count(known: Known, parts: tuple[str, ...]) -> Count:
    told_parts = [part for part in parts if known.doings.get(part)]
    number = sum(len(known.doings[part]) for part in told_parts)
    href = f"{actor_path(known.id)}#{told_parts[0]}" if told_parts else None
    return Count(number=number, href=href)


_HEADINGS = {part.key: part.heading for part in PARTS}


def _unnamed(book: Book, one: Unnamed) -> UnnamedRow:
    return UnnamedRow(
        name=words.actor_words(one.actor),
        count=one.actor.count,
        does=_HEADINGS[one.part],
        entry=Link(text=headline(book, one.claim), href=entry_path(one.entry)),
        told=told(book, one.claim, one.entry),
    )


def typed_page(book: Book, asked: Asked, name: str) -> Page | None:
    """Make a page of the list of one type: ``type-person`` or ``type-person/2``."""
    first, _, rest = name.partition("/")
    kind, number = first.removeprefix("type-"), number_of(rest) if rest else 1
    if kind not in TYPES or number is None:
        return None
    return _page(book, asked, kind, f"actors/type-{kind}", number)


def list_names(book: Book) -> Iterator[str]:
    """List the names of the list's further pages and of its types."""
    index = book.index(Everybody)
    yield from map(str, range(2, pages_of(len(index.named)) + 1))
    for kind in TYPES:
        yield f"type-{kind}"
        further = range(2, pages_of(index.count(book, kind)) + 1)
        yield from (f"type-{kind}/{number}" for number in further)
