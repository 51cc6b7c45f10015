"""Dates and periods in a text.

The rules stand in date_absolute.py, date_relative.py and date_parts.py. They are tried only in
short windows around anchor words (months, weekdays, units, years), so the time is linear in the
length of the text. Intervals are half-open. What depends on the day of publication stays open
without it, and is never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from pledgebook.model.spans import Span
from pledgebook.resolve.date_absolute import ABSOLUTE, Rule
from pledgebook.resolve.date_arithmetic import Stretch
from pledgebook.resolve.date_parts import PARTS
from pledgebook.resolve.date_place import Place
from pledgebook.resolve.date_relative import RELATIVE
from pledgebook.resolve.date_words import any_of, cased
from pledgebook.resolve.mentions import DateMention
from pledgebook.resolve.vocabulary_files import load

#: Code points before and after an anchor in which the whole phrase lies. Every longer form of a
#: date holds several anchors, whose windows join ("the first half | of next year").
WINDOW = 44
_OPEN = re.compile(
    r"\b(?P<word>(?i:since|starting|beginning|effective|until|till|by|through|before|after))"
    r"\s+(?:(?:from|on|at|in|about)\s+)?(?:the\s+)?\Z"
)
_FROM = re.compile(r"\b(?i:from|between)\s+(?:the\s+)?\Z")
_JOIN = re.compile(r"(?:\s+(?P<word>to|until|till|through|and)\s+(?:the\s+)?|\s?[-–—]\s?)\Z")
_ONWARD = re.compile(r"\s+(?:onwards?\b|on\b(?=[,.;]|\s*$))")
_LEADING = re.compile(
    r"(?:on|in|at|for|during|over|from|of|dated|the|as of|about)\s+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Hit:
    """A phrase and what it means, before it is made into a mention."""

    start: int
    end: int
    stretch: Stretch


def find_dates(text: str, published: date | None = None) -> tuple[DateMention, ...]:
    """Find dates, periods and lengths of time in ``text``, in order, none overlapping another.

    ``published`` is the day the text came out; relative dates are counted from it. Without it they
    are given with the problem ``date-needs-publication-date`` and no days.
    """
    return tuple(_mention(hit) for hit in _joined(text, _opened(text, _hits(text, published))))


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


def _mention(hit: _Hit) -> DateMention:
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
    return (*parts, *ABSOLUTE, *skips, *RELATIVE, *last)


@cache
def _compiled() -> tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], Rule], ...]]:
    """One pattern that finds the rule (group ``r0``, ``r1`` ...), and each rule's own pattern."""
    forms, own = [], []
    for number, rule in enumerate(_rules()):
        bare = re.sub(r"\(\?P<\w+>", "(?:", rule.pattern).replace("(?P=mark)", "[/.-]")
        forms.append(f"(?P<r{number}>{bare})")
        own.append((re.compile(rule.pattern), rule))
    return re.compile(rf"(?<!\w)(?=\w)(?:{'|'.join(forms)})"), tuple(own)


