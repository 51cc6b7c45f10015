"""Who tells an entry: independent texts, and the outlets in which each of them was seen."""

from __future__ import annotations

from dataclasses import dataclass

from pledgebook.model.entries import Entry
from pledgebook.model.snapshots import Sighting
from pledgebook.publish import words
from pledgebook.publish.book import Book
from pledgebook.publish.cards import Link, source_line, source_path
from pledgebook.publish.tallies import sightings_of

#: Places of one text that a page lists; a wire story may be printed in hundreds.
PLACES = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a text was seen: outlet, day, address, grade."""

    outlet: str
    day: str
    url: str | None
    grade: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text that tells the entry.

    Attributes:
        link: its title, leading to its page.
        id: digest of the text: whoever has the same text has the same id.
        claims: claims of the entry that it makes.
        places: where it was seen; ``more`` counts those not listed.
    """

    link: Link
    id: str
    claims: int
    places: tuple[Place, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Witnesses:
    """Texts that tell an entry.

    Attributes:
        independent: texts that count as witnesses of their own.
        outlets: places in which they were seen.
        copies: texts listed that are near copies of another and are no witness of their own.
    """

    independent: int
    outlets: int
    copies: int
    texts: tuple[Text, ...]


def witnesses(book: Book, entry: Entry) -> Witnesses:
    """List the texts that tell an entry, in the order of its claims."""
    ids = list(dict.fromkeys(claim.source.id for claim in entry.claims))
    return Witnesses(
        independent=entry.witnesses,
        outlets=entry.outlets,
        copies=max(0, len(ids) - entry.witnesses),
        texts=tuple(_text(book, entry, source_id) for source_id in ids),
    )


def _text(book: Book, entry: Entry, source_id: str) -> Text:
    claims = [claim for claim in entry.claims if claim.source.id == source_id]
    seen = sightings_of(book, source_id)
    known = source_id in book.sources
    return Text(
        link=Link(
            text=source_line(book, claims[0]).title, href=source_path(source_id) if known else None
        ),
        id=source_id,
        claims=len(claims),
        places=tuple(_place(sighting) for sighting in seen[:PLACES]),
        more=max(0, len(seen) - PLACES),
    )


def _place(sighting: Sighting) -> Place:
    day = sighting.published
    return Place(
        outlet=sighting.publisher or "outlet not known",
        day="day not known" if day is None else words.date_words(day),
        url=words.web_address(sighting.url),
        grade=words.plain(sighting.grade),
    )
