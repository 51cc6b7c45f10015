"""What each actor does in the book, looked up once: promised, received, attended, said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from pledgebook.model.claims import (
    Claim,
    Commitment,
    Measure,
    Participation,
    PlanPoint,
    Proposal,
    Statement,
)
from pledgebook.model.entries import Entry
from pledgebook.model.ids import digest
from pledgebook.model.values import Actor
from pledgebook.publish.book import Book
from pledgebook.publish.cards import Link
from pledgebook.publish.listings import first_told
from pledgebook.publish.names import actors_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One thing that an actor can do: its address, its heading, and what the section holds."""

    key: str
    heading: str
    lead: str


#: Parts in the order of an actor's page.
PARTS: tuple[Part, ...] = tuple(
    Part(key=key, heading=heading, lead=lead)
    for key, heading, lead in (
        ("promised", "Promised", "What it is bound, or said to be bound, to give."),
        ("receives", "Promised to it", "What others are said to give to it."),
        (
            "meetings",
            "Took part",
            "Meetings and its role in them. Attending a meeting is not joining a coalition.",
        ),
        ("proposed", "Proposed", "Terms, truces, forces and plans put forward."),
        ("addressed", "Addressed", "Proposals that are put to it."),
        ("agreed", "Agreed", "Points of a plan that it is said to have agreed."),
        ("said", "Said", "What it said, as sources report it."),
        ("announced", "Announced or reported", "Promises and proposals that it tells of."),
        ("voices", "Said for it", "What people said who act for it."),
        ("measures", "Pressure it applied", "Economic measures that it takes."),
        ("targeted", "Pressure on it", "Economic measures that target it."),
    )
)


class Doing(NamedTuple):
    """An entry, and its first claim in which the actor has the part."""

    entry: Entry
    claim: Claim


@dataclass(slots=True, kw_only=True)
class Known:
    """An actor with an id, as all claims of the book together name it.

    Attributes:
        spellings: names as printed in sources that may be quoted, with how many claims print each.
        roles: offices as printed.
        acts_for: id that it acts for, None where none is told.
        people: ids of those who act for it, in the order met.
        doings: per part (key of ``PARTS``) its entries, in the order of the book.
    """

    id: str
    type: str
    spellings: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    acts_for: str | None = None
    people: dict[str, None] = field(default_factory=dict)
    doings: dict[str, dict[str, Doing]] = field(default_factory=dict)


class Unnamed(NamedTuple):
    """One telling of somebody who has no name: counted ("18 leaders") or described."""

    actor: Actor
    part: str
    entry: Entry
    claim: Claim


class Doings:
    """All actors of a book.

    Attributes:
        known: actors with an id, by id.
        unnamed: tellings of those without, each entry once, in the order of the book.
    """

    def __init__(self, book: Book) -> None:
        """Look through every claim of every entry once."""
        self.known: dict[str, Known] = {}
        self.unnamed: list[Unnamed] = []
        self._undated = {e.id for e in book.entries if first_told(e) is None}
        for entry in book.entries:
            met: set[tuple[str, str]] = set()
            for claim in entry.claims:
                self._take(book, entry, claim, met)
        self._join_people()
        self._paths = {actor_slug(name): name for name in reversed(self.known)}

    def at(self, name: str) -> Known | None:
        """Actor whose address ends in ``name``, None where there is none."""
        return self.known.get(self._paths.get(name, ""))

    def newest(self, known: Known, part: str) -> list[Doing]:
        """Give what an actor does in a part, the latest told first, those without a day last."""
        every = list(known.doings.get(part, {}).values())[::-1]
        if not self._undated:
            return every
        dated = [one for one in every if one.entry.id not in self._undated]
        return dated + [one for one in every if one.entry.id in self._undated]

    def _take(self, book: Book, entry: Entry, claim: Claim, met: set[tuple[str, str]]) -> None:
        quotable = book.rights(claim.source.id) != "metadata"
        for actor in actors_of(claim):
            if actor.id is not None:
                self._meet(actor, quotable=quotable)
        for part, actor_id, doer in parts_of(claim):
            if actor_id is not None:
                known = self.known.setdefault(actor_id, Known(id=actor_id, type=type_of(actor_id)))
                known.doings.setdefault(part, {}).setdefault(entry.id, Doing(entry, claim))
            elif doer is not None and (part, doer.name) not in met:
                met.add((part, doer.name))
                self.unnamed.append(Unnamed(doer, part, entry, claim))

    def _meet(self, actor: Actor, *, quotable: bool) -> None:
        name = actor.id or ""
        known = self.known.setdefault(name, Known(id=name, type=actor.type))
        known.type = actor.type
        if quotable:
            known.spellings[actor.name] += 1
            known.roles.update(() if actor.role is None else (actor.role,))
        known.acts_for = known.acts_for or actor.affiliation

    def _join_people(self) -> None:
        for known in tuple(self.known.values()):
            if known.acts_for is not None and known.acts_for != known.id:
                home = self.known.get(known.acts_for)
                if home is None:
                    kind = type_of(known.acts_for)
                    home = self.known[known.acts_for] = Known(id=known.acts_for, type=kind)
                home.people[known.id] = None


