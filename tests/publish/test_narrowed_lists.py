"""Statements and pressure, narrowed; frozen assets beside the pledges that they finance."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from publish_book import (
    DENIAL,
    FREEZE,
    LOAN,
    NOR,
    TRUCE,
    UNREAD,
    FakeView,
    H,
    W,
    entry_of,
    narvik,
)
from publish_html import Reading

from pledgebook.model.claims import Claim
from pledgebook.model.values import Actor, FundingSource
from pledgebook.publish.asked import Asked, BadQueryError
from pledgebook.publish.book import Book
from pledgebook.publish.faceted import ListPayload
from pledgebook.publish.page import Page
from pledgebook.publish.pages import find, find_page
from pledgebook.publish.pressure import FrozenAssets, MeasureRow
from pledgebook.publish.render import html
from pledgebook.publish.statements import StatementRow

BERG = Actor(id="person:berg", name="Berg", type="person", affiliation="NOR")
SAID = (
    DENIAL,
    replace(DENIAL, speaker=BERG, content="early", mode="mixed", source=H, evidence=()),
    replace(DENIAL, speaker=BERG, content="late", mode="direct", evidence=()),
    replace(
        DENIAL, speaker=None, content="undated", source=replace(W, published=None), evidence=()
    ),
)


def book_of(*claims: Claim) -> Book:
    view: FakeView = replace(narvik(), the_claims=claims, the_entries=tuple(map(entry_of, claims)))
    return Book(view)


def made(book: Book, path: str, *query: tuple[str, str]) -> tuple[ListPayload, str]:
    asked = Asked(query=query, served=True)
    page = find(book, path, asked)
    assert isinstance(page, Page)
    assert isinstance(page.payload, ListPayload)
    return page.payload, html(book, page, asked).decode()


def said(*query: tuple[str, str]) -> list[str]:
    payload, _ = made(book_of(*SAID), "statements.html", *query)
    return [row.content.text for row in payload.rows if isinstance(row, StatementRow)]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ((), ["No truce has been agreed,", "late", "early", "undated"]),
        ((("order", "oldest"),), ["undated", "early", "late", "No truce has been agreed,"]),
        ((("speaker", "person:berg"),), ["late", "early"]),
        ((("speaker", "unnamed"),), ["No truce has been agreed,", "undated"]),
        ((("speaker", "person:berg"), ("mode", "direct")), ["late"]),
        ((("from", "2025-05-06"),), ["No truce has been agreed,", "late"]),
        ((("until", "2025-05-05"),), ["early"]),
        ((("speaker", "person:nobody"),), []),
    ],
)
def test_statements_narrow_by_speaker_directness_and_day(
    query: tuple[tuple[str, str], ...], found: list[str]
) -> None:
    assert said(*query) == found


@pytest.mark.parametrize("query", [("from", "yesterday"), ("until", "2025-13-01"), ("order", "up")])
def test_a_value_that_is_none_is_refused(query: tuple[str, str]) -> None:
    with pytest.raises(BadQueryError):
        made(book_of(*SAID), "statements.html", query)


def test_a_row_names_the_source_that_says_so_and_leads_to_the_words() -> None:
    payload, page = made(book_of(*SAID), "statements.html", ("speaker", "person:berg"))
    row = payload.rows[0]
    assert isinstance(row, StatementRow)
    assert (row.told.link.text, row.told.published) == (W.title, "6 May 2025")
    assert row.told.link.href is not None
    assert row.told.link.href.startswith("sources/")
    assert "#claim-" in row.told.link.href
    assert row.speaker.href == "actors/person-berg.html"
    reading = Reading(page)
    assert "2 statements of 4. Who speaks: Berg." in reading.plain()
    assert {"label", "select", "button"} <= {tag for tag, _ in reading.tags}


def test_each_directness_has_files_and_a_speaker_has_none() -> None:
    book = book_of(*SAID)
    assert len(made(book, "statements/mode-direct.html")[0].rows) == 3
    assert find_page(book, "statements/speaker-NOR.html") is None
    assert find_page(book, "statements/mode-shouted.html") is None


def test_pages_of_a_narrowed_list_keep_the_question() -> None:
    many = tuple(replace(SAID[2], content=f"saying {n}") for n in range(60))
    book = book_of(*many, SAID[1])
    payload, _ = made(book, "statements.html", ("speaker", "person:berg"), ("mode", "direct"))
    assert payload.paging.after == "statements/2.html?speaker=person%3Aberg&mode=direct"
    second, _ = made(book, "statements/2.html", ("speaker", "person:berg"), ("mode", "direct"))
    assert len(second.rows) == 10
    files, _ = made(book, "statements/mode-direct/2.html")
    assert len(files.rows) == 10


def test_an_empty_list_says_whether_nothing_was_found_or_something_not_read() -> None:
    payload, page = made(book_of(LOAN), "pressure.html")
    assert payload.empty == "The program found no economic measure in the texts that were read."
    assert payload.unread == "1 source was not read; what they say is not known."
    assert "1 source was not read" in Reading(page).plain()
    everything = replace(narvik(), the_problems=(), the_claims=(), the_entries=())
    assert made(Book(everything), "pressure.html")[0].unread is None
    assert UNREAD.fatal
    narrowed, _ = made(book_of(FREEZE), "pressure.html", ("action", "tariff"))
    assert narrowed.empty == "Nothing in this list fits what was asked."


USE = replace(FREEZE, action="asset_use", stage="in_force", targets=(NOR,), evidence=())
TARIFF = replace(FREEZE, action="tariff", object="timber", evidence=())


def test_pressure_narrows_by_target_action_and_stage() -> None:
    book = book_of(FREEZE, USE, TARIFF)
    rows = made(book, "pressure.html", ("target", "NOR"))[0].rows
    (row,) = rows
    assert isinstance(row, MeasureRow)
    assert (row.action.text, row.stage) == ("asset use", "in force")
    assert len(made(book, "pressure/action-tariff.html")[0].rows) == 1
    assert len(made(book, "pressure/stage-pledged.html")[0].rows) == 2


def paid(kind: str | None, purpose: str) -> Claim:
    source = FundingSource(words=f"words of {purpose}", kind=kind)
    return replace(LOAN, funding_source=source, purpose=purpose, evidence=(), items=())


def test_profits_and_principal_stand_apart_beside_the_measures() -> None:
    profits, principal = paid("frozen_asset_profits", "p"), paid("frozen_assets", "q")
    book = book_of(FREEZE, USE, TARIFF, profits, principal, paid(None, "r"))
    payload, page = made(book, "pressure.html")
    beside = payload.beside
    assert isinstance(beside, FrozenAssets)
    assert len(beside.measures.rows) == 2
    assert [row.words for row in beside.profits.rows] == ["words of p"]
    assert [row.words for row in beside.principal.rows] == ["words of q"]
    assert "The book never adds them up." in Reading(page).plain()


def test_no_pledge_from_assets_is_said_so() -> None:
    payload, _ = made(book_of(TRUCE), "pressure.html")
    assert isinstance(payload.beside, FrozenAssets)
    assert payload.beside.profits.rows == ()
    assert payload.beside.profits.empty.startswith("No pledge is said")


def test_days_of_sources_decide_and_not_those_of_retrieval() -> None:
    late = replace(SAID[1], source=replace(H, published=date(2025, 7, 1)))
    payload, _ = made(book_of(late), "statements.html", ("from", "2025-07-01"))
    assert len(payload.rows) == 1


def test_a_value_that_the_book_does_not_have_is_repeated_as_text_and_cut() -> None:
    typed = "person:<b>" + "x" * 5_000
    payload, page = made(book_of(*SAID), "statements.html", ("speaker", typed))
    assert payload.rows == ()
    assert payload.narrowed.said == ("Who speaks: “person:<b>" + "x" * 50 + " …”",)
    assert "<b>" not in page
    assert len(page) < 40_000
