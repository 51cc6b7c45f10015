"""Long lists are cut into pages, in the export and on the server alike."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from publish_book import DENIAL, FakeView, H, entry_of, fake_source, narvik, source_of
from publish_html import Reading

from pledgebook.model.problems import Problem
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.faceted import ListPayload
from pledgebook.publish.page import Page
from pledgebook.publish.pages import find, find_page
from pledgebook.publish.paging import ROWS, paged, pages_of
from pledgebook.publish.site import write_site
from pledgebook.publish.statements import StatementRow


def long_book() -> FakeView:
    said = tuple(replace(DENIAL, content=f"No truce {n}", evidence=()) for n in range(120))
    texts = [f"A note of the harbour, number {n}." for n in range(60)]
    notes = tuple(fake_source(source_of(text, text), text) for text in texts)
    unread = tuple(
        Problem(code="language-not-read", message="m", where=f"{n}.txt", fatal=True)
        for n in range(51)
    )
    book = narvik()
    return replace(
        book,
        the_entries=tuple(entry_of(claim) for claim in said),
        the_claims=said,
        the_sources=(*book.the_sources, *notes),
        the_problems=unread,
    )


def statements(number: int, *query: tuple[str, str]) -> Page:
    path = "statements.html" if number == 1 else f"statements/{number}.html"
    page = find_page(Book(long_book()), path, Asked(query=query))
    assert page is not None
    return page


def test_every_row_stands_on_one_page() -> None:
    shown = []
    for number in (1, 2, 3):
        payload = statements(number).payload
        assert isinstance(payload, ListPayload)
        rows = [row for row in payload.rows if isinstance(row, StatementRow)]
        shown += [row.content.href for row in rows]
        assert len(rows) == (50, 50, 20)[number - 1]
    assert len(set(shown)) == len(shown) == 120


def test_pages_lead_to_their_neighbours_and_keep_the_query() -> None:
    payload = statements(2, ("q", "x")).payload
    assert isinstance(payload, ListPayload)
    paging = payload.paging
    assert (paging.first, paging.last, paging.total, paging.pages) == (51, 100, 120, 3)
    assert (paging.before, paging.after) == ("statements.html?q=x", "statements/3.html?q=x")


@pytest.mark.parametrize("name", ["1", "4", "0", "02", "-1", "x", "2/2", "٢", "9" * 30, ""])
def test_there_is_no_page_beyond_the_last_nor_under_another_name(name: str) -> None:
    assert find_page(Book(long_book()), f"statements/{name}.html") is None


def test_a_list_without_rows_has_one_page() -> None:
    nothing: tuple[str, ...] = ()
    cut = paged(nothing, 1, "x", Asked())
    assert cut is not None
    assert (cut[1].first, cut[1].last, cut[1].pages, cut[1].ends) == (0, 0, 1, None)
    assert (pages_of(0), pages_of(ROWS), pages_of(ROWS + 1)) == (1, 1, 2)


def test_the_export_has_every_page_and_every_link_leads_to_a_file(tmp_path: Path) -> None:
    written = {p.relative_to(tmp_path).as_posix() for p in write_site(long_book(), tmp_path)}
    assert {"statements/2.html", "statements/3.html"} <= written
    assert {"sources/without-claims/2.html", "sources/unread/2.html"} <= written
    for path in written:
        if path.endswith(".html"):
            for href in Reading((tmp_path / path).read_text(encoding="utf-8")).hrefs():
                if not href.startswith(("http", "data:,")):
                    assert urldefrag(urljoin(path, href))[0] in written, (path, href)


def test_the_first_page_of_a_long_list_of_sources_says_how_many_more(tmp_path: Path) -> None:
    write_site(long_book(), tmp_path)
    text = Reading((tmp_path / "sources.html").read_text(encoding="utf-8")).plain()
    assert "13 more of 63" in text
    assert "1 more of 51" in text


def test_a_page_has_one_address() -> None:
    book = Book(narvik())
    slug = H.id.removeprefix("sha256:")[:16]
    assert find(book, f"sources/{slug}.html", Asked()) is not None
    for path in (f"sources/{slug}", f"sources/{slug}.html.html", "sources/", "sources", "entries/"):
        assert find(book, path, Asked()) is None
