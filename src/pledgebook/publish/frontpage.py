"""The front page of a book: what it is about, and what its sources say, on one page."""

from __future__ import annotations

from dataclasses import dataclass

from pledgebook.publish import listings, meetings, money, sourcelists, words
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.days import DayPicker, day_picker
from pledgebook.publish.disputes import Dispute, Disputed, dispute
from pledgebook.publish.late import LateRow, late_entries, late_row
from pledgebook.publish.newest import Newest, last_entered, last_published
from pledgebook.publish.page import Page
from pledgebook.publish.scoreboard import PointShort, shorts

#: Entries on which sources differ, meetings, proposals and overdue promises shown here; pages of
#: their own show all.
DISPUTES, MEETINGS, PROPOSALS, LATE = 3, 6, 12, 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """Front page."""

    summary: str
    coalition: str | None
    plan_name: str | None
    sources: int
    texts: str
    points: tuple[PointShort, ...]
    late: tuple[LateRow, ...]
    late_total: int
    entered: tuple[Newest, ...]
    published: tuple[Newest, ...]
    money: money.Money
    disputes: tuple[Dispute, ...]
    disputed: int
    taking: meetings.Taking
    meetings_total: int
    proposals: listings.Table
    proposals_total: int
    reading: sourcelists.ReadingReport
    picker: DayPicker


def front(book: Book, asked: Asked) -> Page:
    """Front page: what the book is, and what its sources say, on one page."""
    definition, disputed = book.definition, book.index(Disputed).every
    proposed, late = book.of_kind("proposal"), late_entries(book, asked)
    title = "A book without a definition" if definition is None else definition.title
    return Page(
        path="index.html",
        template="index.html",
        title=title,
        payload=Front(
            summary="" if definition is None else definition.summary.strip(),
            coalition=None if definition is None else definition.coalition,
            plan_name=None if definition is None else definition.plan,
            sources=len(book.sources),
            texts=words.counted(len(book.sources), "text"),
            points=shorts(book, asked),
            late=tuple(late_row(book, name, late[name]) for name in list(late)[:LATE]),
            late_total=len(late),
            entered=last_entered(book),
            published=last_published(book),
            money=money.money(book),
            disputes=tuple(dispute(book, found) for found in disputed[:DISPUTES]),
            disputed=len(disputed),
            taking=meetings.meetings(book, MEETINGS),
            meetings_total=meetings.how_many(book),
            proposals=listings.proposals(book, proposed[:PROPOSALS]),
            proposals_total=len(proposed),
            reading=sourcelists.report(book, asked),
            picker=day_picker(book, asked, "index.html"),
        ),
    )
