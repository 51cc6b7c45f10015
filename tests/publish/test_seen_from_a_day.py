"""A book seen from a day of the past: on the server any day, in the export those it offers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from publish_book import DEFINITION, ENTRIES, FakeView, narvik
from publish_client import Client, FakeLibrary
from publish_html import Reading, without_forms

from pledgebook.publish.book import Book
from pledgebook.publish.days import Days
from pledgebook.publish.site import write_site

SIXTH = date(2025, 5, 6)


def seen(day: date | None) -> FakeView:
    """The book by day: of the first day only its first entry is known."""
    book = narvik()
    if day is None or day > SIXTH:
        return book
    return replace(book, the_entries=ENTRIES[:1], the_sources=book.the_sources[:2])


@pytest.fixture(scope="module")
def client() -> Client:
    return Client(FakeLibrary(seen))


def test_a_page_is_seen_from_the_day_of_its_address(client: Client) -> None:
    answer = client.get("/on/2025-05-06/statements")
    text = Reading(answer.text).plain()
    assert "As known by 6 May 2025." in text
    assert "found no statement" in text
    assert "found no statement" not in Reading(client.get("/statements").text).plain()
    assert client.get("/on/2025-05-06/statements.json").json()["known_by"] == "2025-05-06"
    assert client.get("/statements.json").json()["known_by"] is None


def test_links_stay_in_the_day_and_style_sheets_do_not(client: Client) -> None:
    answer = client.get("/on/2025-05-06/data/")
    for href in Reading(answer.text).hrefs():
        target = answer.url.join(urldefrag(href)[0])
        assert client.get(str(target)).status_code == 200, href
    hrefs = Reading(answer.text).hrefs()
    assert "../../../static/style.css" in hrefs
    assert "../../../index.html" in hrefs, "a way back to the book of today"
    assert "../statements.html" in hrefs


def test_what_was_not_known_yet_is_said_not_to_be_there(client: Client) -> None:
    late = ENTRIES[1].id.removeprefix("entry:")[:16]
    assert client.get(f"/entries/{late}").status_code == 200
    answer = client.get(f"/on/2025-05-06/entries/{late}")
    assert answer.status_code == 404
    assert "As known by 6 May 2025." in Reading(answer.text).plain()
    sheet = next(h for h in Reading(answer.text).hrefs() if h.endswith("style.css"))
    assert client.get(str(answer.url.join(sheet))).status_code == 200


@pytest.mark.parametrize("day", ["2025-13-01", "20250506", "2025-W19-2", "yesterday", ""])
def test_what_is_no_day_is_no_address(client: Client, day: str) -> None:
    assert client.get(f"/on/{day}/statements").status_code == 404


def test_the_day_picker_leads_to_the_page_of_the_day(client: Client) -> None:
    answer = client.get("/on?day=2025-05-06&page=statements.html")
    assert (answer.status_code, answer.headers["location"]) == (
        303,
        "on/2025-05-06/statements.html",
    )
    assert client.get("/on?day=&page=sources.html").headers["location"] == "sources.html"
    assert client.get("/on?day=2025-05-06").headers["location"] == "on/2025-05-06/index.html"


@pytest.mark.parametrize(
    "page",
    ["//elsewhere.test/", "https://elsewhere.test", "../x", "a/../b", "/a", "a b", "%0d%0aX:1"],
)
def test_the_day_picker_leads_nowhere_else(client: Client, page: str) -> None:
    answer = client.get(f"/on?day=2025-05-06&page={page}")
    assert answer.status_code == 400
    assert "page of the address" in Reading(answer.text).plain()


def test_a_day_that_is_none_is_refused_by_name(client: Client) -> None:
    answer = client.get("/on?day=6+May")
    assert answer.status_code == 400
    assert "day of the address: “6 May” is no day" in Reading(answer.text).plain()


def test_the_definition_says_which_days_are_offered() -> None:
    days = (date(2025, 5, 2), date(2025, 5, 6))
    named = replace(narvik(), the_definition=replace(DEFINITION, days=days))
    assert Book(named).index(Days).offered == days
    assert Book(narvik()).index(Days).offered == tuple(date(2025, 5, d) for d in (5, 6, 7))
    assert Book(narvik()).index(Days).known == tuple(date(2025, 5, d) for d in (5, 6, 7, 8))
    assert Book(FakeView()).index(Days).offered == ()


def test_the_export_has_a_whole_site_for_each_day_offered(tmp_path: Path) -> None:
    files = {p.relative_to(tmp_path).as_posix() for p in write_site(narvik(), tmp_path, seen)}
    days = {path.split("/")[1] for path in files if path.startswith("on/")}
    assert days == {"2025-05-05", "2025-05-06", "2025-05-07"}
    for path in files:
        if path.endswith(".html"):
            for href in Reading((tmp_path / path).read_text(encoding="utf-8")).hrefs():
                if not href.startswith(("http", "data:,")):
                    assert urldefrag(urljoin(path, href))[0] in files, (path, href)


def test_a_page_of_a_day_is_the_same_in_export_and_server(client: Client, tmp_path: Path) -> None:
    write_site(narvik(), tmp_path, seen)
    for page in ("index.html", "statements.html", "data/claims.jsonl"):
        path = f"on/2025-05-06/{page}"
        assert without_forms(client.get(f"/{path}").content) == (tmp_path / path).read_bytes()


def test_the_front_page_offers_the_days(client: Client, tmp_path: Path) -> None:
    write_site(narvik(), tmp_path, seen)
    page = Reading((tmp_path / "index.html").read_text(encoding="utf-8"))
    offered = [f"on/2025-05-0{day}/index.html" for day in (5, 6, 7)]
    assert [href for href in page.hrefs() if href.startswith("on/")] == offered
    assert page.count("form") == 0
    seen_from = client.get("/on/2025-05-06/")
    assert Reading(seen_from.text).count("form") == 1
    assert '<strong aria-current="date">6 May 2025</strong>' in seen_from.text
    assert 'name="day" value="2025-05-06"' in seen_from.text


def test_a_site_without_days_offers_none(tmp_path: Path) -> None:
    write_site(narvik(), tmp_path)
    page = Reading((tmp_path / "index.html").read_text(encoding="utf-8"))
    assert not [href for href in page.hrefs() if href.startswith("on/")]
