"""Rows that describe a source, and what went wrong with one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pledgebook.model.problems import CLAIM_PROBLEMS, RUN_PROBLEMS, Problem
from pledgebook.model.snapshots import Sighting
from pledgebook.model.vocabulary import Rights
from pledgebook.publish import words
from pledgebook.publish.book import Book, SourceLike
from pledgebook.publish.cards import Link, graded, source_path

_PATH = re.compile(r"[\\/]")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A text in the list: where it was seen, what it gave."""

    link: Link
    publishers: str
    published: str
    grade: str
    claims: int
    places: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemRow:
    """Something that went wrong: where, what the code means, what the program said."""

    where: str
    code: str
    meaning: str
    message: str


def source_rows(book: Book, sources: Iterable[SourceLike]) -> tuple[SourceRow, ...]:
    """Describe sources."""
    return tuple(_row(book, source) for source in sources)


def _row(book: Book, source: SourceLike) -> SourceRow:
    sightings = tuple(source.sightings)
    return SourceRow(
        link=Link(text=title_of(source), href=source_path(source.snapshot.id)),
        publishers=publishers(sightings),
        published=first_published(sightings),
        grade=graded(sightings),
        claims=len(book.claims_of(source.snapshot.id)),
        places=len(sightings),
    )


def title_of(source: SourceLike) -> str:
    """Give the title under which a text was first seen, else the name of its file."""
    titles = (s.title for s in source.sightings if s.title is not None)
    names = (short_place(s.ref) for s in source.sightings)
    return next(titles, None) or next(names, "Source without a title")


def publishers(sightings: Iterable[Sighting]) -> str:
    """Name everybody who published a text."""
    names = dict.fromkeys(s.publisher for s in sightings if s.publisher is not None)
    return words.listed([str(name) for name in names]) or "publisher not known"


def first_published(sightings: Iterable[Sighting]) -> str:
    """Give the first day on which a text was published."""
    day: date | None = min((s.published for s in sightings if s.published), default=None)
    return "date not known" if day is None else words.date_words(day)


def problem_rows(book: Book, problems: Iterable[Problem]) -> tuple[ProblemRow, ...]:
    """Explain problems; of a path only the file's name is shown, never the folders above it.

    What the program said may quote the text that it concerns, so it is shown only for a text that
    may be shown whole, and for inputs that are no text of the book.
    """
    return tuple(
        ProblemRow(
            where=short_place(p.where),
            code=p.code,
            meaning=RUN_PROBLEMS.get(p.code) or CLAIM_PROBLEMS.get(p.code, words.plain(p.code)),
            message=_message(book, p),
        )
        for p in problems
    )


def _message(book: Book, problem: Problem) -> str:
    rights = book.index(RightsByPlace).of(problem.where)
    if rights not in (None, "full") or (rights is None and problem.code == "refused-by-gate"):
        return "not shown: it may quote the text"
    return problem.message.replace(problem.where, short_place(problem.where))


class RightsByPlace:
    """The strictest rights of the texts that were read from a place."""

    def __init__(self, book: Book) -> None:
        """Look through the sightings of every source."""
        self._of: dict[str, Rights] = {}
        for source_id, source in book.sources.items():
            for place in {p for s in source.sightings for p in (s.ref, s.url) if p is not None}:
                rights = book.rights(source_id)
                self._of[place] = min(rights, self._of.get(place, rights), key=_STRICT.index)

    def of(self, where: str) -> Rights | None:
        """Rights of what was read from there, None where no text of the book was."""
        return self._of.get(where)


_STRICT: tuple[Rights, ...] = ("metadata", "excerpt", "full")


def short_place(where: str) -> str:
    """Give an address whole, and of a path the file's name only."""
    if words.web_address(where) is not None:
        return where
    return _PATH.split(where)[-1] or where
