"""Proposals and truces: scope, period, who proposes, who denies, the status source by source."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from publish_book import FIN, LVA, NOR, TRUCE, FakeView, H, entry_of, narvik
from publish_html import Reading

from pledgebook.model.entries import Entry
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.faceted import ListPayload
from pledgebook.publish.page import Page
from pledgebook.publish.pages import find, find_page
from pledgebook.publish.proposal_page import ProposalPage
from pledgebook.publish.proposals import ProposalRow, proposal_path
from pledgebook.publish.render import html

LATER = replace(
    TRUCE,
    source=replace(H, published=date(2025, 5, 20)),
    evidence=(),
    proposers=(FIN, NOR),
    scope=("sea", "air"),
    status="rejected",
    speaker=LVA,
)
#: A denial in an entry of its own that names no scope.
DENIED = replace(
    TRUCE, proposers=(), scope=(), period=None, status="denied", evidence=(), content="no truce"
)


def book_of(*entries: Entry) -> Book:
    claims = tuple(claim for entry in entries for claim in entry.claims)
    view: FakeView = replace(narvik(), the_claims=claims, the_entries=entries)
    return Book(view)


def page_of(book: Book, entry: Entry) -> tuple[ProposalPage, str]:
    page = find(book, proposal_path(entry), Asked())
    assert isinstance(page, Page)
    assert isinstance(page.payload, ProposalPage)
    return page.payload, Reading(html(book, page).decode()).plain()


def test_scope_says_for_each_what_names_it_and_what_nobody_names() -> None:
    entry = entry_of(TRUCE, LATER, relation="updates")
    payload, text = page_of(book_of(entry), entry)
    assert [(row.scope, len(row.told)) for row in payload.scopes] == [
        ("air", 1),
        ("sea", 2),
        ("land", 0),
        ("energy infrastructure", 0),
        ("harbour cranes", 1),
    ]
    assert "land no source says so" in text


def test_that_no_source_names_a_scope_is_one_sentence() -> None:
    entry = entry_of(DENIED)
    payload, text = page_of(book_of(entry), entry)
    assert payload.scopes == ()
    assert "no source says what it covers" in text


def test_the_status_is_told_source_by_source_in_order_of_time() -> None:
    entry = entry_of(TRUCE, LATER, relation="updates")
    payload, text = page_of(book_of(entry), entry)
    told = [(t.status, t.told.published) for t in payload.tellings]
    assert told == [("proposed", "6 May 2025"), ("rejected", "20 May 2025")]
    assert payload.tellings[1].relation == "updates: same donor; sums differ"
    assert "Finland proposed a truce of one month at sea." in text
    assert payload.periods == ("one month (1 month)",)


def test_who_proposes_and_who_rejects_stand_apart() -> None:
    entry = entry_of(TRUCE, LATER, relation="updates")
    payload, _ = page_of(book_of(entry), entry)
    proposers = [(party.actor.text, len(party.told)) for party in payload.proposers]
    assert proposers == [("Finland", 2), ("Norway", 1)]
    (against,) = payload.denials
    assert against.speaker is not None
    assert (against.status, against.speaker.text) == ("rejected", "Latvia")


def test_a_denial_that_names_no_scope_is_named_beside_and_never_mixed_in() -> None:
    entry, denial = entry_of(TRUCE), entry_of(DENIED)
    payload, text = page_of(book_of(entry, denial), entry)
    assert payload.denials == ()
    assert [(n.status, n.link.href) for n in payload.nearby] == [("denied", proposal_path(denial))]
    assert "They do not say which proposal they mean." in text


def test_a_denial_of_another_scope_or_time_is_not_named() -> None:
    entry = entry_of(TRUCE)
    land = entry_of(replace(DENIED, scope=("land",)))
    late = entry_of(replace(DENIED, source=replace(H, published=date(2025, 9, 1))))
    force = entry_of(replace(DENIED, proposal_type="force"))
    payload, text = page_of(book_of(entry, land, late, force), entry)
    assert payload.nearby == ()
    assert "Nothing found." in text


def rows(book: Book, path: str, *query: tuple[str, str]) -> list[ProposalRow]:
    page = find(book, path, Asked(query=query, served=True))
    assert isinstance(page, Page)
    assert isinstance(page.payload, ListPayload)
    return [row for row in page.payload.rows if isinstance(row, ProposalRow)]


def test_the_list_tells_every_status_with_its_source() -> None:
    (row,) = rows(book_of(entry_of(TRUCE, LATER, relation="updates")), "proposals.html")
    assert [(s.status, s.against, s.told.published) for s in row.statuses] == [
        ("proposed", False, "6 May 2025"),
        ("rejected", True, "20 May 2025"),
    ]
    assert row.scope == ("sea", "harbour cranes")


def test_the_list_narrows_by_type_status_scope_and_proposer() -> None:
    book = book_of(entry_of(TRUCE), entry_of(DENIED))
    assert len(rows(book, "proposals.html")) == 2
    assert [r.period for r in rows(book, "proposals/status-denied.html")] == [None]
    assert len(rows(book, "proposals/scope-sea.html")) == 1
    assert len(rows(book, "proposals/type-truce.html")) == 2
    assert len(rows(book, "proposals.html", ("proposer", "FIN"))) == 1
    assert rows(book, "proposals.html", ("proposer", "FIN"), ("status", "denied")) == []
    assert find_page(book, "proposals/status-agreed.html") is None
    assert find_page(book, "proposals/proposer-FIN.html") is None
