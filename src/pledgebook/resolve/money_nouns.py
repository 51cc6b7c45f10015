"""Whether a number with a magnitude and no currency is money or counts something else."""

from __future__ import annotations

import re
from functools import cache

from pledgebook.resolve.money_currency import Printed
from pledgebook.resolve.numbers import Found, Number
from pledgebook.resolve.vocabulary_files import load
from pledgebook.resolve.word_patterns import GAP, alternatives

_PLAIN_END = re.compile(r"\s*(?:[.,;:)\]!?\"”’*|(–—/]|$|\n\s*\n)")


def counts_something(low: str, end: int) -> bool:
    """Say whether a noun that is no money word follows: "3 million people", "2 million shells"."""
    if _PLAIN_END.match(low, end):
        return False
    return _money_like().match(low, end) is None


def speaks_of_money(sentence: str) -> bool:
    """Say whether a lowered stretch of text speaks of giving, lending or spending."""
    return _cues().search(sentence) is not None and _counts().search(sentence) is None


def counted_before(low: str, start: int) -> bool:
    """Say whether a count is announced before the number: "a population of", "some … people"."""
    return _counted_before().search(low, max(0, start - 40), start) is not None


def is_weight(found: Found, number: Number, currency: Printed) -> bool:
    """Say whether pounds are a weight: "2,000-pound bombs", "23,000 pounds of food"."""
    low = found.low
    if low[currency.start : currency.end] not in ("pound", "pounds"):
        return False
    if low[currency.start - 1] == "-" and number.end == number.figure_end:
        return True
    if _WEIGHS.search(low, max(0, number.start - 24), number.start):
        return True
    match = _OF.match(low, currency.end)
    return match is not None and _money_of().match(low, match.end()) is None


_WEIGHS = re.compile(rf"\bweigh(?:s|ed|ing|t(?: of)?)?{GAP}(?:[^\W\d_]+{GAP}){{0,2}}$")
_OF = re.compile(rf"{GAP}of{GAP}")


@cache
def _money_of() -> re.Pattern[str]:
    nouns = alternatives(load("currencies")["bare"]["nouns"])
    return re.compile(rf"(?:[^\W_]+{GAP}){{0,2}}{nouns}(?![^\W_])")


@cache
def _money_like() -> re.Pattern[str]:
    data = load("currencies")["bare"]
    small = alternatives(data["followed_by"])
    nouns = alternatives(data["nouns"])
    return re.compile(
        rf"{GAP}(?:{small}(?![^\W_])|(?:[^\W\d_]+(?:{GAP}|/)){{0,2}}{nouns}(?![^\W_]))"
    )


@cache
def _cues() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){alternatives(load('currencies')['bare']['cues'])}")


@cache
def _counts() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){alternatives(load('currencies')['bare']['not_beside'])}")


@cache
def _counted_before() -> re.Pattern[str]:
    words = alternatives(load("currencies")["bare"]["not_after"])
    return re.compile(rf"(?<![^\W_]){words}{GAP}(?:[^\W\d_]+{GAP}){{0,3}}$")
