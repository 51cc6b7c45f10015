"""What is new in a book: last entered into it, and last published by a source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, runtime_checkable

from pledgebook.ledger.events import Event
from pledgebook.publish import words
from pledgebook.publish.book import Book
from pledgebook.publish.cards import Link, entry_link
from pledgebook.publish.listings import first_told

#: Entries in each of the two lists.
SHOWN = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Newest:
    """An entry, and the day on which it was entered or first published."""

    link: Link
    on: str


@runtime_checkable
class _HoldsEvents(Protocol):
    def events(self) -> tuple[Event, ...]: ...


class Recent:
    """The newest entries of a book, found once; by entering, and by publication."""

    def __init__(self, book: Book) -> None:
        """Look through entries and events."""
        view: object = book.view
        told = view.events() if isinstance(view, _HoldsEvents) else ()
        entered: dict[str, datetime] = {}
        for event in told:
            if event.kind in ("first", "told", "change") and event.entry in book.entries_by_id:
                entered.setdefault(str(event.entry), event.entered)
        names = sorted(entered, key=lambda name: (entered[name], name), reverse=True)[:SHOWN]
        self.entered = [(book.entries_by_id[name], entered[name].date()) for name in names]
        days = [(entry, day) for entry in book.entries if (day := first_told(entry)) is not None]
        self.published = sorted(days, key=lambda one: (one[1], one[0].id), reverse=True)[:SHOWN]


def last_entered(book: Book) -> tuple[Newest, ...]:
    """Give the entries that were last entered, newest first."""
    return tuple(
        Newest(link=entry_link(book, entry), on=words.date_words(day))
        for entry, day in book.index(Recent).entered
    )


def last_published(book: Book) -> tuple[Newest, ...]:
    """Give the entries that sources told last for the first time, newest first."""
    return tuple(
        Newest(link=entry_link(book, entry), on=words.date_words(day))
        for entry, day in book.index(Recent).published
    )
