"""Rules for dates that name their month, day or year."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from pledgebook.resolve import date_arithmetic as calendar
from pledgebook.resolve.date_arithmetic import Stretch, one_day, unresolved
from pledgebook.resolve.date_place import Place
from pledgebook.resolve.date_words import (
    DASH,
    DAY,
    YEAR,
    S,
    any_of,
    either_case,
    full_month_pattern,
    month_numbers,
    month_pattern,
    weekday_numbers,
    weekday_pattern,
    words,
)
from pledgebook.resolve.vocabulary_files import load

Found = re.Match[str]
#: Days: a date without year that is not plainly told as past or coming lies no farther off.
HALF_YEAR = 183
#: Between the years of a list, and the word after a year.
_LIST = re.compile(r",\s+|,?\s+(?:and|or|&)\s+|/")
_AND = re.compile(r"\s+(?:and|or|&)\s+")
_GOES_ON = re.compile(r"(?:,|,?\s+(?:and|or|&))\s+(?:19|20)\d\d\b")
_NEXT = re.compile(r"\s{1,3}([A-Za-z]+)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A form of words for a date: its name, its pattern and what a match of it means.

    ``read`` gives None where the match is no date after all; words that a rule ``consumes`` are
    then not looked at by any other rule.
    """

    name: str
    pattern: str
    read: Callable[[Found, Place], Stretch | None]
    consumes: bool = False


MONTH, FULL_MONTH, WEEKDAY = month_pattern(), full_month_pattern(), weekday_pattern()
_SHORT_WEEKDAY = any_of(load("dates")["weekday_short"]) + r"\b\.?"
_TO = rf"(?:{DASH}|{S}(?:to|until|till|through|and){S})"
_REL_YEAR = rf"(?:this|last|next){S}year\b"
_OF_YEAR = rf"(?:(?:,?{S}(?:of{S})?(?:in{S})?|-)(?P<year>{YEAR}|{_REL_YEAR}|[’']\d\d\b))?"
#: After "12 March": a street, a brigade or the like that is named for a day.
_PLACES = any_of(load("dates")["day_names"])
_ON_WEEKDAY = rf"(?:(?P<weekday>{WEEKDAY}|{_SHORT_WEEKDAY}),?{S}(?:the{S})?)?"


def _day(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _month(text: str) -> int:
    return month_numbers()[text.lower().rstrip(".")]


def year_of(text: str, published: date | None) -> int | None:
    """Year that "2025", "'25" or "last year" stands for; None where it needs a publication date."""
    if text[0] in "’'":
        return 2000 + int(text[1:])
    if text[0].isdigit():
        return int(text)
    if published is None:
        return None
    return published.year + {"this": 0, "last": -1, "next": 1}[text.split(maxsplit=1)[0].lower()]


def _years_near(published: date) -> list[int]:
    return [y for y in range(published.year - 1, published.year + 2) if 1 <= y <= date.max.year]


def choose_year(place: Place, candidates: list[Stretch]) -> Stretch:
    """The occurrence of a date without year that is meant.

    What is reported lies on or before the publication date, what is foreseen on or after it;
    where the sentence says neither, the nearest one is taken. So it is where only a verb of report
    or words behind the date say it, and that lies more than half a year off.
    """
    published, (tense, firm) = place.published, place.governed()
    if published is None or not candidates:
        return unresolved("period")

    def away(stretch: Stretch) -> int:
        return abs(((stretch.start or published) - published).days)

    past = [c for c in candidates if c.start is not None and c.start <= published]
    ahead = [c for c in candidates if c.end is not None and c.end > published]
    chosen = nearest = min(candidates, key=away)
    if tense == "past" and past:
        chosen = past[-1]
    elif tense == "future" and ahead:
        chosen = ahead[0]
    kept = firm or away(chosen) <= HALF_YEAR
    return replace(chosen if kept else nearest, yearless=True)


def dated(
    place: Place, month: int, day: int, year: str | None, weekday: str | None = None
) -> Stretch:
    """The day that a day, a month and perhaps a year and a weekday name, as printed.

    Raises ValueError for a day that the month does not have.
    """
    if year is not None:
        number = year_of(year, place.published)
        return unresolved("day") if number is None else one_day(date(number, month, day))
    if place.published is None:
        date(2024, month, day)  # refuses 31 June; 2024 is a leap year
        return unresolved("day")
    days = [date(y, month, day) for y in _years_near(place.published) if _exists(y, month, day)]
    wanted = None if weekday is None else weekday_numbers()[weekday.lower().rstrip(".")]
    fitting = [d for d in days if wanted is not None and d.weekday() == wanted]
    return choose_year(place, [one_day(d) for d in fitting or days])


def _exists(year: int, month: int, day: int) -> bool:
    return (month, day) != (2, 29) or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))


