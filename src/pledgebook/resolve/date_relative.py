"""Rules for dates told from the day of publication or from a date told before."""

from __future__ import annotations

import re
from datetime import date, timedelta
from fractions import Fraction

from pledgebook.resolve import date_arithmetic as calendar
from pledgebook.resolve.date_absolute import WEEKDAY, Found, Rule
from pledgebook.resolve.date_arithmetic import DAY, Stretch, one_day, unresolved
from pledgebook.resolve.date_place import Place
from pledgebook.resolve.date_words import (
    S,
    any_of,
    count_of,
    either_case,
    number_pattern,
    unit_lengths,
    unit_pattern,
    weekday_numbers,
    words,
)

UNIT = unit_pattern()
NUMBER = number_pattern()
_REL = any_of(
    either_case(["this", "last", "next", "current", "past", "previous", "coming", "following"])
)
_CALENDAR_UNITS = ("week", "fortnight", "month", "quarter", "year", "decade", "weekend")
_NAMED_DAYS = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "last night": -1,
    "day before yesterday": -2,
    "day after tomorrow": 2,
}


def unit_of(text: str) -> str:
    """Unit word in its plain form."""
    return text.lower().removesuffix("s")


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


def read_named_day(found: Found, place: Place) -> Stretch | None:
    """Today, yesterday, tomorrow, tonight, this morning, last night."""
    if place.published is None:
        return unresolved("day")
    return one_day(place.published + _NAMED_DAYS.get(_plain(found["word"]), 0) * DAY)


def read_weekday(found: Found, place: Place) -> Stretch | None:
    """On Sunday, last Friday, next Monday.

    A bare weekday is the latest one on or before publication, or, where a word such as "will"
    governs it, the first one on or after it. "Last" lies strictly before ("last Friday" in a text
    of Monday is the Friday just gone); "next" is that day of the next week, Monday to Sunday;
    "this" is the day of the week of publication.
    """
    before = place.word_before().capitalize()
    if before in words("weekday_names") or before in words("weekday_persons"):
        return None
    said = _plain(found["rel"] or "")
    base = place.published
    if said in ("following", "previous"):
        base = place.previous.start if place.previous is not None else None
    if base is None:
        return unresolved("day")
    step = (weekday_numbers()[found["weekday"].lower()] - base.weekday()) % 7
    return one_day(base + _weekday_offset(said, step, base.weekday(), place) * DAY)


def _weekday_offset(said: str, step: int, today: int, place: Place) -> int:
    if said in ("last", "past", "previous", "this past"):
        return step - 7
    if said == "next":
        return (step + today) % 7 - today + 7
    if said in ("following", "coming", "this coming"):
        return step or 7
    if said == "this":
        return (step + today) % 7 - today
    ahead = place.tense() == "future"
    return step if ahead or step == 0 else step - 7


def read_calendar(found: Found, place: Place) -> Stretch | None:
    """This week, last month, next year, earlier this year, the past week."""
    said, unit, part = found["rel"].lower(), unit_of(found["unit"]), (found["part"] or "").lower()
    if unit not in _CALENDAR_UNITS or found["unit"].endswith("s"):
        return None
    if said in ("following", "previous"):
        return _beside(place, unit, 1 if said == "following" else -1)
    if place.published is None:
        return unresolved("period")
    if unit == "weekend":
        return _weekend(place, said)
    if said in ("past", "coming") or (unit == "fortnight" and said in ("last", "next")):
        return _running(place, Fraction(unit_lengths()[unit][0]), unit_lengths()[unit][1], said)
    offset = {"last": -1, "next": 1}.get(said, 0)
    whole = calendar.around(place.published, unit, offset)
    return _part(whole, part, place)


def _part(whole: Stretch, part: str, place: Place) -> Stretch:
    """The stretch before or after the day of publication for "earlier" and "later"."""
    today = place.published
    if today is None or whole.start is None or whole.end is None or whole.start > today:
        return whole
    if part == "earlier" and today < whole.end:
        return Stretch(start=whole.start, end=max(today, whole.start + DAY))
    if part == "later" and today < whole.end:
        return Stretch(start=today, end=whole.end)
    return whole


def _weekend(place: Place, said: str) -> Stretch:
    today = place.published
    if today is None:
        return unresolved("period")
    saturday = today + timedelta(days=5 - today.weekday())
    weeks = {"last": -1, "past": -1, "next": 1}.get(said, 0)
    if said in ("last", "past") and today.weekday() >= 5:  # noqa: PLR2004 (Saturday)
        weeks = -1
    start = saturday + timedelta(days=7 * weeks)
    return Stretch(start=start, end=start + 2 * DAY)


