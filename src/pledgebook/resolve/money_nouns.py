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
    if number.end == number.figure_end and _is_body_weight(low, number.start, currency.end):
        return True
    match = _OF.match(low, currency.end)
    if match is None:
        return False
    of_money = _money_of().match(low, match.end()) or _VAST.search(low, number.start, number.end)
    return of_money is None or _is_freight(low, number.start, match.end())


#: Nothing that is told of in pounds weighs billions of them.
_VAST = re.compile(r"(?:billion|bn|trillion|tn)\Z")


def _is_freight(low: str, start: int, end: int) -> bool:
    """Say whether the words around "pounds of aid" speak of carrying it: then they are weights."""
    around = low[max(0, start - _NEARBY) : end + _NEARBY]
    return _freight().search(around) is not None


#: So far around "pounds of aid" a word of freight tells a weight from a sum.
_NEARBY = 200


@cache
def _freight() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){alternatives(load('currencies')['freight'])}(?![^\W_])")


def _is_body_weight(low: str, start: int, end: int) -> bool:
    """Say whether somebody lost or gained pounds, or is pounds heavier; "lost £20" is money."""
    if _HEAVIER.match(low, end):
        return True
    return _GAINED.search(low, max(0, start - 40), start) is not None and not _AT_PLAY.match(
        low, end
    )


_GAINED = re.compile(
    rf"\b(?:lost|lose|loses|losing|gain|gained|gains|gaining|shed|sheds|shedding|put on|dropped)"
    rf"{GAP}(?:(?:about|around|some|over|nearly|almost|at least|more than|up to){GAP})?$"
)
_HEAVIER = re.compile(rf"{GAP}(?:heavier|lighter|overweight|underweight|(?:in|of){GAP}weight)\b")
#: Pounds lost at cards, on a bet or by a firm are money.
_AT_PLAY = re.compile(
    rf"{GAP}(?:at|on|by|through|because|a{GAP}(?:day|week|month|year)|per|each)\b"
)


def names_a_standard(found: Found, number: Number, currency: Printed) -> bool:
    """Say whether letters and figure name a thing: "RS 232", "EUR1 certificate", "the BEF7 unit".

    Serial interfaces and papers of trade are listed. A code that is out of use and stands glued to
    one or two figures is a type, as nobody prints a sum so.
    """
    words = found.low[currency.start : number.end].replace(" ", "").replace("\u00a0", "")
    if words in _standards():
        return True
    standard = _standards_before().get(words)
    if standard is not None and standard.match(found.low, number.end):
        return True
    glued = currency.end == number.start and number.end - number.start <= 2  # noqa: PLR2004
    return glued and currency.code in load("currencies")["out_of_use"]


def opens_a_standard(found: Found, currency: Printed) -> bool:
    """Say whether letters behind a figure belong to a standard: "40 RS 232 connectors"."""
    words = found.low[currency.start : currency.end + 5].replace(" ", "")
    return words[:_LENGTH_OF_STANDARD] in _standards()


_LENGTH_OF_STANDARD = len("rs232")


def is_share(low: str, end: int) -> bool:
    """Say whether cents are a share: "30 cents on the dollar"."""
    return _ON_THE.match(low, end) is not None


_ON_THE = re.compile(
    rf"{GAP}(?:on|in|of){GAP}(?:the|every|each){GAP}(?:dollar|euro|pound)(?![^\W_])"
)


def is_denomination(low: str, currency: Printed) -> bool:
    """Say whether the sum is a piece of money and not paid: "the 100-dollar note"."""
    return low[currency.start - 1] == "-" and _NOTE.match(low, currency.end) is not None


_NOTE = re.compile(rf"{GAP}(?:notes?|bills?|coins?|banknotes?)(?![^\W_])")


@cache
def _standards() -> frozenset[str]:
    return frozenset(load("currencies")["standards"]["always"])


@cache
def _standards_before() -> dict[str, re.Pattern[str]]:
    before = load("currencies")["standards"]["before"]
    return {
        words: re.compile(rf"{GAP}{alternatives(nouns)}(?![^\W_])")
        for words, nouns in before.items()
    }


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
