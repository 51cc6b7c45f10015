"""Pages: article text without the rest, its metadata, and damaged pages."""

from __future__ import annotations

import io
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pledgebook.ingest.pages import looks_like_page, page
from pledgebook.ingest.read import documents
from pledgebook.ingest.sources import Raw
from pledgebook.model.problems import Problem
from pledgebook.model.snapshots import Document

BODY = """
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Ministers agree on a fund</h1>
<p>The four ministers who met on Tuesday agreed to pay &pound;40&nbsp;million into a fund
for repairs, and <b>more</b> is to follow in the summer, as one of them said afterwards.</p>
<p>“We will not wait,” she said. When the first payment is to be made was not said by
anybody who took part in the meeting, and it was not asked either.</p>
<p>They agreed on the following points:</p>
<ul><li>repairs of power stations in the east of the country</li>
<li>vehicles for the fire service, among them
<ul><li>12 ladders from Norway</li></ul></li></ul>
<ol><li>first a payment in the month of May</li><li>then another in the month of June</li></ol>
<h2>What comes next</h2>
<p>Another meeting is to take place in May, in a city that has not been named yet, and other
countries were invited to take part in it.</p>
<table><tr><th>Country</th><th>Million</th></tr><tr><td>Norway</td><td>10</td></tr></table>
</article>
<footer>All rights reserved by the outlet.</footer>
"""
HEAD = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<title>Ministers agree on a fund | The Daily Sample</title>
<meta property="og:title" content="Ministers agree on a fund">
<meta property="og:site_name" content="The Daily Sample">
<meta property="article:published_time" content="2025-03-04T08:00:00Z">
<link rel="canonical" href="https://example.org/news/fund"></head><body>"""
PAGE = HEAD + BODY + "</body></html>"


def read(data: bytes, published: date | None = None) -> Document | Problem:
    return page(Raw(ref="page.html", where="page.html", data=data), published)


def read_text(html: str) -> str:
    found = read(html.encode())
    assert isinstance(found, Document), found
    return found.snapshot.text


def test_metadata_comes_from_the_page() -> None:
    found = read(PAGE.encode(), published=date(2020, 1, 1))
    assert isinstance(found, Document)
    sighting = found.sighting
    assert sighting.title == "Ministers agree on a fund"
    assert sighting.publisher == "The Daily Sample"
    assert sighting.published == date(2025, 3, 4), "its own date comes before the default"
    assert (sighting.url, sighting.lang) == ("https://example.org/news/fund", "en")
    assert found.snapshot.made_by.startswith("trafilatura ")
    assert found.problems == ()


def test_text_has_paragraphs_apart_and_lists_as_lines() -> None:
    text = read_text(PAGE)
    paragraphs = text.split("\n\n")
    assert paragraphs[0] == "Ministers agree on a fund"
    assert paragraphs[1].endswith("as one of them said afterwards.")
    assert "£40\xa0million" in text or "£40 million" in text
    assert "and more is to follow" in text
    assert paragraphs[4] == (
        "- repairs of power stations in the east of the country\n"
        "- vehicles for the fire service, among them\n"
        "  - 12 ladders from Norway"
    )
    assert paragraphs[5] == (
        "1. first a payment in the month of May\n2. then another in the month of June"
    )
    assert paragraphs[6] == "What comes next"
    assert paragraphs[-1] == "| Country | Million |\n| Norway | 10 |"


def test_every_text_stands_there_once() -> None:
    text = read_text(PAGE)
    for words in ("power stations", "What comes next", "ladders", "Another meeting", "Norway | 10"):
        assert text.count(words) == 1
    for words in ("Home", "World", "All rights reserved"):
        assert words not in text


def test_the_date_is_never_guessed_from_the_text() -> None:
    html = PAGE.replace(
        '<meta property="article:published_time" content="2025-03-04T08:00:00Z">', ""
    )
    html = html.replace("on Tuesday", "on 17 June 2024")
    found = read(html.encode())
    assert isinstance(found, Document)
    assert found.sighting.published is None
    assert [problem.code for problem in found.problems] == ["published-missing"]


def test_line_breaks_and_blanks_run_together() -> None:
    html = PAGE.replace("\n", "\r\n   ")
    assert read_text(html) == read_text(PAGE)


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252"])
def test_declared_encoding(charset: str) -> None:
    html = PAGE.replace("utf-8", charset).replace("“", '"').replace("”", '"')
    found = read(html.replace("wait", "wait, café").encode(charset))
    assert isinstance(found, Document)
    assert "wait, café" in found.snapshot.text
    assert [problem.code for problem in found.problems] == ["encoding-guessed"]


def test_a_wrongly_declared_encoding_does_not_harm_utf8() -> None:
    found = read(PAGE.replace("utf-8", "iso-8859-1").encode())
    assert isinstance(found, Document)
    assert "“We will not wait,”" in found.snapshot.text


@pytest.mark.parametrize(
    ("html", "code"),
    [
        ("", "empty"),
        (" \n", "empty"),
        ("<html><body></body></html>", "no-text-in-page"),
        ("<!doctype html>", "no-text-in-page"),
        ("<div>" * 5_000, "no-text-in-page"),
    ],
)
def test_pages_without_text(html: str, code: str) -> None:
    found = read(html.encode())
    assert isinstance(found, Problem)
    assert (found.code, found.fatal, found.where) == (code, True, "page.html")


@pytest.mark.parametrize("cut", range(0, len(PAGE), 401))
def test_pages_that_break_off(cut: int) -> None:
    assert isinstance(read(PAGE[:cut].encode()), Document | Problem)


@settings(max_examples=40, deadline=None)
@given(st.text())
def test_any_text_as_a_page_gives_a_document_or_a_problem(text: str) -> None:
    assert isinstance(read(text.encode("utf-8", "replace")), Document | Problem)


@pytest.mark.parametrize(
    ("beginning", "expected"),
    [
        ("<!DOCTYPE html><p>a", True),
        ("\n  <html lang=en>", True),
        ("<?xml version='1.0'?>\n<!-- a -->\n<!doctype HTML>", True),
        ("<p>We pay.</p>", False),
        ("Write <html> first.", False),
        ("<htmlx>", False),
    ],
)
def test_how_a_page_begins(beginning: str, expected: bool) -> None:  # noqa: FBT001
    assert looks_like_page(beginning) is expected


def test_a_page_on_standard_input() -> None:
    (found,) = documents(["-"], stdin=io.BytesIO(PAGE.encode()))
    assert isinstance(found, Document)
    assert found.sighting.title == "Ministers agree on a fund"
    assert found.sighting.ref == "-"
