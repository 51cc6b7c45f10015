"""What holds for any text: nothing raises, spans are in order, and no words are lost."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pledgebook.language.english import English
from pledgebook.language.lines import BLANKS
from pledgebook.model.spans import Span

ENGLISH = English()

#: Pieces that layouts are made of, so that random texts meet every rule.
PIECES = [
    "\n", "\n\n", "\r\n", "  \n", "\t", " ", "\xa0", "\u2028", "- ", "• ", "1. ", "(a) ", "— ",
    "# ", "## ", "> ", "| a | b |", "|---|", "**", "*", "_", "<p>", "</p>", "<a\nhref='x'>",
    "<td>", "<!-- -->", "***", "---", "Q  ", "Q: ", "MS. EXAMPLE:  ",
    "Prime Minister A: ", "Mr. ", "U.S. ",
    "No. 10", "a.m. ", "...", "…", ".", "!", "?", '"', "“", "”", "'", "‘", "’", "«", "»", "„", "``",
    "''", "‹", "›", "said", " the leaders' ", "Norway pays £1.6bn", "in the", "and",
    "(", ")", "[1]",
    "。", "x" * 90, "word " * 20, "\u200b", "\ufeff", "\x0c", "😀", "\ud800",
]  # fmt: skip

texts = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


def disjoint(spans: Sequence[Span]) -> bool:
    return all(one.end <= two.start for one, two in pairwise(spans))


@given(texts)
@example("<" * 50 + ">" * 50)
@example("- \n- \n**\n")
@example("。\u200b。0")
def test_blocks_sentences_and_quotations_of_any_text(text: str) -> None:
    blocks = ENGLISH.blocks(text)
    sentences = ENGLISH.sentences(text, blocks)
    quotations = ENGLISH.quotations(text, blocks)
    spans = [block.span for block in blocks]
    outers = [quotation.outer for quotation in quotations]
    for found in (spans, list(sentences), outers):
        assert disjoint(found)
        assert all(len(span) > 0 and span.end <= len(text) for span in found)
    for inside in (*sentences, *outers):
        assert any(span.holds(inside) for span in spans)
    for span in (*spans, *sentences):
        assert span.of(text).strip(BLANKS) == span.of(text)
    for quotation in quotations:
        assert quotation.outer.holds(quotation.inner)
        assert len(quotation.inner) > 0


@given(texts)
def test_sentences_cover_their_blocks(text: str) -> None:
    blocks = ENGLISH.blocks(text)
    covered = "".join(span.of(text) for span in ENGLISH.sentences(text, blocks))
    given_words = "".join(block.span.of(text) for block in blocks)
    blank = re.compile(rf"[\s{BLANKS}]+")
    assert blank.sub("", covered) == blank.sub("", given_words)


@given(
    st.lists(
        st.lists(st.sampled_from(["Norway", "pays", "ten", "million", "“euros”"]), min_size=1),
        min_size=1,
    ),
    st.sampled_from(["\n", "\n\n", "\r\n\r\n", "\n- ", "\n1. ", "\n# ", "\n> ", "\n• "]),
)
def test_every_word_stands_in_a_block(paragraphs: list[list[str]], joint: str) -> None:
    text = joint.join(" ".join(words) + "." for words in paragraphs)
    covered = " ".join(block.span.of(text) for block in ENGLISH.blocks(text)).split()
    expected = " ".join(" ".join(words) + "." for words in paragraphs).split()
    marks = {"-", "1.", "#", ">", "•"}
    assert [word for word in covered if word not in marks] == expected


HARD = [
    "a" * 200_000,
    "." * 200_000,
    ". " * 100_000,
    "'a " * 70_000,
    "“a " * 70_000,
    "”a “" * 50_000,
    '"' * 200_000,
    "‘a ’s " * 40_000,
    "‹a " * 70_000,
    "<a " * 70_000,
    "<a\n" * 70_000,
    "*_" * 100_000,
    "[1]" * 70_000,
    "- " * 100_000,
    "\n- a" * 50_000,
    "(" * 200_000,
    "Mr. " * 50_000,
    "A: " * 70_000,
    "MS. A:  b\n" * 20_000,
    "| a " * 50_000,
    " " * 200_000 + "a",
    "a" + "\n" * 200_000 + "b",
    "</" + " " * 200_000 + ">",
    "a.b" * 70_000,
    "A.B." * 50_000,
]


@pytest.mark.parametrize("text", HARD, ids=lambda text: repr(text[:8]))
def test_hard_texts_are_split_in_order(text: str) -> None:
    blocks = ENGLISH.blocks(text)
    sentences = ENGLISH.sentences(text, blocks)
    quotations = ENGLISH.quotations(text, blocks)
    for spans in (
        [block.span for block in blocks],
        list(sentences),
        [quotation.outer for quotation in quotations],
    ):
        assert all(one.end <= two.start for one, two in itertools.pairwise(spans))
        assert all(span.end <= len(text) for span in spans)
