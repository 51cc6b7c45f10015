"""Who hosted, attended, was invited, declined, joined, or was only counted, meeting by meeting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pledgebook.model.claims import Participation
from pledgebook.model.entries import Entry
from pledgebook.model.values import Event
from pledgebook.model.vocabulary import Role
from pledgebook.publish import words
from pledgebook.publish.book import Book
from pledgebook.publish.cards import Link, Unclear, entry_path, unclear
from pledgebook.publish.listings import witnessed

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
    """One who took part: the name, whom a person stands for, what stays unclear."""

    link: Link
    stands_for: str | None
    witnesses: str
    unclear: tuple[Unclear, ...]


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


def meetings(book: Book) -> Taking:
    """Give all meetings in the order of their days, and the sentence on joining."""
    pairs = [(e, e.lead) for e in book.entries if isinstance(e.lead, Participation)]
    groups: dict[tuple[str, str], list[_Pair]] = {}
    for pair in pairs:
        groups.setdefault(_key(pair[1].event), []).append(pair)
    ordered = sorted(groups.values(), key=_order)
    return Taking(
        meetings=tuple(_meeting(book, group) for group in ordered),
        joined=joined_sentence(book, [lead for _, lead in pairs]),
    )


def _key(event: Event) -> tuple[str, str]:
    """Meetings of one day in one place are one; without both, only the same words are."""
    if event.date is not None:
        return event.date.isoformat(), (event.place or "").casefold()
    return "", f"{event.name or ''}|{event.place or ''}".casefold()


def _order(group: list[_Pair]) -> tuple[str, int]:
    day = group[0][1].event.date
    return ("9999" if day is None else day.isoformat()), -len(group)


def _meeting(book: Book, group: list[_Pair]) -> Meeting:
    named = [pair for pair in group if not _is_count(pair[1])]
    counted = [pair for pair in group if _is_count(pair[1])]
    by_role = (Seats(role=label, seats=_seats(book, named, role)) for role, label in ROLES)
    return Meeting(
        name=_name(group),
        by_role=tuple(seats for seats in by_role if seats.seats),
        counted=tuple(_counted(pair) for pair in counted),
    )


def _is_count(claim: Participation) -> bool:
    return claim.actor.type == "unnamed"


def _name(group: list[_Pair]) -> str:
    """Name a meeting by the fullest way in which an entry tells it."""
    names = [words.event_words(lead.event) for _, lead in group]
    return max(names, key=lambda name: (names.count(name), len(name), name))


def _seats(book: Book, pairs: list[_Pair], role: Role) -> tuple[Seat, ...]:
    seats = [_seat(book, pair) for pair in pairs if pair[1].role == role]
    return tuple(sorted(seats, key=lambda seat: seat.link.text))


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
