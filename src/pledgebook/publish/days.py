"""The days from which a book can be seen: those that its sources know of, and those offered."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from pledgebook.publish import words
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.statuses import Statuses

#: Days offered where the definition names none: the export writes a whole site for each.
OFFERED = 3


class Days:
    """Days of a book.

    Attributes:
        known: days on which a text was published (or fetched, where no day of publication is
            known), or a status set that rests on no text, in order: on the days between them the
            book is the same.
        offered: days that readers are led to, in order: the definition's, else those on which
            most texts were published.
    """

    def __init__(self, book: Book) -> None:
        """Look through the sightings of a book."""
        texts: Counter[date] = Counter()
        for source in book.sources.values():
            seen = (s.published or s.retrieved for s in source.sightings)
            texts.update({day for day in seen if day is not None})
        self.known = tuple(sorted(texts.keys() | book.index(Statuses).days_of_bare))
        named = () if book.definition is None else book.definition.days
        busiest = sorted(texts, key=lambda day: (-texts[day], day))[:OFFERED]
        self.offered = tuple(sorted(named or busiest))


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLink:
    """A day from which a page can be seen: ``href`` from the root of the whole site."""

    text: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPicker:
    """The days offered for one page, today last; ``day`` is the one it is seen from, or nothing.

    Attributes:
        page: path of the page, which a form sends along.
        form: True where the server takes any day.
    """

    page: str
    days: tuple[DayLink, ...]
    day: str
    form: bool


def day_picker(book: Book, asked: Asked, page: str) -> DayPicker:
    """Offer the days of a book for a page that every day has."""
    days = book.today.index(Days).offered if asked.dated else ()
    links = [
        DayLink(
            text=words.date_words(day),
            href=f"on/{day.isoformat()}/{page}",
            current=day == asked.known_by,
        )
        for day in days
    ]
    today = DayLink(text="Today", href=page, current=asked.known_by is None)
    day = "" if asked.known_by is None else asked.known_by.isoformat()
    return DayPicker(page=page, days=(*links, today), day=day, form=asked.served)
