"""Notes that reckon: what they record is a difference, a named part, or a year's share of a sum.

"We subtract the €60m of the first packages and report €30m", "here we report the contribution to
UNICEF", "2026 plan: €318m in 2025 and €197m in 2026": one of the sums of such a note is what it
records, or none is printed; the others are told as background. Only short texts are notes.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from itertools import permutations

from pledgebook.extract.drafts import Draft
from pledgebook.extract.lexicon import load
from pledgebook.extract.only_giver import NOTE_SENTENCES
from pledgebook.extract.page import Page
from pledgebook.extract.recording import recording_clauses
from pledgebook.model.spans import Span

#: How far two sides of a subtraction may differ, as a share of the result: sources round.
_ROUNDED = Decimal("0.02")
#: More sums than this are a table, and some three of them will fit by chance.
_MOST_SUMS = 8
#: What a note concludes from its reckoning: "leaving €30m", "thus, the value equals €30m".
_RESULT_IS = re.compile(
    r"\b(?:leav(?:es?|ing)|giv(?:es?|ing)|makes?|making|equals?(?:\s+to)?|(?:is|are)\s+equal\s+to|amount(?:s|ing)?\s+to|result(?:s|ing)?\s+in"
    r"|for\s+a\s+total\s+of|comes?\s+to|left\s+with)\s+(?:(?:about|around|approximately|only|an?|the)\s+)*"
    r"(?:(?:value|sum|total|amount)\s+of\s+)?$",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b(?:[A-Z][\w’'&-]*[A-Za-z]|[A-Z]{2,})\b")
_YEAR = re.compile(r"\b20[0-4]\d\b")
#: The year right behind a sum that it is for: "€20m in 2024", "€5m for 2026".
_OF_YEAR = re.compile(r"\s+(?:[\w-]+\s+){0,3}?(?:in|for|of|during)\s+(?P<year>20[0-4]\d)\b")
#: The same for a stretch of years, which may stand further off: "in the 2025-2026 fiscal year".
_STRETCH = r"20[0-4]\d\s?[-–/]\s?(?:20)?\d\d\b"
_OF_STRETCH = re.compile(
    rf"\s+(?:[\w-]+\s+){{0,8}}?(?:in|for|of|during)\s+(?:the\s+)?(?:fiscal\s+year\s+|FY\s*)?(?P<year>{_STRETCH})"
)
#: A label that opens a note and tells the year that it is about.
_YEAR_LABEL = re.compile(r"\s*[^.:;!?\n]{0,80}?\b(?P<year>20[0-4]\d)\b[^.:;!?\n]{3,100}:\s")
_STRETCH_LABEL = re.compile(rf"\s*[^.:;!?\n]{{0,80}}?\b(?P<year>{_STRETCH})[^.:;!?\n]{{3,100}}:\s")
#: A sum that the note itself leaves out: "we do not report the €6m", "€6m, which we do not count".
_LEAVING_OUT = re.compile(
    r"\bwe\s+(?:do\s+not|don['’]t|did\s+not|cannot|can['’]t)\s+(?:(?:directly|also|yet|therefore)\s+)*"
    r"(?:report|count|include|record|consider|register|list|code)\b(?![^.;:!?]*\b(?:but|only|that)\b)",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile(
    r"[^.;:!?]{0,100}?(?:,\s*|\s\(?)(?:which|that|but|whom|so|and)(?:,?\s*(?:therefore|hence|thus|so|they|it|this|those|these)\b,?)*\s+"
    r"(?P<why>we\s+(?:do\s+not|don['’]t|did\s+not)\s+(?:report|count|include|record|consider)\b"
    r"|(?:is|are|was|were)\s+(?:therefore\s+)?(?:not\s+(?:reported|counted|included|recorded)"
    r"|excluded)\s+(?:here|for\s+now|at\s+this\s+point|in\s+(?:our|this|the)\b|from\s+(?:our|this|the)\b))",
    re.IGNORECASE,
)
#: Verbs of recording whose object is what the note stands for.
_NAMING = re.compile(r"\b(?:report|record|register|list|enter)", re.IGNORECASE)
_MONTHS = frozenset(calendar.month_name[1:])
#: Two years make a span ("the 2023-2027 programme"), which is no year of its own.
_ONE_YEAR = 1


def record_reckoned(page: Page, drafts: Sequence[Draft]) -> None:
    """Mark the sum that a note records by reckoning, name, place or year (``Draft.recorded``).

    Where it reckons and prints no result, all of its sums are told as background.
    """
    sums = [draft for draft in drafts if draft.money is not None]
    if not sums or len(page.sentences) > NOTE_SENTENCES:
        return
    for draft in sums:
        words = None if draft.recorded else _left_out(page, draft)
        if words is not None and draft.newness[0] != "restated":
            draft.newness = ("restated", words)
    if any(draft.recorded for draft in sums):
        _keep_reported(page, sums)
        return
    found = _by_name(page, sums) or _by_year(page, sums)
    if found is not None:
        _record(*found)
        return
    words = reckoning_words(page)
    if words is None:
        return
    result = _concluded(page, sums, words) or _difference(sums)
    if result is not None:
        _record(result, words)
        return
    for draft in sums:
        if draft.newness[0] != "restated":
            draft.newness = ("restated", words)


def _record(draft: Draft, words: Span) -> None:
    """Mark a sum as the one recorded; it is not as old as the whole that it was taken from."""
    draft.recorded = words
    if draft.parent is not None and draft.newness == draft.parent.newness:
        draft.newness = ("unclear", None)


def _keep_reported(page: Page, sums: Sequence[Draft]) -> None:
    """What is reported outranks what was reckoned on the way: "we arrive at €47m … report €12m"."""
    told = [draft for draft in sums if draft.recorded is not None]
    reported = [
        d for d in told if d.recorded is not None and _NAMING.search(page.words(d.recorded))
    ]
    for draft in told if reported else []:
        if draft not in reported:
            draft.recorded = None


def _left_out(page: Page, draft: Draft) -> Span | None:
    """Find the words by which a note says that it does not record a sum."""
    assert draft.money is not None
    sentence, thing = page.sentence_of(draft.money.span), draft.money.span
    before = _LEAVING_OUT.search(page.text, sentence.start, thing.start)
    if before is not None:
        return Span(*before.span())
    after = _LEFT_OUT.match(page.text, thing.end, sentence.end)
    nearest = after is not None and not page.money.within(Span(thing.end, after.start("why")))
    return Span(*after.span("why")) if after is not None and nearest else None


@cache
def _reckoning() -> re.Pattern[str]:
    """Words of subtracting, and of recording what is left."""
    lists = load("recording")
    verbs, adverbs = "|".join(lists["verbs"]), "|".join(lists["adverbs"])
    left = rf"(?:(?:{'|'.join(lists['left_over'])})\b|remaining\s+(?:{'|'.join(lists['money'])}))"
    minus = "|".join(lists["subtracting"])
    third = "|".join(lists["third"])
    names = "|".join(lists["names"])
    we = rf"\bwe\s+(?:(?:{adverbs})\s+)*"
    pattern = (
        rf"{we}(?:{verbs}|{minus})\s+(?:only\s+)?(?:the|this|its)\s+(?:\w+\s+)?{left}"
        rf"|{we}(?:{minus})\b"
        rf"|\bthis\s+(?:{names})\s+(?:(?:{adverbs})\s+)*(?:{third})\s+the\s+{left}"
    )
    return re.compile(pattern.replace(" ", r"\s+"), re.IGNORECASE)


def reckoning_words(page: Page) -> Span | None:
    """Find the words by which a note records what is left of a sum ("we report the rest")."""
    found = _reckoning().search(page.text)
    return None if found is None else Span(*found.span())


def _concluded(page: Page, sums: Sequence[Draft], words: Span) -> Draft | None:
    """Give the sum that the note concludes in the sentence of its reckoning, or in the next one."""
    at = page.sentences.position(page.sentence_of(words))
    last = page.sentences.items[min(at + 1, len(page.sentences) - 1)]
    for draft in sums:
        assert draft.money is not None
        start = draft.money.span.start
        if words.end <= start < last.end and _RESULT_IS.search(page.text, words.end, start):
            return draft
    return None


def _difference(sums: Sequence[Draft]) -> Draft | None:
    """Give the one sum that is the difference of two others, told after both."""
    if not sums or len(sums) > _MOST_SUMS:
        return None
    fits = {
        id(left): left
        for whole, part, left in permutations(sums, 3)
        if _told_last(whole, part, left) and _leaves(whole, part, left)
    }
    return next(iter(fits.values())) if len(fits) == 1 else None


def _told_last(whole: Draft, part: Draft, left: Draft) -> bool:
    assert whole.money is not None
    assert part.money is not None
    assert left.money is not None
    return left.money.span.start > max(whole.money.span.start, part.money.span.start)


def _leaves(whole: Draft, part: Draft, left: Draft) -> bool:
    amounts = [d.money.amount for d in (whole, part, left) if d.money is not None]
    figures = [a.low if a.low is not None else a.high for a in amounts]
    if None in figures or len({a.currency for a in amounts}) != 1:
        return False
    total, taken, rest = (f for f in figures if f is not None)
    return abs(total - taken - rest) <= _ROUNDED * rest


def _by_name(page: Page, sums: Sequence[Draft]) -> tuple[Draft, Span] | None:
    """Find the sum that goes where the note says that what it records goes, or has its place.

    "Here we report the contribution to UNICEF", "we report the second part here".
    """
    for words, clause in recording_clauses(page):
        if page.money.within(clause):
            continue
        place, listed = _place(page.words(clause)), _listed(sums)
        if place is not None and place < len(listed):
            return listed[place], words
        if not _NAMING.search(page.words(words)):
            continue
        names = {m.group() for m in _NAME.finditer(page.words(clause))} - _MONTHS
        named = [d for d in sums if names & set(_NAME.findall(_own_words(page, d, sums)))]
        if len(named) == 1:
            return named[0], words
    return None


def _listed(sums: Sequence[Draft]) -> list[Draft]:
    """Parts in the order of the text; a part that is told twice with one figure has two places."""
    parts = [
        (money.span, draft)
        for draft in sums
        if draft.parent is not None and draft.money is not None
        for money in (draft.money, *draft.repeats)
    ]
    return [draft for _, draft in sorted(parts, key=lambda part: part[0])]


def _place(clause: str) -> int | None:
    """Give the place that a clause names in a list ("the second part"), counted from 0."""
    ordinals, parts = load("recording")["ordinals"], "|".join(load("recording")["parts"])
    found = re.search(rf"\b({'|'.join(ordinals)})\s+(?:{parts})\b", clause, re.IGNORECASE)
    return None if found is None else list(ordinals).index(found.group(1).lower())


def _own_words(page: Page, draft: Draft, sums: Sequence[Draft]) -> str:
    """Give the words behind a sum up to the next one, or to the end of its sentence."""
    assert draft.money is not None
    end = page.sentence_of(draft.money.span).end
    after = [
        d.money.span.start for d in sums if d.money and d.money.span.start > draft.money.span.end
    ]
    return page.text[draft.money.span.end : min([end, *after])]


def _by_year(page: Page, sums: Sequence[Draft]) -> tuple[Draft, Span] | None:
    """Find the sum for the year that the note's label names, of sums for several years."""
    label = _YEAR_LABEL.match(page.text)
    of_year = _OF_YEAR
    if label is not None and len(set(_YEAR.findall(label.group()))) > _ONE_YEAR:
        label, of_year = _STRETCH_LABEL.match(page.text), _OF_STRETCH
    if label is None:
        return None
    years = [(d, of_year.match(_own_words(page, d, sums))) for d in sums]
    told = [(d, found.group("year")) for d, found in years if found is not None]
    own = [d for d, year in told if year == label.group("year")]
    if not own or len({year for _, year in told}) == _ONE_YEAR:
        return None
    return own[-1], Span(*label.span("year"))
