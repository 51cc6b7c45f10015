"""The books that a warm server keeps: one per state of the chain and day, read once.

A book is read whole and then kept, so that a page costs what it shows and not what the book
holds. It is dropped as soon as the chain has grown: an address never shows an older state than
the one before it, but for as long as a newer one takes to be read (``PATIENCE``).
"""

from __future__ import annotations

import time
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLongError
from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import Protocol

from pledgebook.publish.book import Book, ViewLike
from pledgebook.publish.days import Days

#: Books kept at a time: the one of today and a few days of the past. Each holds every claim and
#: text of its book in memory (some 500 MB for 50,000 claims, 2026-11-26).
KEPT = 4

#: Seconds that a request waits for a newer state before it is shown the one before.
PATIENCE = 2.0

#: A book that is written to while it is read is read again this many times.
TRIES = 3


#: A state of the chain, and the day from which it is seen.
_Key = tuple[Hashable, date | None]


class Library(Protocol):
    """A book that can grow while it is served; asked from several threads at once."""

    def head(self) -> Hashable:
        """Give a value that is another one as soon as anything is entered."""

    def view(self, day: date | None) -> ViewLike:
        """View the book as it is now, or as it was known by a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Loading:
    """A book that is being read."""

    book: Future[Book]
    since: float


class Shelf:
    """Books by state and day, the least recently used dropped first; used by many threads."""

    def __init__(
        self,
        library: Library,
        kept: int = KEPT,
        patience: float = PATIENCE,
        warm: Callable[[Book], None] = lambda _: None,
    ) -> None:
        """Keep ``kept`` books of a library.

        ``warm`` is run on each new book of today once it can be asked for, beside the requests:
        it looks up what the first readers of a page would wait for.
        """
        self._library, self._warm = library, warm
        self._kept, self._patience = kept, patience
        self._lock = Lock()
        self._books: OrderedDict[_Key, Book] = OrderedDict()
        self._loading: dict[_Key, _Loading] = {}
        # A day of the past that takes long to read keeps nobody from the book of today.
        self._readers = ThreadPoolExecutor(max_workers=3, thread_name_prefix="shelf")

    def book(self, day: date | None = None) -> Book:
        """Give the book as it is now, or as known by a day; raises what reading it raises.

        Where a newer state takes longer than the patience to be read, the state before is given
        meanwhile, whole.
        """
        today = self._book((self._library.head(), None), None)
        if day is None:
            return today
        # Between two days of publication the book is the same: any day is one of a few states.
        known = today.index(Days).known
        place = bisect_right(known, day)
        state = known[place - 1] if place else date.min
        return self._book((self._library.head(), state), today)

    def _book(self, key: _Key, today: Book | None) -> Book:
        with self._lock:
            if key in self._books:
                self._books.move_to_end(key)
                return self._books[key]
            before = next((b for k, b in reversed(self._books.items()) if k[1] == key[1]), None)
            loading = self._loading.get(key) or self._begin(key, today)
        if before is None:
            return loading.book.result()
        try:
            waited = time.monotonic() - loading.since
            return loading.book.result(timeout=max(0.0, self._patience - waited))
        except TooLongError:
            return before

    def _begin(self, key: _Key, today: Book | None) -> _Loading:
        """Read a book in a thread of its own; the caller holds the lock."""
        future = self._readers.submit(self._load, key, today)
        self._loading[key] = _Loading(book=future, since=time.monotonic())
        return self._loading[key]

    def _load(self, key: _Key, today: Book | None) -> Book:
        try:
            head, book = self._settled(key[1], today)
            with self._lock:
                self._put((head, key[1]), book)
        finally:
            with self._lock:
                self._loading.pop(key, None)
        if key[1] is None:
            self._readers.submit(self._warm, book)
        return book

    def _settled(self, day: date | None, today: Book | None) -> tuple[Hashable, Book]:
        """Read a book in one state; where it never rests, the last one read, by its older head."""
        for attempt in range(TRIES):
            head = self._library.head()
            book = Book(self._library.view(day), today).load()
            if attempt == TRIES - 1 or self._library.head() == head:
                break
        return head, book

    def _put(self, key: _Key, book: Book) -> None:
        head, day = key
        for other in [k for k in self._books if k[1] == day and k[0] != head]:
            del self._books[other]
        self._books[key] = book
        while len(self._books) > self._kept:
            self._books.popitem(last=False)
