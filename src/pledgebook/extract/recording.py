"""The sum that a note records itself: "this entry records €30m", "€5m, which we report here".

Trackers and registers tell the whole announcement and then say which part of it the note stands
for. That sum is a promise though no verb of giving stands beside it; the others are told there as
background, and stand in notes of their own: ``restated``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pledgebook.extract.ages import part_of
from pledgebook.extract.drafts import Draft
from pledgebook.extract.lexicon import load
from pledgebook.extract.only_giver import NOTE_SENTENCES
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import MoneyMention

#: How far before the words of recording the sum may stand that they point back to.
_BACK = 160
#: How far after them it may stand.
_AHEAD = 240
#: A label that opens a note, with what kind of sum it stands for.
_LABEL = re.compile(
    r"\s*[^.:;!?\n]{5,160}\b(?P<kind>commitment|allocation|package|tranche|instal+ment|component|part"
    r"|contribution|portion)\s*:\s",
    re.IGNORECASE,
)
_END = re.compile(r"[.;!?](?=\s|$)")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Words of recording before a sum, after it, and words that send it elsewhere."""
    words = load("recording")
    names, verbs = "|".join(words["names"]), "|".join(words["verbs"])
    third, done = "|".join(words["third"]), "|".join(words["done"])
    adverbs, places = "|".join(words["adverbs"]), "|".join(words["places"])
    ahead = (
        rf"\b(?:we\s+(?:(?:{adverbs})\s+)*(?:{verbs})"
        rf"|this\s+(?:\w+\s+)?(?:{names})\s+(?:(?:{adverbs})\s+)*(?:{third}))\b(?!\s+(?:that|how)\b)"
    )
    back = (
        rf"\b(?:which|that|this|these|the\s+(?:amount|sum)\s+(?:that\s+)?)?\s*"
        rf"(?:we\s+(?:(?:{adverbs})\s+)*(?:{verbs})"
        rf"|(?:is|are|will\s+be)\s+(?:(?:{adverbs})\s+)*(?:{done}))\s+(?:{places})"
    )
    away = rf"\b(?:{'|'.join(words['elsewhere'])})\b"
    return (
        re.compile(_loose(ahead), re.IGNORECASE),
        re.compile(_loose(back), re.IGNORECASE),
        re.compile(_loose(away), re.IGNORECASE),
    )


def _loose(pattern: str) -> str:
    """Blanks of a phrase match any run of blanks, as texts are hard-wrapped."""
    return pattern.replace(" ", r"\s+")


def records(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a sentence tells what the note itself records."""
    ahead, back, _ = _patterns()
    return any(p.search(page.text, sentence.start, sentence.end) for p in (back, ahead))


def recording_end(page: Page, sentence: Span) -> int | None:
    """Give the end of the words by which a sentence records something here, or None."""
    ahead, _, away = _patterns()
    found = ahead.search(page.text, sentence.start, sentence.end)
    if found is None or away.search(page.text, found.start(), sentence.end):
        return None
    return found.end()


def recorded_in(page: Page, sentence: Span) -> dict[Span, Span]:
    """Map the sums that the note itself records, to the words that say so."""
    sums = page.money.within(sentence)
    if not sums:
        return {}
    ahead, back, away = _patterns()
    found = _labelled(page, sums[0].span)
    for match in back.finditer(page.text, sentence.start, sentence.end):
        before = [m for m in sums if 0 <= match.start() - m.span.end < _BACK]
        if before and not away.search(page.text, before[-1].span.end, _clause_end(page, match)):
            found[before[-1].span] = Span(*match.span())
    for match in ahead.finditer(page.text, sentence.start, sentence.end):
        end = _clause_end(page, match)
        after = _first(page, sums, Span(match.end(), end))
        if after is not None and not away.search(page.text, match.start(), end):
            found.setdefault(after.span, Span(*match.span()))
    return found


def _labelled(page: Page, first: Span) -> dict[Span, Span]:
    """Map the sum that a note's own label names: "A further €1bn for 2026, second tranche: …"."""
    if len(page.sentences) > NOTE_SENTENCES:
        return {}
    label = _LABEL.match(page.text)
    inside = label is not None and first.end <= label.end()
    return {first: Span(*label.span("kind"))} if label is not None and inside else {}


def _clause_end(page: Page, match: re.Match[str]) -> int:
    end = _END.search(page.text, match.end())
    return end.start() if end else len(page.text)


def _first(page: Page, sums: Sequence[MoneyMention], words: Span) -> MoneyMention | None:
    """Give the first sum in some words that is not what another is taken from ("of the €9bn")."""
    for money in sums:
        near = words.start <= money.span.start < min(words.end, words.start + _AHEAD)
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
