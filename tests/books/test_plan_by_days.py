"""The sample book and a book of another kind: what the plan and its money say day by day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from pledgebook.books.definition import load_definition, sample_sources
from pledgebook.folding import fold
from pledgebook.ledger.store import Ledger
from pledgebook.pipeline import add, read
from pledgebook.publish.book import Book
from pledgebook.publish.pages import find_page
from pledgebook.publish.scoreboard import PointPage, Scoreboard
from pledgebook.publish.talks import TalksPage

SUMMIT, LATER, CONTACT_GROUP = date(2025, 3, 2), date(2025, 3, 6), date(2025, 4, 11)

ATOLLS = """\
NADI, 12 September 2025 - Fiji and New Zealand took part in talks on the climate fund in Nadi on
Friday. Kiribati declined to take part in the talks.

New Zealand will give Fiji NZ$20 million for sea walls.
"""


@pytest.fixture(scope="module")
def london(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    path = tmp_path_factory.mktemp("london") / "book.db"
    with Ledger.open(str(path), create=True) as ledger:
        ledger.define(load_definition("london-2025"))
        add(ledger, read([str(source) for source in sample_sources("london-2025")]))
        yield ledger


def seen(ledger: Ledger, day: date | None) -> Book:
    return Book(ledger.view(known_by=day, fold=fold))


def scoreboard(book: Book) -> Scoreboard:
    page = find_page(book, "plan.html")
    assert page is not None
    assert isinstance(page.payload, Scoreboard)
    return page.payload


def test_points_fill_from_day_to_day(london: Ledger) -> None:
    days = [scoreboard(seen(london, day)).points for day in (SUMMIT, LATER, CONTACT_GROUP)]
    for earlier, later in pairwise(days):
        assert all(a.entries <= b.entries for a, b in zip(earlier, later, strict=True))
    first, second, third = ([point.entries for point in points] for points in days)
    assert first != second != third
    assert [points[0].moved_on for points in days] == [0, 2, 2]


def test_the_money_moves_with_the_day(london: Ledger) -> None:
    sums = [
        {row.currency: row.low for row in seen(london, day).totals.rows if row.entries}
        for day in (SUMMIT, LATER, CONTACT_GROUP)
    ]
    assert sums[0].keys() == sums[1].keys() == {"GBP"}
    assert sums[0]["GBP"] < sums[1]["GBP"]
    assert sums[2].keys() == {"GBP", "EUR"}


def test_a_point_of_a_day_lists_what_was_known_then(london: Ledger) -> None:
    def links(day: date) -> set[str]:
        page = find_page(seen(london, day), "plan/1.html")
        assert page is not None
        assert isinstance(page.payload, PointPage)
        return {row.link.text for row in page.payload.rows}

    assert not any("21bn" in text for text in links(LATER))
    assert any("21bn" in text for text in links(CONTACT_GROUP))


def test_a_book_of_another_kind_has_its_seats_at_talks(tmp_path: Path) -> None:
    text = tmp_path / "nadi.txt"
    text.write_text(ATOLLS, encoding="utf-8")
    with Ledger.open(str(tmp_path / "book.db"), create=True) as ledger:
        ledger.define(load_definition("climate-finance-example"))
        add(ledger, read([str(text)], published=date(2025, 9, 12)))
        book = seen(ledger, None)
        page = find_page(book, "plan/talks.html")
        assert page is not None
        assert isinstance(page.payload, TalksPage)
        (row,) = page.payload.talks.rows
        answers = {chair.party: chair.answer for chair in row.chairs}
        assert answers == {"Fiji": "took part", "Kiribati": "declined", "Tuvalu": "not said"}
        assert all(chair.entries for chair in row.chairs if chair.answer != "not said")
