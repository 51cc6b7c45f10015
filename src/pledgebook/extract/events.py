"""Meetings named on a page: the fullest name, the place, the day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span
from pledgebook.model.values import Event
from pledgebook.resolve.mentions import DateMention

_PLACE = re.compile(
    r"\s*,?\s*(?:at|in)\s+(?!(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b)((?:the\s+)?[A-Z][\w’'-]+(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w’'-]+){0,3}"
    r"(?:,\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?)?)"
)
_DAY_BETWEEN = re.compile(r"\s+(?:today|yesterday|again|virtually|on\s+\w+day)\b")
#: What is held for reporters is no meeting of those it is told of.
_FOR_THE_PRESS = re.compile(r"\b(?:news|press)\s+conference\b", re.IGNORECASE)
#: How far behind a list of those who took part its meeting may be named, in code points.
_LIST = 1500
#: Longest stretch before an event noun that can belong to its name.
_BEFORE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting as one place of the text names it.

    Attributes:
        name: the noun phrase.
        noun: its head noun, lower case.
        place: where, if said beside the name.
        weak: whether the noun is a meeting only beside the words of a seat ("the dinner").
    """

    name: Span
    noun: str
    place: Span | None = None
    weak: bool = False


@cache
def _nouns() -> re.Pattern[str]:
    words = load("meetings")
    nouns = sorted({*words["events"], *words["gatherings"]}, key=len, reverse=True)
    bodies = [noun for noun in nouns if noun in words["bodies"]]
    named = _any_of(noun for noun in nouns if noun not in bodies)
    met = _any_of(noun.capitalize() for noun in words["bodies_met"])
    body = rf"(?i:{named})|{_any_of(bodies)}|{met}|{_CALL}|COP[ -]?\d{{1,2}}"
    name = (
        rf"(?:\b(?:the|a|an|this|that)\s+)?(?:(?:[A-Z][\w’'-]*|\d{{4}}|[a-z]+['’]s?|emergency|special|virtual|"
        rf"informal|annual|international|joint|donor|donors|peace|leaders['’]|defen[cs]e|security|ministerial|high-level)\s+){{0,5}}"
        rf"\b({body})s?\b(?:\s+(?:to\s+(?:discuss|support)|on|for|about|of)\s+(?:the\s+)?"
        rf"[\w’'-]+(?:\s+group\b)?(?:\s+(?:of|and|the|in)?\s*[A-Z][\w’'-]+){{0,4}})?"
    )
    return re.compile(name)


#: A call that people are on; to call for something is another word.
_CALL = (
    r"(?<=\ba\s)call(?=\s+(?:with|between|among)\b)"
    r"|(?<=\bthe\s)call(?=\s+(?:with|between|among|were|was)\b|,)"
    r"|(?<=day['’]s\s)call\b|(?<=(?:\bjoint|group)\s)call\b"
)


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)


def meetings_in(page: Page, span: Span) -> list[Meeting]:
    """Meetings named in ``span``, in order."""
    found: list[Meeting] = []
    match = _nouns().search(page.text, span.start, span.end)
    while match is not None:
        meeting = _meeting(page, match, span)
        found += [] if meeting is None else [meeting]
        after = match.end(1) if meeting is None else match.end()
        match = _nouns().search(page.text, after, span.end)
    return found


def _meeting(page: Page, match: re.Match[str], span: Span) -> Meeting | None:
    """Make a meeting of a match; None where its noun names another thing here."""
    noun = " ".join(match.group(1).lower().split())
    attribute = noun in _weak() and _attribute().match(page.text, match.end(1)) is not None
    if attribute or _FOR_THE_PRESS.search(page.text, max(0, match.start() - 6), match.end(1)):
        return None
    body = match.group(1)[:1].isupper() and noun in _bodies()
    return Meeting(
        name=_without_article(page, Span(*match.span())),
        noun=noun,
        place=_place(page, match.end(), span.end),
        weak=body or noun in _weak(),
    )


@cache
def _attribute() -> re.Pattern[str]:
    """Behind such a noun, what makes it another thing: "a trilateral meeting", "rounds of cuts"."""
    nouns = _any_of([*load("meetings")["events"], *load("meetings")["gatherings"]])
    return re.compile(rf"s?\s+(?:[\w-]+\s+){{0,2}}?(?i:{nouns})s?\b|(?<=[Rr]ound)s?\s+of\b")


@cache
def _weak() -> frozenset[str]:
    return frozenset(load("meetings")["gatherings"])


@cache
def _bodies() -> frozenset[str]:
    return frozenset(load("meetings")["bodies"])


def _place(page: Page, offset: int, end: int) -> Span | None:
    """Give the place told right after ``offset``; a person behind its comma is no part of it."""
    found = _PLACE.match(page.text, offset, end)
    if found is None:
        return None
    comma = page.text.find(",", found.start(1), found.end(1))
    people = (m for m in page.actors.within(Span(*found.span())) if m.actor.type == "person")
    aside = comma > 0 and any(m.span.start > comma for m in people)
    return Span(found.start(1), comma if aside else found.end(1))


