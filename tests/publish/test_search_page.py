"""Searching: entries and texts with the words marked, rights obeyed, nothing lost in silence."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import quote

import pytest
from publish_book import (
    CITED,
    CLAIMS,
    DEFINITION,
    HARBOUR,
    SILENT,
    WIRE,
    C,
    FakeSource,
    H,
    S,
    W,
    fake_source,
    narvik,
)
from publish_client import Client
from publish_html import Reading
from throwaway_postgresql import REQUIRED, Server, programs, server

from pledgebook.commands.publishing import LedgerLibrary
from pledgebook.ledger.searching import asked_terms
from pledgebook.ledger.store import Ledger
from pledgebook.model.snapshots import Document
from pledgebook.model.snapshots import Reading as ReadBy
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.found_words import Run, holds, runs
from pledgebook.publish.pages import find_page
from pledgebook.publish.render import html
from pledgebook.reconcile.fold import fold

HOSTILE = 'The <script>alert("x")</script> of Tromsø & Ålesund is "closed".'
N = replace(W, id=fake_source(W, HOSTILE).snapshot.id, title="<b>Bold</b> harbour", ref="n.txt")
SOURCES = (
    fake_source(replace(H), HARBOUR),
    fake_source(W, WIRE, "excerpt"),
    fake_source(C, CITED, "metadata"),
    fake_source(S, SILENT, "excerpt"),
    fake_source(N, HOSTILE),
)


@pytest.fixture(scope="module")
def postgresql() -> Iterator[Server]:
    if programs() is None and not os.environ.get(REQUIRED):
        pytest.skip("PostgreSQL's server is not installed (apt-get install postgresql)")
    with server() as running:
        yield running


@pytest.fixture(params=["sqlite", "postgresql"])
def client(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Client]:
    """A server over a ledger that holds the texts of the small book, and one that is hostile."""
    where = str(tmp_path / "book.db")
    if request.param == "postgresql":
        where = request.getfixturevalue("postgresql").database()
    with Ledger.open(where, create=True) as ledger:
        ledger.define(DEFINITION)
        for source in SOURCES:
            _add(ledger, source)
        ledger.project(fold)
        yield Client(LedgerLibrary(ledger, None, None))


def _add(ledger: Ledger, source: FakeSource) -> None:
    claims = [claim for claim in CLAIMS if claim.source.id == source.snapshot.id]
    ids = tuple(claim.id for claim in claims)
    reading = ReadBy(snapshot=source.snapshot.id, reader="rules", version="1", claims=ids)
    document = Document(snapshot=source.snapshot, sighting=source.sightings[0])
    ledger.add(document, claims, reading)


def found(client: Client, question: str, more: str = "") -> list[dict[str, object]]:
    answer = client.get(f"/search.json?q={quote(question)}{more}")
    assert answer.status_code == 200
    results = answer.json()["page"]["results"]
    assert isinstance(results, list)
    return results


def shown(client: Client, question: str) -> Reading:
    return Reading(client.get(f"/search?q={quote(question)}").text)


def test_an_entry_is_found_by_its_words_and_they_are_marked(client: Client) -> None:
    results = found(client, "radar")
    kinds = [r["kind"] for r in results]
    assert kinds == ["commitment", "source"]
    runs_ = results[0]["runs"]
    assert isinstance(runs_, list)
    assert [run["text"] for run in runs_ if run["found"]] == ["radar"]
    assert "".join(run["text"] for run in runs_).startswith("Norway will lend Latvia €450m")
    read = shown(client, "radar")
    assert read.count("mark") >= 2
    assert "2 results for radar" in read.plain()


def test_a_phrase_an_open_word_and_a_kind_narrow(client: Client) -> None:
    assert [r["kind"] for r in found(client, '"no truce has"', "&kind=statement")] == ["statement"]
    assert found(client, '"truce no"') == []
    assert {r["kind"] for r in found(client, "frees*")} == set()
    assert [r["kind"] for r in found(client, "freez*", "&kind=measure")] == ["measure"]


def test_hostile_words_are_words(client: Client) -> None:
    for question in ("script", "alesund", '"<script>alert"'):
        page = client.get(f"/search?q={quote(question)}").text
        assert "<script" not in page
        assert "<b>" not in page
    read = shown(client, "tromsø alesund")
    assert "Tromsø & Ålesund" in read.plain()
    page = client.get(f"/search?q={quote('<script>')}").text
    assert "&lt;script&gt;" in page
    assert "<script" not in page


def test_words_that_may_not_be_shown_are_not(client: Client) -> None:
    # Of an excerpt source only the sentences of claims; of one that may be named only none, and
    # it is not found by words that stay hidden.
    [cafe] = [r for r in found(client, "nine") if r["kind"] == "source"]
    assert (cafe["runs"], "may be shown" in str(cafe["withheld"])) == ([], True)
    assert "opens at nine" not in client.get("/search?q=nine").text
    assert found(client, "engineers") == []
    finland = found(client, "finland", "&kind=commitment")
    assert [r["runs"] for r in finland] == [[]]
    assert "engineers" not in client.get("/search?q=finland").text


def test_nothing_found_is_said_and_so_is_a_question_without_a_word(client: Client) -> None:
    assert "Nothing in this book has all of these words" in shown(client, "zebra").plain()
    for question in ("***", '"" - !', "\0"):
        answer = client.get(f"/search?q={quote(question)}")
        assert answer.status_code == 200
        assert "needs at least one word" in Reading(answer.text).plain(), question
    unclosed = shown(client, '"radar sets').plain()
    assert "not closed" in unclosed
    assert "2 results" in unclosed
    assert "takes 200 characters" in shown(client, "a" * 300).plain()


@pytest.mark.parametrize("path", ["/search?q=radar&kind=novel", "/search?kind=x"])
def test_an_unknown_kind_is_named(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 400
    assert "kind" in Reading(answer.text).plain()


def test_the_form_offers_every_kind_by_name(client: Client) -> None:
    words = Reading(client.get("/search").text).plain()
    assert "points of a plan" in words
    assert "who took part in meetings" in words


def test_a_page_beyond_the_results_is_none(client: Client) -> None:
    assert client.get("/search/2?q=radar").status_code == 404
    assert client.get("/search/2").status_code == 404


def test_a_day_of_the_past_finds_what_was_published_by_then(client: Client) -> None:
    before = client.get("/on/2025-05-05/search.json?q=norway").json()["page"]["results"]
    now = client.get("/search.json?q=norway").json()["page"]["results"]
    assert before
    assert "Loan worth more than told" not in str(before)
    assert "Loan worth more than told" in str(now)


def test_the_export_says_that_a_search_needs_the_server() -> None:
    book = Book(narvik())
    page = find_page(book, "search.html", Asked())
    assert page is not None
    read = Reading(html(book, page).decode())
    assert read.count("form") == 0
    assert "a search needs the server" in read.plain()


@pytest.mark.parametrize(
    ("text", "question", "marked"),
    [
        ("Café au lait", "cafe", ["Café"]),
        ("radar sets and radar masts", '"radar sets"', ["radar sets"]),
        ("harbours, harbour", "harbour", ["harbour"]),
        ("harbours, harbour", "harbour*", ["harbours", "harbour"]),
        ("A-B testing", '"a b" testing', ["A-B testing"]),
        ("nothing here", "else", []),
        ("", "x", []),
    ],
)
def test_marks_stand_on_the_words_and_lose_no_sign(
    text: str, question: str, marked: list[str]
) -> None:
    cut = runs(text, asked_terms(question))
    joined = [run.text for run in cut if run.found]
    assert " ".join(joined) == " ".join(marked)
    assert "".join(run.text for run in cut) == text


def test_a_text_holds_a_question_only_with_every_term() -> None:
    assert holds("Norway lends boats", asked_terms("boats norway"))
    assert not holds("Norway lends boats", asked_terms("boats sweden"))
    assert runs("x", asked_terms("x")) == (Run(text="x", found=True),)


def test_rights_that_were_withdrawn_later_hold_for_days_of_the_past_too(tmp_path: Path) -> None:
    with Ledger.open(str(tmp_path / "book.db"), create=True) as ledger:
        ledger.define(DEFINITION)
        open_ = fake_source(W, WIRE)
        _add(ledger, open_)
        ledger.project(fold)
        client = Client(LedgerLibrary(ledger, None, None))
        assert "announced" in client.get("/on/2025-05-07/search?q=round").text
        later = replace(
            fake_source(W, WIRE, "metadata").sightings[0], published=date(2025, 8, 1), ref="again"
        )
        _add(ledger, replace(open_, sightings=(later,)))
        ledger.project(fold)
        asking = Client(LedgerLibrary(ledger, None, None))
        for address in ("/search", "/on/2025-05-07/search"):
            for question in ("round", "truce", "finland"):
                page = asking.get(f"{address}?q={question}").text
                assert "announced" not in page
                assert "one month at sea" not in page
