"""What goes wrong is said in words, with the status that says it to a program; no traceback."""

from __future__ import annotations

import gzip
import logging
from datetime import date

import pytest
from publish_book import FakeView, narvik
from publish_client import Client, FakeLibrary
from publish_html import Reading

from pledgebook.ledger.errors import LedgerError
from pledgebook.publish import pages
from pledgebook.publish.answers import SECURITY_HEADERS
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.page import File, Made


def asking_for_a_day(book: Book, asked: Asked) -> Made:
    asked.day("since")
    return pages.missing(book, asked)


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Client:
    monkeypatch.setitem(pages.FIXED, "asking.html", asking_for_a_day)
    return Client()


def test_a_bad_value_is_a_page_that_names_the_parameter(client: Client) -> None:
    answer = client.get("/asking?since=<b>March</b>")
    assert answer.status_code == 400
    page = Reading(answer.text)
    assert "since of the address: “<b>March</b>” is no day; write it as 2025-03-06" in page.plain()
    assert page.count("b") == 0
    said = client.get("/asking.json?since=x").json()
    assert said == {
        "error": {"parameter": "since", "message": "“x” is no day; write it as 2025-03-06"}
    }


def test_what_is_not_there_is_said_as_json_to_a_program(client: Client) -> None:
    answer = client.get("/entries/0000.json")
    assert answer.status_code == 404
    assert answer.json() == {"error": {"message": "There is nothing at this address."}}


def test_a_fault_is_a_page_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_book: Book, _asked: Asked) -> Made:
        raise ZeroDivisionError("secret")

    monkeypatch.setitem(pages.FIXED, "broken.html", broken)
    with caplog.at_level(logging.ERROR):
        answer = Client().get("/broken")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
    assert "secret" in caplog.text
    for name, value in SECURITY_HEADERS.items():
        assert answer.headers[name] == value


def test_a_book_that_cannot_be_read_is_said_and_tried_again() -> None:
    def locked(_day: date | None) -> FakeView:
        raise LedgerError("book.db is damaged")

    library = FakeLibrary(locked)
    client = Client(library)
    for path in ("/", "/healthz", "/on?day=2025-05-05"):
        answer = client.get(path)
        assert answer.status_code == 503
        assert "book.db" not in answer.text
    told = client.get("/index.json")
    assert told.status_code == 503
    assert told.json() == {"error": {"message": "The book cannot be read. Try again in a while."}}
    library.seen = lambda _: narvik()
    assert client.get("/").status_code == 200


def test_a_file_is_sent_as_what_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    feed = File(path="feed.atom", media_type="application/atom+xml", content=b"<feed/>")
    monkeypatch.setitem(pages.FIXED, "feed.atom", lambda _book, _asked: feed)
    answer = Client().get("/feed.atom")
    assert (answer.content, answer.headers["content-type"]) == (b"<feed/>", "application/atom+xml")
    csv = File(path="a.csv", media_type="text/csv", content=b"a,b")
    monkeypatch.setitem(pages.FIXED, "a.csv", lambda _book, _asked: csv)
    assert Client().get("/a.csv").headers["content-type"] == "text/csv; charset=utf-8"


def test_pages_travel_compressed_where_the_browser_takes_it() -> None:
    client = Client()
    plain = client.get("/", headers={"accept-encoding": "identity"})
    packed = client.get("/", headers={"accept-encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.content == plain.content
    assert packed.headers["etag"] == plain.headers["etag"]
    assert len(gzip.compress(plain.content)) < len(plain.content) / 2


@pytest.mark.parametrize("known", ['W/"other", {}', "{}", "*"])
def test_an_unchanged_page_is_known_by_any_of_the_tags_sent(known: str) -> None:
    client = Client()
    tag = client.get("/statements").headers["etag"]
    headers = {"if-none-match": known.format(tag)}
    assert client.get("/statements", headers=headers).status_code == 304


def test_a_grown_book_is_served_anew() -> None:
    library = FakeLibrary()
    client = Client(library)
    tag = client.get("/").headers["etag"]
    library.grow(lambda _: FakeView())
    answer = client.get("/", headers={"if-none-match": tag})
    assert answer.status_code == 200
    assert "A book without a definition" in Reading(answer.text).plain()