def _without_article(page: Page, span: Span) -> Span:
    words = page.words(span)
    cut = re.match(r"(?:the|a|an|this|that)\s+", words, re.IGNORECASE)
    longer = len(words.split()) > 2  # noqa: PLR2004 - "the summit" keeps its article as words
    return Span(span.start + cut.end(), span.end) if cut and longer else span


#: A meeting that only a verb tells: "leaders met in Riga".
_MET_IN = re.compile(
    r"\b(?:met|meets?|gathers?|convenes?|(?<=,\s)meeting|gathered|convened|assembled|came\s+together|sat\s+down)(?=\s+(?:in|at)\s+(?:the\s+)?[A-Z])"
)


def _told(page: Page, sentence: Span) -> Iterator[Meeting]:
    for found in _MET_IN.finditer(page.text, sentence.start, sentence.end):
        place = _place(page, found.end(), sentence.end)
        if place is not None and not page.quoted(found.start()):
            name = Span(found.start(), place.end)
            yield Meeting(name=name, noun=" ".join(page.words(name).lower().split()), place=place)


def place_after(page: Page, offset: int, end: int) -> Span | None:
    """Give the place told right after ``offset``, a day in between allowed."""
    day = _DAY_BETWEEN.match(page.text, offset, end)
    return _place(page, day.end() if day else offset, end)


class Meetings:
    """All meetings of a page; a short mention stands for the fullest one with the same noun."""

    def __init__(self, page: Page) -> None:
        """Find them once."""
        self._page = page
        self._every = [m for s in page.sentences for m in meetings_in(page, s)]
        self.all = [m for m in self._every if not m.weak]
        self._verbs = [m for s in page.sentences for m in _told(page, s)]

    def fullest(self, meeting: Meeting) -> Meeting:
        """Give the longest-named meeting with the same noun, and the first place told for it."""
        named = self._every if meeting.weak else self.all
        same = [m for m in named if m.noun == meeting.noun and self._may_be(meeting, m)]
        fullest = max(
            same, key=lambda m: (_capitals(self._page, m.name), -m.name.start), default=meeting
        )
        place = meeting.place or fullest.place or next((m.place for m in same if m.place), None)
        best = fullest if len(fullest.name) > len(meeting.name) else meeting
        return Meeting(name=best.name, noun=meeting.noun, place=place)

    def _may_be(self, meeting: Meeting, other: Meeting) -> bool:
        """A name of its own is not another one's: "the Quad meeting", "the meeting in Rome"."""
        own = _proper(self._page, meeting.name)
        return not own or bool(own & _proper(self._page, other.name))

    def last_before(self, offset: int) -> Meeting | None:
        """Give the meeting named last before ``offset``, else told last by a verb."""
        found = [m for m in self.all if m.name.end <= offset] or [
            m for m in self._verbs if m.name.end <= offset
        ]
        return found[-1] if found else None

    def told_in(self, sentence: Span) -> Meeting | None:
        """Give the meeting that a verb of a sentence tells ("met in Riga"), None without one."""
        return next((m for m in self._verbs if sentence.start <= m.name.start < sentence.end), None)

    def first_after(self, offset: int, reach: int) -> Meeting | None:
        """Give the meeting named first after ``offset``, within ``reach`` code points."""
        return next((m for m in self.all if offset <= m.name.start < offset + reach), None)

    def near(self, offset: int) -> Meeting | None:
        """Give the meeting named last before ``offset``, else next after it, of any noun."""
        before = self.last_before(offset) or self.first_after(offset, _LIST)
        weak = [m for m in self._every if m.name.end <= offset]
        return before or (weak[-1] if weak else None)

    def main(self) -> Meeting | None:
        """Give the meeting that the page names most often; None where it names none."""
        if not self.all:
            return None
        counts = {m.noun: sum(o.noun == m.noun for o in self.all) for m in self.all}
        best = max(self.all, key=lambda m: (counts[m.noun], -m.name.start))
        return self.fullest(best)


def _proper(page: Page, span: Span) -> set[str]:
    """The words of a name that begin with a capital, a leading article and the noun left out."""
    words = page.words(span).split()
    return {w.rstrip("’'s") for w in words[1:-1] if w[:1].isupper()}


def _capitals(page: Page, span: Span) -> int:
    words = page.words(span).split()
    return sum(word[:1].isupper() for word in words) * 10 + len(words)


def event_of(page: Page, meeting: Meeting, day: DateMention | None) -> Event:
    """Make the event value; without a day told beside it, its date stays null."""
    return Event(
        name=page.words(meeting.name),
        place=None if meeting.place is None else page.words(meeting.place),
        date=None if day is None else day.start,
    )


def day_in(page: Page, sentence: Span, meeting: Meeting) -> DateMention | None:
    """Give the day told in the same sentence within a few words of the meeting's name."""
    for mention in page.dates.within(sentence):
        near = min(
            abs(mention.span.start - meeting.name.end), abs(meeting.name.start - mention.span.end)
        )
        if mention.kind == "day" and mention.start is not None and near < _BEFORE:
            return mention
    return None
