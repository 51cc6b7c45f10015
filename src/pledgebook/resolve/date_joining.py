"""Dates that stand together: opened by a word ("since 2022"), joined to one ("from … to …")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from pledgebook.resolve.date_arithmetic import Stretch

#: How far before a date the words that open it can stand ("not later than the ").
REACH = 36
_OPEN = re.compile(
    r"\b(?P<word>(?i:since|starting|beginning|effective|until|till|by|through|before|after"
    r"|prior\s+to|no(?:t)?\s+later\s+than|up\s+to|no(?:t)?\s+earlier\s+than))"
    r"\s+(?:(?:from|on|at|in|about|around|at\s+least|as\s+(?:early|late|far\s+back)\s+as"
    r"|sometime\s+in|some\s+time\s+in|well\s+into)\s+)?(?:the\s+)?\Z"
)
_FROM = re.compile(r"\b(?i:from|between)\s+(?:the\s+)?\Z")
_JOIN = re.compile(r"(?:\s+(?P<word>to|until|till|through|and)\s+(?:the\s+)?|\s?[-–—]\s?)\Z")
_ONWARD = re.compile(r"\s+(?:onwards?\b|on\b(?=[,.;]|\s*$))")


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase and what it means, before it is made into a mention."""

    start: int
    end: int
    stretch: Stretch


def opened(text: str, hits: Iterable[Hit]) -> Iterator[Hit]:
    """Take in a word before a date that opens one of its sides ("since", "by", "until")."""
    taken = 0  # "the day before on Sunday": the word belongs to the mention before
    for hit in hits:
        low, taken = max(taken, hit.start - REACH), hit.end
        if hit.stretch.kind == "duration" or hit.stretch.duration is not None:
            yield hit
            continue
        found = _OPEN.search(text[low : hit.start])
        possessive = text.startswith(("'s", "’s"), hit.end)
        if found is not None and not possessive:
            word = " ".join(found["word"].lower().split())
            yield Hit(low + found.start(), hit.end, _side(hit.stretch, word))
        elif (on := _ONWARD.match(text, hit.end)) is not None:
            taken = on.end()
            yield Hit(hit.start, on.end(), _side(hit.stretch, "since"))
        else:
            yield hit


def _side(stretch: Stretch, word: str) -> Stretch:
    """A stretch with one side opened.

    "By" and "until" a day or year take that day or year in; "before" and "after" leave it out.
    """
    unresolved = stretch.unresolved
    if word in ("until", "till", "by", "through", "up to") or word.endswith("later than"):
        return Stretch(end=stretch.end, unresolved=unresolved)
    if word in ("before", "prior to"):
        return Stretch(end=_first_day(stretch), unresolved=unresolved)
    if word == "after":
        return Stretch(start=stretch.end, unresolved=unresolved)
    return Stretch(start=stretch.start or stretch.end, unresolved=unresolved)


def _first_day(stretch: Stretch) -> date | None:
    """The day that "before" a stretch ends on: its first; of an edge ("the end of June") its last.

    Of a vague stretch the last day of the year that it begins in.
    """
    if stretch.start is None or not stretch.vague:
        return stretch.start or stretch.end
    return date(stretch.start.year + 1, 1, 1)


def joined(text: str, hits: Iterable[Hit]) -> Iterator[Hit]:
    """Join two dates into one period: "from 2 March to 5 April", "between May and July 2024"."""
    held: Hit | None = None
    for hit in hits:
        both = None if held is None else _pair(text, held, hit)
        if both is not None:
            held = None
            yield both
            continue
        if held is not None:
            yield held
        held = hit
    if held is not None:
        yield held


def _pair(text: str, one: Hit, two: Hit) -> Hit | None:
    if two.start - one.end > REACH:
        return None
    found = _JOIN.match(text[one.end : two.start]) if one.end <= two.start else None
    lead = _FROM.search(text[max(0, one.start - 14) : one.start])
    if found is None or not _belong(found["word"], lead, one.stretch):
        return None
    begin, until = _in_order(one.stretch, two.stretch)
    if begin.unresolved or until.unresolved:
        return Hit(one.start, two.end, Stretch(unresolved=True))
    if begin.start is None or until.end is None or begin.start >= until.end:
        return None
    return Hit(one.start, two.end, Stretch(start=begin.start, end=until.end))


def _belong(word: str | None, lead: re.Match[str] | None, first: Stretch) -> bool:
    """Whether two dates are the ends of one period: "and" needs "between", a month "from"."""
    if word == "and":
        return lead is not None and lead[0].lower().startswith("between")
    return lead is not None or first.kind == "day"


def _in_order(begin: Stretch, until: Stretch) -> tuple[Stretch, Stretch]:
    """Both ends, one printed without its year in the year that lies beside the other's."""
    if begin.start is None or begin.end is None or until.start is None or until.end is None:
        return begin, until
    if begin.yearless:
        back = until.start.year - begin.start.year
        moved = _moved(begin, back)
        late = moved.start is None or moved.start >= until.start
        return (_moved(begin, back - 1) if late else moved), until
    if until.yearless:
        ahead = begin.start.year - until.start.year
        moved = _moved(until, ahead)
        early = moved.start is None or moved.start <= begin.start
        return begin, (_moved(until, ahead + 1) if early else moved)
    return begin, until


def _moved(stretch: Stretch, years: int) -> Stretch:
    return replace(
        stretch, start=_same_day(stretch.start, years), end=_same_day(stretch.end, years)
    )


def _same_day(day: date | None, years: int) -> date | None:
    if day is None or not 1 <= day.year + years <= date.max.year:
        return None
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return day.replace(year=day.year + years, day=last)
