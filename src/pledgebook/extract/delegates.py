"""Seats told by who is sent: "was represented by", "led the delegation to", "cancelled a trip".

The verb stands apart from the meeting, which the words between them name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pledgebook.extract.events import Meeting, meetings_in
from pledgebook.extract.lists_of_actors import joined_after, joined_before
from pledgebook.extract.page import Page
from pledgebook.extract.seat_subjects import subject_of
from pledgebook.extract.seats import Seat
from pledgebook.model.spans import Span
from pledgebook.model.values import Actor
from pledgebook.model.vocabulary import Role
from pledgebook.resolve.actor_strangers import name_after
from pledgebook.resolve.mentions import ActorMention
from pledgebook.resolve.people import slug

_REPRESENTED = re.compile(
    r"\b(?P<verb>(?:is|was|are|were)\s+(?:also\s+|being\s+)?represented|(?:has|have)\s+been\s+represented)\b"
)
#: Who comes in the place of a state: a person with a name, or an office of its own.
_BY = re.compile(r"\bby\s+(?:the\s+)?")
#: "sent its foreign minister to the conference", "led the Kenyan delegation to the talks".
_SENT = re.compile(
    r"\b(?P<verb>(?:has\s+|have\s+)?sent)\s+(?:(?:an?|its|their|his|her|two|three|\w+)\s+)?"
    r"(?:[\w-]+\s+){0,3}?(?:minister|ministers|delegation|envoy|envoys|ambassador|representative"
    r"|representatives|diplomats|officials?|negotiators|secretary|president|premier|observers?|team)\s+to\b"
)
_LED = re.compile(
    r"\b(?P<verb>led|leads|headed|heads|is\s+leading|was\s+leading)\s+(?:the|an?|its|his|her|their)\s+"
    r"(?:[\w.’'-]+\s+){0,3}?delegation\s+(?:to|at)\b"
)
#: "The Kenyan delegation at the talks was led by": who led it stands behind.
_LED_BY = re.compile(
    r"\bdelegation\s+(?:to|at|in)\s+[^.;:,]{3,60}?\s(?P<verb>(?:was|is|were|will\s+be)\s+(?:led|headed)\s+by)\s+(?:the\s+)?"
)
#: The name of an envoy in commas ("by a special envoy, Ida Lund,").
_ENVOY = re.compile(r"(?:an?|its|his|her|their)\s+(?:[\w-]+\s+){0,4}[\w-]+,\s+")
#: A journey or an appearance that was given up.
_CANCELLED = re.compile(
    r"\b(?P<verb>cancel(?:l?ed|s)|called\s+off|dropped|scrapped|abandoned)\s+(?:an?|his|her|its|their|the)\s+"
    r"(?:[\w-]+\s+){0,2}?(?:trip|visit|journey|travel|attendance|appearance|participation|presence|plans?)"
    r"\s+(?:to|at|in|for)\b"
)
#: What is not, or not yet, is no seat.
_UNREAL = re.compile(
    r"\b(?:not|n['’]t|never|nor|if|whether|would|could|should|may|might|will|shall|must|to|deny|denied)"
    r"\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
#: A meeting behind these is another matter: "sent its minister to Rome ahead of the talks".
_APART = re.compile(r"\b(?:before|after|ahead|during|since|until|amid|despite)\b")
#: How far behind such words their meeting may stand, in code points.
_REACH = 60


def delegates_in(page: Page, sentence: Span) -> Iterator[Seat]:
    """Give the seats of a sentence that it tells by who was sent or did not go."""
    here = meetings_in(page, sentence)
    if not here:
        return
    yield from _represented(page, sentence, here)
    for found in _LED_BY.finditer(page.text, sentence.start, sentence.end):
        meetings = meetings_in(page, Span(found.start(), found.end()))
        for mention in joined_after(page, found.end(), sentence.end)[:1] if meetings else []:
            yield _seat(sentence, mention, "attended", Span(*found.span("verb")), meetings[0])
    for role, pattern in _PATTERNS:
        for found in pattern.finditer(page.text, sentence.start, sentence.end):
            verb = Span(*found.span("verb"))
            meeting = _next(page, here, found.end())
            if meeting is None or not _real(page, sentence, verb):
                continue
            for mention, stands_for in subject_of(page, sentence, verb):
                again = () if stands_for is None else (stands_for,)
                seat = _seat(sentence, mention, role, verb, meeting)
                yield replace(seat, told_again=again)


_PATTERNS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("attended", _SENT),
    ("attended", _LED),
    ("declined", _CANCELLED),
)


def _represented(page: Page, sentence: Span, here: list[Meeting]) -> Iterator[Seat]:
    """A state that was represented: the person who came for it, else the state itself."""
    for found in _REPRESENTED.finditer(page.text, sentence.start, sentence.end):
        verb = Span(*found.span("verb"))
        by = _BY.search(page.text, verb.end, sentence.end)
        states = joined_before(page, sentence.start, verb.start)
        meeting = _next(page, here, verb.end) or here[0]
        if by is None or not states or not _real(page, sentence, verb):
            continue
        persons = [m for m in joined_after(page, by.end(), sentence.end) if _person(m)]
        persons = persons or _envoy(page, by.start() + 2, states)
        for mention in persons[:1] or states:
            yield _seat(sentence, mention, "attended", verb, meeting)


def _envoy(page: Page, offset: int, states: list[ActorMention]) -> list[ActorMention]:
    """Give the person named in commas behind what a state sent: "a special envoy, Ida Lund,"."""
    office = _ENVOY.match(page.text, offset + 1)
    name = None if office is None else name_after(page.text, office.end(), least=2)
    if name is None:
        return []
    words = page.words(name)
    actor = Actor(id=slug(words), name=words, type="person", affiliation=states[0].actor.id)
    return [ActorMention(span=name, actor=actor, naming="person")]


def _person(mention: ActorMention) -> bool:
    return mention.actor.type == "person"


def _next(page: Page, here: list[Meeting], offset: int) -> Meeting | None:
    """Give the meeting named close behind an offset, which no word of time keeps apart."""
    for meeting in here:
        if offset <= meeting.name.end and meeting.name.start - offset < _REACH:
            apart = _APART.search(page.text, offset, max(offset, meeting.name.start))
            return meeting if apart is None else None
    return None


def _real(page: Page, sentence: Span, verb: Span) -> bool:
    before = page.text[max(sentence.start, verb.start - 40) : verb.start]
    return _UNREAL.search(before) is None and not page.quoted(verb.start)


def _seat(sentence: Span, mention: ActorMention, role: Role, verb: Span, meeting: Meeting) -> Seat:
    return Seat(mention=mention, role=role, role_words=verb, meeting=meeting, sentence=sentence)
