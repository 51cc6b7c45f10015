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
from pledgebook.resolve.word_patterns import GAP, SEPARATOR, alternatives, beginnings, lowered

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
    digits = [_of_digits(low, match) for match in _digits().finditer(low)]
    words = [_of_words(match) for match in _number_words().finditer(" " + low)]
    return Found(text, low, tuple(_merged(digits, words) if words else digits))


def _of_digits(low: str, match: re.Match[str]) -> Number:
    start, end = match.span()
    if start and low[start - 1] == "." and (start == 1 or low[start - 2] in _BEFORE_POINT):
        start -= 1  # ".5"
    return Number(start, end, match.end("digits"), "digits")


def _of_words(match: re.Match[str]) -> Number:
    """Read a match in the text with one blank before it: one back, without the separator."""
    start, end = match.start(), match.end() - 1
    return Number(start, end, end, match.lastgroup)  # type: ignore[arg-type]


def _merged(digits: list[Number], words: list[Number]) -> list[Number]:
    """Merge in order; number words that a figure has taken as its magnitude are left out."""
    out: list[Number] = []
    for number in sorted([*digits, *words]):
        if not out or number.start >= out[-1].end:
            out.append(number)
    return out


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
    if scale.endswith("half"):  # "1 million and a half"
        half += Decimal("0.5")
    return (value + half) * scale_value(scale)


def scale_words(found: Found, number: Number) -> str:
    """Give the words of magnitude after a figure, "" where there are none."""
    return found.low[number.figure_end : number.end].strip(" \t\r\n\u00a0\u2007\u2009\u202f-‐‑>+")


def scale_factor(found: Found, number: Number) -> int:
    """Give the magnitude of a number as a factor; 1 where none is printed."""
    if number.kind == "digits":
        scale = scale_words(found, number)
        return scale_value(scale) if scale else 1
    words = found.low[number.start : number.end]
    if number.kind == "vague":
        return plural_value(words)
    match = _last_scale().search(words)
    return scale_value(match[0]) if match else 1


def plain_number(value: Decimal | None) -> Decimal | None:
    """Drop decimals that say nothing: 1600000000.0 becomes 1600000000.

    A share that no decimal gives exactly is rounded at the thousandth: "a third of a billion" is
    333333333.333, and stays ``exact``, as the words have no "about".
    """
    if value is not None and len(value.as_tuple().digits) > LONGEST_EXACT:
        value = value.quantize(_THOUSANDTH) if _is_endless(value) else value
    if value is None or value != value.to_integral_value():
        return value
    return value.quantize(Decimal(1)) if value.adjusted() < LONGEST_EXACT else value


_THOUSANDTH = Decimal("0.001")
_PLACES_KEPT = 3


def _is_endless(value: Decimal) -> bool:
    """Say whether a value has the decimals of a division that does not come out."""
    places = -int(value.as_tuple().exponent)
    return _PLACES_KEPT < places <= LONGEST_EXACT


def is_weak(scale: str) -> bool:
    """Say whether words of magnitude count only beside a currency ("5 m" may be metres)."""
    return scale in _weak_scales()


def _continental(scale: str) -> bool:
    word = scale.split(" ", 1)[0]
    data = load("numbers")
    return word in data["continental"] and word not in data["scales"]


@cache
def _last_scale() -> re.Pattern[str]:
    scale = alternatives([*word_lists().scales, "millions", "billions"])
    return re.compile(rf"(?<![^\W_]){scale}(?:{GAP}{scale})*$")


@cache
def _weak_scales() -> frozenset[str]:
    return frozenset(load("numbers")["weak"])


#: A shorter number word of another language is never glued to its scale word.
_SHORTEST_GLUED = 3
#: More number words than any number that is printed in words has.
_LONGEST_RUN = 20
_DIGITS_ONLY = re.compile(r"[\d.,'’·\u00a0\u2009\u202f ]*\d")
#: Blanks that part thousands: never a tab, a line break or more than one.
_SPACE = "[ \u00a0\u2007\u2009\u202f]"
#: What stands before a point that opens a figure (".5").
_BEFORE_POINT = frozenset(" \t\n\u00a0$€£¥(")
#: A figure. Groups after a blank must have three digits and be no calibre ("18 155mm howitzers").
#: It starts with a plain set of characters, so that the search leaps from digit to digit.
FIGURE = (
    r"[0-9½¼¾](?<!\d[0-9½¼¾])"
    rf"(?:(?<=[½¼¾])|\d{{0,2}}(?:{_SPACE}\d{{3}}(?!\d|{_SPACE}?-?mm\b))+(?:[.,]\d+)?"
    rf"|(?<=[1-9])/(?:[2-9]|10)(?={_SPACE}?-?(?:[mbt]r?illion|[mb]n\b))"
    rf"|\d*(?:[.,'’·]\d+)*(?:{_SPACE}?[½¼¾⅓⅔]|{_SPACE}\d/\d{{1,2}}(?![\d/]))?)"
)


def scale_pattern() -> str:
    """Pattern of the words of magnitude after a figure, with the blank before them."""
    lists = word_lists()
    scale = alternatives([*lists.scales, *lists.plurals])
    ends = r"(?:(?![^\W_])|(?<=[mkt])(?=eur|usd|gbp|sek|nok|dkk|chf|pln|czk|kr\b))"
    return rf"\+?(?:{GAP})?{scale}{ends}(?:{GAP}{scale}{ends}){{0,2}}"


