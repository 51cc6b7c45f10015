"""Where a date can begin: one cheap pass that leaves most of a text unread by the rules.

Every rule of dates begins with a figure or with one of the words gathered here from
``resources/dates.yaml``; words that are common elsewhere ("the", "in") count only before a second
word or figure that goes on to a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from pledgebook.resolve.date_words import cased, either_case
from pledgebook.resolve.vocabulary_files import load
from pledgebook.resolve.word_patterns import alternatives

#: Blanks between two words; more than nine never stand inside a date.
_BLANKS = r"\s{1,9}"
_RELATIVE = ("this", "last", "next", "current", "past", "previous", "coming", "following")
_PARTS = ("early", "earlier", "late", "later", "mid", "half", "middle", "beginning", "start", "end",
          "close", "outset", "final", "opening", "closing", "latter", "same",
          "rest", "remainder")  # fmt: skip
_DAYS = ("today", "tonight", "yesterday", "tomorrow", "morning", "afternoon", "evening", "night",
         "weekend")  # fmt: skip
#: Words that begin a date only together with the next one.
_COMMON = ("the", "this", "a", "an", "in", "at", "over", "one", "two", "first", "second", "last",
           "half", "past", "end", "following", "start", "third", "next", "early", "final",
           "current", "previous", "late", "coming", "three", "four", "five", "six", "ten", "later",
           "day",
           "close", "same", "opening", "closing", "beginning", "middle", "earlier")  # fmt: skip


def _first(words: Iterable[str]) -> set[str]:
    return {re.split(r"[\s-]", word)[0] for word in words}


@cache
def _named() -> frozenset[str]:
    """Months and weekdays, as printed."""
    data = load("dates")
    short = [*data["month_short"], *data["month_short_more"], *data["weekday_short"]]
    return frozenset(cased([*data["months"], *data["weekdays"], *short]))


@cache
def _words() -> frozenset[str]:
    """First words of dates other than names, in small letters."""
    data = load("dates")
    units = [*data["units"], "fiscal", "financial", "budget"]
    counts = _first([*data["numbers"], *data["ordinals"], *data["day_words"]])
    counts = {word for word in counts if not word[0].isdigit()}
    return frozenset({*units, *counts, *data["seasons"], *_RELATIVE, *_PARTS, *_DAYS, "within"})


@cache
def _gate() -> re.Pattern[str]:
    """What can stand at the beginning of a date, after a character that is part of no word."""
    own = {*_named(), *either_case(_words() - set(_COMMON)), "FY", "QUARTER"}
    small = _words() | {
        "the",
        "few",
        "several",
        "couple",
        "of",
        "to",
        "or",
        "and",
        "before",
        "after",
    }
    names = alternatives({*_named(), *small, *(word.upper() for word in small)})
    seconds = rf"(?:{names}|\d)"
    common = alternatives(either_case(_COMMON))
    unit = alternatives([*_named(), *load("dates")["units"], "and", "to", "or", "until", "till",
                         "through", "of"])  # fmt: skip
    figures = (
        r"(?:(?:19|20)\d\d|[0-3]?\d(?:[/.-]\d|st\b|nd\b|rd\b|th\b)|[1-4]Q"
        r"|[0-3]?\d,\s{1,2}[0-3]?\d(?=[\s,]\D)"
        rf"|\d{{1,4}}(?:\s{{0,9}}(?:[-‐‑–—]\s{{0,9}})?)(?:{unit}|(?<=[-‐‑–—\s])\d))"
    )
    both = rf"(?:{common}(?:{_BLANKS}|[-‐‑]){seconds})"
    return re.compile(rf"(?:{figures}|[QH][1-4]|{alternatives(own)}|{both})")


@cache
def _search() -> re.Pattern[str]:
    return re.compile(rf"\W(?={_gate().pattern})")


def starts(text: str) -> Iterator[int]:
    """Offsets in order at which a date can begin."""
    if _gate().match(text) is not None:
        yield 0
    for found in _search().finditer(text):
        yield found.end()
