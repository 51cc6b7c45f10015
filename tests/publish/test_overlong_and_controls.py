"""What is far too long is cut with a note, and control characters do nothing, on every page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from publish_book import CITED, CLAIMS, HARBOUR, LOAN, SILENT, WIRE, FakeView, entry_of, fake_source
from publish_html import Reading

from pledgebook.model.spans import Span
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.overlong import TITLE_LIMIT, VALUE_LIMIT, cut
from pledgebook.publish.page import File, Page
from pledgebook.publish.pages import everything
from pledgebook.publish.render import as_json, html

#: The mark of every page.
MOST = 250_000
TEN_MB = 10 * 2**20
CONTROLS = "A\x00\x07\x0b\x1b[31m\x7f\x85\ufffe\ud800\u202ez"


def told(title: str, publisher: str | None = None) -> FakeView:
    """The book with every source under one title."""
    texts = {text_id(text): text for text in (HARBOUR, WIRE, CITED, SILENT)}
    changes: dict[str, Any] = {"title": title, "publisher": publisher}
    claims = tuple(replace(c, source=replace(c.source, **changes)) for c in CLAIMS)
    sources = {claim.source.id: claim.source for claim in claims}
    return FakeView(
        the_entries=tuple(entry_of(claim) for claim in claims),
        the_claims=claims,
        the_sources=tuple(
            replace(
                seen := fake_source(source, texts[name]),
                sightings=tuple(replace(s, **changes) for s in seen.sightings),
            )
            for name, source in sources.items()
        ),
    )


def text_id(text: str) -> str:
    return next(s.snapshot.id for s in (fake_source(LOAN.source, text),))


def pages(view: FakeView) -> dict[str, Page]:
    made = everything(Book(view), Asked(served=True))
    return {page.path: page for page in made if isinstance(page, Page)}


def test_a_title_of_ten_megabytes_is_cut_with_a_note() -> None:
    title = "Radar " * (TEN_MB // 6)
    view = told(title, title)
    book = Book(view)
    seen = 0
    for path, page in pages(view).items():
        for content in (html(book, page), as_json(page)):
            assert len(content) < MOST, path
            seen += "characters in all]" in content.decode()
    assert seen > 10
    assert all(len(claim.source.title or "") < TITLE_LIMIT + 60 for claim in book.claims.values())
    assert {claim.id for claim in view.the_claims} == set(book.claims), "a claim keeps its id"


def test_a_sentence_of_ten_megabytes_is_cut_with_a_note() -> None:
    text = HARBOUR + "x" * TEN_MB
    loan = replace(LOAN, sentence=Span(LOAN.sentence.start, len(text)), purpose="y" * TEN_MB)
    source = fake_source(loan.source, text)
    loan = replace(loan, source=replace(loan.source, id=source.snapshot.id))
    view = FakeView(the_entries=(entry_of(loan),), the_claims=(loan,), the_sources=(source,))
    book = Book(view)
    for path, page in pages(view).items():
        assert len(html(book, page)) < MOST, path
        assert len(as_json(page)) < MOST, path
    entry = next(page for path, page in pages(view).items() if path.startswith("entries/"))
    assert "[cut here: 10,485,760 characters in all]" in html(book, entry).decode()


def test_control_characters_are_shown_as_signs() -> None:
    view = told(CONTROLS)
    book = Book(view)
    for path, page in pages(view).items():
        content = html(book, page).decode()
        assert not set(content) & set("\x00\x07\x0b\x1b\x7f\x85\ufffe"), path
        as_json(page).decode()
    assert "A\ufffd\ufffd\ufffd\ufffd[31m" in Reading(content_of(view, "sources.html")).plain()


def content_of(view: FakeView, path: str) -> str:
    return html(Book(view), pages(view)[path]).decode()


def test_feeds_of_such_texts_are_xml() -> None:
    made = everything(Book(told(CONTROLS)), Asked())
    feeds = [f for f in made if isinstance(f, File) and "xml" in f.media_type]
    assert feeds
    for feed in feeds:
        ET.fromstring(feed.content)  # noqa: S314 - our own


@pytest.mark.parametrize("length", [0, 1, TITLE_LIMIT])
def test_what_fits_is_left_as_it_is(length: int) -> None:
    assert cut("x" * length, TITLE_LIMIT) == "x" * length


def test_what_does_not_fit_says_how_long_it_is() -> None:
    assert cut("x" * 1301, 300) == "x" * 300 + " … [cut here: 1,301 characters in all]"
    assert len(cut("x" * TEN_MB, VALUE_LIMIT)) < VALUE_LIMIT + 60
