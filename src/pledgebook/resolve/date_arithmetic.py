"""Days and months counted on: plain calendar arithmetic over half-open stretches of days."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Literal

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """What a phrase of time means.

    Attributes:
        start: first day; None where open or not known.
        end: first day after it; None where open or not known.
        duration: ISO 8601 length, None where none is said.
        kind: a single day, a longer or open stretch, or a length alone.
        unresolved: True where the phrase needs a date that is not known.
        yearless: True where the words give no year and the likeliest one was taken.
        vague: True where the words tell a part of a year without its days ("winter", "late 2025"),
            and the whole years that hold it are given.
    """

    start: date | None = None
    end: date | None = None
    duration: str | None = None
    kind: Literal["day", "period", "duration"] = "period"
    unresolved: bool = False
    yearless: bool = False
    vague: bool = False


def one_day(day: date) -> Stretch:
    """The single day ``day``."""
    return Stretch(start=day, end=day + DAY, kind="day")


def unresolved(kind: Literal["day", "period"], duration: str | None = None) -> Stretch:
    """A phrase that cannot be placed without another date."""
    return Stretch(kind=kind, duration=duration, unresolved=True)


def months_on(day: date, count: int) -> date:
    """The day ``count`` months on; the last of the month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def month(year: int, number: int) -> Stretch:
    """A calendar month."""
    start = date(year, number, 1)
    return Stretch(start=start, end=months_on(start, 1))


def year(number: int, count: int = 1) -> Stretch:
    """``count`` calendar years from ``number`` on."""
    return Stretch(start=date(number, 1, 1), end=date(number + count, 1, 1))


def quarter(year_number: int, number: int) -> Stretch:
    """A quarter of a calendar year, 1 to 4."""
    start = date(year_number, 3 * number - 2, 1)
    return Stretch(start=start, end=months_on(start, 3))


def half(year_number: int, number: int) -> Stretch:
    """A half of a calendar year, 1 or 2."""
    start = date(year_number, 6 * number - 5, 1)
    return Stretch(start=start, end=months_on(start, 6))


def week(day: date) -> Stretch:
    """The week of ``day``, from Monday on (ISO 8601)."""
    start = day - timedelta(days=day.weekday())
    return Stretch(start=start, end=start + timedelta(days=7))


def around(day: date, unit: str, offset: int) -> Stretch:
    """The calendar unit that lies ``offset`` units after the one that holds ``day``."""
    if unit == "day":
        return one_day(day + offset * DAY)
    if unit in ("week", "fortnight"):
        return week(day + timedelta(days=7 * offset * (2 if unit == "fortnight" else 1)))
    if unit == "month":
        first = months_on(day.replace(day=1), offset)
        return month(first.year, first.month)
    if unit == "quarter":
        first = months_on(day.replace(day=1), 3 * offset)
        return quarter(first.year, (first.month + 2) // 3)
    if unit == "decade":
        return year(day.year // 10 * 10 + 10 * offset, 10)
    return year(day.year + offset)


def on(day: date, count: Fraction, letter: str) -> date:
    """The day that lies ``count`` days (D), weeks (W), months (M) or years (Y) on.

    Parts of a month and hours are not counted in days: raises ValueError for them.
    """
    if letter in "DW":
        whole = count * (7 if letter == "W" else 1)
    else:
        whole = count * (12 if letter == "Y" else 1)
    if letter.startswith("T") or whole.denominator != 1:
        raise ValueError(f"{count} {letter} is no whole number of days or months")
    return day + int(whole) * DAY if letter in "DW" else months_on(day, int(whole))


def duration(count: Fraction, letter: str) -> str | None:
    """ISO 8601 for a whole number of units; halves of a year become months, others None."""
    if count.denominator != 1 and letter == "Y":
        count, letter = count * 12, "M"
    if count.denominator != 1:
        return None
    return f"PT{count}{letter[1]}" if letter.startswith("T") else f"P{count}{letter}"