@cache
def _digits() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<digits>{FIGURE}(?:{GAP}and{GAP}an?{GAP}half(?={GAP}))?)"
        rf"(?P<scale>{scale_pattern()}(?:{GAP}and{GAP}an?{GAP}half(?={GAP}))?)?"
    )


@cache
def _number_words() -> re.Pattern[str]:
    """Number words behind one character that is no part of a word.

    That character comes first so that the search leaps from separator to separator.
    """
    return re.compile(
        rf"{SEPARATOR}{_beginning()}(?={_first_words()})(?:(?P<vague>{_vague()})|(?P<words>{_words()})|(?P<foreign>{_foreign()}))"
        r"(?![^\W\d_]|['’]s\b)"
    )


def _beginning() -> str:
    """Pattern of the first letters of any number word: it turns most words away at once."""
    data = load("numbers")
    lists = ("units", "tens", "collectives", "fractions", "parts", "scales", "plurals")
    more = ("foreign_words", "several", "bare", "continental")
    words = {word for name in (*lists, *more) for word in data[name]}
    short = {word for word in words if len(word) < _SHORTEST_GLUED}
    return f"(?={beginnings({*words - short, *(f'{word} ' for word in short), 'a ', 'an '})})"


def _first_words() -> str:
    """Pattern of what a number in words starts with: one quick look before three slow ones."""
    data = load("numbers")
    lists = (
        "units",
        "tens",
        "collectives",
        "fractions",
        "parts",
        "scales",
        "plurals",
    )
    words = [word for name in lists for word in data[name] if word not in ("a", "an")]
    several = [word for word in data["several"] if not word.startswith("a ")]
    ends = r"(?![^\W\d_])"
    fixed = ("scales", "fractions", "parts", "collectives", "several", "single_of")
    after_a = alternatives(["few", *(word for name in fixed for word in data[name])])
    glued = alternatives(word for word in data["foreign_words"] if len(word) >= _SHORTEST_GLUED)
    own = alternatives(data["continental"])
    scales = "".join(sorted({word[0] for name in ("continental", "scales") for word in data[name]}))
    return (
        rf"(?:{alternatives([*words, *several, *data['bare']])}{ends}|an?{GAP}{after_a}"
        rf"|{alternatives(data['foreign_words'])}{GAP}[{scales}]|{glued}{own})"
    )


def _words() -> str:
    data = load("numbers")
    scale = alternatives(data["scales"])
    small = alternatives([*data["units"], *data["tens"], *data["collectives"]])
    fraction = alternatives(data["fractions"])
    counted = rf"(?:of{GAP})?(?:an?{GAP})?(?:{scale}|dozen)"
    whole = rf"of{GAP}(?:(?:an?|one){GAP})?(?:single{GAP})?{scale}"
    parts = alternatives(data["parts"])
    part = rf"(?:{fraction}(?={GAP}(?:{counted}|{whole})\b)|{parts}(?={GAP}{whole}\b))"
    word = rf"(?:{small}|{scale}|{part})"
    more = "|".join(
        [
            rf"{GAP}{counted}",
            rf"{GAP}{whole}",
            rf"{GAP}{word}",
            rf"{GAP}and{GAP}(?:an?{GAP}|three{GAP})?{fraction}",
            rf"(?<=hundred|llions?|usand){GAP}and{GAP}{small}".replace("llions?", "illion"),
            rf"{GAP}point(?:{GAP}{alternatives(data['units'])})+",
        ]
    )
    more = more.replace("(?<=hundred|illion|usand)", "(?:(?<=hundred)|(?<=usand)|(?<=llion))")
    first = rf"(?:an?{GAP}(?:{scale}|{part}|{alternatives(data['collectives'])})|{word})"
    run = rf"{first}\b(?:(?:{more})\b){{0,{_LONGEST_RUN}}}"
    return rf"(?:{run}|{_single_of()})"


def _single_of() -> str:
    """Pattern of an article that is the figure of a sum: "not a dollar was paid".

    What follows the currency must not be a noun ("a dollar store"), and what stands before the
    article must not make the sum a measure ("the value of a dollar", "half a dollar").
    """
    data = load("numbers")
    none = "".join(rf"(?<!\b{word}\W)" for word in data["no_single_after"])
    after = (
        rf"(?:[^\S\n]*(?:[.,;:!?)”\"]|\n|$)|{GAP}{alternatives(data['single_before'])}(?![^\W_]))"
    )
    return rf"{none}an?(?={GAP}{alternatives(data['single_of'])}{after})"


def _vague() -> str:
    data = load("numbers")
    plural = alternatives(data["plurals"])
    scale = alternatives([*data["scales"], *data["plurals"]])
    several = rf"{alternatives(data['several'])}{GAP}(?:dozen|{alternatives(data['scales'])})"
    return rf"(?:{several}|{plural})\b(?:{GAP}(?:and{GAP}|of{GAP}(?:an?{GAP})?)?{scale}\b){{0,3}}"


def _foreign() -> str:
    data = load("numbers")
    own = alternatives(data["continental"])
    shared = alternatives([*data["scales"], "millions", "billions"])
    words = [word for word in data["foreign_words"] if word not in data["also_english"]]
    return (
        rf"(?:{alternatives(data['foreign_words'])}{GAP}?{own}(?:{GAP}{own})?"
        rf"|{alternatives(words)}{GAP}{shared}|{alternatives(data['bare'])})"
    )
