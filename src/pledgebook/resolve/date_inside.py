"""Rules for dates counted inside or from another: the first six months of 2025.

They are rules as those of date_relative.py, kept apart for their length alone.
"""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

from pledgebook.resolve import date_arithmetic as calendar
from pledgebook.resolve.date_absolute import FULL_MONTH, MONTH, Found, Rule, dated, year_of
from pledgebook.resolve.date_arithmetic import Stretch, one_day, unresolved
from pledgebook.resolve.date_parts import INNER, read_inner
from pledgebook.resolve.date_place import Place
from pledgebook.resolve.date_relative import NUMBER, UNIT, unit_of, vague
from pledgebook.resolve.date_words import (
    DAY,
    S,
    any_of,
    count_of,
    either_case,
    month_numbers,
    unit_lengths,
)
from pledgebook.resolve.vocabulary_files import load

_FIRST = ("first", "opening", "early")


def read_first_of(found: Found, place: Place) -> Stretch | None:
    """The first six months of 2025, the last ten days of March, the last day of October."""
    whole = read_inner(found["inner"], place)
    if found["count"] is None and found["unit"] != "day":
        return None  # "the last days of March" lie somewhere in it
    count = Fraction(1) if found["count"] is None else count_of(found["count"])
    if whole is None or count is None or whole.start is None or whole.end is None:
        return whole
    size, letter = unit_lengths()[unit_of(found["unit"])]
    if letter.startswith("T"):
        return None
    length = count * size
    if found["edge"].lower() in _FIRST:
        end = calendar.on(whole.start, length, letter)
        inside = Stretch(start=whole.start, end=min(end, whole.end))
    else:
        start = calendar.on(whole.end, -length, letter)
        inside = Stretch(start=max(start, whole.start), end=whole.end)
    one = letter == "D" and length == 1 and inside.start is not None
    return one_day(inside.start) if one and inside.start is not None else inside


def read_season_of(found: Found, place: Place) -> Stretch | None:
    """The spring of next year: the year that it lies in, as for "spring of 2026"."""
    year = year_of(re.sub(r"^the\s+", "", found["year"].lower()), place.published)
    return unresolved("period") if year is None else calendar.year(year)


def read_listed_day(found: Found, place: Place) -> Stretch | None:
    """A day of a list whose month stands behind the last one: "2, 3 and 9 September"."""
    month = month_numbers()[found["month"].lower().rstrip(".")]
    return dated(place, month, int(re.sub(r"\D", "", found["day"])), found["year"])


def read_event_day(found: Found, place: Place) -> Stretch | None:
    """A day that names an event of a known year: "the September 11 attacks"."""
    named = found["figures"] or place.text.endswith(_OF_EVENT, 0, place.start)
    if not named and not _EVENT_AFTER.match(place.text, place.end):
        return None
    name = found["month"] or found["month_last"]
    if name is None:
        month, day = (int(part) for part in found["figures"].split("/"))
    else:
        month = month_numbers()[name.lower().rstrip(".")]
        day = int(re.sub(r"\D", "", found["day"] or found["day_first"]))
    year = load("dates")["event_days"].get(f"{month}-{day}")
    if year is None or (place.published is not None and place.published < date(year, month, day)):
        return None
    return one_day(date(year, month, day))


def read_ahead(found: Found, place: Place) -> Stretch | None:
    """The months ahead, the weeks to come, within weeks: from publication on, without an end."""
    del found
    return vague(place, "coming")


_EVENT_AFTER = re.compile(rf"(?:['’]s)?{S}(?:{any_of(load('dates')['event_nouns'])})\b")
_OF_EVENT = ("anniversary of ", "anniversary of the ", "victims of ", "survivors of ")
_SEASON = any_of(either_case(load("dates")["seasons"]))

INSIDE: tuple[Rule, ...] = (
    Rule(
        name="first-of",
        pattern=rf"\b(?P<edge>(?i:first|opening|last|final|closing))"
        rf"(?:{S}(?P<count>{NUMBER}))?{S}(?P<unit>days?|(?:weeks|fortnights|months|quarters|years)\b)"
        rf"{S}of{S}(?P<inner>{INNER})",
        read=read_first_of,
    ),
    Rule(
        name="ahead",
        pattern=rf"\b[Tt]he{S}{UNIT}(?<=s){S}(?:ahead\b|to{S}come\b)",
        read=read_ahead,
    ),
    Rule(
        name="within-vague",
        pattern=rf"\b[Ww]ithin{S}(?:the{S})?(?:next{S}|coming{S})?(?:a{S})?(?:few{S}|several{S})?"
        rf"{UNIT}(?<=s)(?!{S}of\b)",
        read=read_ahead,
    ),
    Rule(
        name="season-of",
        pattern=rf"\b(?P<season>{_SEASON}){S}of{S}(?P<year>(?:the{S})?(?:this|last|next){S}year)\b",
        read=read_season_of,
    ),
    Rule(
        name="event-day",
        pattern=rf"(?<![\w/])(?:(?P<month>{MONTH}){S}(?P<day>{DAY})|(?P<day_first>{DAY}){S}(?:of{S})?"
        rf"(?P<month_last>{FULL_MONTH})|(?P<figures>9/11)(?!/|{S}of\b|\d))(?!,?{S}(?:19|20)\d\d)",
        read=read_event_day,
    ),
)
#: Tried after the rules of date_absolute.py, which join two days that follow each other.
LISTED: tuple[Rule, ...] = (
    Rule(
        name="day-of-list",
        pattern=rf"(?<![\w.,/$€£-])(?P<day>{DAY})"
        rf"(?=(?:,\s{{1,2}}\d{{1,2}}){{0,6}},?{S}(?:and|or|&){S}{DAY}{S}(?:of{S})?(?P<month>{FULL_MONTH})"
        rf"(?:,?{S}(?P<year>(?:19|20)\d\d(?!\d)))?)",
        read=read_listed_day,
    ),
)
