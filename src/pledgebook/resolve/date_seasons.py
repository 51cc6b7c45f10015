"""Seasons, weeks and days named from elsewhere: last autumn, the week of 14 April, the 24th of May.

They are rules as those of date_relative.py, kept apart for their length alone.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from pledgebook.resolve import date_arithmetic as calendar
from pledgebook.resolve.date_absolute import FULL_MONTH, MONTH, Found, Rule, dated
from pledgebook.resolve.date_arithmetic import Stretch, one_day, unresolved
from pledgebook.resolve.date_place import Place
from pledgebook.resolve.date_words import DAY, YEAR, S, any_of, either_case, month_numbers
from pledgebook.resolve.vocabulary_files import load

#: Months that a season lasts.
_SEASON = 3
#: Years around the publication date in which a season is looked for.
_YEARS = range(-2, 3)
#: Words right before a bare season that make it a date.
_UNTIL = frozenset({"by", "before", "until", "till"})
_RELATIVE = any_of(either_case(["this", "last", "next", "past", "coming", "this past"]))


def read_season(found: Found, place: Place) -> Stretch | None:
    """Last autumn, next spring, this winter: the calendar years that it touches."""
    if place.published is None:
        return unresolved("period")
    first = load("dates")["seasons"][found["season"].lower()]
    here, day = place.published.year, place.published
    starts = [date(here + y, first, 1) for y in _YEARS if 1 <= here + y < date.max.year]
    return _touched(_chosen(starts, found["rel"].lower().split()[-1], day))


def _touched(start: date) -> Stretch:
    """The calendar years that the season from ``start`` on touches."""
    last = calendar.months_on(start, _SEASON) - calendar.DAY
    years = date(start.year, 1, 1), date(last.year + 1, 1, 1)
    return Stretch(start=years[0], end=years[1], yearless=True, vague=True)


def read_coming_season(found: Found, place: Place) -> Stretch | None:
    """By summer, before the winter: the next one, where the sentence does not look back."""
    if place.word_before() not in _UNTIL or _looks_back(place):
        return None
    if place.published is None:
        return unresolved("period")
    first = load("dates")["seasons"][found["season"].lower()]
    years = (place.published.year, place.published.year + 1)
    starts = (date(year, first, 1) for year in years if year < date.max.year)
    start = next((day for day in starts if day > place.published), None)
    return None if start is None else _touched(start)


def _looks_back(place: Place) -> bool:
    """Say whether the words before look back; "by" itself looks ahead, so it is left out."""
    before = replace(place, end=place.start, start=max(0, place.start - len("before the ")))
    return before.tense() == "past"


def _chosen(starts: list[date], said: str, day: date) -> date:
    """The first day of the season that is meant, seen from ``day``."""
    if said in ("last", "past"):
        return [s for s in starts if calendar.months_on(s, _SEASON) <= day][-1]
    if said in ("next", "coming"):
        return next(s for s in starts if s > day)
    return min(starts, key=lambda s: abs((calendar.months_on(s, 1) - day).days))


def read_week_of(found: Found, place: Place) -> Stretch | None:
    """The week of 14 April, the week beginning May 5: from Monday, or from the day it begins on."""
    month = month_numbers()[(found["month"] or found["month_first"]).lower().rstrip(".")]
    number = int(re.sub(r"\D", "", found["day"] or found["day_last"]))
    day = dated(place, month, number, found["year"])
    if day.start is None:
        return unresolved("period") if day.unresolved else None
    if found["lead"].lower() == "of":
        return calendar.week(day.start)
    return Stretch(start=day.start, end=day.start + timedelta(days=7))


def read_day_of_month(found: Found, place: Place) -> Stretch | None:
    """The 24th of this month, the 3rd of next month."""
    if place.published is None:
        return unresolved("day")
    offset = {"last": -1, "next": 1}.get(found["rel"].lower(), 0)
    first = calendar.months_on(place.published.replace(day=1), offset)
    return one_day(first.replace(day=int(re.sub(r"\D", "", found["day"]))))


NAMED: tuple[Rule, ...] = (
    Rule(
        name="season",
        pattern=rf"\b(?P<rel>{_RELATIVE}){S}(?P<season>{any_of(load('dates')['seasons'])})\b",
        read=read_season,
    ),
    Rule(
        name="coming-season",
        pattern=rf"\b(?:[Tt]he{S})?(?:end{S}of{S}(?:the{S})?)?"
        rf"(?P<season>{any_of(load('dates')['seasons'])})\b(?!{S}(?:of|{YEAR}))",
        read=read_coming_season,
    ),
    Rule(
        name="week-of",
        pattern=rf"\b[Ww]eek{S}(?P<lead>of|beginning|starting|commencing){S}(?:the{S})?"
        rf"(?:(?P<day>{DAY}){S}(?:of{S})?(?P<month>{FULL_MONTH}|{MONTH})"
        rf"|(?P<month_first>{MONTH}){S}(?P<day_last>{DAY}))(?:,?{S}(?P<year>{YEAR}))?",
        read=read_week_of,
    ),
    Rule(
        name="day-of-month",
        pattern=rf"(?<!\w)(?P<day>(?:[12]?\d|3[01])(?:st|nd|rd|th)){S}of{S}"
        rf"(?P<rel>this|last|next){S}month\b",
        read=read_day_of_month,
    ),
)
