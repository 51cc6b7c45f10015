"""The books of a warm server: read once per state and day, never an old state for a new one."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from publish_book import ENTRIES, FakeView, narvik
from publish_client import FakeLibrary

from pledgebook.publish import app
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.page import Made
from pledgebook.publish.shelf import Shelf


def today(view: FakeView) -> Callable[[date | None], FakeView]:
    return lambda _: view


def test_a_state_is_read_once_and_a_new_one_at_once() -> None:
    library = FakeLibrary()
    shelf = Shelf(library)
    first = shelf.book()
    assert shelf.book() is first
    library.grow(today(FakeView(the_entries=ENTRIES[:2])))
    assert len(shelf.book().entries) == 2
    assert library.read == [None, None]


def test_days_between_two_publications_share_one_book() -> None:
    library = FakeLibrary()
    shelf = Shelf(library)
    sixth = shelf.book(date(2025, 5, 6))
    assert shelf.book(date(2025, 5, 6)) is sixth
    assert shelf.book(date(2030, 1, 1)) is shelf.book(date(2025, 5, 8))
    assert shelf.book(date(1999, 1, 1)) is shelf.book(date(2025, 5, 4))
    assert library.read == [None, date(2025, 5, 6), date(2025, 5, 8), date.min]
    assert sixth.today is shelf.book()


def test_the_least_used_book_is_dropped() -> None:
    library = FakeLibrary()
    shelf = Shelf(library, kept=2)
    shelf.book(date(2025, 5, 5))
    shelf.book(date(2025, 5, 6))
    shelf.book(date(2025, 5, 5))
    days = [day for day in library.read if day is not None]
    assert days == [date(2025, 5, 5), date(2025, 5, 6), date(2025, 5, 5)]
    assert library.read.count(None) == 1


def test_many_threads_read_a_state_once() -> None:
    library = FakeLibrary()
    shelf = Shelf(library)
    with ThreadPoolExecutor(max_workers=8) as threads:
        found = set(threads.map(lambda _: id(shelf.book()), range(40)))
    assert len(found) == 1
    assert library.read == [None]


class Slow(FakeLibrary):
    """Once ``held``, reading waits until ``go`` is set."""

    def __init__(self) -> None:
        super().__init__()
        self.go = threading.Event()
        self.go.set()

    def view(self, day: date | None) -> FakeView:
        assert self.go.wait(timeout=20)
        return super().view(day)


def test_while_a_new_state_is_read_the_one_before_is_shown_whole() -> None:
    library = Slow()
    shelf = Shelf(library, patience=0.01)
    before = shelf.book()
    library.go.clear()
    library.grow(today(FakeView()))
    assert shelf.book() is before
    library.go.set()
    patient = Shelf(library, patience=20)
    assert patient.book().entries == ()


def test_a_day_that_reads_slowly_keeps_nobody_from_the_book_of_today() -> None:
    library = Slow()
    shelf = Shelf(library)
    now = shelf.book()
    library.go.clear()
    with ThreadPoolExecutor(max_workers=1) as threads:
        waiting = threads.submit(shelf.book, date(2025, 5, 6))
        assert shelf.book() is now
        library.go.set()
        assert waiting.result(timeout=20).today is now


def test_a_book_that_grows_while_it_is_read_is_read_again() -> None:
    class Growing(FakeLibrary):
        def view(self, day: date | None) -> FakeView:
            view = super().view(day)
            if len(self.read) == 1:
                self.grow(today(FakeView(the_entries=ENTRIES[:1])))
            return view

    library = Growing()
    assert len(Shelf(library).book().entries) == 1
    assert library.read == [None, None]


def test_a_book_that_never_rests_is_shown_all_the_same() -> None:
    class Restless(FakeLibrary):
        def view(self, day: date | None) -> FakeView:
            self.rows += 1
            return super().view(day)

    assert len(Shelf(Restless()).book().entries) == len(ENTRIES)


def test_a_book_that_cannot_be_read_is_tried_again() -> None:
    def gone(_day: date | None) -> FakeView:
        raise OSError("gone")

    library = FakeLibrary(gone)
    shelf = Shelf(library)
    with pytest.raises(OSError, match="gone"):
        shelf.book()
    library.seen = today(narvik())
    assert len(shelf.book().entries) == len(ENTRIES)


def test_a_new_book_is_warmed_once_it_can_be_asked_for() -> None:
    warmed: list[Book] = []
    done = threading.Event()

    def warm(book: Book) -> None:
        warmed.append(book)
        done.set()

    shelf = Shelf(FakeLibrary(), warm=warm)
    shelf.book(date(2025, 5, 6))
    assert done.wait(timeout=20)
    assert warmed == [shelf.book()]


def test_warming_passes_over_a_page_that_cannot_be_made(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def broken(_book: Book, _asked: Asked) -> Made:
        made.append("broken")
        raise ZeroDivisionError

    def whole(_book: Book, _asked: Asked) -> Made:
        made.append("whole")
        return None

    every = {"a.html": broken, "a.csv": broken, "b.html": whole}
    monkeypatch.setattr("pledgebook.publish.app.FIXED", every)
    monkeypatch.setattr("pledgebook.publish.pages.FIXED", every)
    app.warm(Book(narvik()))
    assert made == ["broken", "whole"]
