"""A source's page: claims marked and numbered, what was not extracted, copies, and long texts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from publish_book import (
    HARBOUR,
    LOAN,
    POINT,
    SILENT,
    WIRE,
    FakeSource,
    FakeView,
    H,
    S,
    W,
    entry_of,
    fake_source,
    narvik,
    source_of,
)
from publish_html import Reading, text_of

from pledgebook.model.claims import Claim, Commitment
from pledgebook.model.problems import Problem
from pledgebook.model.snapshots import Reading as ReaderReading
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Rights
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.cards import anchor, source_base, source_path
from pledgebook.publish.page import File, Page
from pledgebook.publish.pages import all_pages, find
from pledgebook.publish.portions import PAGE_WEIGHT, STRETCH, Portions, stretches
from pledgebook.publish.render import as_json, environment, html
from pledgebook.publish.runs import Marked, runs
from pledgebook.publish.sentences import sentences
from pledgebook.publish.sourcepage import SourcePage, archived_path


def shown(view: FakeView, source_id: str, number: int = 1) -> tuple[SourcePage, Reading]:
    book = Book(view)
    path = source_path(source_id) if number == 1 else f"{source_base(source_id)}/{number}.html"
    page = find(book, path, Asked())
    assert isinstance(page, Page)
    assert isinstance(page.payload, SourcePage)
    return page.payload, Reading(html(book, page).decode())


def test_every_claim_has_a_number_a_sign_in_the_text_and_a_line_beside_it() -> None:
    payload, page = shown(narvik(), H.id)
    notes = [note for block in payload.blocks for note in block.notes]
    assert [note.number for note in notes] == [1, 2, 3, 4]
    assert {note.anchor for note in notes} | {str(note.at) for note in notes} <= page.ids()
    hrefs = page.hrefs()
    for note in notes:
        assert f"#{note.anchor}" in hrefs
        assert f"#{note.at}" in hrefs


def test_the_words_of_all_pages_are_the_text() -> None:
    payload, page = shown(narvik(), H.id)
    words = "".join(run.text for block in payload.blocks for run in block.runs)
    assert words == HARBOUR
    for span in sentences(HARBOUR):
        assert span.of(HARBOUR) in page.plain()


def test_claims_on_the_same_words_are_all_drawn() -> None:
    both = (LOAN, replace(POINT, sentence=LOAN.sentence, evidence=()))
    view = replace(narvik(), the_claims=both, the_entries=tuple(map(entry_of, both)))
    payload, _ = shown(view, H.id)
    run = next(run for block in payload.blocks for run in block.runs if run.kinds)
    assert set(run.kinds) == {"commitment", "plan_point"}
    assert [begun.number for begun in run.begins] == [1, 2]
    assert run.slots == (1, 2)


def test_a_page_says_how_many_sentences_carry_no_claim() -> None:
    payload, page = shown(narvik(), H.id)
    assert payload.silence.said == ("Of 7 sentences, 3 carry a claim; from 4 nothing was taken.",)
    assert payload.silence.said[0] in page.plain()
    silent = " ".join(run.text for block in payload.blocks for run in block.runs if run.silent)
    assert "Rain fell on the quay all morning." in silent
    assert "Officials went home late." in silent
    assert "will lend" not in silent


def test_nothing_found_and_not_read_are_told_apart() -> None:
    found, _ = shown(narvik(), S.id)
    assert found.silence.said == ("Read, nothing found: none of its 1 sentence carries a claim.",)
    unread = replace(narvik(), the_sources=(fake_source(S, SILENT, read=False),), the_claims=())
    payload, _ = shown(replace(unread, the_entries=()), S.id)
    assert payload.silence.said[0].startswith("No reader has read this text yet")


def with_problem(problem: Problem, rights: Rights) -> FakeView:
    source = fake_source(W, WIRE, rights)
    reading = ReaderReading(
        snapshot=W.id, reader="rules", version="1", claims=(), problems=(problem,)
    )
    return replace(narvik(), the_sources=(replace(source, reading=reading),))


REFUSED = Problem(
    code="refused-by-gate",
    message='the words "Twelve" say no count',
    where="wire.txt",
    span=Span(WIRE.index("A second"), len(WIRE)),
)


def test_why_a_sentence_gave_nothing_is_said_where_it_is_known() -> None:
    payload, page = shown(with_problem(REFUSED, "full"), W.id)
    (reason,) = payload.silence.reasons
    assert reason.sentence == "A second round was not announced."
    assert "its words do not carry its value" in page.plain()


def test_a_reason_in_a_sentence_that_is_not_shown_holds_no_words() -> None:
    view = with_problem(REFUSED, "excerpt")
    truce = tuple(c for c in view.the_claims if c.kind == "statement")
    payload, page = shown(replace(view, the_claims=truce, the_entries=()), W.id)
    assert [reason.sentence for reason in payload.silence.reasons] == [None]
    assert "A second round" not in page.plain()
    assert "Twelve" in page.plain()
    assert '"Twelve"' not in page.plain()


def test_a_language_that_is_not_read_is_the_reason_for_a_whole_text() -> None:
    problem = Problem(code="language-not-read", message="'de'", where="wire.txt")
    view = replace(with_problem(problem, "full"), the_claims=(), the_entries=())
    payload, _ = shown(view, W.id)
    assert payload.silence.said[0].startswith("The text is not in a language that is read")
    assert not payload.silence.reasons


def test_excerpts_say_what_is_left_out() -> None:
    view = replace(narvik("excerpt"), the_claims=(LOAN,), the_entries=narvik().the_entries[:1])
    payload, page = shown(view, H.id)
    assert payload.shown == "excerpts"
    assert payload.blocks[0].gap == "3 sentences left out"
    assert payload.after == "1 sentence left out"
    assert "[… 3 sentences left out …]" in page.plain()
    assert "4 sentences without a claim are not shown here." in payload.silence.said


@pytest.mark.parametrize(
    ("rights", "kept"), [("full", True), ("excerpt", False), ("metadata", False)]
)
def test_the_stored_copy_is_given_only_where_rights_allow(rights: Rights, kept: bool) -> None:  # noqa: FBT001
    book = Book(narvik(rights))
    found = find(book, archived_path(H.id), Asked())
    assert (found is not None) == kept
    if isinstance(found, File):
        assert found.content.decode() == HARBOUR
    payload, page = shown(narvik(rights), H.id)
    assert (payload.archived is not None) == kept
    assert any(href.endswith("text.txt") for href in page.hrefs()) == kept


def test_the_original_is_a_plain_link_that_tells_nothing_of_the_reader() -> None:
    _, page = shown(narvik(), H.id)
    links = [a for tag, a in page.tags if tag == "a" and str(a.get("href")).startswith("http")]
    assert [a["rel"] for a in links] == ["noreferrer nofollow external"]


def test_a_source_seen_in_many_places_lists_fifty_on_a_page() -> None:
    view = replace(narvik(), the_sources=(fake_source(H, HARBOUR, places=120),))
    first, _ = shown(view, H.id)
    third, _ = shown(view, H.id, 3)
    assert (len(first.sightings), first.places, len(third.sightings)) == (50, 120, 20)
    assert first.paging.pages == 3


def long_source(lines: int, rights: Rights) -> tuple[FakeView, str]:
    """A text of many lines, each with a claim of its own."""
    line = "Norway will lend Latvia €450m & <more> than that this year, as it's told here.\n"
    text = line * lines
    source = source_of(text, "A long paper")
    claims: list[Claim] = [
        replace(
            LOAN,
            source=source,
            evidence=(),
            sentence=Span(n * len(line), (n + 1) * len(line) - 1),
            purpose=f"number {n}",
        )
        for n in range(0, lines, 7)
    ]
    view = FakeView(
        the_claims=tuple(claims),
        the_entries=tuple(map(entry_of, claims)),
        the_sources=(fake_source(source, text, rights),),
    )
    return view, source.id


@pytest.mark.parametrize("rights", ["full", "excerpt", "metadata"])
def test_a_text_of_a_megabyte_is_paged_and_no_page_is_heavy(rights: Rights) -> None:
    view, source_id = long_source(13_000, rights)
    book = Book(view)
    text = view.the_sources[0].snapshot.text
    assert len(text.encode()) > 1_000_000
    pages = book.index(Portions).of(source_id).pages
    ids: list[str] = []
    words = ""
    for number in range(1, len(pages) + 1):
        path = source_path(source_id) if number == 1 else f"{source_base(source_id)}/{number}.html"
        page = find(book, path, Asked())
        assert isinstance(page, Page)
        assert isinstance(page.payload, SourcePage)
        if number in (1, 2, len(pages)):
            assert len(html(book, page)) < 250_000
            assert len(as_json(page)) < 250_000
        blocks = page.payload.blocks
        ids += [note.anchor for block in blocks for note in block.notes]
        words += "".join(run.text for block in blocks for run in block.runs)
    assert ids == [anchor(claim.id) for claim in book.claims_of(source_id)]
    assert words == {"full": text, "metadata": ""}.get(rights, words)


@pytest.mark.parametrize("piece", ["Hi! ", "No.\n", "&<'", '"\\\t', "\u2028x"])
def test_no_text_of_a_megabyte_makes_a_heavy_page(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    source = source_of(text, "Odd text")
    book = Book(FakeView(the_sources=(fake_source(source, text),)))
    pages = book.index(Portions).of(source.id).pages
    for number in (1, 2, len(pages)):
        path = source_path(source.id) if number == 1 else f"{source_base(source.id)}/{number}.html"
        page = find(book, path, Asked())
        assert isinstance(page, Page)
        assert len(html(book, page)) < 250_000
        assert len(as_json(page)) < 250_000


def test_one_line_without_a_stop_is_cut_too() -> None:
    text = "word " * 200_000
    source = source_of(text, "No stops")
    book = Book(FakeView(the_sources=(fake_source(source, text),)))
    pages = book.index(Portions).of(source.id).pages
    assert len(pages) > len(text) // PAGE_WEIGHT
    assert "".join(s.span.of(text) for page in pages for s in page) == text


def test_texts_that_share_their_sentences_name_each_other() -> None:
    text = "".join(f"Norway will lend Latvia the sum of {n} million euros soon. " for n in range(5))
    one, other = source_of(text, "One"), source_of(text + "An end.", "Other", day=9)
    claims = tuple(
        replace(LOAN, source=source, evidence=(), sentence=span, purpose=f"to {n}")
        for source in (one, other)
        for n, span in enumerate(sentences(text))
    )
    sources = (fake_source(one, text), fake_source(other, text + "An end."))
    view = FakeView(the_claims=claims, the_sources=(*sources, fake_source(W, WIRE)))
    payload, page = shown(view, one.id)
    assert [(a.link.text, a.shared) for a in payload.akin] == [
        ("Other", "5 of 5 sentences with a claim")
    ]
    assert "hardly independent" in page.plain()
    assert shown(view, W.id)[0].akin == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Mr. Berg left. He came back.", ["Mr. Berg left.", "He came back."]),
        ("J. Berg gave 1.5 million. Done", ["J. Berg gave 1.5 million.", "Done"]),
        ("A line\n\nAnother\r\nLast", ["A line", "Another", "Last"]),
        ("He said “no.” She left.", ["He said “no.”", "She left."]),
        ("approx. twelve ships", ["approx. twelve ships"]),
        (" \n ", []),
    ],
)
def test_sentences(text: str, found: list[str]) -> None:
    assert [span.of(text) for span in sentences(text)] == found


@given(st.text(alphabet='Ab. \n?!"”'))
def test_sentences_leave_out_blanks_only(text: str) -> None:
    spans = sentences(text)
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
    assert all(one.end <= two.start for one, two in pairwise(spans))


def test_lines_of_one_paragraph_stay_together() -> None:
    lines = "First line of a wrapped\ntext, and its second.\n\nAnother paragraph.\n"
    found = [span.of(lines) for span in stretches(lines, [Span(0, len(lines))])]
    assert found == ["First line of a wrapped\ntext, and its second.\n\n", "Another paragraph.\n"]
    long = "A line of forty signs, all of them here.\n" * 100
    found = [span.of(long) for span in stretches(long, [Span(0, len(long))])]
    assert "".join(found) == long
    assert max(map(len, found)) <= STRETCH
    assert all(piece.endswith("\n") for piece in found)


SPANS = st.tuples(st.integers(0, 40), st.integers(0, 15), st.integers(0, 14))


@given(st.text(alphabet="ab <&>\"'\n", max_size=50), st.lists(SPANS, max_size=6))
def test_runs_keep_every_word_and_begin_each_claim_once(
    text: str, spans: list[tuple[int, int, int]]
) -> None:
    marked = [
        Marked(
            span=Span(start, start + length),
            place=start + (inner if inner < length else 0),
            kind="statement",
            number=number,
            anchor=f"claim-{number}",
            slot=number,
        )
        for number, (start, length, inner) in enumerate(spans, start=1)
    ]
    found = runs(text, Span(0, len(text)), marked, [Span(0, len(text))])
    assert "".join(run.text for run in found) == text
    begun = [b.number for run in found for b in run.begins]
    inside = [m.number for m in marked if len(m.span) and m.place < len(text)]
    assert sorted(begun) == sorted(inside)
    parts = environment().get_template("people_parts.html").make_module({"root": ""})
    assert text_of(str(parts.runs(found))) == text  # type: ignore[attr-defined]


def test_claims_of_one_sentence_have_their_signs_at_their_own_words() -> None:
    payload, _ = shown(narvik(), H.id)
    signs = {
        begun.number: run.text
        for block in payload.blocks
        for run in block.runs
        for begun in run.begins
    }
    assert signs[2].startswith("Norway hosted")
    assert signs[3].startswith("Latvia attended")


def test_a_claim_of_every_page_leads_to_its_words() -> None:
    view, source_id = long_source(4_000, "full")
    book = Book(view)
    cut = book.index(Portions)
    last = book.claims_of(source_id)[-1]
    assert isinstance(last, Commitment)
    assert cut.page_of(last) == len(cut.of(source_id).pages) > 1
    assert cut.page_of(book.claims_of(source_id)[0]) == 1


def test_days_of_sightings_are_shown() -> None:
    source: FakeSource = fake_source(H, HARBOUR)
    seen = (replace(source.sightings[0], retrieved=date(2025, 5, 6), grade="official"),)
    view = replace(narvik(), the_sources=(replace(source, sightings=seen),))
    (row,) = shown(view, H.id)[0].sightings
    assert (row.published, row.retrieved, row.grade) == (
        "5 May 2025",
        "6 May 2025",
        "official source",
    )


def test_every_page_of_the_small_book_is_light() -> None:
    book = Book(narvik())
    assert max(len(html(book, page)) for page in all_pages(book)) < 250_000