def read_day(found: Found, place: Place) -> Stretch | None:
    """2 March 2025; March 2, 2025; Sunday, 2nd of March."""
    month, day = _month(found["month"]), _day(found["day"])
    return dated(place, month, day, found["year"], found["weekday"])


def read_day_in_words(found: Found, place: Place) -> Stretch | None:
    """The first of March 2025."""
    day = load("dates")["day_words"].index(found["day"].lower().replace(" ", "-")) + 1
    return dated(place, _month(found["month"]), day, found["year"], None)


def read_day_alone(found: Found, place: Place) -> Stretch | None:
    """On the 20th: of the month that fits, as for a date without year."""
    if place.published is None:
        return unresolved("day")
    here, days = place.published.replace(day=1), []
    for offset in (-1, 0, 1):
        first = calendar.months_on(here, offset)
        last = calendar.months_on(first, 1) - calendar.DAY
        if _day(found["day"]) <= last.day:
            days.append(one_day(first.replace(day=_day(found["day"]))))
    return replace(choose_year(place, days), yearless=False)


def read_days(found: Found, place: Place) -> Stretch | None:
    """2-5 March 2025; March 2 to 5."""
    month, first, last = _month(found["month"]), _day(found["day"]), _day(found["last"])
    listed = found["to"].strip().lower() == "and" and place.word_before() != "between"
    if last <= first or (listed and last != first + 1):
        return None
    begin = dated(place, month, first, found["year"], None)
    if begin.start is None:
        return unresolved("period")
    return Stretch(start=begin.start, end=date(begin.start.year, month, last) + calendar.DAY)


def read_iso(found: Found, place: Place) -> Stretch | None:
    """2025-03-02."""
    del place
    return one_day(date(int(found["year"]), int(found["month"]), int(found["day"])))


def read_numeric(found: Found, place: Place) -> Stretch | None:
    """12/31/2022 month first, 31.12.2022 and 31-12-2022 day first; a part over 12 decides.

    A date with strokes that would lie after publication is taken day first where it then does not,
    unless the sentence looks ahead.
    """
    one, two, year = int(found["one"]), int(found["two"]), int(found["year"])
    month, day = (one, two) if found["mark"] == "/" else (two, one)
    if month > 12:  # noqa: PLR2004 (months of a year)
        month, day = day, month
    year = year if year > 99 else 2000 + year  # noqa: PLR2004
    first = date(year, month, day)
    if place.published is None or first <= place.published or found["mark"] != "/":
        return one_day(first)
    other = date(year, day, month) if day <= 12 else first  # noqa: PLR2004
    return one_day(other if other <= place.published and place.tense() != "future" else first)


def read_month_year(found: Found, place: Place) -> Stretch | None:
    """March 2025; March last year; 10/2022."""
    number = year_of(found["year"], place.published)
    name = found["month"]
    month = int(name) if name.isdigit() else _month(name)
    return unresolved("period") if number is None else calendar.month(number, month)


def read_months(found: Found, place: Place) -> Stretch | None:
    """January to June 2023; June-August."""
    if found["to"].strip().lower() == "and" and place.word_before() != "between":
        return None
    first, last = _month(found["month"]), _month(found["last"])
    if found["year"] is not None:
        number = year_of(found["year"], place.published)
        ends = None if number is None else calendar.month(number, last)
    else:
        ends = _bare_month(place, last)
    if ends is None or ends.start is None:
        return unresolved("period")
    start = date(ends.start.year - (first > last), first, 1)
    return Stretch(start=start, end=ends.end)


def _bare_month(place: Place, number: int) -> Stretch:
    if place.published is None:
        return unresolved("period")
    months = [calendar.month(y, number) for y in _years_near(place.published)]
    return choose_year(place, months)


