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
from pledgebook.publish.book import Book, slug
from pledgebook.publish.cards import Link, Unclear, entry_path, unclear
from pledgebook.publish.counts import is_count, one_count
from pledgebook.publish.gatherings import gathered
from pledgebook.publish.listings import witnessed
from pledgebook.publish.page import Page
from pledgebook.publish.paging import Paging, page_path, paged
from pledgebook.publish.sourcelists import unread_words

#: Names of each role that the list of meetings shows; the page of a meeting has all of them.
LISTED = 6

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
    """Who had one role in a meeting: how many names, and those shown of them."""

    role: str
    seats: tuple[Seat, ...]
    count: int
    unlisted: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Some who are only counted, or described without a name.

    Attributes:
        link: the words of the source; leads to the entry.
        named: how many of that role the book can name, in a sentence; None where no count is told.
        also: leads to further entries that tell the same count.
    """

    link: Link
    role: str
    witnesses: str
    named: str | None
    unclear: tuple[Unclear, ...]
    also: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting as the sources name it; ``counted`` are those only counted, not named."""

    name: str
    href: str
    by_role: tuple[Seats, ...]
    counted: tuple[Counted, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taking:
    """The first meetings, and one plain sentence on who joined the coalition."""

    meetings: tuple[Meeting, ...]
    joined: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetings:
    """One page of the meetings; ``unread`` says what could not be read where there are none."""

    meetings: tuple[Meeting, ...]
    joined: str
    unread: str | None
    paging: Paging


#: An entry with its leading claim.
Pair = tuple[Entry, Participation]


class Gathered:
    """The participations of a book by meeting, in the order of the meetings' days."""

    def __init__(self, book: Book) -> None:
        """Put every participation of the book under its meeting."""
        groups = [_pairs(group) for group in gathered(book.of_kind("participation"))]
        self.groups = sorted(groups, key=_order)
        self.joined = joined_sentence(book, (lead for group in groups for _, lead in group))
        self.at = {meeting_slug(group): group for group in reversed(self.groups)}


def meeting_slug(group: list[Pair]) -> str:
    """Give the part of a meeting's address that tells which it is: its first entry's."""
    return slug(group[0][0].id)


def meeting_path(group: list[Pair]) -> str:
    """Path of a meeting's page."""
    return f"meetings/{meeting_slug(group)}.html"


def meetings(book: Book, most: int | None = None) -> Taking:
    """Give all meetings, or the first, in the order of their days; and the words on joining."""
    found = book.index(Gathered)
    shown = tuple(meeting(book, group, LISTED) for group in found.groups[:most])
    return Taking(meetings=shown, joined=found.joined)


def how_many(book: Book) -> int:
    """Number of meetings of a book."""
    return len(book.index(Gathered).groups)


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
            meetings=tuple(meeting(book, group, LISTED) for group in shown),
            joined=index.joined,
            unread=None if shown else unread_words(book),
            paging=paging,
        ),
    )


def _pairs(group: Iterable[Entry]) -> list[Pair]:
    return [(entry, entry.lead) for entry in group if isinstance(entry.lead, Participation)]


def _order(group: list[Pair]) -> tuple[str, int]:
    """Order by the day of the meeting (undated ones last), then the better attended first."""
    days = [e.date.isoformat() for e in events_of(group) if e.date is not None]
    return min(days, default="9999"), -len(group)


def events_of(group: list[Pair]) -> list[Event]:
    """Give the meeting as each claim names it."""
    return [c.event for e, _ in group for c in e.claims if isinstance(c, Participation)]


def meeting(book: Book, group: list[Pair], limit: int | None = None) -> Meeting:
    """Show a meeting: who had which role, at most ``limit`` names of each."""
    named = [pair for pair in group if not is_count(pair[1])]
    counted = one_count(pair for pair in group if is_count(pair[1]))[:limit]
    by_role = (_in_role(book, named, role, label, limit) for role, label in ROLES)
    return Meeting(
        name=meeting_name(book, group),
        href=meeting_path(group),
        by_role=tuple(seats for seats in by_role if seats.seats),
        counted=tuple(_counted(named, pairs) for pairs in counted),
    )


def _in_role(book: Book, named: list[Pair], role: Role, label: str, limit: int | None) -> Seats:
    seats = _seats(book, named, role)
    left = 0 if limit is None else max(0, len(seats) - limit)
    return Seats(role=label, seats=seats[:limit], count=len(seats), unlisted=left)


def meeting_name(book: Book, group: list[Pair]) -> str:
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


def _seats(book: Book, pairs: list[Pair], role: Role) -> tuple[Seat, ...]:
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


def _seat(book: Book, pair: Pair) -> Seat:
    entry, lead = pair
    actor = lead.actor
    name = book.name(actor) if actor.id is None else book.name_of(actor.id)
    return Seat(
        link=Link(text=name, href=entry_path(entry)),
        stands_for=stands_for(book, lead),
        witnesses=witnessed(entry),
        unclear=unclear(lead),
    )


def stands_for(book: Book, claim: Participation) -> str | None:
    """Name whom somebody stands for, None where it is itself."""
    if claim.representing is None or claim.actor.id == claim.representing:
        return None
    return book.name_of(claim.representing)


def _counted(named: list[Pair], pairs: list[Pair]) -> Counted:
    entry, lead = pairs[0]
    links = tuple(Link(text=words.actor_words(c.actor), href=entry_path(e)) for e, c in pairs)
    return Counted(
        link=links[0],
        also=links[1:],
        role=words.plain(lead.role),
        witnesses=witnessed(entry),
        named=named_of_counted(named, lead),
        unclear=unclear(lead),
    )


def named_of_counted(named: Iterable[Pair], counted: Participation) -> str | None:
    """Say how many of those counted the book can name.

    A person and the state it stands for are one seat. Whether a host is among those counted is
    seldom told, so hosts are named apart.
    """
    count = counted.actor.count
    if count is None:
        return None
    every = list(named)
    mine, hosts = _parties(every, counted.role), _parties(every, "host")
    hosts = set() if counted.role == "host" else hosts - mine
    said = f"{count:,} counted, {len(mine):,} named as {words.plain(counted.role)}"
    if hosts:
        said += f", {len(hosts):,} as host"
    missing = count - len(mine | hosts)
    if missing > 0:
        return f"{said}; at least {missing:,} not named."
    return f"{said}." if len(mine) <= count else f"{said}; more are named than counted."


def _parties(pairs: list[Pair], role: Role) -> set[str]:
    claims = (claim for _, claim in pairs if claim.role == role)
    return {c.representing or c.actor.id or c.actor.name.casefold() for c in claims}


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
