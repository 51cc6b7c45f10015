"""Rules for parts of a year, fiscal years, edges of a period, and lengths of time."""

from __future__ import annotations

import re
from fractions import Fraction

from pledgebook.resolve import date_arithmetic as calendar
from pledgebook.resolve.date_absolute import MONTH, Found, Rule, choose_year, year_of
from pledgebook.resolve.date_arithmetic import Stretch, unresolved
from pledgebook.resolve.date_place import Place
from pledgebook.resolve.date_relative import NUMBER, UNIT, unit_of
from pledgebook.resolve.date_words import (
    DASH,
    YEAR,
    S,
    any_of,
    count_of,
    either_case,
    month_numbers,
    unit_lengths,
    words,
)
from pledgebook.resolve.vocabulary_files import load

_ORDINALS = load("dates")["ordinals"]
_ORDINAL = any_of(either_case(_ORDINALS))
_REL_YEAR = rf"(?:this|last|next){S}year\b"
_EITHER_YEAR = rf"(?:{YEAR}|(?:the{S})?{_REL_YEAR}|the{S}(?:current{S})?year\b)"
_ORDER = any_of(either_case([*_ORDINALS, "last", "final"]))


def _year(text: str, place: Place) -> int | None:
    plain = re.sub(r"^the\s+(?:current\s+)?(?=year)", "this ", text)
    return year_of(re.sub(r"^the\s+", "", plain), place.published)


def read_quarter(found: Found, place: Place) -> Stretch | None:
    """Third quarter of 2024, Q3 2024, first half of next year."""
    word = found["ordinal"] or found["short"]
    halves = (found["part"] or found["short"].strip("1234")).lower() in ("half", "h")
    named = found["year"] or found["year_before"]
    if word.lower() in ("last", "final"):
        if named is None:
            return None  # "the last quarter" is the one before this
        number = 2 if halves else 4
    else:
        number = _ORDINALS.get(word.lower()) or int(word.strip("QH"))
    if halves and named is None and not found["short"] and place.opens_sentence():
        return None  # "The second half was goalless"
    if number > (2 if halves else 4):
        return None
    year = None if named is None else _year(named, place)
    pick = calendar.half if halves else calendar.quarter
    if year is not None:
        return pick(year, number)
    if place.published is None or named is not None:
        return unresolved("period")
    today = place.published.year
    return choose_year(place, [pick(y, number) for y in (today - 1, today, today + 1)])


def read_fiscal(found: Found, place: Place) -> Stretch | None:
    """FY2024, fiscal year 2024-25: a labelled year.

    Its first day differs by country (April, July, October, January), so no days are given,
    only the length.
    """
    del found, place
    return Stretch(duration="P1Y")


def read_edge(found: Found, place: Place) -> Stretch | None:
    """The end of 2026 (a last day, both sides of which lie open), the beginning of March.

    The rest of a year runs from the day of publication on.
    """
    whole = read_inner(found["inner"] or "this " + found["own"], place)
    if whole is None or whole.unresolved:
        return whole
    edge = (found["edge"] or "end").lower()
    if edge in ("end", "close"):
        return Stretch(end=whole.end)
    if edge in ("start", "beginning", "outset"):
        return Stretch(start=whole.start)
    if edge in ("rest", "remainder"):
        return Stretch(start=place.published, end=whole.end)
    return whole


def read_inner(text: str, place: Place) -> Stretch | None:
    """A year, month, or unit of the calendar inside a longer phrase."""
    part = _QUARTER.fullmatch(text)
    if part is not None:
        return read_quarter(part, place)
    plain = " ".join(text.lower().replace(",", " ").split()).replace(" of ", " ")
    parts = [part for part in plain.split() if part not in ("the", "current")] or ["this"]
    if parts[0].isdigit():
        return calendar.year(int(parts[0]))
    month = month_numbers().get(parts[0].rstrip("."))
    if month is not None:
        return _month(month, parts[1:], place)
    said = parts[0] if parts[0] in ("this", "last", "next") else "this"
    unit = unit_of(parts[-1])
    if place.published is None:
        return unresolved("period")
    offset = {"this": 0, "last": -1, "next": 1}[said]
    return calendar.around(place.published, unit, offset)


def _month(number: int, rest: list[str], place: Place) -> Stretch:
    if rest:
        year = year_of(" ".join(rest), place.published)
        return unresolved("period") if year is None else calendar.month(year, number)
    if place.published is None:
        return unresolved("period")
    today = place.published.year
    return choose_year(place, [calendar.month(y, number) for y in (today - 1, today, today + 1)])


def read_stretch_of(found: Found, place: Place) -> Stretch | None:
    """First week of March, last days of 2024: somewhere inside the longer period."""
    return read_inner(found["inner"], place)