def read_month(found: Found, place: Place) -> Stretch | None:
    """In March; early May; last June. Ambiguous names need such a word."""
    name, said = found["month"], (found["rel"] or "").lower()
    unsure = name.capitalize() in load("dates")["month_ambiguous"]
    if unsure and not (found["rel"] or found["part"]) and not _in_time(place):
        return None
    if place.published is None or said not in ("this", "last", "next"):
        return _bare_month(place, _month(name))
    here = place.published.year * 12 + place.published.month
    step = _month(name) - place.published.month
    shift = {"this": 0, "last": -12 if step >= 0 else 0, "next": 12 if step <= 0 else 0}[said]
    year, month = divmod(here + step + shift - 1, 12)
    return calendar.month(year, month + 1)


def _in_time(place: Place) -> bool:
    follows = place.text[place.end : place.end + 2]
    return place.word_before() in words("leads_month") and not re.match(r" [A-Z]|'s|’s", follows)


def read_years(found: Found, place: Place) -> Stretch | None:
    """2022-2024; 2022 to 2024; between 2022 and 2024; 2023/24; 2022-10 is a month."""
    first, rest, to = int(found["year"]), found["last"], found["to"].strip().lower()
    if to == "and" and place.word_before() != "between":
        return None
    if place.word_before() in words("numbered"):
        return None
    if len(rest) == 2 and int(rest) <= first % 100:  # noqa: PLR2004 (two digits of a year)
        return calendar.month(first, int(rest)) if to == "-" else None
    last = int(rest) if len(rest) > 2 else first // 100 * 100 + int(rest)  # noqa: PLR2004
    if last <= first or _counts_things(place):
        return None
    return Stretch(start=date(first, 1, 1), end=date(last + 1, 1, 1))


def read_year(found: Found, place: Place) -> Stretch | None:
    """A bare year, only beside a word of time: in 2022, early 2024, the 2025 budget."""
    if not found["part"] and not _in_list(place):
        if _counts_things(place) or not _in_year(place):
            return None
    elif place.listed and _AND.fullmatch(place.text, place.after, place.start):
        if _next(place) in words("counted"):
            return None  # "the 2022 and 2023 appeals", but not "in 2022 and 2000 people"
    elif _counts_things(place):
        return None
    return replace(calendar.year(int(found["year"])), vague=found["part"] is not None)


def _in_list(place: Place) -> bool:
    """Whether the year goes on a list of years: "in 2023, 2024 and 2025"."""
    return place.listed and _LIST.fullmatch(place.text[place.after : place.start]) is not None


def _in_year(place: Place) -> bool:
    before, following = place.word_before(), _next(place)
    if before in words("leads_year_noun") and _GOES_ON.match(place.text, place.end):
        return True
    if before in words("leads_year_noun") or before.endswith(("'s", "’s")):
        return following[:1].isupper() or following in _nouns() or _one_thing(place, following)
    if not before:
        return following in words("after_first_year")
    if before in words("leads_year_weak"):
        return following == "" or following in words("after_year")
    return before in words("leads_year")


def _one_thing(place: Place, following: str) -> bool:
    """Whether a noun in the singular follows a year that is no round number."""
    figure = place.text[place.start : place.end]
    return bool(following) and following not in words("after_year") and figure[-2:] != "00"


def _nouns() -> frozenset[str]:
    return words("year_nouns")


def _next(place: Place) -> str:
    found = _NEXT.match(place.text, place.end, place.end + 24)
    return found[1] if found else ""


def _counts_things(place: Place) -> bool:
    """Whether a plural noun follows, as in "for 2000 soldiers"."""
    word = _next(place)
    if word in _nouns() or word in words("after_year") or word[:1].isupper():
        return False
    short = len(word) < 5 or word.endswith(("ss", "us", "is"))  # noqa: PLR2004 (was, has, its, plus)
    return word in words("counted") or (word.endswith("s") and not short and word != "towards")


def read_decade(found: Found, place: Place) -> Stretch | None:
    """The 2030s."""
    del place
    return calendar.year(int(found["year"]), 10)