def read_next_but_one(found: Found, place: Place) -> Stretch | None:
    """The week before last, the month after next."""
    if place.published is None:
        return unresolved("period")
    weeks = -2 if found["side"].startswith("before") else 2
    if found["unit"] == "weekend":
        whole = _weekend(place, "last" if weeks < 0 else "next")
        shift = timedelta(days=7 if weeks > 0 else -7)
        return Stretch(
            start=(whole.start or place.published) + shift,
            end=(whole.end or place.published) + shift,
        )
    return calendar.around(place.published, found["unit"], weeks)


def read_weekend(found: Found, place: Place) -> Stretch | None:
    """The weekend, at the weekend: the last one begun, or the next one where "will" governs."""
    del found
    if place.published is None:
        return unresolved("period")
    ahead = place.tense() == "future" or place.published.weekday() >= 5  # noqa: PLR2004 (Saturday)
    return _weekend(place, "this" if ahead else "last")


def _beside(place: Place, unit: str, offset: int) -> Stretch:
    if place.previous is None or place.previous.start is None:
        return unresolved("day" if unit == "day" else "period")
    if unit == "weekend":
        return unresolved("period")
    return calendar.around(place.previous.start, unit, offset)


def read_beside(found: Found, place: Place) -> Stretch | None:
    """The day before, the following day, the same day: told from the date before."""
    side = _plain(found["side"] or found["late"])
    offset = {"before": -1, "earlier": -1, "previous": -1, "same": 0}.get(side, 1)
    return _beside(place, unit_of(found["unit"] or found["late_unit"]), offset)


def _running(place: Place, count: Fraction, letter: str, said: str) -> Stretch:
    """A length of time that ends or begins with the day of publication."""
    length = calendar.duration(count, letter)
    if place.published is None:
        return unresolved("period", length)
    if said in ("past", "last", "previous"):
        begin = calendar.on(place.published, -count, letter)
        return Stretch(start=begin, end=place.published, duration=length)
    finish = calendar.on(place.published, count, letter)
    return Stretch(start=place.published, end=finish, duration=length)


def _length(found: Found) -> tuple[Fraction, str] | None:
    count = count_of(found["count"])
    if count is None:
        return None
    size, letter = unit_lengths()[unit_of(found["unit"])]
    return count * size, letter


def read_running(found: Found, place: Place) -> Stretch | None:
    """The next five years, the past 30 days; without a count only the open direction is known."""
    said, length = found["rel"].lower(), _length(found)
    if said == "last" and place.word_before() in words("modals") | {"not"}:
        return None  # a pause that would last 72 hours
    if length is None:
        return vague(place, said)
    count, letter = length
    if said in ("first", "following", "previous", "final") or letter.startswith("T"):
        return Stretch(duration=calendar.duration(count, letter), kind="duration")
    return _running(place, count, letter, said)


def vague(place: Place, said: str) -> Stretch | None:
    """A stretch without a count, whose open direction alone is known: the coming weeks."""
    if said in ("first", "following", "previous", "final"):
        return None
    if place.published is None:
        return unresolved("period")
    if said in ("past", "last"):
        return Stretch(end=place.published)
    return Stretch(start=place.published)


def read_coming(found: Found, place: Place) -> Stretch | None:
    """The coming weeks, the past months, the coming days and weeks."""
    return vague(place, (found["rel"] or "coming").lower())


def read_offset(found: Found, place: Place) -> Stretch | None:
    """Two weeks ago, three days later, a month from now, a week from Friday.

    Days and weeks are counted to the day; months and years give the whole month or year.
    """
    length, side = _length(found), _plain(found["side"])
    told = place.published
    if side.startswith("from ") and told is not None:
        told += _ahead(side.split()[-1], told) * DAY
    if side in ("earlier", "later", "before", "after"):
        told = place.previous.start if place.previous is not None else None
    if length is None or length[1].startswith("T"):
        return None
    if told is None:
        return unresolved("day")
    return _placed(told, *length, -1 if side in ("ago", "earlier", "before") else 1)


def _placed(told: date, count: Fraction, letter: str, sign: int) -> Stretch:
    """The day so many days or weeks on, or the month or year so many of them on."""
    day = calendar.on(told, sign * count, letter)
    if letter in "DW":
        return one_day(day)
    months = letter == "M" or count.denominator != 1
    return calendar.month(day.year, day.month) if months else calendar.year(day.year)


def _ahead(word: str, told: date) -> int:
    """Days from a day to the next such weekday, or to tomorrow ("a week from Friday")."""
    if word in weekday_numbers():
        return (weekday_numbers()[word] - told.weekday()) % 7
    return int(word == "tomorrow")


