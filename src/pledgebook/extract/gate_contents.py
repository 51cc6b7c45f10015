"""Contents: words cut out after "not" or before "if" say something else than the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pledgebook.extract.gate_case import Case, Cited, shown
from pledgebook.extract.gate_cues import cue
from pledgebook.model.spans import Span


def cut_contents(case: Case) -> Iterator[str]:
    """A content cut out after "not" or before "if" says something else than the text."""
    denied = case.claim.get("status") in ("denied", "rejected")
    for words in case.words_under("content"):
        if denied or words.place != "text" or _opens_quotation(case, words):
            continue
        lost = _lost_before(case, words)
        if lost and not _in_cue(case, words.span.start - len(lost.group())) and not _may(lost):
            yield f"content: it begins after {shown(lost.group())} and loses it"
    yield from _cut_condition(case)


def _lost_before(case: Case, words: Cited) -> re.Match[str] | None:
    before = case.page.text[max(0, words.span.start - 30) : words.span.start]
    return re.search(rf"{cue('lost_before').pattern}\s+\Z", before, re.IGNORECASE)


def _in_cue(case: Case, offset: int) -> bool:
    """A negation in the cited cue ("denied") is not lost: the claim carries it."""
    return any(w.place == "text" and w.span.start <= offset < w.span.end for w in case.words("cue"))


def _may(lost: re.Match[str]) -> bool:
    """Say whether the word is the month."""
    return lost.group().strip() == "May"


def _opens_quotation(case: Case, words: Cited) -> bool:
    quotation = case.page.quotations.at(words.span.start)
    return quotation is not None and words.span.start - quotation.inner.start <= 0


def _cut_condition(case: Case) -> Iterator[str]:
    pieces = [words for words in case.words_under("content") if words.place == "text"]
    if not pieces:
        return
    last = max(pieces, key=lambda words: words.span.end)
    sentence = case.page.sentence_of(Span(max(0, last.span.end - 1), last.span.end))
    after = case.page.text[last.span.end : min(sentence.end, last.span.end + 30)]
    lost = re.match(rf",?\s+{cue('lost_after').pattern}", after, re.IGNORECASE)
    if lost:
        yield f"content: it ends before {shown(lost.group())} and loses the condition"
