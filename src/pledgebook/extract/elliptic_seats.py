"""Seats at a meeting that the sentence does not name: "Oslo sent a deputy", "he dialled in".

News names a meeting once and then tells who is there; these rules hold only where a meeting was
named before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pledgebook.extract.events import Meetings, meetings_in
from pledgebook.extract.lists_of_actors import joined_after, joined_before
from pledgebook.extract.page import Page
from pledgebook.extract.seats import Seat
from pledgebook.model.spans import Span
from pledgebook.model.values import Actor
from pledgebook.model.vocabulary import Role
from pledgebook.resolve.actor_strangers import name_before
from pledgebook.resolve.mentions import ActorMention
from pledgebook.resolve.people import slug

_DEPUTY = (
    r"(?:ministers?|deput(?:y|ies)|envoys?|ambassadors?|delegations?|representatives?|officials?|diplomats?"
    r"|secretar(?:y|ies)|premier|president)"
)
_BE = r"(?:is|are|was|were)"
#: Behind the subject: ways to be there.
_THERE = re.compile(
    r"\b(?P<verb>attended(?=\s*(?:[,.;]|$|in\s+person|too\b|as\s+well\b|by\s+video|via\s+video|virtually|remotely))"
    rf"|(?:has\s+|have\s+|had\s+)?sent\s+(?:an?|its|their|his|her|only\s+an?)\s+(?:[\w-]+\s+){{0,3}}?{_DEPUTY}"
    r"(?=\s*(?:[,.;]|$|instead\b|in\s+(?:his|her|its|their)\s+place))"
    rf"|{_BE}\s+represented\s+by\b|{_BE}\s+(?:also\s+)?(?:here|there|present)(?=\s*(?:[,.;]|$|in\s+person|too\b|as\s+well\b))"
    rf"|{_BE}\s+(?:also\s+)?in\s+(?:the\s+room|attendance)\b|{_BE}\s+at\s+the\s+table\b"
    r"|(?:dialled|dialed|phoned|called|zoomed)\s+in(?=\s*(?:[,.;]|$|from\b|by\b|via\b))"
    rf"|(?:joined|attended|took\s+part|{_BE}\s+(?:joining|attending|taking\s+part))\s+(?:by|via|over)\s+(?:a\s+)?"
    r"(?:video|phone|telephone)\w*"
    rf"|(?:joined|{_BE}\s+joining)\s+(?:remotely|virtually|online))",
)
#: Behind the subject: ways to stay away.
_AWAY = re.compile(
    r"\b(?P<verb>(?:had\s+been\s+due\s+to\s+(?:come|attend|take\s+part)\s+but\s+)?(?:cancelled|canceled|pulled\s+out|"
    r"stayed\s+(?:away|at\s+home)|sent\s+(?:his|her|its|their)\s+(?:regrets|apologies)|failed\s+to\s+(?:show\s+up|appear))"
    r"(?=\s*(?:[,.;]|$|at\s|over\s|because|citing|on\s|in\s+protest))"
    r"|(?:was|were)\s+absent(?=\s*[,.;])|(?:was|were)\s+(?:conspicuous(?:ly)?\s+)(?:by\s+\w+\s+absence|absent)"
    r"|did\s+not\s+(?:come|show\s+up|attend)(?=\s*[,.;]))"
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
_CLAUSE = re.compile(r"[.;:!?]\s|\bwhile\b|\bbut\b(?!\s+cancel)")
#: The name behind an office, in commas.
_HOLDER = re.compile(
    r",\s+([A-Z][\w’'-]+(?:\s+(?:[a-z]{2,3}[\s-]+)?[A-Z][\w’'-]+){1,3}|[A-Z][\w’']+\s+[a-z]{2}-[A-Z][\w’']+),"
)
#: How many code points may lie between a meeting's name and the seat that is told of it.
_REACH = 2500


def elliptic_seats(page: Page, sentence: Span, meetings: Meetings) -> Iterator[Seat]:
    """Give the seats of a sentence at the meeting named last before it."""
    patterns: tuple[tuple[Role, re.Pattern[str]], ...] = (
        ("attended", _THERE),
        ("declined", _AWAY),
    )
    for role, pattern in patterns:
        for found in pattern.finditer(page.text, sentence.start, sentence.end):
            verb = Span(*found.span("verb"))
            if page.quoted(verb.start) or _unsure(page, sentence, verb):
                continue
            start = _clause_start(page, sentence, verb.start)
            actors = joined_before(page, start, verb.start) or _stranger(page, verb.start)
            yield from _seats(page, sentence, meetings, role, verb, actors)
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
    here = [m for m in meetings_in(page, sentence) if m.name.start > verb.end]
    meeting = here[0] if here else meetings.last_before(verb.start)
    if meeting is None or verb.start - meeting.name.end > _REACH:
        return
    for mention in actors:
        yield Seat(mention=holder_named(page, mention), role=role, role_words=verb,
                   meeting=meeting, sentence=sentence, event_here=bool(here))  # fmt: skip


def holder_named(page: Page, mention: ActorMention) -> ActorMention:
    """Give the person named behind an office: "Syria's acting minister, Karim Haddad, attended"."""
    if mention.naming != "office" or mention.actor.type != "state":
        return mention
    found = _HOLDER.match(page.text, mention.span.end)
    if found is None:
        return mention
    name = Span(*found.span(1))
    words = page.words(name)
    actor = Actor(
        id=slug(words), name=words, type="person", affiliation=mention.actor.id,
        role=mention.actor.role,
    )  # fmt: skip
    return replace(mention, span=name, actor=actor, naming="person")


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