#: Types of actors by the first part of their ids; a bare code is a state.
_TYPES = {"org": "organisation", "person": "person", "group": "group"}


def type_of(actor_id: str) -> str:
    """Tell the type of an actor from its id alone."""
    return _TYPES.get(actor_id.partition(":")[0], "state")


_Parts = Iterator[tuple[str, str | None, Actor | None]]


def parts_of(claim: Claim) -> _Parts:
    """Give what each actor does in a claim: part, id (None for the unnamed), and the actor."""
    match claim:
        case Commitment():
            yield from _each("promised", claim.donors)
            yield from _each("receives", claim.recipients)
            yield from _each("announced", _some(claim.speaker))
        case Statement():
            yield from _spoken(claim)
        case Participation():
            yield from _seated(claim)
        case Proposal():
            yield from _each("proposed", claim.proposers)
            yield from _each("addressed", claim.addressees)
            yield from _each("announced", _some(claim.speaker))
        case PlanPoint():
            yield from _each("agreed", claim.agreed_by)
        case Measure():
            yield from _each("measures", claim.actors)
            yield from _each("targeted", claim.targets)


def _each(part: str, actors: tuple[Actor, ...]) -> _Parts:
    yield from ((part, actor.id, actor) for actor in actors)


def _some(actor: Actor | None) -> tuple[Actor, ...]:
    return () if actor is None else (actor,)


def _spoken(claim: Statement) -> _Parts:
    if claim.speaker is not None:
        yield "said", claim.speaker.id, claim.speaker
        if claim.speaker.affiliation is not None:
            yield "voices", claim.speaker.affiliation, None


def _seated(claim: Participation) -> _Parts:
    yield "meetings", claim.actor.id, claim.actor
    if claim.representing is not None and claim.representing != claim.actor.id:
        yield "meetings", claim.representing, None


#: Longest id that stands in an address as it is; a longer one is told by its digest.
_LONGEST = 80


def actor_slug(actor_id: str) -> str:
    """Give the part of an actor's address that tells who it is: ``NOR``, ``person-ola-berg``."""
    plain = actor_id.replace(":", "-", 1)
    simple = plain.isascii() and plain.replace("-", "").isalnum() and len(plain) <= _LONGEST
    return plain if simple else f"id-{digest([actor_id])[:16]}"


def actor_path(actor_id: str) -> str:
    """Path of an actor's page."""
    return f"actors/{actor_slug(actor_id)}.html"


def actor_link(book: Book, actor: Actor) -> Link:
    """Link an actor to its page; one without an id has none."""
    known = actor.id is not None and actor.id in book.index(Doings).known
    href = actor_path(actor.id) if actor.id is not None and known else None
    return Link(text=book.name(actor) if actor.id is None else book.name_of(actor.id), href=href)


def actor_links(book: Book, actors: tuple[Actor, ...]) -> tuple[Link, ...]:
    """Link actors, each name once."""
    return tuple(dict.fromkeys(actor_link(book, actor) for actor in actors))


def id_link(book: Book, actor_id: str) -> Link:
    """Link an actor by its id."""
    known = actor_id in book.index(Doings).known
    return Link(text=book.name_of(actor_id), href=actor_path(actor_id) if known else None)
