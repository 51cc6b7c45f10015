"""The days from which a book can be seen: those that its sources know of, and those offered."""

from __future__ import annotations

from collections import Counter
from datetime import date

from pledgebook.publish.book import Book

#: Days offered where the definition names none: the export writes a whole site for each.
OFFERED = 3


class Days:
    """Days of a book.

    Attributes:
        known: days on which a text was published (or fetched, where no day of publication is
            known), in order: on the days between them the book is the same.
        offered: days that readers are led to, in order: the definition's, else those on which
            most texts were published.
    """

    def __init__(self, book: Book) -> None:
        """Look through the sightings of a book."""
        texts: Counter[date] = Counter()
        for source in book.sources.values():
            seen = (s.published or s.retrieved for s in source.sightings)
            texts.update({day for day in seen if day is not None})
        self.known = tuple(sorted(texts))
        named = () if book.definition is None else book.definition.days
        busiest = sorted(texts, key=lambda day: (-texts[day], day))[:OFFERED]
        self.offered = tuple(sorted(named or busiest))
