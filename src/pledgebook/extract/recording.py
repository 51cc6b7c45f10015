"""The sum that a note records itself: "this entry records €30m", "€5m, which we report here".

Trackers and registers tell the whole announcement and then say which part of it the note stands
for. That sum is a promise though no verb of giving stands beside it; the others are told there as
background, and stand in notes of their own: ``restated``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pledgebook.extract.ages import part_of
from pledgebook.extract.drafts import Draft
from pledgebook.extract.lexicon import load
from pledgebook.extract.only_giver import NOTE_SENTENCES
from pledgebook.extract.other_records import sent_away
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import MoneyMention

#: How far before the words of recording the sum may stand that they point back to.
_BACK = 160
#: How far after them it may stand.
_AHEAD = 240
#: A label that opens a note, with what kind of sum it stands for.
_LABEL = re.compile(
    r"\s*(?:[^.:;!?\n]|(?<=\d)\.(?=\d)){5,160}\b(?P<kind>commitment|allocation|package|tranche|instal+ment|component|part"
    r"|contribution|portion)\s*:\s",
    re.IGNORECASE,
)
_END = re.compile(r"[.;!?](?=\s|$)")
_WE = re.compile(r"\bwe\b", re.IGNORECASE)
#: Words of recording that go on with a "we" before them: "we subtract €2m and report €5m".
_JOINED = re.compile(r"(?:and|then)\b", re.IGNORECASE)
#: A result stands right behind its verb: "we arrive at a value of €30m".
_RESULT_REACH = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """Words of recording before a sum, after it, of a result, and those that send it elsewhere."""

    ahead: re.Pattern[str]
    back: re.Pattern[str]
    result: re.Pattern[str]
    away: re.Pattern[str]


@cache
def _patterns() -> _Words:
    words = load("recording")
    names, verbs = "|".join(words["names"]), "|".join(words["verbs"])
    third, done = "|".join(words["third"]), "|".join(words["done"])
    adverbs, places = "|".join(words["adverbs"]), "|".join(words["places"])
    results = "|".join(words["results"])
    ours = rf"(?:we|and|then)\s+(?:(?:{adverbs})\s+)*"
    ahead = (
        rf"\b(?:{ours}(?:{verbs})"
        rf"|this\s+(?:\w+\s+)?(?:{names})\s+(?:(?:{adverbs})\s+)*(?:{third}))"
        rf"\b(?!\s+(?:that|how|from)\b)"
    )
    back = (
        rf"\b(?:which|that|this|these|the\s+(?:amount|sum)\s+(?:that\s+)?)?\s*"
        rf"(?:we\s+(?:(?:{adverbs})\s+)*(?:{verbs})"
        rf"|(?:is|are|will\s+be)\s+(?:(?:{adverbs})\s+)*(?:{done}))\s+(?:{places})"
    )
    result = rf"\b(?:{ours}(?:{results})|(?:therefore|thus|hence)\s+using)\b"
    return _Words(
        ahead=re.compile(_loose(ahead), re.IGNORECASE),
        back=re.compile(_loose(back), re.IGNORECASE),
        result=re.compile(_loose(result), re.IGNORECASE),
        away=re.compile(_loose(rf"\b(?:{'|'.join(words['elsewhere'])})\b"), re.IGNORECASE),
    )


def _loose(pattern: str) -> str:
    """Blanks of a phrase match any run of blanks, as texts are hard-wrapped."""
    return pattern.replace(" ", r"\s+")


def records(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a sentence tells what the note itself records."""
    words = _patterns()
    return words.back.search(page.text, sentence.start, sentence.end) is not None or any(
        _openings(page, sentence)
    )


def _openings(page: Page, sentence: Span) -> Iterator[tuple[Span, int]]:
    """Words of recording that look ahead, and how far the sum may stand behind them.

    "We" may stand further before its second verb ("we subtract €2m and report €5m").
    """
    words = _patterns()
    for pattern, reach in ((words.ahead, _AHEAD), (words.result, _RESULT_REACH)):
        for match in pattern.finditer(page.text, sentence.start, sentence.end):
            joined = _JOINED.match(match.group()) is not None
            ours = _WE.search(page.text, sentence.start, match.start()) is not None
            if ours or not joined:
                yield Span(*match.span()), reach


def recording_end(page: Page, sentence: Span) -> int | None:
    """Give the end of the words by which a sentence records something here, or None."""
    words = _patterns()
    found = words.ahead.search(page.text, sentence.start, sentence.end)
    if found is None or _JOINED.match(found.group()):
        return None
    return None if _away(page, found.start(), sentence.end) else found.end()


def recording_clauses(page: Page) -> Iterator[tuple[Span, Span]]:
    """Words by which a note records something, each with the words that name what.

    "Here we report the gift to UNICEF": the clause behind; "the second part is reported here": the
    clause before.
    """
    words = _patterns()
    for sentence in page.sentences:
        for match in words.back.finditer(page.text, sentence.start, sentence.end):
            yield Span(*match.span()), Span(sentence.start, match.start())
        for match in words.ahead.finditer(page.text, sentence.start, sentence.end):
            end = _clause_end(page, match.end())
            if not _away(page, match.start(), end):
                yield Span(*match.span()), Span(match.end(), end)


def recorded_in(page: Page, sentence: Span) -> dict[Span, Span]:
    """Map the sums that the note itself records, to the words that say so."""
    sums = page.money.within(sentence)
    if not sums:
        return {}
    words = _patterns()
    found = _labelled(page, sums[0].span)
    for match in words.back.finditer(page.text, sentence.start, sentence.end):
        before = [m for m in sums if 0 <= match.start() - m.span.end < _BACK]
        end = _clause_end(page, match.end())
        if before and not _away(page, before[-1].span.end, end):
            found[before[-1].span] = Span(*match.span())
    for opening, reach in _openings(page, sentence):
        end = _clause_end(page, opening.end)
        after = _first(page, sums, Span(opening.end, min(end, opening.end + reach)))
        if after is not None and not _away(page, opening.start, end):
            found.setdefault(after.span, opening)
    return found


def _labelled(page: Page, first: Span) -> dict[Span, Span]:
    """Map the sum that a note's own label names: "A further €1bn for 2026, second tranche: …"."""
    if len(page.sentences) > NOTE_SENTENCES:
        return {}
    label = _LABEL.match(page.text)
    inside = label is not None and first.end <= label.end()
    return {first: Span(*label.span("kind"))} if label is not None and inside else {}


def _away(page: Page, start: int, end: int) -> bool:
    """Say whether words of recording send what they record to another place."""
    away = _patterns().away.search(page.text, start, end) is not None
    return away or sent_away(page.text, start, end)


def _clause_end(page: Page, offset: int) -> int:
    end = _END.search(page.text, offset)
    return end.start() if end else len(page.text)


def _first(page: Page, sums: Sequence[MoneyMention], words: Span) -> MoneyMention | None:
    """Give the first sum in some words that is not what another is taken from ("of the €9bn")."""
    for money in sums:
        near = words.start <= money.span.start < words.end
        if near and part_of(page.text, Span(words.start, money.span.start)) is None:
            return money
    return None


def restate_others(drafts: Sequence[Draft]) -> None:
    """Where a note says which sum it records, its other sums are told as background."""
    recorded = [d for d in drafts if d.recorded is not None]
    if not recorded:
        return
    for draft in drafts:
        if draft.money is not None and draft.recorded is None and draft.newness[0] != "restated":
            draft.newness = ("restated", recorded[0].recorded)