def read_within(found: Found, place: Place) -> Stretch | None:
    """Within 30 days: from publication on. In two weeks, in ten days' time: the day at their end.

    Where the sentence does not look ahead, "in two weeks" is the length of what was done; "within
    30 days of the truce" is counted from another day, so that only its length is known.
    """
    length = _length(found)
    if length is None or length[1].startswith("T"):
        return None
    if _FROM_EVENT.match(place.text, place.end) is not None:
        return Stretch(duration=calendar.duration(*length), kind="duration")
    within = found["lead"].lower() == "within" or found["next"] is not None
    ahead = within or found["time"] is not None or place.tense() == "future"
    if ahead and place.published is not None:
        return _running(place, *length, "next") if within else _placed(place.published, *length, 1)
    text = calendar.duration(*length)
    if not ahead or text is None:
        return None
    return Stretch(duration=text if within else None, kind="duration", unresolved=True)


#: Behind a length of time: it is counted from what is named there.
_FROM_EVENT = re.compile(
    r"\s+(?:of|after|following|from|once)\s+(?!(?:now|today|tomorrow|publication)\b)"
)
_END_OF_CLAUSE = r"(?=\s*(?:[.,;:)\]\"”’'!?–—]|$|\n\n|(?:and|but|when|in|at|on|that|with|to)\b))"

RELATIVE: tuple[Rule, ...] = (
    Rule(
        name="named-day",
        pattern=rf"\b(?:(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly){S})?(?P<word>(?i:day{S}before{S}"
        rf"yesterday|day{S}after{S}tomorrow|today|tonight|yesterday|tomorrow)\b"
        rf"|[Tt]his{S}(?:morning|afternoon|evening)\b|[Ll]ast{S}night\b)"
        rf"(?:{S}(?:morning|afternoon|evening|night)\b)?",
        read=read_named_day,
    ),
    Rule(
        name="next-but-one",
        pattern=rf"\b[Tt]he{S}(?P<unit>week|month|year|weekend){S}"
        rf"(?P<side>before{S}last|after{S}next)\b",
        read=read_next_but_one,
    ),
    Rule(
        name="weekday",
        pattern=rf"\b(?:(?P<rel>[Tt]his{S}(?:coming|past)|{_REL}){S})?(?P<weekday>{WEEKDAY})"
        rf"(?:{S}(?:morning|afternoon|evening|night)\b)?(?!{S}{any_of(words('weekday_things'))}\b)",
        read=read_weekday,
    ),
    Rule(
        name="calendar",
        pattern=rf"\b(?:(?P<part>(?i:earlier|later|early|late))(?:{S}in)?{S})?"
        rf"(?P<rel>{_REL}){S}(?P<unit>weekend\b|{UNIT})(?!-)",
        read=read_calendar,
    ),
    Rule(
        name="weekend",
        pattern=rf"\b[Tt]he{S}weekend\b",
        read=read_weekend,
    ),
    Rule(
        name="beside",
        pattern=rf"\b[Tt]he{S}(?:(?P<unit>day|week|month|year){S}(?P<side>before|after|earlier)"
        rf"{_END_OF_CLAUSE}|(?P<late>same|following|next|previous){S}(?P<late_unit>day)\b)",
        read=read_beside,
    ),
    Rule(
        name="running",
        pattern=rf"\b(?:[Tt]he{S})?(?P<rel>next|coming|following|past|last|previous|first|final)"
        rf"{S}(?P<count>{NUMBER}|(?:a{S})?few|several)(?:{S}|-)(?P<unit>{UNIT})"
        rf"(?!{S}of{S}(?:\d|[A-Z]|(?:the|this|last|next){S}(?:month|quarter|year)\b))",
        read=read_running,
    ),
    Rule(
        name="coming",
        pattern=rf"\b(?:[Tt]he{S}(?P<rel>coming|past|next|last)|coming)"
        rf"{S}(?P<unit>{UNIT})(?<=s)(?:{S}(?:and|or){S}{UNIT}(?<=s))?",
        read=read_coming,
    ),
    Rule(
        name="offset",
        pattern=rf"(?<![\w.,$€£])(?P<count>{NUMBER}|[Aa]n?|[Hh]alf{S}an?){S}(?P<unit>{UNIT}){S}"
        rf"(?P<side>ago|earlier|later|hence|from{S}(?:(?P<weekday>{WEEKDAY})|now|today|tomorrow)|(?:before|after)"
        rf"{_END_OF_CLAUSE})\b",
        read=read_offset,
    ),
    Rule(
        name="within",
        pattern=rf"\b(?P<lead>[Ww]ithin|[Ii]n){S}(?P<next>the{S}next{S})?(?P<count>{NUMBER}|an?)(?:{S}|-)"
        rf"(?P<unit>{UNIT})(?![-\w])(?P<time>['’]?{S}time\b)?",
        read=read_within,
    ),
)
