"""Marks may nest and overlap; the words of the page are the words of the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from publish_html import text_of
from publish_text import texts_with_marks

from pledgebook.model.spans import Span
from pledgebook.publish.highlight import Mark, segments
from pledgebook.publish.render import environment

TEXT = "Norway will lend Latvia €450m this year."


def mark(words: str, label: str, kind: str = "commitment") -> Mark:
    start = TEXT.index(words)
    return Mark(start=start, end=start + len(words), kind=kind, label=label)


def rendered(text: str, marks: tuple[Mark, ...]) -> str:
    parts = environment().get_template("parts.html").make_module({"root": ""})
    return str(parts.run(segments(text, marks)))  # type: ignore[attr-defined]


def test_a_value_inside_its_sentence_is_marked_by_itself() -> None:
    whole = mark(TEXT, "commitment")
    found = segments(TEXT, (whole, mark("€450m", "amount")))
    assert [(s.text, s.depth, s.labels) for s in found] == [
        ("Norway will lend Latvia ", 1, ("commitment",)),
        ("€450m", 2, ("amount",)),
        (" this year.", 1, ()),
    ]
    assert found[1].title == "commitment, amount"


def test_overlapping_marks_are_cut_at_every_border() -> None:
    found = segments(TEXT, (mark("lend Latvia", "a"), mark("Latvia €450m", "b", "measure")))
    assert [(s.text, s.depth) for s in found] == [
        ("Norway will ", 0),
        ("lend ", 1),
        ("Latvia", 2),
        (" €450m", 1),
        (" this year.", 0),
    ]
    assert [s.kind for s in found] == [None, "commitment", "commitment", "measure", None]


def test_two_marks_on_the_same_words_give_both_labels() -> None:
    found = segments(TEXT, (mark("Latvia", "for whom"), mark("Latvia", "actor", "measure")))
    assert sorted(found[1].labels) == ["actor", "for whom"]


def test_marks_outside_a_window_are_left_out_and_others_cut() -> None:
    window = Span(TEXT.index("lend"), TEXT.index(" this"))
    found = segments(TEXT, (mark("Norway", "a"), mark("will lend", "b")), window)
    assert [(s.text, s.labels) for s in found] == [("lend", ("b",)), (" Latvia €450m", ())]


def test_an_empty_text_has_no_segments() -> None:
    assert segments("", (Mark(start=0, end=3, kind="statement", label="x"),)) == ()


@given(texts_with_marks())
def test_segments_keep_every_character_and_cover_what_the_marks_cover(
    case: tuple[str, tuple[Mark, ...]],
) -> None:
    text, marks = case
    found = segments(text, marks)
    assert "".join(s.text for s in found) == text
    position = 0
    for segment in found:
        covering = [m for m in marks if m.start < m.end and m.start <= position < m.end]
        assert segment.depth == len(covering)
        assert (segment.kind is None) == (not covering)
        position += len(segment.text)


@given(texts_with_marks())
def test_the_page_says_what_the_text_says(case: tuple[str, tuple[Mark, ...]]) -> None:
    text, marks = case
    assert text_of(rendered(text, marks)) == text


@given(st.integers(min_value=0, max_value=40), st.integers(min_value=0, max_value=60))
def test_any_window_shows_exactly_its_words(start: int, length: int) -> None:
    window = Span(start, start + length)
    found = segments(TEXT, (mark("lend Latvia", "a"), mark("Latvia €450m", "b")), window)
    assert "".join(s.text for s in found) == window.of(TEXT)
