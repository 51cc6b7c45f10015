"""Everybody that the book names, and what they do in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from pledgebook.model.claims import (
    Claim,
    Commitment,
    Measure,
    Participation,
    PlanPoint,
    Proposal,
    Statement,
)
from pledgebook.model.values import Actor
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.page import Page
from pledgebook.publish.paging import Paging, further_pages, page_path, paged

#: What an actor can do in the book, in the order of the table's columns.
PARTS = ("gives", "receives", "speaks", "takes part", "proposes", "acts or is targeted")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow:
    """An actor: id, name, type, whether the book watches it, entries per part in ``PARTS``."""

    id: str
    name: str
    type: str
    watched: bool
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actors:
    """One page of everybody that the book names."""

    actors: tuple[ActorRow, ...]
    paging: Paging


class Everybody:
    """All actors of a book, counted once."""

    def __init__(self, book: Book) -> None:
        """Count the entries of every actor."""
        self.rows = actors(book)


def actors_page(book: Book, asked: Asked, number: int = 1) -> Page | None:
    """One page of everybody named."""
    found = paged(book.index(Everybody).rows, number, "actors", asked)
    if found is None:
        return None
    shown, paging = found
    return Page(
        path=page_path("actors", number),
        template="actors.html",
        title="Actors",
        tab="actors.html",
        payload=Actors(actors=tuple(shown), paging=paging),
    )


def actors(book: Book) -> tuple[ActorRow, ...]:
    """Give all actors with an id, those watched first, and each with its entries counted."""
    found: dict[str, Actor] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for entry in book.entries:
        for part, actor in set(_parts(entry.lead)):
            if actor.id is not None:
                found.setdefault(actor.id, actor)
                counts[actor.id, part] += 1
    watched = () if book.definition is None else book.definition.actors
    rows = [_row(book, actor, counts, watched) for actor in found.values()]
    rows += [_silent(book, actor_id) for actor_id in watched if actor_id not in found]
    return tuple(sorted(rows, key=lambda row: (not row.watched, row.name)))


def _row(
    book: Book, actor: Actor, counts: Counter[tuple[str, str]], watched: tuple[str, ...]
) -> ActorRow:
    name = actor.id or ""
    return ActorRow(
        id=name,
        name=book.name_of(name),
        type=actor.type,
        watched=name in watched,
        counts=tuple(counts[name, part] for part in PARTS),
    )


def _silent(book: Book, actor_id: str) -> ActorRow:
    """One that the book watches and no entry names: shown, so that silence is seen."""
    kind = "state" if actor_id.isupper() else "organisation"
    counts = (0,) * len(PARTS)
    return ActorRow(
        id=actor_id, name=book.name_of(actor_id), type=kind, watched=True, counts=counts
    )


def _parts(claim: Claim) -> list[tuple[str, Actor]]:
    match claim:
        case Commitment():
            speaker = () if claim.speaker is None else (claim.speaker,)
            return [
                *_each("gives", claim.donors),
                *_each("receives", claim.recipients),
                *_each("speaks", speaker),
            ]
        case Statement():
            return _each("speaks", () if claim.speaker is None else (claim.speaker,))
        case Participation():
            return _each("takes part", (claim.actor,))
        case Proposal():
            return _each("proposes", claim.proposers)
        case PlanPoint():
            return _each("proposes", claim.agreed_by)
        case Measure():
            return _each("acts or is targeted", (*claim.actors, *claim.targets))
    return []


def _each(part: str, actors_: tuple[Actor, ...]) -> list[tuple[str, Actor]]:
    return [(part, actor) for actor in actors_]


FURTHER = further_pages(actors_page, lambda book: len(book.index(Everybody).rows))
