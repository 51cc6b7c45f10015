"""Who hosted, attended, was invited, declined, joined, or was only counted, meeting by meeting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pledgebook.model.claims import Participation
from pledgebook.model.entries import Entry
from pledgebook.model.values import Event
from pledgebook.model.vocabulary import Role
from pledgebook.publish import words
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.cards import Link, Unclear, entry_path, unclear
from pledgebook.publish.gatherings import gathered
from pledgebook.publish.listings import witnessed
from pledgebook.publish.page import Page
from pledgebook.publish.paging import Paging, further_pages, page_path, paged

#: Roles in the order a reader wants them, with the words of their headings.
ROLES: tuple[tuple[Role, str], ...] = (
    ("host", "Host"),
    ("attended", "Attended"),
    ("joined", "Joined"),
    ("invited", "Invited"),
    ("declined", "Declined"),
    ("undecided", "Undecided"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One who took part: the name, whom a person stands for, what stays unclear.

    ``also`` leads to further entries of the same name and role.
    """

    link: Link
    stands_for: str | None
    witnesses: str
    unclear: tuple[Unclear, ...]
    also: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Seats:
    """All who had one role in a meeting."""

    role: str
    seats: tuple[Seat, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting as the sources name it; ``counted`` are those only counted, not named."""

    name: str
    by_role: tuple[Seats, ...]
    counted: tuple[Seat, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taking:
    """All meetings, and one plain sentence on who joined the coalition."""

    meetings: tuple[Meeting, ...]
    joined: str


_Pair = tuple[Entry, Participation]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetings:
    """One page of the meetings."""

    meetings: tuple[Meeting, ...]
    joined: str
    paging: Paging


class Gathered:
    """The participations of a book by meeting, in the order of the meetings' days."""

    def __init__(self, book: Book) -> None:
        """Put every participation of the book under its meeting."""
        groups = [_pairs(group) for group in gathered(book.of_kind("participation"))]
        self.groups = sorted(groups, key=_order)
        self.joined = joined_sentence(book, (lead for group in groups for _, lead in group))


def meetings(book: Book) -> Taking:
    """Give all meetings in the order of their days, and the sentence on joining."""
    found = book.index(Gathered)
    return Taking(
        meetings=tuple(_meeting(book, group) for group in found.groups), joined=found.joined
    )


def taking_part(book: Book, asked: Asked, number: int = 1) -> Page | None:
    """One page of the meetings and who took part."""
    index = book.index(Gathered)
    found = paged(index.groups, number, "meetings", asked)
    if found is None:
        return None
    shown, paging = found
    return Page(
        path=page_path("meetings", number),
        template="meetings.html",
        title="Meetings",
        tab="meetings.html",
        payload=Meetings(
            meetings=tuple(_meeting(book, group) for group in shown),
            joined=index.joined,
            paging=paging,
        ),
    )


def _pairs(group: Iterable[Entry]) -> list[_Pair]:
    return [(entry, entry.lead) for entry in group if isinstance(entry.lead, Participation)]


def _order(group: list[_Pair]) -> tuple[str, int]:
    """Order by the day of the meeting (undated ones last), then the better attended first."""
    days = [e.date.isoformat() for e in _events(group) if e.date is not None]
    return min(days, default="9999"), -len(group)


def _events(group: list[_Pair]) -> list[Event]:
    return [c.event for e, _ in group for c in e.claims if isinstance(c, Participation)]


def _meeting(book: Book, group: list[_Pair]) -> Meeting:
    named = [pair for pair in group if not _is_count(pair[1])]
    counted = [pair for pair in group if _is_count(pair[1])]
    by_role = (Seats(role=label, seats=_seats(book, named, role)) for role, label in ROLES)
    return Meeting(
        name=_name(book, group),
        by_role=tuple(seats for seats in by_role if seats.seats),
        counted=tuple(_counted(pair) for pair in counted),
    )


def _is_count(claim: Participation) -> bool:
    return claim.actor.type == "unnamed"


def _name(book: Book, group: list[_Pair]) -> str:
    """Name a meeting as the source does that says most of it: day, place, then the longest."""
    events = [
        c.event
        for e, _ in group
        for c in e.claims
        if isinstance(c, Participation) and book.rights(c.source.id) != "metadata"
    ]
    if not events:
        return "A meeting (words not shown)"
    return words.event_words(max(events, key=_fullness))


def _fullness(event: Event) -> tuple[bool, bool, int, str]:
    words_ = words.event_words(event)
    return event.date is not None, event.place is not None, len(words_), words_


def _seats(book: Book, pairs: list[_Pair], role: Role) -> tuple[Seat, ...]:
    """Give one seat per name; a name that two entries tell leads to both."""
    found: dict[tuple[str, str | None], Seat] = {}
    for pair in pairs:
        if pair[1].role == role:
            seat = _seat(book, pair)
            known = found.setdefault((seat.link.text, seat.stands_for), seat)
            if known is not seat:
                also = (*known.also, seat.link)
                found[seat.link.text, seat.stands_for] = replace(known, also=also)
    return tuple(sorted(found.values(), key=lambda seat: seat.link.text))


def _seat(book: Book, pair: _Pair) -> Seat:
    entry, lead = pair
    stands_for = None if lead.representing is None else book.name_of(lead.representing)
    return Seat(
        link=Link(text=book.name(lead.actor), href=entry_path(entry)),
        stands_for=stands_for if lead.actor.id != lead.representing else None,
        witnesses=witnessed(entry),
        unclear=unclear(lead),
    )


def _counted(pair: _Pair) -> Seat:
    entry, lead = pair
    text = f"{words.actor_words(lead.actor)}: {lead.role}"
    return Seat(
        link=Link(text=text, href=entry_path(entry)),
        stands_for=None,
        witnesses=witnessed(entry),
        unclear=unclear(lead),
    )


def joined_sentence(book: Book, claims: Iterable[Participation]) -> str:
    """Say who joined, from what the sources say; attending a meeting is never joining."""
    every = list(claims)
    joined = dict.fromkeys(_joiner(book, c) for c in every if c.role == "joined")
    if joined:
        return f"Said by a source to have joined: {words.listed(list(joined))}."
    if not every:
        return "No source in this book says who took part in a meeting."
    return "No source in this book says that a country joined the coalition."


def _joiner(book: Book, claim: Participation) -> str:
    return (
        book.name(claim.actor) if claim.representing is None else book.name_of(claim.representing)
    )


FURTHER = further_pages(taking_part, lambda book: len(book.index(Gathered).groups))
