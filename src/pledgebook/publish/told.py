"""Who tells it: the source that an entry rests on first, so that a row says "the source says"."""

from __future__ import annotations

from dataclasses import dataclass

from pledgebook.model.claims import Claim
from pledgebook.model.entries import Entry
from pledgebook.publish import words
from pledgebook.publish.book import Book
from pledgebook.publish.cards import Link, graded, source_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A source as a row names it.

    Attributes:
        link: its title, leading to the claim's words on the page of the source.
        publisher, published, grade: as the source's line has them.
        day: day of publication in ISO form, None where it is not known.
        more: "and 2 further texts", None where only this one tells it.
    """

    link: Link
    publisher: str
    published: str
    day: str | None
    grade: str
    more: str | None


def told(book: Book, claim: Claim, entry: Entry | None = None) -> Told:
    """Name the source of a claim; with an entry, also how many further texts tell that."""
    line = source_line(book, claim)
    published = claim.source.published
    others = 0 if entry is None else entry.witnesses - 1
    return Told(
        link=Link(text=line.title, href=line.href),
        publisher=line.publisher,
        published=line.published,
        day=None if published is None else published.isoformat(),
        grade=line.grade,
        more=None if others < 1 else f"and {words.counted(others, 'further text')}",
    )


def grade_of(book: Book, claim: Claim) -> str:
    """Name the best grade under which a claim's text was seen."""
    source = book.sources.get(claim.source.id)
    return graded(() if source is None else tuple(source.sightings))
