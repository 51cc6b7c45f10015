"""Which numbers count something: years, dates, percentages, labels and model numbers do not."""

from __future__ import annotations

import re
from functools import cache

from pledgebook.resolve.numbers import Found, Number
from pledgebook.resolve.vocabulary_files import load
from pledgebook.resolve.word_patterns import BLANK, alternatives

_YEAR = re.compile(r"(?:1[89]|20)\d\d$")
_YEAR_CONTEXT = re.compile(
    r"(?:\b(?:in|of|since|until|till|by|from|before|after|during|for|to|through|between|and|early|late|mid|year|fy|the|,)|[-–/,(])\s*$"
)
_NEVER_AFTER = frozenset("%°$€£¥")
_AFTER_FIGURE = re.compile(r"[^\W_]|[%°$€£¥:/]\d?|,\d|\.\d|[-–]\d")
_TIMES = re.compile(r"[x×](?=[ \t\u00a0]|[A-Z])")


def counts(found: Found, number: Number) -> bool:
    """Say whether a number may count things, by what stands directly beside it."""
    labelled = number.kind == "digits" and is_labelled(found, number)
    return not labelled and stands_free(found, number)


def stands_free(found: Found, number: Number) -> bool:
    """Say whether what follows a number that has no label lets it count things."""
    low = found.low
    if number.kind != "digits":
        return not low.startswith("multi", number.start)  # "multi-million projects"
    following = low[number.end : number.end + 1]
    if following in _NEVER_AFTER or _never().match(low, number.end):
        return False
    if _YEAR.match(low[number.start : number.end]) and _is_year(found, number):
        return False
    return _AFTER_FIGURE.match(low, number.end) is None or _unit_attached(low, number)


def is_labelled(found: Found, number: Number) -> bool:
    """Say whether a figure belongs to what stands before it: "Source 2", "F-16", "§ 3"."""
    if number.start == 0:
        return False
    before = found.low[max(0, number.start - 16) : number.start]
    last = before[-1]
    if number.kind == "digits" and not last.isspace() and last not in '(|*_"“‘':
        if last.isalnum() or last in "$€£¥#§@/:.":
            return True
        if last in "-–" and len(before) > 1 and before[-2].isalpha():
            return True
    words = before.split()
    return bool(words) and not last.isalnum() and words[-1].strip('(*_"“') in _labels()


def _is_year(found: Found, number: Number) -> bool:
    before = found.low[max(0, number.start - 16) : number.start]
    if _YEAR_CONTEXT.search(before):
        return True
    if not before.strip() and found.low[number.end - 2 : number.end] != "00":
        return True
    return found.low[number.end : number.end + 1] in (",", ".", ")", ";", "")


def _unit_attached(low: str, number: Number) -> bool:
    """Say whether letters directly after the figure are a unit or a times sign ("200kg", "5x")."""
    return bool(_units_attached().match(low, number.end) or _TIMES.match(low, number.end))


@cache
def _labels() -> frozenset[str]:
    return frozenset(load("items")["labels"])


#: Behind a count, what tells of which rank things are: "15 second-hand vans", "4 third-generation".
_RANKED = r"(?:second|third)-(?!longest|largest|long|old|lap)[a-z]"


@cache
def _never() -> re.Pattern[str]:
    words = alternatives(load("units")["never"])
    return re.compile(
        rf"(?:{BLANK}|[-‐‑])(?!{_RANKED}){words}(?![^\W_]|-\d)|-[^\W\d_]+-old\b|{BLANK}%|%"
    )


@cache
def _units_attached() -> re.Pattern[str]:
    words = alternatives(w for list_ in load("units")["measures"].values() for w in list_)
    return re.compile(rf"{words}(?![^\W_])")


def in_a_name(found: Found, number: Number) -> bool:
    """Say whether a number is part of a name inside a sentence: "the One Health plan"."""
    if number.kind != "words" or not found.text[number.start].isupper():
        return False
    before, after = found.text[: number.start].rstrip(), found.text[number.end :]
    inside = before[-1:].isalpha() and before[-1:].islower()
    return inside and after[:1] == " " and after[1:2].isupper() and after[2:3].islower()
