"""How entries moved: on, back, withdrawn, or corrected; four kinds that are never one list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from pledgebook.model.claims import Claim
from pledgebook.model.entries import Entry, Relation
from pledgebook.model.vocabulary import Stage
from pledgebook.publish import words
from pledgebook.publish.book import Book
from pledgebook.publish.cards import Link, entry_link

Way = Literal[
    "moved on", "moved back", "withdrawn", "corrected by a source", "corrected by a person"
]

#: Stages in order; a measure in force has come as far as a delivery.
_RANK = {stage: n for n, stage in enumerate(get_args(Stage))} | {"in_force": 5}


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One movement of an entry: which way, when its source was published, what was told."""

    way: Way
    on: str
    day: str
    link: Link
    what: str


def moves(book: Book, entries: Iterable[Entry]) -> list[Move]:
    """Give the movements of entries, newest first."""
    found = [move for entry in entries for move in _of_entry(book, entry)]
    return sorted(found, key=lambda move: (move.day, move.link.text), reverse=True)


def _of_entry(book: Book, entry: Entry) -> Iterator[Move]:
    before: Any = None
    for claim, relation in zip(entry.claims, entry.relations, strict=True):
        stage = getattr(claim, "stage", None)
        read = getattr(book.view.as_read(claim), "stage", None) if claim.replaces else stage
        if claim.replaces is not None and read == stage:
            yield _move(book, entry, claim, "corrected by a person", "a value was misread")
        way = _way(before if read == stage else read, stage, relation)
        if way is not None:
            yield _move(book, entry, claim, way, _what(before, stage, relation))
        before = stage if relation.relation != "contradicts" else before


def _way(before: str | None, stage: str | None, relation: Relation) -> Way | None:
    if relation.relation == "withdraws" or (stage == "withdrawn" and before != stage):
        return "withdrawn"
    if relation.relation == "corrects":
        return "corrected by a source"
    if relation.relation == "contradicts" or before is None or stage is None:
        return None
    one, other = _RANK.get(before, 0), _RANK.get(stage, 0)
    if other == one or (other < one and relation.relation != "updates"):
        return None
    return "moved on" if other > one else "moved back"


def _what(before: str | None, stage: str | None, relation: Relation) -> str:
    if before is None or stage is None or before == stage:
        return relation.reason
    return f"from {words.plain(before)} to {words.plain(stage)}: {relation.reason}"


def _move(book: Book, entry: Entry, claim: Claim, way: Way, what: str) -> Move:
    day: date | None = claim.source.published
    return Move(
        way=way,
        on="date not known" if day is None else words.date_words(day),
        day="" if day is None else day.isoformat(),
        link=entry_link(book, entry),
        what=what,
    )
