"""One meeting: who had which role, who is only counted, each fact with the words it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pledgebook.model.claims import Participation
from pledgebook.model.entries import Entry
from pledgebook.publish import words
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book, slug
from pledgebook.publish.cards import Link, Unclear, card_path, entry_link, unclear
from pledgebook.publish.counts import is_count, one_count
from pledgebook.publish.doings import actor_link
from pledgebook.publish.meetings import (
    ROLES,
    Gathered,
    Meeting,
    Pair,
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

#: Facts on one page of a meeting, and tellings of each that are shown with their words: a telling
#: takes three to four kB with the sentences around it.
FACTS, TELLINGS = 25, 2
#: Names of each role in the overview of a meeting.
NAMES = 100
#: Entries behind one fact that are linked.
RECORDS = 10
#: Places that a page names; sources print a city, a house or both.
PLACES = 5
#: Ways in which sources name a meeting that a page lists.
CALLED = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What one source says of a fact, with its words; ``record`` leads to the claim's entry."""

    told: Told
    record: str
    passages: tuple[Passage, ...]
    withheld: bool
    unclear: tuple[Unclear, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One who took part, was invited, declined or is only counted, with the sources' words.

    Attributes:
        anchor: its fragment on the page.
        counted: True for those who are not named.
        named: for a count, how many of them the book can name.
        records: entries behind it.
        unlisted: tellings that stand in those entries only.
    """

    anchor: str
    role: str
    actor: Link
    stands_for: str | None
    counted: bool
    named: str | None
    tellings: tuple[Telling, ...]
    records: tuple[Link, ...]
    unlisted: int


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
        day: None where no source tells; ``places`` as sources print them, the most frequent first.
        texts: how many texts tell of it.
        called: how sources name it; ``called_unlisted`` more ways are not shown.
    """

    day: str | None
    places: tuple[str, ...]
    texts: str
    called: tuple[Called, ...]
    called_unlisted: int
    overview: Meeting | None
    groups: tuple[Facts, ...]
    paging: Paging


def _meeting_page(book: Book, asked: Asked, group: list[Pair], number: int) -> Page | None:
    base = meeting_path(group).removesuffix(".html")
    found = paged(_facts(book, group), number, base, asked, FACTS)
    if found is None:
        return None
    shown, paging = found
    return Page(
        path=page_path(base, number),
        template="meeting.html",
        title=meeting_name(book, group),
        tab="meetings.html",
        payload=_payload(book, group, shown, paging),
    )


def _payload(
    book: Book, group: list[Pair], shown: Sequence[list[Pair]], paging: Paging
) -> MeetingPage:
    claims = [c for e, _ in group for c in e.claims if isinstance(c, Participation)]
    quotable = [c for c in claims if book.rights(c.source.id) != "metadata"]
    called = Counter(words.event_words(c.event) for c in quotable).most_common()
    days = sorted(c.event.date for c in claims if c.event.date is not None)
    places = Counter(c.event.place for c in quotable if c.event.place is not None)
    return MeetingPage(
        day=words.date_words(days[0]) if days else None,
        places=tuple(place for place, _ in places.most_common(PLACES)),
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


def _facts(book: Book, group: list[Pair]) -> list[list[Pair]]:
    """Put entries on the same party in the same role together: one fact, told more than once.

    Facts are in order of role, those counted behind those named, each by name. Two counts are two
    facts unless they count the same (``counts``).
    """
    order = [role for role, _ in ROLES]
    found: dict[tuple[int, bool, str, str], list[Pair]] = {}
    for pair in (pair for pair in group if not is_count(pair[1])):
        key = (order.index(pair[1].role), False, _name(book, pair), stands_for(book, pair[1]) or "")
        found.setdefault(key, []).append(pair)
    for pairs in one_count(pair for pair in group if is_count(pair[1])):
        entry, lead = pairs[0]
        found[order.index(lead.role), True, _name(book, pairs[0]), entry.id] = pairs
    return [found[key] for key in sorted(found)]


def _name(book: Book, pair: Pair) -> str:
    actor = pair[1].actor
    return book.name(actor) if actor.id is None else book.name_of(actor.id)


def _groups(book: Book, group: list[Pair], shown: Sequence[list[Pair]]) -> Iterator[Facts]:
    named = [pair for pair in group if not is_count(pair[1])]
    for role, heading in ROLES:
        facts = tuple(_fact(book, named, pairs) for pairs in shown if pairs[0][1].role == role)
        if facts:
            yield Facts(role=heading, facts=facts)


def _fact(book: Book, named: list[Pair], pairs: list[Pair]) -> Fact:
    entry, lead = pairs[0]
    counted = is_count(lead)
    text = words.actor_words(lead.actor)
    every = [(e, c) for e, _ in pairs for c in e.claims if isinstance(c, Participation)]
    every.sort(key=lambda pair: pair[1].source.published or date.max)
    return Fact(
        anchor=f"fact-{slug(entry.id)}",
        role=words.plain(lead.role),
        actor=Link(text=text, href=None) if counted else actor_link(book, lead.actor),
        stands_for=stands_for(book, lead),
        counted=counted,
        named=named_of_counted(named, lead) if counted else None,
        tellings=tuple(_telling(book, e, claim) for e, claim in every[:TELLINGS]),
        records=tuple(entry_link(book, e) for e, _ in pairs[:RECORDS]),
        unlisted=max(0, len(every) - TELLINGS),
    )


def _telling(book: Book, entry: Entry, claim: Participation) -> Telling:
    return Telling(
        told=told(book, claim),
        record=card_path(entry, claim.id),
        passages=passages(book, claim)[:1],
        withheld=book.rights(claim.source.id) == "metadata",
        unclear=unclear(claim),
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
        further = range(2, pages_of(len(_facts(book, group)), FACTS) + 1)
        yield from (f"{meeting_slug(group)}/{number}" for number in further)


FOLDER = Folder(make=_make, names=_names)
