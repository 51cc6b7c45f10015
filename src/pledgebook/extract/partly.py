"""Whether a sentence tells the delivery of a part only: "some of the buses", "a first batch"."""

from __future__ import annotations

import re
from functools import cache

from pledgebook.extract.lexicon import load
from pledgebook.model.spans import Span

#: How far before a thing such words may begin: an article, a place, a portion and "of the other's".
_REACH = 60
_WHOLE = (
    r"\s+of\s+(?:(?:all|the|its|their|his|her|our|those|these|this|that|[\w-]+['’]s?)\s+){1,3}"
    r"(?:[\w.,-]+\s+)?"
)
#: Between a sum that is told of and the sum that it is a part of: "€6bn of the €18bn".
_OF_SUM = re.compile(
    r",?\s+of\s+(?:the|its|their|this|that|an?|[\w-]+['’]s?)\s+(?:[\w-]+\s+){0,2}$"
)


def part_of_sum(text: str, part: Span, whole: Span) -> Span | None:
    """Find the words between two sums that make the first a part of the second."""
    between = text[part.end : whole.start]
    found = _OF_SUM.fullmatch(between)
    if found is None:
        return None
    start = part.end + len(between) - len(between.lstrip(" ,"))
    return Span(start, start + len(between.strip(" ,")))


def told_in_part(text: str, sentence: Span, thing: Span, *, valued: bool) -> Span | None:
    """Find the words before a thing that make it the whole of which a part is told.

    ``valued``: the thing has a sum or a count. What has one is the whole only behind "of the":
    "a first batch of ten buses" is all of those ten.
    """
    low = max(sentence.start, thing.start - _REACH)
    before = text[low : thing.start]
    patterns = (_of_whole(),) if valued else (_of_whole(), _without_count())
    found = next((m for p in patterns if (m := p.search(before))), None)
    if found is None:
        return None
    start = low + found.start()
    return Span(start, start + len(found.group().rstrip()))


def _any(key: str) -> str:
    return "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in load("partly")[key])


@cache
def _of_whole() -> re.Pattern[str]:
    place = rf"(?:the|an?|its|their)\s+(?:{_any('places')})(?:\s+(?:{_any('portions')}))?"
    # headlines leave articles out
    bare = rf"(?<![\w-]\s)(?:{_any('places')})\s+(?:{_any('portions')})"
    return re.compile(rf"\b(?:{_any('shares')}|{place}|{bare}){_WHOLE}$", re.IGNORECASE)


@cache
def _without_count() -> re.Pattern[str]:
    place = rf"(?:the|an?|its|their)\s+(?:{_any('places')})"
    portion = rf"(?:\s+(?:{_any('portions')})\s+of(?:\s+the)?)?"
    return re.compile(rf"\b{place}{portion}\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
