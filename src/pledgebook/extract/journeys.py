"""Seats told by a journey to a meeting or by what came after: "arrived for talks", "said after".

Only journeys that were made count, and only meetings that took place: who is to travel, or speaks
ahead of talks, has no seat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pledgebook.extract.events import Meeting, meetings_in
from pledgebook.extract.lexicon import cues_of
from pledgebook.extract.page import Page
from pledgebook.extract.seat_clauses import told_as_done
from pledgebook.extract.seat_subjects import Taker, listed_behind, subject_of
from pledgebook.extract.seats import Seat
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Role

_JOURNEYS: tuple[tuple[Role, str], ...] = (("attended", "journeys"), ("declined", "journeys_not"))
_PLACE = (
    r"(?:the\s+)?(?:[A-Z][\w.’'-]+(?:,?\s+(?:of\s+|de\s+)?[A-Z][\w.’'-]+){0,3}"
    r"|(?:[A-Z]\w+\s+)?(?:capital|city|resort|town))"
)
_WHEN = (
    r"(?:,?\s+(?:today|yesterday|together|early|late|on\s+\w+day(?:\s+\w+)?|this\s+\w+"
    r"|last\s+\w+|earlier|again|jointly))*,?"
)
#: Behind the verb of a journey: where to, when, and what for.
_FOR = re.compile(
    rf"(?:\s+(?:in|at|to|into|on)\s+{_PLACE})?{_WHEN}(?:\s+(?:in|at|to)\s+{_PLACE})?\s+(?:for|to\s+(?:attend|join|chair|address|take\s+part\s+in))\s+"
    r"(?:(?:a|an|the|what|their|his|her|its|this)\s+)?(?:[\w’'-]+\s+){0,4}?"
)
_WITH = re.compile(rf"(?:\s+in\s+{_PLACE})?{_WHEN}\s+with\s+(?:the\s+)?")
_TELLS = r"(?:said|says|told|announced|added|warned|confirmed|declared|spoke|praised|thanked|wrote)"
#: "X said on Monday after talks with": who tells it was there.
_AFTER = re.compile(
    rf"\b(?P<verb>{_TELLS})\b(?:\s+(?:reporters|journalists|a\s+(?:news|press|joint)\s+(?:news\s+)?conference)\b)?{_WHEN}"
    r"(?:\s+in\s+[A-Z]\w+)?,?\s+(?:after|following)\s+(?:[\w’'-]+\s+){0,4}?$"
)
#: "A and B failed to agree after five hours of": those who did were at it together.
_HOURS = re.compile(
    r"\b(?P<verb>failed|agreed|ended|concluded|emerged|left|reached|made|broke|parted|announced|signed)\b[^.;:]{0,80}?\s"
    r"(?:after|following|in)\s+(?:(?:more|less)\s+than\s+|nearly\s+|almost\s+|about\s+|some\s+)?(?:an?|\w+)\s+"
    r"(?:(?:and\s+a\s+half)\s+)?(?:hours?|days?|weeks?|rounds?)\s+of\s+(?:[\w’'-]+\s+){0,3}?$"
)
#: How a sentence opens with a meeting that its speaker comes from.
_OPENS = re.compile(
    r"(?:(?:speaking|talking\s+to\s+\w+)\s+)?(?:after|following|emerging\s+from|at\s+the\s+end\s+of|fresh\s+from)\s+"
    r"(?:(?:the|a|an|his|her|their)\s+)?(?:[\w-]+\s+){0,4}?",
    re.IGNORECASE,
)
_COMMA = re.compile(r"[^.;:,]{0,40},\s+")
_TOLD = re.compile(rf"(?<=\s){_TELLS}\b")
#: Between "called" and the meeting: those called, without a name for them all.
_CALLED = re.compile(
    r"\s+(?:[\w’'-]+\s+){1,5}?(?:(?:back\s+)?to|together\s+for|together\s+in\s+\w+\s+for)\s+(?:(?:the|a|an|his|her)\s+)?(?:[\w’'-]+\s+){0,3}"
)
#: Whose meeting it was with whom, where it is told as held.
_WHOSE = re.compile(
    r"\b(?:after|following|followed|follows|at|during|in|from|since)\s+(?:(?!ahead|before|of)[\w.’'-]+\s+){0,3}?$"
)
_OWN = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,3}")


def journeys_in(page: Page, sentence: Span) -> Iterator[Seat]:
    """Give the seats of a sentence that it tells by a journey or by what came after a meeting."""
    here = meetings_in(page, sentence)
    if not here:
        return
    yield from _arrived(page, sentence, here)
    for meeting in here:
        yield from _after(page, sentence, meeting)
        yield from _own_meeting(page, sentence, meeting)
        yield from _opening(page, sentence, meeting)
        yield from _calls(page, sentence, meeting)


def _arrived(page: Page, sentence: Span, here: list[Meeting]) -> Iterator[Seat]:
    for role, key in _JOURNEYS:
        for found in cues_of("seats", key).finditer(page.text, sentence.start, sentence.end):
            words = Span(found.start(), found.start() + len(found.group().rstrip()))
            meeting = next((m for m in here if m.name.start >= words.end), None)
            if meeting is None or not _FOR.fullmatch(page.text, words.end, meeting.name.start):
                continue
            if told_as_done(page, sentence, words.start):
                takers = subject_of(page, sentence, words)
                yield from _seats(sentence, takers, words, meeting, role)
                if role == "attended":
                    yield from _others(page, sentence, words, meeting)


def _after(page: Page, sentence: Span, meeting: Meeting) -> Iterator[Seat]:
    """Read who tells of a meeting that he comes from, and those who ended one together."""
    before = page.text[sentence.start : meeting.name.start]
    for pattern, least in ((_AFTER, 1), (_HOURS, 2)):
        found = pattern.search(before)
        if found is None:
            continue
        words = Span(*(sentence.start + n for n in found.span("verb")))
        takers = subject_of(page, sentence, words)
        behind = list(_others(page, sentence, words, meeting))
        alone = pattern is _AFTER and not behind
        if len(takers) >= least and not alone and told_as_done(page, sentence, words.start):
            yield from _seats(sentence, takers, words, meeting)
            yield from behind


def _opening(page: Page, sentence: Span, meeting: Meeting) -> Iterator[Seat]:
    """Read "After talks with B in Oslo, A said": who comes from a meeting tells of it."""
    if not _OPENS.fullmatch(page.text, sentence.start, meeting.name.start):
        return
    words = Span(meeting.name.start, meeting.name.end)
    behind = list(_others(page, sentence, words, meeting))
    end = max((seat.mention.span.end for seat in behind), default=0)
    comma = _COMMA.match(page.text, end, sentence.end) if end else None
    if comma is None or not told_as_done(page, sentence, meeting.name.start):
        return
    main = Span(comma.end(), sentence.end)
    verb = _TOLD.search(page.text, main.start, main.end)
    takers = [] if verb is None else subject_of(page, main, Span(*verb.span()))
    if takers:
        yield from _seats(sentence, takers, words, meeting)
        yield from behind


def _calls(page: Page, sentence: Span, meeting: Meeting) -> Iterator[Seat]:
    """Read "called European leaders to an emergency summit": who does so hosts it."""
    before = page.text[sentence.start : meeting.name.start]
    for found in cues_of("seats", "calls_to").finditer(before):
        words = Span(sentence.start + found.start(), sentence.start + found.end())
        if not _CALLED.fullmatch(before, found.end()):
            continue
        if told_as_done(page, sentence, words.start):
            for mention, stands_for in subject_of(page, sentence, words):
                again = () if stands_for is None else (stands_for,)
                yield Seat(mention=mention, role="host", role_words=words, meeting=meeting,
                           sentence=sentence, told_again=again)  # fmt: skip


def _own_meeting(page: Page, sentence: Span, meeting: Meeting) -> Iterator[Seat]:
    """Read "after Lund's meeting with Sayed"."""
    noun = page.words(meeting.name).lower().rfind(meeting.noun.split()[0]) + meeting.name.start
    owner = next(
        (m for m in reversed(page.actors.within(Span(sentence.start, noun)))
         if _OWN.fullmatch(page.text, m.span.end, noun)), None)  # fmt: skip
    if owner is None or owner.actor.type != "person":
        return
    start = owner.span.start if owner.office_span is None else owner.office_span.start
    if not _WHOSE.search(page.text[sentence.start : min(start, owner.span.start)]):
        return
    named = Meeting(name=Span(noun, meeting.name.end), noun=meeting.noun, place=meeting.place)
    words = Span(noun, noun + len(meeting.noun))
    behind = list(_others(page, sentence, words, named))
    if behind and told_as_done(page, sentence, start):
        yield from _seats(sentence, [(owner, None)], words, named)
        yield from behind


def _others(page: Page, sentence: Span, words: Span, meeting: Meeting) -> Iterator[Seat]:
    """Those a meeting was held with."""
    noun = page.words(meeting.name).lower().rfind(meeting.noun.split()[-1])
    end = meeting.name.start + noun + len(meeting.noun.split()[-1])
    found = _WITH.match(page.text, end, sentence.end)
    if found is not None:
        listed = listed_behind(page, found.end(), sentence.end, 30)
        yield from _seats(sentence, [(m, None) for m in listed], words, meeting)


def _seats(
    sentence: Span, takers: list[Taker], words: Span, meeting: Meeting, role: Role = "attended"
) -> Iterator[Seat]:
    for mention, stands_for in takers:
        again = () if stands_for is None else (stands_for,)
        yield Seat(mention=mention, role=role, role_words=words, meeting=meeting,
                   sentence=sentence, told_again=again)  # fmt: skip