_MARK = r"(?P<mark>[/.-])"
ABSOLUTE: tuple[Rule, ...] = (
    Rule(
        name="iso",
        pattern=r"(?<![\w/.-])(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<month>[01]\d)(?P=mark)"
        r"(?P<day>[0-3]\d)(?![\d/-]|\.\d)",
        read=read_iso,
    ),
    Rule(
        name="numeric",
        pattern=rf"(?<![\w/.-])(?P<one>[0-3]?\d){_MARK}(?P<two>[0-3]?\d)(?P=mark)"
        r"(?P<year>(?:19|20)\d\d)(?![\w/-]|\.\d)",
        read=read_numeric,
    ),
    Rule(
        name="numeric-short",
        pattern=r"(?<![\w/.-])(?P<one>[01]?\d)(?P<mark>/)(?P<two>[0-3]?\d)/(?P<year>\d\d)"
        r"(?![\w/-]|\.\d)",
        read=read_numeric,
    ),
    Rule(
        name="days-month",
        pattern=rf"(?<![\w.,/])(?P<day>{DAY})(?P<to>{_TO})(?P<last>{DAY}){S}(?:of{S})?"
        rf"(?P<month>{MONTH}){_OF_YEAR}",
        read=read_days,
    ),
    Rule(
        name="month-days",
        pattern=rf"\b(?P<month>{MONTH}){S}(?P<day>{DAY})(?P<to>{_TO})(?P<last>{DAY}){_OF_YEAR}",
        read=read_days,
    ),
    Rule(
        name="day-month",
        pattern=rf"(?<![\w.,/$€£]){_ON_WEEKDAY}(?P<day>{DAY}){S}?-?(?:of{S})?"
        rf"(?P<month>{MONTH}){_OF_YEAR}(?!{S}{_PLACES}\b)",
        read=read_day,
    ),
    Rule(
        name="month-day",
        pattern=rf"\b{_ON_WEEKDAY}(?P<month>{MONTH}){S}(?:the{S})?(?P<day>{DAY}){_OF_YEAR}",
        read=read_day,
    ),
    Rule(
        name="day-in-words",
        pattern=rf"\b(?P<day>(?i:{any_of(load('dates')['day_words'])})){S}of{S}"
        rf"(?P<month>{FULL_MONTH}){_OF_YEAR}",
        read=read_day_in_words,
    ),
    Rule(
        name="day-alone",
        pattern=r"(?<=\b[Oo]n the )(?P<day>(?:[12]?\d|3[01])(?:st|nd|rd|th))"
        r"(?=[.,;:!?]|\s*$|\s+(?:and|at|in|to|when|after)\b|\s*\n\s*\n)",
        read=read_day_alone,
    ),
    Rule(
        name="months",
        pattern=rf"\b(?P<month>{FULL_MONTH}|{MONTH}(?={DASH}))(?P<to>{_TO})"
        rf"(?P<last>{MONTH})(?!{S}{DAY}\b){_OF_YEAR}",
        read=read_months,
    ),
    Rule(
        name="month-year",
        pattern=rf"\b(?:(?:mid|Mid)-|(?:early|late|Early|Late){S})?(?P<month>{MONTH})"
        rf"(?:,?{S}(?:of{S})?(?:in{S})?|-)(?P<year>{YEAR}|{_REL_YEAR}|[’']\d\d\b)",
        read=read_month_year,
    ),
    Rule(
        name="month-slash-year",
        pattern=r"(?<![\w/.-])(?P<month>0?[1-9]|1[0-2])/(?P<year>20\d\d)(?![\w/-])",
        read=read_month_year,
    ),
    Rule(
        name="month",
        pattern=rf"\b(?:(?P<rel>{any_of(either_case(['this', 'last', 'next']))}){S}"
        rf"|(?P<part>{any_of(either_case(['early', 'late', 'mid']))})[-\s])?"
        rf"(?P<month>{FULL_MONTH})",
        read=read_month,
    ),
    Rule(
        name="years",
        pattern=rf"(?<![\w/.,$€£-])(?P<year>(?:19|20)\d\d)(?P<to>{_TO}|/)"
        rf"(?P<last>{YEAR}|\d\d(?!\d|[.,]\d|%))",
        read=read_years,
    ),
    Rule(
        name="decade",
        pattern=rf"\b(?:{any_of(either_case(['early', 'late', 'mid']))}[-\s])?"
        r"(?P<year>(?:19|20)\d0)['’]?s\b",
        read=read_decade,
    ),
    Rule(
        name="year",
        pattern=rf"(?<![\w/.,$€£])"
        rf"(?:(?P<part>{any_of(either_case(['early', 'late', 'mid']))}[-\s]"
        rf"|{any_of(either_case(load('dates')['seasons']))}(?:{S}of)?{S}))?"
        rf"(?P<year>{YEAR})(?![\w-])",
        read=read_year,
    ),
)
