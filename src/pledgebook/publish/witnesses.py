"""Who tells an entry: independent texts, and the outlets in which each of them was seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from pledgebook.model.claims import Claim
from pledgebook.model.entries import Entry
from pledgebook.model.snapshots import Sighting
from pledgebook.publish import words
from pledgebook.publish.book import Book
from pledgebook.publish.cards import Link, source_line, source_path
from pledgebook.publish.tallies import sightings_of

#: Places of one text that a page lists; a wire story may be printed in hundreds.
PLACES = 25
#: Texts that a page lists, and places of all of them after which each text shows its first only.
TEXTS, ALL_PLACES = 50, 200


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
        copies: texts that are near copies of another and are no witness of their own.
        texts: the first of the texts; ``more`` counts the others.
    """

    independent: int
    outlets: int
    copies: int
    texts: tuple[Text, ...]
    more: int


def witnesses(book: Book, entry: Entry) -> Witnesses:
    """List the texts that tell an entry, in the order of its claims."""
    by_source: dict[str, list[Claim]] = {}
    for claim in entry.claims:
        by_source.setdefault(claim.source.id, []).append(claim)
    return Witnesses(
        independent=entry.witnesses,
        outlets=entry.outlets,
        copies=max(0, len(by_source) - entry.witnesses),
        texts=tuple(_texts(book, by_source)),
        more=max(0, len(by_source) - TEXTS),
    )


def _texts(book: Book, by_source: Mapping[str, Sequence[Claim]]) -> Iterator[Text]:
    left = ALL_PLACES
    for source_id, claims in islice(by_source.items(), TEXTS):
        text = _text(book, source_id, claims, PLACES if left > 0 else 1)
        left -= len(text.places)
        yield text


def _text(book: Book, source_id: str, claims: Sequence[Claim], places: int) -> Text:
    seen = sightings_of(book, source_id)
    known = source_id in book.sources
    return Text(
        link=Link(
            text=source_line(book, claims[0]).title, href=source_path(source_id) if known else None
        ),
        id=source_id,
        claims=len(claims),
        places=tuple(_place(sighting) for sighting in seen[:places]),
        more=max(0, len(seen) - places),
    )


def _place(sighting: Sighting) -> Place:
    day = sighting.published
    return Place(
        outlet=sighting.publisher or "outlet not known",
        day="day not known" if day is None else words.date_words(day),
        url=words.web_address(sighting.url),
        grade=words.plain(sighting.grade),
    )