@cache
def _anchors() -> re.Pattern[str]:
    data = load("dates")
    names = cased([*data["month_short"], *data["weekdays"]])
    units = [*data["units"], "weekend", "today", "tonight", "yesterday", "tomorrow"]
    named = [*units, *(word.capitalize() for word in units), "morning", "night", "fiscal", "FY"]
    rest = [*named, "afternoon", "evening", "quarter", "half", "financial", "budget"]
    return re.compile(rf"\b(?:{any_of(names + rest)}|(?:19|20)\d\d|[0-3]?\d[/.-]\d|[QH][1-4]\b)")


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of the text in which a date can stand, in order, none overlapping."""
    begin = end = -1
    for anchor in _anchors().finditer(text):
        low, high = anchor.start() - WINDOW, anchor.end() + WINDOW
        if low <= end:
            end = high
            continue
        if end >= 0:
            yield begin, end
        begin, end = low, high
    if end >= 0:
        yield begin, end


def _whole_words(text: str, low: int, high: int, floor: int) -> tuple[int, int]:
    """A window widened to word ends, so that no figure or name is cut."""
    low = max(low, floor)
    while low > floor and text[low - 1].isalnum():
        low -= 1
    high = min(high, len(text))
    while high < len(text) and not text[high].isspace():
        high += 1
    return low, high


def _hits(text: str, published: date | None) -> Iterator[_Hit]:
    pattern, _ = _compiled()
    reader = _Reader(text, published)
    done = 0
    for low, high in _windows(text):
        at, limit = _whole_words(text, low, high, done)
        while (found := pattern.search(text, at, limit)) is not None:
            first = int((found.lastgroup or "r0")[1:])
            hit, at = reader.read(found.start(), limit, first)
            done = max(done, at)
            if hit is not None:
                yield hit


def _next_word(text: str, at: int) -> int:
    at += 1
    while at < len(text) and text[at - 1].isalnum() and text[at].isalnum():
        at += 1
    return at


class _Reader:
    """Reads phrases of one text in order, and remembers the last date that could be placed."""

    def __init__(self, text: str, published: date | None) -> None:
        self.text = text
        self.published = published
        self.previous: Stretch | None = None

    def read(self, start: int, limit: int, first: int) -> tuple[_Hit | None, int]:
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
                return _Hit(start, found.end(), stretch), found.end()
            if rule.consumes:
                return None, found.end()
        return None, _next_word(self.text, start)

    def _stretch(self, rule: Rule, found: re.Match[str]) -> Stretch | None:
        place = Place(
            text=self.text,
            start=found.start(),
            end=found.end(),
            published=self.published,
            previous=self.previous,
        )
        return rule.read(found, place)

    def _remember(self, stretch: Stretch) -> None:
        kept_day = self.previous is not None and self.previous.kind == "day"
        if stretch.start is not None and (stretch.kind == "day" or not kept_day):
            self.previous = stretch


def _opened(text: str, hits: Iterator[_Hit]) -> Iterator[_Hit]:
    """Take in a word before a date that opens one of its sides ("since", "by", "until")."""
    taken = 0  # "the day before on Sunday": the word belongs to the mention before
    for hit in hits:
        low, taken = max(taken, hit.start - 24), hit.end
        if hit.stretch.kind == "duration" or hit.stretch.duration is not None:
            yield hit
            continue
        found = _OPEN.search(text[low : hit.start])
        possessive = text.startswith(("'s", "’s"), hit.end)
        if found is not None and not possessive:
            yield _Hit(low + found.start(), hit.end, _side(hit.stretch, found["word"].lower()))
        elif (on := _ONWARD.match(text, hit.end)) is not None:
            taken = on.end()
            yield _Hit(hit.start, on.end(), _side(hit.stretch, "since"))
        else:
            yield hit


def _side(stretch: Stretch, word: str) -> Stretch:
    """A stretch with one side opened.

    "By" and "until" a day or year take that day or year in; "before" and "after" leave it out.
    """
    unresolved = stretch.unresolved
    if word in ("until", "till", "by", "through"):
        return Stretch(end=stretch.end, unresolved=unresolved)
    if word == "before":
        return Stretch(end=stretch.start, unresolved=unresolved)
    if word == "after":
        return Stretch(start=stretch.end, unresolved=unresolved)
    return Stretch(start=stretch.start or stretch.end, unresolved=unresolved)


def _joined(text: str, hits: Iterator[_Hit]) -> Iterator[_Hit]:
    """Join two dates into one period: "from 2 March to 5 April", "between May and July 2024"."""
    held: _Hit | None = None
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


def _pair(text: str, one: _Hit, two: _Hit) -> _Hit | None:
    joined = _JOIN.match(text[one.end : two.start]) if one.end <= two.start else None
    lead = _FROM.search(text[max(0, one.start - 14) : one.start])
    if joined is None or not _belong(joined["word"], lead, one.stretch):
        return None
    begin, until = one.stretch, two.stretch
    if begin.unresolved or until.unresolved:
        return _Hit(one.start, two.end, Stretch(unresolved=True))
    if begin.start is None or until.end is None or begin.start >= until.end:
        return None
    return _Hit(one.start, two.end, Stretch(start=begin.start, end=until.end))


def _belong(word: str | None, lead: re.Match[str] | None, first: Stretch) -> bool:
    """Whether two dates are the ends of one period: "and" needs "between", a month "from"."""
    if word == "and":
        return lead is not None and lead[0].lower().startswith("between")
    return lead is not None or first.kind == "day"
