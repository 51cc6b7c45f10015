"""Rows that describe a source, and what went wrong with one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pledgebook.model.problems import CLAIM_PROBLEMS, RUN_PROBLEMS, Problem
from pledgebook.model.snapshots import Sighting
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


def problem_rows(problems: Iterable[Problem]) -> tuple[ProblemRow, ...]:
    """Explain problems; of a path only the file's name is shown, never the folders above it."""
    return tuple(
        ProblemRow(
            where=short_place(p.where),
            code=p.code,
            meaning=RUN_PROBLEMS.get(p.code) or CLAIM_PROBLEMS.get(p.code, words.plain(p.code)),
            message=p.message.replace(p.where, short_place(p.where)),
        )
        for p in problems
    )


def short_place(where: str) -> str:
    """Give an address whole, and of a path the file's name only."""
    if words.web_address(where) is not None:
        return where
    return _PATH.split(where)[-1] or where
