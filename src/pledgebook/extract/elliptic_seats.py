"""Seats at a meeting that the sentence does not name: "Oslo sent a deputy", "he dialled in".

News names a meeting once and then tells who is there; these rules hold only where a meeting was
named before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pledgebook.extract.counted_seats import some_before
from pledgebook.extract.events import Meetings, meetings_in
from pledgebook.extract.lexicon import cues_of
from pledgebook.extract.lists_of_actors import joined_after, joined_before
from pledgebook.extract.page import Page
from pledgebook.extract.seats import Seat
from pledgebook.model.spans import Span
from pledgebook.model.values import Actor
from pledgebook.model.vocabulary import Role
from pledgebook.resolve.actor_strangers import name_before
from pledgebook.resolve.mentions import ActorMention
from pledgebook.resolve.people import slug

#: How many code points may lie between a meeting's name and the seat that is told of it.
_REACH = 2500
#: Role and words, and how many code points may lie between a meeting's name and these.
_ROLES: tuple[tuple[Role, str, int], ...] = (
    ("attended", "there", _REACH),
    ("attended", "there_close", 300),
    ("declined", "away", _REACH),
)
#: "Among those who travelled to Paris were …": the list stands behind.
_AMONG = re.compile(
    r"\b(?P<verb>[Aa]mong\s+(?:those|the\s+\w+)(?:\s+(?:who|in|at|present|attending|gathered))?[^.;:]{0,50}?"
    r"\s(?:were|was|are))\b"
)
#: "Speaking beside Anna Berg at the end of a meeting": both are there.
_BESIDE = re.compile(r"\b(?P<verb>[Ss]peaking\s+(?:beside|alongside|next\s+to))\s+")
_UNSURE = re.compile(
    r"\b(?:not|never|no|nor|would|could|should|may|might|must|if|whether|will|to)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.;:!?]\s|\bwhile\b|\bbut\b")


def tells_of_last(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a sentence may tell who is or is not at the meeting named last."""
    return any(
        cues_of("seats", key).search(page.text, sentence.start, sentence.end)
        for _, key, _reach in _ROLES
    )


def elliptic_seats(page: Page, sentence: Span, meetings: Meetings) -> Iterator[Seat]:
    """Give the seats of a sentence at the meeting named last before it."""
    for role, key, reach in _ROLES:
        pattern = cues_of("seats", key)
        for found in pattern.finditer(page.text, sentence.start, sentence.end):
            verb = Span(*found.span())
            if page.quoted(verb.start) or _unsure(page, sentence, verb):
                continue
            start = _clause_start(page, sentence, verb.start)
            actors = joined_before(page, start, verb.start) or _stranger(page, verb.start)
            actors = actors or some_before(page, sentence, verb.start)
            for seat in _seats(page, sentence, meetings, role, verb, actors):
                if seat.event_here or verb.start - seat.meeting.name.end < reach:
                    yield seat
    for found in _AMONG.finditer(page.text, sentence.start, sentence.end):
        verb = Span(*found.span("verb"))
        yield from _seats(page, sentence, meetings, "attended", verb,
                          joined_after(page, found.end(), sentence.end))  # fmt: skip
    yield from _beside(page, sentence, meetings)


def _beside(page: Page, sentence: Span, meetings: Meetings) -> Iterator[Seat]:
    for found in _BESIDE.finditer(page.text, sentence.start, sentence.end):
        named = meetings_in(page, Span(found.end(), sentence.end))
        there = joined_after(page, found.end(), sentence.end, reach=30)[:1]
        if named and named[0].name.start - found.end() < 90:  # noqa: PLR2004 - in the same phrase
            yield from _seats(page, sentence, meetings, "attended", Span(*found.span("verb")),
                              there)  # fmt: skip


def _seats(
    page: Page,
    sentence: Span,
    meetings: Meetings,
    role: Role,
    verb: Span,
    actors: list[ActorMention],
) -> Iterator[Seat]:
    behind = Span(verb.start, sentence.end)
    here = [m for m in meetings_in(page, behind) if not m.weak]
    meeting = here[0] if here else meetings.last_before(verb.start)
    if meeting is None or verb.start - meeting.name.end > _REACH:
        return
    for mention in actors:
        yield Seat(mention=mention, role=role, role_words=verb,
                   meeting=meeting, sentence=sentence, event_here=bool(here))  # fmt: skip


def _stranger(page: Page, end: int) -> list[ActorMention]:
    """A person whom reference data do not know, right before a verb."""
    name = name_before(page.text, end)
    if name is None or page.actors.touching(name):
        return []
    words = page.words(name)
    actor = Actor(id=slug(words), name=words, type="person")
    return [ActorMention(span=name, actor=actor, naming="person")]


def _unsure(page: Page, sentence: Span, verb: Span) -> bool:
    before = page.text[max(sentence.start, verb.start - 40) : verb.start]
    return _UNSURE.search(before) is not None


def _clause_start(page: Page, sentence: Span, offset: int) -> int:
    cuts = [m.end() for m in _CLAUSE.finditer(page.text, sentence.start, offset)]
    return cuts[-1] if cuts else sentence.start
