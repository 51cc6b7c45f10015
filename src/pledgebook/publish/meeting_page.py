"""One meeting: who had which role, who is only counted, each fact with the words it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from pledgebook.model.claims import Participation
from pledgebook.publish import words
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book, slug
from pledgebook.publish.cards import Link, Unclear, entry_path, unclear
from pledgebook.publish.doings import actor_link
from pledgebook.publish.meetings import (
    ROLES,
    Gathered,
    Meeting,
    Pair,
    is_count,
    meeting,
    meeting_name,
    meeting_path,
    meeting_slug,
    named_of_counted,
    stands_for,
    taking_part,
)
from pledgebook.publish.page import Folder, Made, Page
from pledgebook.publish.paging import Paging, number_of, page_path, paged, pages_of
from pledgebook.publish.passages import Passage, passages
from pledgebook.publish.told import Told, told

#: Facts on one page of a meeting: each brings the sentence it rests on with its neighbours, three
#: to four kB with its marks.
FACTS = 40
#: Names of each role in the overview of a meeting.
NAMES = 100
#: Ways in which sources name a meeting that a page lists.
CALLED = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One who took part, was invited, declined or is only counted, with the source's words.

    Attributes:
        anchor: its fragment; ``entry`` the record behind it.
        counted: True for those who are not named.
        named: for a count, how many of them the book can name.
        more: "and 2 further texts", with the words on the entry's page.
    """

    anchor: str
    role: str
    actor: Link
    stands_for: str | None
    counted: bool
    named: str | None
    entry: str
    told: Told
    passages: tuple[Passage, ...]
    withheld: bool
    unclear: tuple[Unclear, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Facts of one role that stand on this page."""

    role: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """One way in which sources name the meeting, and in how many claims."""

    name: str
    claims: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPage:
    """A meeting.

    Attributes:
        overview: the names of each role at one glance; the first page has it.
        day, place: None where no source tells.
        texts: how many texts tell of it.
        called: how sources name it; ``called_unlisted`` more ways are not shown.
    """

    day: str | None
    place: str | None
    texts: str
    called: tuple[Called, ...]
    called_unlisted: int
    overview: Meeting | None
    groups: tuple[Facts, ...]
    paging: Paging


def _meeting_page(book: Book, asked: Asked, group: list[Pair], number: int) -> Page | None:
    base = meeting_path(group).removesuffix(".html")
    found = paged(_in_order(group), number, base, asked, FACTS)
    if found is None:
        return None
    shown, paging = found
    return Page(
        path=page_path(base, number),
        template="meeting.html",
        title=meeting_name(book, group),
        tab="meetings.html",
        payload=_payload(book, group, list(shown), paging),
    )


def _payload(book: Book, group: list[Pair], shown: list[Pair], paging: Paging) -> MeetingPage:
    claims = [c for e, _ in group for c in e.claims if isinstance(c, Participation)]
    quotable = [c for c in claims if book.rights(c.source.id) != "metadata"]
    called = Counter(words.event_words(c.event) for c in quotable).most_common()
    days = sorted(c.event.date for c in claims if c.event.date is not None)
    places = Counter(c.event.place for c in quotable if c.event.place is not None)
    return MeetingPage(
        day=words.date_words(days[0]) if days else None,
        place=next((place for place, _ in places.most_common()), None),
        texts=words.counted(len({c.source.id for c in claims}), "text"),
        called=tuple(
            Called(name=name, claims=words.counted(count, "claim"))
            for name, count in called[:CALLED]
        ),
        called_unlisted=max(0, len(called) - CALLED),
        overview=meeting(book, group, NAMES) if paging.number == 1 else None,
        groups=tuple(_groups(book, group, shown)),
        paging=paging,
    )


def _in_order(group: list[Pair]) -> list[Pair]:
    """Order by role, those counted behind those named of the same role."""
    order = [role for role, _ in ROLES]
    return sorted(group, key=lambda pair: (order.index(pair[1].role), is_count(pair[1])))


def _groups(book: Book, group: list[Pair], shown: list[Pair]) -> Iterator[Facts]:
    named = [pair for pair in group if not is_count(pair[1])]
    for role, heading in ROLES:
        facts = tuple(_fact(book, named, pair) for pair in shown if pair[1].role == role)
        if facts:
            yield Facts(role=heading, facts=facts)


def _fact(book: Book, named: list[Pair], pair: Pair) -> Fact:
    entry, lead = pair
    counted = is_count(lead)
    text = words.actor_words(lead.actor)
    return Fact(
        anchor=f"fact-{slug(entry.id)}",
        role=words.plain(lead.role),
        actor=Link(text=text, href=None) if counted else actor_link(book, lead.actor),
        stands_for=stands_for(book, lead),
        counted=counted,
        named=named_of_counted(named, lead) if counted else None,
        entry=entry_path(entry),
        told=told(book, lead, entry),
        passages=passages(book, lead)[:1],
        withheld=book.rights(lead.source.id) == "metadata",
        unclear=unclear(lead),
    )


def _make(book: Book, asked: Asked, name: str) -> Made:
    first, _, rest = name.partition("/")
    if number_of(first) is not None and not rest:
        return taking_part(book, asked, number_of(first) or 1)
    group = book.index(Gathered).at.get(first)
    number = number_of(rest) if rest else 1
    return None if group is None or number is None else _meeting_page(book, asked, group, number)


def _names(book: Book) -> Iterator[str]:
    groups = book.index(Gathered).groups
    yield from map(str, range(2, pages_of(len(groups)) + 1))
    for group in groups:
        yield meeting_slug(group)
        further = range(2, pages_of(len(group), FACTS) + 1)
        yield from (f"{meeting_slug(group)}/{number}" for number in further)


FOLDER = Folder(make=_make, names=_names)
