"""One actor: what it promised, received, attended, proposed, said, and pressure by and on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pledgebook.publish import words
from pledgebook.publish.actors import (
    TYPES,
    Everybody,
    actors_page,
    list_names,
    typed_page,
)
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.cards import Link, entry_path
from pledgebook.publish.doings import (
    PARTS,
    Doing,
    Doings,
    Known,
    Part,
    actor_path,
    actor_slug,
    id_link,
)
from pledgebook.publish.headlines import headline
from pledgebook.publish.listings import is_disputed
from pledgebook.publish.page import Folder, Made, Page
from pledgebook.publish.paging import Paging, number_of, page_path, paged, pages_of
from pledgebook.publish.standing_words import standing_words
from pledgebook.publish.told import Told, told

#: Entries of each part on an actor's first page; all of them have pages of their own.
FIRST = 8
#: Spellings, offices and people named on an actor's page; more are counted.
NAMES = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class DoingRow:
    """An entry in which the actor has a part: its line, how it stands, who tells it."""

    link: Link
    standing: str
    told: Told
    disputed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One part of an actor's page; ``href`` leads to all of it where more is told than shown."""

    key: str
    heading: str
    lead: str
    count: int
    rows: tuple[DoingRow, ...]
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """A name as printed, and in how many claims."""

    text: str
    claims: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorPage:
    """An actor.

    Attributes:
        spellings: names as printed in sources that may be quoted, the most frequent first.
        acts_for: whom a person acts for, None where no source tells.
        people: who acts for it.
        sections: parts that the book tells of; ``silent`` the headings of those it does not.
    """

    id: str
    name: str
    type: str
    watched: bool
    spellings: tuple[Spelling, ...]
    spellings_unlisted: int
    roles: tuple[str, ...]
    acts_for: Link | None
    people: tuple[Link, ...]
    people_unlisted: int
    sections: tuple[Section, ...]
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionPage:
    """One page of everything that an actor does in one part."""

    actor: Link
    section: Section
    paging: Paging


def actor_page(book: Book, known: Known) -> ActorPage:
    """Make the payload of an actor's page."""
    told_parts = [part for part in PARTS if known.doings.get(part.key)]
    acts_for = known.acts_for if known.acts_for != known.id else None
    people = list(known.people)
    return ActorPage(
        id=known.id,
        name=book.name_of(known.id),
        type=known.type,
        watched=known.id in book.index(Everybody).watched,
        spellings=tuple(_spellings(known)),
        spellings_unlisted=max(0, len(known.spellings) - NAMES),
        roles=tuple(role for role, _ in known.roles.most_common(NAMES)),
        acts_for=None if acts_for is None else id_link(book, acts_for),
        people=tuple(id_link(book, one) for one in people[:NAMES]),
        people_unlisted=max(0, len(people) - NAMES),
        sections=tuple(_section(book, known, part) for part in told_parts),
        silent=tuple(p.heading.lower() for p in PARTS if p not in told_parts and _fits(p, known)),
    )


def _fits(part: Part, known: Known) -> bool:
    """Nobody acts for a person, so that nothing is missed where nobody speaks for one."""
    return part.key != "voices" or known.type != "person"


def _spellings(known: Known) -> Iterator[Spelling]:
    ordered = sorted(known.spellings.items(), key=lambda pair: (-pair[1], pair[0]))
    for text, count in ordered[:NAMES]:
        yield Spelling(text=text, claims=words.counted(count, "claim"))


def _section(book: Book, known: Known, part: Part) -> Section:
    every = book.index(Doings).newest(known, part.key)
    more = len(every) > FIRST
    return Section(
        key=part.key,
        heading=part.heading,
        lead=part.lead,
        count=len(every),
        rows=tuple(_doing(book, one) for one in every[:FIRST]),
        href=page_path(_section_base(known, part), 1) if more else None,
    )


def _section_base(known: Known, part: Part) -> str:
    return f"actors/{actor_slug(known.id)}/{part.key}"


def _doing(book: Book, one: Doing) -> DoingRow:
    return DoingRow(
        link=Link(text=headline(book, one.claim), href=entry_path(one.entry)),
        standing=standing_words(one.claim, one.entry),
        told=told(book, one.claim, one.entry),
        disputed=is_disputed(one.entry),
    )


def _section_page(book: Book, asked: Asked, known: Known, part: Part, number: int) -> Page | None:
    """Make a page of one part, the latest told first."""
    every = book.index(Doings).newest(known, part.key)
    base = _section_base(known, part)
    found = paged(every, number, base, asked) if every else None
    if found is None:
        return None
    shown, paging = found
    name = book.name_of(known.id)
    rows = tuple(_doing(book, one) for one in shown)
    return Page(
        path=page_path(base, number),
        template="actor_part.html",
        title=f"{name}: {part.heading.lower()}",
        tab="actors.html",
        payload=SectionPage(
            actor=Link(text=name, href=actor_path(known.id)),
            section=Section(
                key=part.key,
                heading=part.heading,
                lead=part.lead,
                count=len(every),
                rows=rows,
                href=None,
            ),
            paging=paging,
        ),
    )


def _make(book: Book, asked: Asked, name: str) -> Made:
    first, _, rest = name.partition("/")
    if number_of(first) is not None and not rest:
        return actors_page(book, asked, number_of(first) or 1)
    if first.removeprefix("type-") in TYPES:
        return typed_page(book, asked, name)
    known = _known(book, first)
    if known is None or not rest:
        return None if known is None else _one(book, known)
    key, _, digits = rest.partition("/")
    part = next((part for part in PARTS if part.key == key), None)
    number = number_of(digits) if digits else 1
    return (
        None if part is None or number is None else _section_page(book, asked, known, part, number)
    )


def _known(book: Book, name: str) -> Known | None:
    """Give the actor of an address; one that is only watched has done nothing yet."""
    found = book.index(Doings).at(name)
    if found is not None:
        return found
    return next((k for k in book.index(Everybody).named if actor_slug(k.id) == name), None)


def _one(book: Book, known: Known) -> Page:
    return Page(
        path=actor_path(known.id),
        template="actor.html",
        title=book.name_of(known.id),
        tab="actors.html",
        payload=actor_page(book, known),
    )


def _names(book: Book) -> Iterator[str]:
    yield from list_names(book)
    for known in book.index(Everybody).named:
        yield actor_slug(known.id)
        for part in PARTS:
            total = len(known.doings.get(part.key, ()))
            if total > FIRST:
                yield f"{actor_slug(known.id)}/{part.key}"
                further = range(2, pages_of(total) + 1)
                yield from (f"{actor_slug(known.id)}/{part.key}/{n}" for n in further)


FOLDER = Folder(make=_make, names=_names)
