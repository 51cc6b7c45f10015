"""Fragments of patterns made from ``resources/dates.yaml``, and what their words stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from functools import cache

from pledgebook.resolve.vocabulary_files import load

#: Blanks inside a phrase: at most one line break (hard-wrapped text), never an empty line.
S = r"(?:[^\S\n]+\n?[^\S\n]*|\n[^\S\n]*)"
#: A dash of any kind, with blanks or without.
DASH = rf"{S}?[-‐‑‒–—]{S}?"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)(?:st|nd|rd|th)?(?![.,]\d|%|-day)"
YEAR = r"(?:19|20)\d\d(?!\d|[.,]\d|%|/\d)"


def any_of(words: Iterable[str]) -> str:
    """Alternation of literal words, longest first; a blank inside stands for any blanks."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace("\\ ", S) for word in ordered) + ")"


def cased(words: Iterable[str]) -> list[str]:
    """Each word as given and in capitals, as headings and datelines print it."""
    return [form for word in words for form in (word, word.upper())]


def either_case(words: Iterable[str]) -> list[str]:
    """Each word with a small and with a capital first letter."""
    return [form for word in words for form in (word, word[:1].upper() + word[1:])]


@cache
def month_numbers() -> dict[str, int]:
    """Month of each name and short form, in small letters."""
    data = load("dates")
    table = {name.lower(): n for n, name in enumerate(data["months"], 1)}
    table |= {name.lower(): n for n, name in enumerate(data["month_short"], 1)}
    return table | {name.lower(): n for name, n in data["month_short_more"].items()}


@cache
def weekday_numbers() -> dict[str, int]:
    """Number of each weekday, Monday 0, in small letters."""
    data = load("dates")
    table = {name.lower(): n for n, name in enumerate(data["weekdays"])}
    return table | {name.lower(): n for n, name in enumerate(data["weekday_short"])}


@cache
def unit_lengths() -> dict[str, tuple[int, str]]:
    """Length of each unit word: how many of which ISO 8601 letter."""
    pairs = ((unit, length.split()) for unit, length in load("dates")["units"].items())
    return {unit: (int(count), letter) for unit, (count, letter) in pairs}


@cache
def words(key: str) -> frozenset[str]:
    """One list of ``dates.yaml`` as a set."""
    return frozenset(load("dates")[key])


def count_of(text: str) -> Fraction | None:
    """Number that a figure or number word stands for; None for "several" and the like."""
    plain = " ".join(text.lower().replace("-", " ").split())
    table = load("dates")["numbers"]
    if plain in table:
        return Fraction(table[plain])
    if plain.endswith(" and a half"):
        whole = count_of(plain.removesuffix(" and a half"))
        return None if whole is None else whole + Fraction(1, 2)
    try:
        return sum((Fraction(table.get(part, part)) for part in plain.split()), Fraction(0)) or None
    except ValueError:
        return None


def month_pattern() -> str:
    """A month by its name or, before a point, blank or figure, by its short form."""
    data = load("dates")
    short = [*data["month_short"], *data["month_short_more"]]
    return rf"(?:{any_of(cased(data['months']))}\b|{any_of(cased(short))}\b\.?)"


def full_month_pattern() -> str:
    """A month by its full name."""
    return any_of(cased(load("dates")["months"])) + r"\b"


def weekday_pattern() -> str:
    """A weekday by its full name."""
    return any_of(cased(load("dates")["weekdays"])) + r"\b"


def unit_pattern() -> str:
    """A unit of time, one or several."""
    return any_of(load("dates")["units"]) + r"s?\b"


def number_pattern() -> str:
    """A count in figures or words, with an optional half."""
    small = [word for word in load("dates")["numbers"] if " " not in word and word not in "an"]
    tens = rf"(?:{any_of(('twenty', 'thirty', 'forty', 'fifty', 'sixty', 'ninety'))}-)?"
    figure = r"(?<![\d.,])\d{1,4}(?![.,]?\d)"
    return rf"(?:{figure}|(?i:{tens}{any_of(small)})\b)(?:{S}and{S}a{S}half)?"
