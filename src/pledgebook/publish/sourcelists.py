"""What was read, what was read and held nothing, and what could not be read: never one list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pledgebook.model.problems import Problem
from pledgebook.publish import words
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book, SourceLike
from pledgebook.publish.page import Folder, Made, Page
from pledgebook.publish.paging import Paging, number_of, page_path, paged, pages_of
from pledgebook.publish.reading import ProblemRow, SourceRow, problem_rows, source_rows
from pledgebook.publish.sourcepage import one_source, source_names


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One page of one list: its rows, and where it stands among its pages."""

    rows: tuple[SourceRow, ...] | tuple[ProblemRow, ...]
    paging: Paging


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingReport:
    """Everything that was looked at, in lists that are never mixed; the first rows of each.

    Attributes:
        with_claims: texts that gave claims.
        without_claims: texts that were read and gave none ("nothing found").
        never_read: texts in the book that no reader has read.
        unread: inputs that could not be read at all.
        notes: problems in inputs that were read all the same.
    """

    with_claims: Part
    without_claims: Part
    never_read: Part
    unread: Part
    notes: Part


@dataclass(frozen=True, slots=True, kw_only=True)
class FurtherPage:
    """A further page of one of the lists."""

    lead: str
    part: Part
    problems: bool


class LookedAt:
    """Every source and problem of a book, sorted once into what happened to it."""

    def __init__(self, book: Book) -> None:
        """Sort the sources and problems of a book."""
        read = [s for s in book.sources.values() if s.reading is not None]
        fatal = [p for p in book.problems if p.fatal]
        self.sources: dict[str, list[SourceLike]] = {
            "with-claims": [s for s in read if book.claims_of(s.snapshot.id)],
            "without-claims": [s for s in read if not book.claims_of(s.snapshot.id)],
            "never-read": [s for s in book.sources.values() if s.reading is None],
        }
        self.problems: dict[str, list[Problem]] = {
            "unread": fatal,
            "notes": [p for p in book.problems if not p.fatal],
        }

    def length(self, name: str) -> int:
        """Rows of a list."""
        return len(self.sources[name] if name in self.sources else self.problems[name])


#: The lists by the part of their further pages' addresses, and what each holds.
LISTS = {
    "with-claims": "Read, with claims",
    "without-claims": "Read, nothing found",
    "never-read": "In the book, not read yet",
    "unread": "Could not be read",
    "notes": "Read, with something to note",
}


def report(book: Book, asked: Asked) -> ReadingReport:
    """Give the first rows of every list, and how many there are."""
    parts = {name: _part(book, asked, name, 1) for name in LISTS}
    return ReadingReport(**{name.replace("-", "_"): _held(part) for name, part in parts.items()})


def _held(part: Part | None) -> Part:
    assert part is not None, "a list has a first page"
    return part


def _part(book: Book, asked: Asked, name: str, number: int) -> Part | None:
    index = book.index(LookedAt)
    if name in index.sources:
        cut = paged(index.sources[name], number, f"sources/{name}", asked)
        return None if cut is None else Part(rows=source_rows(book, cut[0]), paging=cut[1])
    told = paged(index.problems[name], number, f"sources/{name}", asked)
    return None if told is None else Part(rows=problem_rows(book, told[0]), paging=told[1])


def unread_words(book: Book) -> str | None:
    """Say how much could not be read, for a list that is empty; None where everything was."""
    index = book.index(LookedAt)
    count = index.length("unread") + index.length("never-read")
    if not count:
        return None
    verb = "was" if count == 1 else "were"
    return f"{words.counted(count, 'source')} {verb} not read; what they say is not known."


def sources(book: Book, asked: Asked) -> Page:
    """All sources, and what could not be read."""
    payload = report(book, asked)
    return Page(path="sources.html", template="sources.html", title="Sources", payload=payload)


def further(book: Book, asked: Asked, name: str) -> Page | None:
    """One page of one list: ``with-claims``, or ``with-claims/2`` and so on."""
    base, _, digits = name.partition("/")
    number = number_of(digits) if digits else 1
    part = _part(book, asked, base, number) if base in LISTS and number is not None else None
    if part is None:
        return None
    lead = "What was read, what was read and held nothing, and what could not be read: three lists."
    payload = FurtherPage(lead=lead, part=part, problems=base in book.index(LookedAt).problems)
    path = page_path(f"sources/{base}", part.paging.number)
    title = LISTS[base]
    return Page(
        path=path, template="sources_part.html", title=title, payload=payload, tab="sources.html"
    )


def source_at(book: Book, asked: Asked, name: str) -> Made:
    """What stands under ``sources/``: a source by its id, or a page of one of the lists."""
    return further(book, asked, name) or one_source(book, asked, name)


def _names(book: Book) -> Iterator[str]:
    yield from source_names(book)
    for name in LISTS:
        pages = pages_of(book.index(LookedAt).length(name))
        if pages > 1:  # a short list stands whole on the page of sources
            yield name
        yield from (f"{name}/{number}" for number in range(2, pages + 1))


SOURCES = Folder(make=source_at, names=_names)
