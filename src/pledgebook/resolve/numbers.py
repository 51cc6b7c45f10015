"""Where numbers stand in a text: figures with their magnitude, number words, vague plurals.

Money and quantities are both read from these, so the text is scanned once for both.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from pledgebook.resolve.number_figures import figure_value
from pledgebook.resolve.number_words import (
    foreign_value,
    plural_value,
    scale_value,
    word_lists,
    words_value,
)
from pledgebook.resolve.vocabulary_files import load
from pledgebook.resolve.word_patterns import GAP, alternatives, lowered

#: Digits that decimal arithmetic keeps exactly by default.
LONGEST_EXACT = 27

NumberKind = Literal["digits", "words", "vague", "foreign"]


class Number(NamedTuple):
    """A number in a text.

    A named tuple, since a megabyte of text holds ten thousand of them.

    Attributes:
        start, end: range of figure and magnitude.
        figure_end: end of the figure alone, or of all words.
        kind: digits, English number words, vague plural or "several" phrase ("hundreds of
            millions"; a lower bound), words of another language.
    """

    start: int
    end: int
    figure_end: int
    kind: NumberKind


class Found(NamedTuple):
    """The numbers of one text, and the text in lower case (same offsets)."""

    text: str
    low: str
    numbers: tuple[Number, ...]


@lru_cache(maxsize=2)
def find_numbers(text: str) -> Found:
    """Find all numbers, in order. The last two texts are kept: two readers ask for the same."""
    low = lowered(text)
    numbers = []
    for match in _pattern().finditer(low):
        kind = match.lastgroup
        start, end = match.span()
        if kind == "scale":
            numbers.append(Number(start, end, match.end("digits"), "digits"))
        else:
            numbers.append(Number(start, end, end, kind))  # type: ignore[arg-type]
    return Found(text, low, tuple(numbers))


def number_value(found: Found, number: Number) -> Decimal | None:
    """Read a number; the lower end for a vague one; None where it is no well-formed number."""
    words = found.low[number.start : number.end]
    if number.kind == "words":
        return words_value(words)
    if number.kind == "vague":
        return Decimal(plural_value(words))
    if number.kind == "foreign":
        return foreign_value(words)
    return digits_value(found, number, scale_words(found, number))


def digits_value(found: Found, number: Number, scale: str) -> Decimal | None:
    """Read a figure with the words of magnitude ``scale`` ("" for none)."""
    figure = found.low[number.start : number.figure_end]
    half = Decimal(0)
    if figure.endswith("half"):
        figure, half = _DIGITS_ONLY.match(figure)[0], Decimal("0.5")  # type: ignore[index]
    value = figure_value(figure.strip(), continental=_continental(scale), scaled=bool(scale))
    if value is None or not scale:
        return value
    return (value + half) * scale_value(scale)


def scale_words(found: Found, number: Number) -> str:
    """Give the words of magnitude after a figure, "" where there are none."""
    return found.low[number.figure_end : number.end].strip(" \t\r\n\u00a0\u2007\u2009\u202f-‐‑>+")


def plain_number(value: Decimal | None) -> Decimal | None:
    """Drop decimals that say nothing: 1600000000.0 becomes 1600000000."""
    if value is None or value != value.to_integral_value():
        return value
    return value.quantize(Decimal(1)) if value.adjusted() < LONGEST_EXACT else value


def is_weak(scale: str) -> bool:
    """Say whether words of magnitude count only beside a currency ("5 m" may be metres)."""
    return scale in _weak_scales()


def _continental(scale: str) -> bool:
    word = scale.split(" ", 1)[0]
    data = load("numbers")
    return word in data["continental"] and word not in data["scales"]


@cache
def _weak_scales() -> frozenset[str]:
    return frozenset(load("numbers")["weak"])


_DIGITS_ONLY = re.compile(r"[\d.,'’·\u00a0\u2009\u202f ]*\d")
#: Blanks that part thousands: never a tab, a line break or more than one.
_SPACE = "[ \u00a0\u2007\u2009\u202f]"
#: A figure. Groups after a blank must have three digits and be no calibre ("18 155mm howitzers").
FIGURE = (
    rf"(?:\d{{1,3}}(?:{_SPACE}\d{{3}}(?!\d|{_SPACE}?-?mm\b))+(?:[.,]\d+)?"
    rf"|\d+(?:[.,'’·]\d+)*(?:{_SPACE}?[½¼¾⅓⅔]|{_SPACE}\d/\d{{1,2}}(?![\d/]))?"
    r"|(?<![\w.,])\.\d+|[½¼¾])"
)


def scale_pattern() -> str:
    """Pattern of the words of magnitude after a figure, with the blank before them."""
    lists = word_lists()
    scale = alternatives([*lists.scales, *lists.plurals])
    ends = r"(?:(?![^\W_])|(?<=[mkt])(?=eur|usd|gbp|sek|nok|dkk|chf|pln|czk|kr\b))"
    return rf"\+?(?:{GAP})?{scale}{ends}(?:{GAP}{scale}{ends})*"


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\d])(?P<digits>{FIGURE}(?:{GAP}and{GAP}an?{GAP}half(?={GAP}))?)"
        rf"(?P<scale>{scale_pattern()})?"
        rf"|(?<![\w'’-])(?:(?P<vague>{_vague()})|(?P<words>{_words()})|(?P<foreign>{_foreign()}))"
        r"(?![^\W\d_])"
    )


def _words() -> str:
    data = load("numbers")
    scale = alternatives(data["scales"])
    small = alternatives([*data["units"], *data["tens"], *data["collectives"]])
    fraction = alternatives(data["fractions"])
    counted = rf"(?:of{GAP})?(?:an?{GAP})?(?:{scale}|dozen)"
    part = rf"{fraction}(?={GAP}{counted}\b)"
    word = rf"(?:{small}|{scale}|{part})"
    more = "|".join(
        [
            rf"{GAP}{counted}",
            rf"{GAP}{word}",
            rf"{GAP}and{GAP}(?:an?{GAP}|three{GAP})?{fraction}",
            rf"(?<=hundred|llions?|usand){GAP}and{GAP}{small}".replace("llions?", "illion"),
            rf"{GAP}point(?:{GAP}{alternatives(data['units'])})+",
        ]
    )
    more = more.replace("(?<=hundred|illion|usand)", "(?:(?<=hundred)|(?<=usand)|(?<=llion))")
    first = rf"(?:an?{GAP}(?:{scale}|{part}|{alternatives(data['collectives'])})|{word})"
    return rf"{first}\b(?:(?:{more})\b)*"


def _vague() -> str:
    data = load("numbers")
    plural = alternatives(data["plurals"])
    scale = alternatives([*data["scales"], *data["plurals"]])
    several = rf"{alternatives(data['several'])}{GAP}(?:dozen|{alternatives(data['scales'])})"
    return rf"(?:{several}|{plural})\b(?:{GAP}(?:and{GAP}|of{GAP}(?:an?{GAP})?)?{scale}\b)*"


def _foreign() -> str:
    data = load("numbers")
    scale = alternatives([*data["continental"], *data["scales"], "millions", "billions"])
    return (
        rf"(?:{alternatives(data['foreign_words'])}{GAP}?{scale}(?:{GAP}{scale})*"
        rf"|{alternatives(data['bare'])})"
    )
