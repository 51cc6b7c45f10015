"""Dates and periods in a text.

The rules stand in date_absolute.py, date_relative.py and date_parts.py. They are tried only
where one can begin (date_starts.py) and over a bounded length, so the time is linear in the length
of the text. Intervals are half-open. What depends on the day of publication stays open
without it, and is never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from pledgebook.model.spans import Span
from pledgebook.resolve.date_absolute import ABSOLUTE, Rule
from pledgebook.resolve.date_arithmetic import Stretch
from pledgebook.resolve.date_inside import INSIDE, LISTED
from pledgebook.resolve.date_joining import Hit, joined, opened
from pledgebook.resolve.date_parts import PARTS
from pledgebook.resolve.date_place import Place
from pledgebook.resolve.date_relative import RELATIVE
from pledgebook.resolve.date_seasons import NAMED
from pledgebook.resolve.date_starts import starts
from pledgebook.resolve.mentions import DateMention

#: Longest phrase of a date in code points, to the end of its last word.
LONGEST = 100
_BLANK = re.compile(r"\s")
_LEADING = re.compile(
    r"(?:on|in|at|for|during|over|from|of|dated|the|as of|about)\s+", re.IGNORECASE
)


def find_dates(text: str, published: date | None = None) -> tuple[DateMention, ...]:
    """Find dates, periods and lengths of time in ``text``, in order, none overlapping another.

    ``published`` is the day the text came out; relative dates are counted from it. Without it they
    are given with the problem ``date-needs-publication-date`` and no days.
    """
    return tuple(_mention(hit) for hit in opened(text, joined(text, _hits(text, published))))


def read_date(words: str, published: date | None = None) -> DateMention | None:
    """Read ``words`` as one date, period or length as a whole; None where they are anything else.

    Spans count in ``words``.
    """
    for lead in ("", "in ", "for "):
        for mention in find_dates(lead + words, published):
            begin, end = mention.span.start - len(lead), mention.span.end - len(lead)
            if _is_whole(words, max(0, begin), end):
                return replace(mention, span=Span(max(0, begin), end))
    return None


def _is_whole(words: str, start: int, end: int) -> bool:
    before = words[:start].strip(" \t\n\"'“‘(,")
    rest = _LEADING.sub("", before + " ").strip()
    after = words[end:].strip(" \t\n\"'”’).,;:")
    return not rest and after in ("", "s")


def _mention(hit: Hit) -> DateMention:
    stretch = hit.stretch
    return DateMention(
        span=Span(hit.start, hit.end),
        start=stretch.start,
        end=stretch.end,
        duration=stretch.duration,
        kind=stretch.kind,
        problems=("date-needs-publication-date",) if stretch.unresolved else (),
    )


@cache
def _rules() -> tuple[Rule, ...]:
    """All rules, those with the longer words first where two begin alike."""
    first = ("fiscal", "edge", "stretch-of", "quarter")
    parts = [rule for rule in PARTS if rule.name in first]
    lengths = [rule for rule in PARTS if rule.name not in first]
    skips = [rule for rule in lengths if rule.consumes]
    last = [rule for rule in lengths if not rule.consumes]
    return (*INSIDE, *parts, *NAMED, *ABSOLUTE, *LISTED, *skips, *RELATIVE, *last)


@cache
def _compiled() -> tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], Rule], ...]]:
    """One pattern that finds the rule (group ``r0``, ``r1`` ...), and each rule's own pattern."""
    forms, own = [], []
    for number, rule in enumerate(_rules()):
        bare = re.sub(r"\(\?P<\w+>", "(?:", rule.pattern).replace("(?P=mark)", "[/.-]")
        forms.append(f"(?P<r{number}>{bare})")
        own.append((re.compile(rule.pattern), rule))
    return re.compile(rf"(?:{'|'.join(forms)})"), tuple(own)


def _limit(text: str, start: int) -> int:
    """Where a phrase from ``start`` on ends at the latest: a word end, so that none is cut."""
    high = start + LONGEST
    found = _BLANK.search(text, high, high + LONGEST)
    return high + LONGEST if found is None else found.start()


def _hits(text: str, published: date | None) -> Iterator[Hit]:
    pattern, _ = _compiled()
    reader = _Reader(text, published)
    done = 0
    for start in starts(text):
        if start < done:
            continue
        limit = _limit(text, start)
        found = pattern.match(text, start, limit)
        if found is None:
            continue
        hit, done = reader.read(start, limit, int((found.lastgroup or "r0")[1:]))
        if hit is not None:
            yield hit


class _Reader:
    """Reads phrases of one text in order, and remembers the last date that could be placed."""

    def __init__(self, text: str, published: date | None) -> None:
        self.text = text
        self.published = published
        self.previous: Stretch | None = None
        self.after = 0
        self.listed = False

    def read(self, start: int, limit: int, first: int) -> tuple[Hit | None, int]:
        """Read the phrase at ``start`` by the first rule from ``first`` on that makes sense of it.

        Gives the phrase, if any, and the offset to go on from.
        """
        for regex, rule in _compiled()[1][first:]:
            found = regex.match(self.text, start, limit)
            if found is None:
                continue
            try:
                stretch = self._stretch(rule, found)
            except (ValueError, OverflowError):  # 31 June, a year beyond 9999: no date at all
                return None, found.end()
            if stretch is not None:
                self._remember(stretch)
                self.after, self.listed = found.end(), rule.name == "year"
                return Hit(start, found.end(), stretch), found.end()
            if rule.consumes:
                return None, found.end()
        return None, start

    def _stretch(self, rule: Rule, found: re.Match[str]) -> Stretch | None:
        place = Place(
            text=self.text,
            start=found.start(),
            end=found.end(),
            published=self.published,
            previous=self.previous,
            after=self.after,
            listed=self.listed,
        )
        return rule.read(found, place)

    def _remember(self, stretch: Stretch) -> None:
        kept_day = self.previous is not None and self.previous.kind == "day"
        if stretch.start is not None and (stretch.kind == "day" or not kept_day):
            self.previous = stretch
