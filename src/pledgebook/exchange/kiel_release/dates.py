"""Announcement dates told in words: intervals, as narrow as the words allow and no narrower.

The tracker prints days as month/day/year; a first number above 12 can only be a day.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from pledgebook.model.values import Period

_DAY = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})(?!\d)")
_MONTH = re.compile(r"(?<![\d/])(\d{1,2})/(\d{4}|\d{2})(?![\d/])")
_ONE_DAY = timedelta(days=1)

#: Two-digit years lie in this century.
_CENTURY = 2000


def day_in(words: str) -> date | None:
    """Give the one day that the words are, and nothing else; None where they say more or less."""
    found = _DAY.fullmatch(words.strip())
    return None if found is None else _day(found)


def period_in(words: str) -> Period | None:
    """Give the interval that the words tell; None where they tell no day or month.

    "until DAY" is open at its beginning, "since DAY" at its end, a month ("unclear, 04/22") is
    that month, and two days or months with "between", "from", "and" or "to" enclose all of it.
    """
    spans = _spans(words)
    told = " ".join(words.split()).casefold()
    if len(spans) == 1:
        start, end = spans[0]
        if told.startswith(("until", "by", "before")):
            return Period(start=None, end=end, text=words)
        if told.startswith(("since", "from", "after")):
            return Period(start=start, end=None, text=words)
        return Period(start=start, end=end, text=words)
    if len(spans) == 2 and spans[0][0] < spans[1][1]:  # noqa: PLR2004 - both ends
        return Period(start=spans[0][0], end=spans[1][1], text=words)
    return None


def _spans(words: str) -> list[tuple[date, date]]:
    """Days and months in the order of the words, each with the first day after it."""
    days = [(m.start(), day) for m in _DAY.finditer(words) if (day := _day(m)) is not None]
    months = [(m.start(), s) for m in _MONTH.finditer(words) if (s := _month(m)) is not None]
    spans = [*((at, (day, day + _ONE_DAY)) for at, day in days), *months]
    return [span for _, span in sorted(spans)]


def _day(match: re.Match[str]) -> date | None:
    first, second, year = int(match[1]), int(match[2]), _year(match[3])
    month, day = (second, first) if first > 12 else (first, second)  # noqa: PLR2004 - months
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(match: re.Match[str]) -> tuple[date, date] | None:
    month, year = int(match[1]), _year(match[2])
    if not 1 <= month <= 12:  # noqa: PLR2004 - months
        return None
    start = date(year, month, 1)
    return start, start + timedelta(days=calendar.monthrange(year, month)[1])


def _year(words: str) -> int:
    return int(words) if len(words) > 2 else _CENTURY + int(words)  # noqa: PLR2004 - digits
