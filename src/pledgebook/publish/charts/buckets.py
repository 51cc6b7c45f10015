"""Days put together so that a picture has at most sixty places in time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from pledgebook.publish import words

#: Places in time that a phone's width has room for, five pixels each.
MOST = 60
#: Share of the width before the first and after the last place.
_EDGE = 0.04


def _by_day(day: date) -> date:
    return day


def _by_month(day: date) -> date:
    return day.replace(day=1)


def _by_year(day: date) -> date:
    return day.replace(month=1, day=1)


#: How days are put together, the finest first, and how the start of a place is written.
_UNITS: tuple[tuple[str, Callable[[date], date], str], ...] = (
    ("day", _by_day, ""),
    ("month", _by_month, "%B %Y"),
    ("year", _by_year, "%Y"),
)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Places in time: the unit (``day``, ``month``, ``year``) and the starts, in order."""

    unit: str
    starts: tuple[date, ...]

    def start(self, day: date) -> date:
        """Start of the place that a day belongs to."""
        return next(cut for unit, cut, _ in _UNITS if unit == self.unit)(day)

    def label(self, start: date) -> str:
        """Write a place: ``2 March 2025``, ``March 2025``, ``2025``."""
        form = next(form for unit, _, form in _UNITS if unit == self.unit)
        return f"{start:{form}}" if form else words.date_words(start)

    def when(self, start: date) -> str:
        """Write a place in a sentence: ``on 2 March 2025``, ``in March 2025``."""
        return f"{'on' if self.unit == 'day' else 'in'} {self.label(start)}"

    def share(self, start: date) -> float:
        """Where a place stands along the width."""
        first, last = self.starts[0], self.starts[-1]
        if first == last:
            return 0.5
        return _EDGE + (1 - 2 * _EDGE) * ((start - first).days / (last - first).days)


def calendar(days: Iterable[date]) -> Calendar:
    """Choose the finest unit that needs at most ``MOST`` places (years are never put together)."""
    every = set(days)
    choices = [Calendar(unit, tuple(sorted(set(map(cut, every))))) for unit, cut, _ in _UNITS]
    return next((one for one in choices if len(one.starts) <= MOST), choices[-1])
