"""How much of a text is shown: whole, the sentence with its neighbours, or nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from publish_book import (
    CITED,
    ENGINEERS,
    LEFT_OUT,
    LOAN,
    C,
    FakeView,
    H,
    narvik,
)

from pledgebook.model.snapshots import Sighting
from pledgebook.model.spans import Span
from pledgebook.publish import excerpts
from pledgebook.publish.book import Book
from pledgebook.publish.cards import source_path
from pledgebook.publish.downloads import claims_jsonl, entries_json
from pledgebook.publish.pages import all_pages, find_page
from pledgebook.publish.passages import PASSAGE_LIMIT, windows
from pledgebook.publish.render import as_json, html


def around(text: str, words: str) -> str:
    start = text.index(words)
    return excerpts.with_neighbours(text, Span(start, start + len(words))).of(text)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("One. Two. Three. Four. Five.", "Three.", "Two. Three. Four."),
        ("One. Two.", "One.", "One. Two."),
        ("One. Two.", "Two.", "One. Two."),
        ("Alone.", "Alone.", "Alone."),
        ("He left. She stopped! Two ran? Rain.", "Two ran?", "She stopped! Two ran? Rain."),
        ("Rain. He left.\u201d Two ran. Snow.", "Two ran.", "He left.\u201d Two ran. Snow."),
        ("Title\nBody one. Body two.\nNext", "Body one.", "Title\nBody one. Body two."),
    ],
)
def test_one_sentence_stands_on_each_side(text: str, words: str, expected: str) -> None:
    assert around(text, words) == expected


def test_a_neighbour_without_stops_is_cut() -> None:
    found = around("x " * 5_000 + "Here. " + "y " * 5_000, "Here.")
    assert len(found) <= 2 * excerpts.NEIGHBOUR_LIMIT + len("Here.")
    assert "Here." in found


@given(st.text(alphabet='ab. \n?!"', max_size=80), st.data())
def test_the_window_always_holds_the_sentence(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(min_value=0, max_value=len(text)))
    end = data.draw(st.integers(min_value=start, max_value=len(text)))
    span = Span(start, end)
    for window in (excerpts.with_neighbours(text, span), excerpts.sentence_at(text, span)):
        assert window.holds(span)
        assert window.end <= len(text)


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 9)), max_size=12))
def test_merged_ranges_stand_apart_and_cover_the_same(pairs: list[tuple[int, int]]) -> None:
    spans = [Span(start, start + length) for start, length in pairs]
    found = excerpts.merged(spans)
    assert all(one.end + 1 < two.start for one, two in pairwise(found))
    assert all(any(whole.holds(span) for whole in found) for span in spans)


def test_the_strictest_rights_hold() -> None:
    seen = Sighting(snapshot="sha256:1", ref="a", rights="full")
    assert excerpts.rights_of([seen]) == "full"
    assert excerpts.rights_of([seen, replace(seen, rights="excerpt")]) == "excerpt"
    assert excerpts.rights_of([seen, replace(seen, rights="metadata")]) == "metadata"
    assert excerpts.rights_of([]) == "excerpt"


def page(view: FakeView, path: str) -> str:
    book = Book(view)
    found = find_page(book, path)
    assert found is not None
    return html(book, found).decode()


def test_full_rights_show_the_whole_text() -> None:
    assert LEFT_OUT in page(narvik("full"), source_path(H.id))


def test_excerpt_rights_show_only_sentences_with_their_neighbours() -> None:
    view = replace(narvik("excerpt"), the_claims=(LOAN,), the_entries=narvik().the_entries[:1])
    found = page(view, source_path(H.id))
    assert LEFT_OUT not in found
    assert "more than 300 radar sets" in found
    assert "Officials went home" not in found


def test_a_sentence_as_long_as_the_text_is_no_excerpt() -> None:
    text = "word " * 4_000
    claim = replace(LOAN, sentence=Span(0, len(text)), evidence=())
    assert sum(len(span) for span in windows(text, [claim])) <= PASSAGE_LIMIT


def test_metadata_rights_show_no_word_of_the_text_anywhere() -> None:
    book = Book(narvik())
    secrets = ("peace deal is signed", "two hundred engineers", CITED)
    files = [html(book, found) for found in all_pages(book)]
    files += [as_json(found) for found in all_pages(book)]
    files += [claims_jsonl(book), entries_json(book)]
    for content in files:
        assert not any(secret in content.decode() for secret in secrets)
    assert "may be named only" in page(narvik(), source_path(C.id))


def test_the_release_leaves_such_claims_out_and_says_so() -> None:
    book = Book(narvik())
    ids = {json.loads(line)["id"] for line in claims_jsonl(book).decode().splitlines()}
    assert ENGINEERS.id not in ids
    assert LOAN.id in ids
    assert "1 claim left out" in page(narvik(), "data/index.html")