def read_length(found: Found, place: Place) -> Stretch | None:
    """One-month, 30 days, a year, year-long: a length of time alone.

    "A month", like "one day", is a length only after a word such as "for"; elsewhere it is a rate
    ("£5m a month").
    """
    said = found["count"].lower()
    count = count_of(said)
    article = said in ("a", "an") or (found["count"] == "One" and found["unit"] == "day")
    if article and not (found["rest"] or place.word_before() in words("leads_length")):
        return None
    if count is None:
        return None
    size, letter = unit_lengths()[unit_of(found["unit"])]
    length = calendar.duration((count + (Fraction(1, 2) if found["rest"] else 0)) * size, letter)
    return None if length is None else Stretch(duration=length, kind="duration")


def read_unit_long(found: Found, place: Place) -> Stretch | None:
    """Year-long, weeklong: one such unit."""
    del place
    size, letter = unit_lengths()[found["unit"].lower()]
    return Stretch(duration=calendar.duration(Fraction(size), letter), kind="duration")


def read_half_year(found: Found, place: Place) -> Stretch | None:
    """Half a year, half-year."""
    del found, place
    return Stretch(duration="P6M", kind="duration")


def read_nothing(found: Found, place: Place) -> Stretch | None:
    """Words that look like a length but have no single one: "three to five years"."""
    del found, place
    return None


_EDGE = any_of(
    either_case(["end", "close", "start", "beginning", "outset", "middle", "rest", "remainder"])
)
_PART = (
    rf"(?:the{S})?(?P<ordinal>{_ORDER})[-\s](?P<part>quarter|half)\b(?!{S}of{S}{MONTH})"
    rf"(?P<short>(?!))?(?P<year_before>(?!))?(?:{S}of{S}(?P<year>{_EITHER_YEAR}))?"
)
_QUARTER = re.compile(_PART)
INNER = (
    rf"(?:{re.sub(r'[?]P<[a-z_]+>', '?:', _PART)}"
    rf"|{MONTH}(?:,?{S}(?:of{S})?(?:{YEAR}|{_REL_YEAR}))?|{YEAR}"
    rf"|(?:the|this|next|last|the{S}current){S}(?:week|month|quarter|year|decade)\b)"
)
PARTS: tuple[Rule, ...] = (
    Rule(
        name="fiscal",
        pattern=rf"\bFY{S}?-?[’']?(?:20)?\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?\b"
        rf"|\b(?i:(?:fiscal|financial|budget){S}years?|fiscal|financial){S}(?:19|20)\d\d"
        rf"(?:\s?[-–/]\s?(?:20)?\d\d)?\b"
        rf"|(?<![\w/])(?:20)\d\d[-–/](?:20)?\d\d{S}(?i:fiscal|financial|budget){S}(?i:year)\b"
        rf"|(?<![\w/])20\d\d{S}(?i:fiscal|financial){S}(?i:year)\b",
        read=read_fiscal,
    ),
    Rule(
        name="quarter",
        pattern=rf"(?<!\w)(?:(?P<year_before>(?:19|20)\d\d){S})?"
        rf"(?:(?P<ordinal>{_ORDER})[-\s](?P<part>quarter|half)\b(?!{S}of{S}{MONTH})"
        rf"|(?P<short>Q[1-4]|H[12]|[1-4]Q)\b)"
        rf"(?:,?(?:{S}|/|-)(?:of{S})?(?P<year>{_EITHER_YEAR}))?",
        read=read_quarter,
    ),
    Rule(
        name="edge",
        pattern=rf"\b(?:(?:[Tt]he{S})?(?P<edge>{_EDGE})(?:[-\s]+of)?(?:{S}|-)(?P<inner>{INNER})"
        rf"|(?P<own>year|month|week)(?:['’]s)?[-\s]end\b)",
        read=read_edge,
    ),
    Rule(
        name="stretch-of",
        pattern=rf"\b(?:the{S})?(?:{_ORDINAL}|last|final|opening|closing|latter)"
        rf"{S}(?:weeks?|days|months?|half(?={S}of{S}{MONTH})){S}of{S}(?P<inner>{INNER})",
        read=read_stretch_of,
    ),
    Rule(
        name="length-range",
        pattern=rf"(?<![\w.,$€£-]){NUMBER}(?:{DASH}|{S}(?:to|or){S}){NUMBER}(?:{S}|-){UNIT}",
        read=read_nothing,
        consumes=True,
    ),
    Rule(
        name="age",
        pattern=rf"(?<![\w.,]){NUMBER}(?:{S}|-)(?:years?|months?)(?:{S}|-)olds?\b",
        read=read_nothing,
        consumes=True,
    ),
    Rule(
        name="unit-long",
        pattern=r"(?<![\w-])(?P<unit>(?i:decade|year|month|week|day|hour))-?long\b",
        read=read_unit_long,
    ),
    Rule(
        name="half-year",
        pattern=rf"\bhalf(?:-|{S}a{S}|{S})year\b(?!{S}(?:mark|point|results?|figures|report)\b)",
        read=read_half_year,
    ),
    Rule(
        name="length",
        pattern=rf"(?<![\w.,$€£-])(?P<count>{NUMBER}|[Aa]n?)(?:{S}|-)(?P<unit>{UNIT})"
        rf"(?P<rest>{S}and{S}a{S}half\b)?(?!-old|{S}old\b)",
        read=read_length,
    ),
)
