"""Which promises of a book are overdue on the day that a page is seen from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from pledgebook.publish import words
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.cards import Link, entry_link
from pledgebook.reconcile.overdue import Overdue, day_looked_at, overdue


@dataclass(frozen=True, slots=True, kw_only=True)
class LateRow:
    """A promise whose time ended without a delivery in the book: since when, and why."""

    link: Link
    since: str
    words: str
    reason: str


class Late:
    """What is overdue, by the day it is looked at; the last day is kept."""

    def __init__(self, book: Book) -> None:
        """Look at no day yet."""
        self._book = book
        self._kept: tuple[date, dict[str, Overdue]] | None = None

    def on(self, day: date) -> dict[str, Overdue]:
        """Give what is overdue on a day by entry, longest overdue first."""
        if self._kept is None or self._kept[0] != day:
            book = self._book
            found = {
                entry.id: late
                for entry in book.of_kind("commitment")
                if (late := overdue(entry, day, book.parts.get(entry.id, ()))) is not None
            }
            order = sorted(found, key=lambda name: (found[name].since, name))
            self._kept = day, {name: found[name] for name in order}
        return self._kept[1]


def late_entries(book: Book, asked: Asked) -> dict[str, Overdue]:
    """Give what is overdue on the day of a page: the earlier of its clocks, else today."""
    scope = getattr(book.view, "scope", None)
    as_of, known_by = getattr(scope, "as_of", None), getattr(scope, "known_by", None)
    days = [day for day in (asked.known_by, known_by) if day is not None]
    day = day_looked_at(as_of, min(days, default=None), datetime.now(UTC).date())
    return book.index(Late).on(day)


def late_row(book: Book, name: str, late: Overdue) -> LateRow:
    """Show one; the words of the time only where the rights of its source allow."""
    claim = book.claims.get(late.claim)
    quotable = claim is not None and book.rights(claim.source.id) != "metadata"
    return LateRow(
        link=entry_link(book, book.entries_by_id[name]),
        since=words.date_words(late.since),
        words=late.words if quotable else "",
        reason=late.reason,
    )
