"""What the front page says is new and what is overdue: exact values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest
from publish_book import (
    CITED,
    ENGINEERS,
    ENTRIES,
    FREEZE,
    HARBOUR,
    LOAN,
    TRUCE,
    C,
    FakeView,
    entry_of,
    narvik,
    source_of,
)
from publish_html import Reading

from pledgebook.ledger.events import Event, EventKind
from pledgebook.model.claims import Commitment
from pledgebook.model.entries import Entry
from pledgebook.model.values import Period
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.cards import Link
from pledgebook.publish.frontpage import LATE, Front
from pledgebook.publish.late import LateRow, late_entries, late_row
from pledgebook.publish.newest import SHOWN, Newest, last_entered, last_published
from pledgebook.publish.pages import find
from pledgebook.publish.render import html


@dataclass(frozen=True, kw_only=True)
class TellingView(FakeView):
    """A book that also tells what happened to it."""

    the_events: tuple[Event, ...] = ()

    def events(self) -> tuple[Event, ...]:
        return self.the_events


def happened(entry: Entry, day: int, kind: EventKind = "first") -> Event:
    at = datetime(2025, 6, day, 23, 30, tzinfo=UTC)
    return Event(kind=kind, entered=at, on=None, words="told", entry=entry.id)


def telling(*events: Event) -> Book:
    view = narvik()
    return Book(
        TellingView(
            the_definition=view.the_definition,
            the_entries=view.the_entries,
            the_claims=view.the_claims,
            the_sources=view.the_sources,
            the_events=events,
        )
    )


def href(entry: Entry) -> str:
    return f"entries/{entry.id.removeprefix('entry:')[:16]}.html"


def of(claim: object) -> Entry:
    return next(e for e in ENTRIES if e.lead is claim)


def test_last_entered_goes_by_the_day_of_entering_and_each_entry_stands_once() -> None:
    loan, truce, freeze = of(LOAN), of(TRUCE), of(FREEZE)
    book = telling(
        happened(truce, 1),
        happened(freeze, 2),
        happened(loan, 3),
        # Further sources told of them afterwards: an entry is as new as its first event.
        happened(truce, 9, "told"),
        # Neither of these enters anything.
        happened(of(ENGINEERS), 8, "contradiction"),
        Event(kind="first", entered=datetime(2025, 6, 9, tzinfo=UTC), on=None, words="x"),
        replace(happened(loan, 9), entry="entry:gone"),
    )
    assert last_entered(book) == (
        Newest(
            link=Link(
                text="Norway → Latvia: €450m, loan, at least 300 radar sets", href=href(loan)
            ),
            on="3 June 2025",
        ),
        Newest(
            link=Link(
                text="The Baltic states: asset freeze: the accounts of the harbour firm",
                href=href(freeze),
            ),
            on="2 June 2025",
        ),
        Newest(
            link=Link(
                text="Finland: a truce of 1 month (sea and harbour cranes)", href=href(truce)
            ),
            on="1 June 2025",
        ),
    )


def test_a_book_that_tells_no_events_has_nothing_entered() -> None:
    assert last_entered(Book(narvik())) == ()


def test_no_more_than_six_are_shown_and_the_newest_of_them() -> None:
    book = telling(*(happened(entry, day) for day, entry in enumerate(ENTRIES[:8], 1)))
    assert [one.on for one in last_entered(book)] == [f"{day} June 2025" for day in range(8, 2, -1)]
    assert [one.link.href for one in last_entered(book)] == [href(e) for e in ENTRIES[7:1:-1]]
    assert SHOWN == 6


def test_last_published_goes_by_the_first_text_that_tells_it() -> None:
    early = replace(LOAN, source=source_of("An older text.", "Older", day=1), evidence=())
    undated = replace(TRUCE, source=replace(TRUCE.source, id="sha256:0", published=None))
    entries = (
        entry_of(early, replace(LOAN, source=C)),
        of(ENGINEERS),
        entry_of(undated),
        of(FREEZE),
    )
    book = Book(replace(narvik(), the_entries=entries))
    assert [(one.link.href, one.on) for one in last_published(book)] == [
        (href(entries[1]), "7 May 2025"),
        (href(entries[3]), "6 May 2025"),
        (href(entries[0]), "1 May 2025"),
    ]


#: The loan, promised until the end of June in words of its source.
BY_JUNE = replace(
    LOAN,
    period=Period(end=date(2025, 7, 1), text="by the end of June"),
    amount=None,
    problems=(),
)


def late_book(*claims: Commitment) -> Book:
    entries = tuple(entry_of(claim) for claim in claims)
    return Book(replace(narvik(), the_entries=entries, the_claims=claims))


def on(day: date) -> Asked:
    return Asked(known_by=day)


def test_an_overdue_promise_says_since_when_in_which_words_and_why() -> None:
    book = late_book(BY_JUNE)
    assert late_entries(book, on(date(2025, 6, 30))) == {}
    late = late_entries(book, on(date(2025, 7, 1)))
    (name,) = late
    assert late_row(book, name, late[name]) == LateRow(
        link=Link(
            text="Norway → Latvia: loan, at least 300 radar sets", href=href(book.entries[0])
        ),
        since="1 July 2025",
        words="by the end of June",
        reason="its time ended on 2025-06-30; no source tells a delivery",
    )


def test_words_of_the_time_stay_hidden_where_the_source_may_be_named_only() -> None:
    claim = replace(
        ENGINEERS,
        firmness="firm",
        conditions=(),
        amount=None,
        period=Period(end=date(2025, 7, 1), text="by the end of June"),
    )
    assert claim.source.id == C.id
    assert CITED != HARBOUR
    book = late_book(claim)
    late = late_entries(book, on(date(2025, 8, 1)))
    (name,) = late
    assert late_row(book, name, late[name]).words == ""


def many() -> Iterator[Commitment]:
    for n in range(LATE + 3):
        end = date(2025, 7, 1 + (n * 5) % 13)
        source = source_of(f"Promise {n}.", f"Promise {n}", day=1)
        yield replace(BY_JUNE, source=source, evidence=(), period=Period(end=end, text=f"time {n}"))


def test_the_front_page_shows_the_longest_overdue_first_and_counts_the_others() -> None:
    book = late_book(*many())
    page = find(book, "index.html", on(date(2025, 9, 1)))
    assert page is not None
    payload = page.payload  # type: ignore[union-attr]
    assert isinstance(payload, Front)
    assert (len(payload.late), payload.late_total) == (LATE, LATE + 3)
    assert [row.since for row in payload.late] == [f"{day} July 2025" for day in range(1, LATE + 1)]
    text = Reading(html(book, page).decode()).plain()  # type: ignore[arg-type]
    assert "and 3 more, on the pages of the points" in text


@pytest.mark.parametrize("day", [date(2025, 6, 30), date(2025, 7, 1)])
def test_the_front_page_says_where_nothing_is_overdue(day: date) -> None:
    book = late_book(BY_JUNE)
    page = find(book, "index.html", on(day))
    assert page is not None
    text = Reading(html(book, page).decode()).plain()  # type: ignore[arg-type]
    none = "No promise in this book whose time has ended lacks a delivery." in text
    assert none is (day == date(2025, 6, 30))
