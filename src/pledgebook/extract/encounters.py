"""Seats told without a named meeting: who met whom, who received whom, who was on a call.

Readouts and joint statements tell a meeting by its verb ("A met B in Oslo"); where the sentence
names no meeting, the words of the verb are its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pledgebook.extract.events import Meeting, meetings_in, place_after
from pledgebook.extract.lists_of_actors import is_state_of
from pledgebook.extract.page import Page
from pledgebook.extract.seat_subjects import PRONOUN, Taker, listed_behind, subject_of
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Role
from pledgebook.resolve.mentions import ActorMention

_WHEN = (
    r"(?:\s+(?:today|yesterday|again|earlier|separately|bilaterally|virtually|privately|here|"
    r"jointly|in\s+person|this\s+\w+|last\s+\w+|on\s+(?:\w+,\s+)?\w+\s+\d{1,2}(?:,\s+\d{4})?,?|"
    r"on\s+\w+day,?|(?:at|in)\s+(?:the\s+)?(?!\w+['’]s?\s+[a-z])[A-Z][\w.’'-]+(?:,?\s+[A-Z][\w.’'-]+){0,3},?))*"
)
#: "A met with B", "A met B", "A and B met in Oslo".
_MET = re.compile(
    rf"\b(?P<verb>met|has\s+met|have\s+met|sat\s+down|huddled|conferred)\b{_WHEN}(?P<with>\s+with\b)?"
)
#: What may follow where nobody is met: the givers of the verb met each other.
_TOGETHER = re.compile(
    r"\s*(?:[.,;]|$|(?:today|yesterday|in|at|on|for|to|and|here|virtually|again|this|during)\b)"
)
_GATHERED = re.compile(
    r"\b(?P<verb>convened|gathered|assembled|convenes?|gathers?|assembles?|(?<=,\s)(?:meeting|gathering|assembling|convening))"
    r"(?=\s+(?:(?:in|at|on|for|to|here|today|virtually)\b))"
)
#: A call is told by its verb and what it was held by.
_SPOKE = re.compile(
    r"\b(?P<verb>spoke|talked)\s+(?:today\s+|yesterday\s+|again\s+|separately\s+|together\s+)*"
    r"(?P<by>(?:by|over\s+the|on\s+the|via)\s+(?:secure\s+)?(?:tele)?(?:phone|video\w*)"
    r"(?:\s+\w+){0,2}?\s+)?with\b"
)
#: Who receives whom; what is only looked forward to makes a guest an invited one.
_RECEIVED = re.compile(
    r"\b(?<!\bwas\s)(?<!\bwere\s)(?<!\bbeen\s)(?P<verb>hosted|received|welcomed|greeted|hosts|receives|welcomes|greets|(?:is|was|are|were)\s+(?:hosting|welcoming)"
    r"|(?P<ahead>will\s+(?:host|receive|welcome)"
    r"|looks?\s+forward\s+to\s+(?:hosting|welcoming|receiving)))\b"
)
#: The same in the passive, its host behind "by".
_RECEIVED_BY = re.compile(
    r"\b(?P<verb>(?:was|were)\s+(?:received|welcomed|greeted|hosted))"
    r"(?:\s+(?:today|yesterday|warmly|earlier|on\s+\w+day|at\s+the\s+airport|(?:at|in)\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?))*\s+by\s+(?:the\s+)?"
)
_AS_GUEST = re.compile(r"[^.;:]{0,80}?\b(?:to|at|in|for|here|on)\b")
#: "during the summit of the leaders of A, B and C", "after talks between A and B".
_PAST = re.compile(
    r"\b(?:during|after|following|followed|at|in|from|since)\s+(?:the\s+|a\s+|an\s+|their\s+)?"
    r"(?:[\w’'.-]+\s+){0,4}$"
)
_OF_WHOM = re.compile(
    r"(?:\s+(?:in|at)\s+(?:the\s+)?[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]+){0,2})?(?:\s+on\s+\w+day)?\s+(?:between|among|of\s+(?:the\s+)?(?:leaders|presidents|prime\s+ministers|ministers|"
    r"(?:foreign|defen[cs]e|finance|trade)\s+ministers|heads\s+of\s+(?:state|government))\s+of)\s+"
)
#: Behind those whose meeting it was: that it was held.
_TOOK_PLACE = re.compile(
    r",?(?:\s+(?:on|in|at)\s+[A-Z]\w+)?\s+(?:took\s+place|(?:was|were|has\s+been|have\s+been)\s+held|lasted|ended|concluded|opened|began"
    r"|started|resumed|broke\s+up|wrapped\s+up|got\s+under\s+way|(?:is|are)\s+under\s+way|produced|focused\s+on|brought|led\s+to)\b"
)
#: Who holds a meeting takes part; who hosts or joins one has a seat by that verb.
_HELD = re.compile(
    r"\b(?P<verb>(?P<own>held|had|conducted)|hosted|chaired|led|convened|joined|attended"
    r"|participated\s+in|took\s+part\s+in)\s+(?:an?\s+|the\s+|their\s+)?(?:[\w-]+\s+){0,3}$"
)
_WITH = re.compile(rf"{_WHEN}\s+with\s+(?:the\s+)?")
#: What a sentence with one of these tells has not been, or nobody says that it was.
_UNREAL = re.compile(
    r"\b(?:not|n['’]t|never|no|nor|without|if|whether|would|could|should|may|might|must|before|"
    r"unless|until|who|deny|denied)\b[^.;:]{0,60}$",
    re.IGNORECASE,
)
#: Before the name of what a verb of meeting tells; on its margins another meeting is held.
_HELD_AS = re.compile(
    r"\b(?:for|at|during|in|on\s+the\s+occasion\s+of|as\s+part\s+of)\s+(?:an?\s+|the\s+|their\s+)?"
    r"(?:[\w-]+\s+){0,3}$"
)
#: How long the words of a verb that stand for a meeting may be, in code points.
_LONGEST = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Encounter:
    """Somebody at a meeting that a verb tells.

    Attributes:
        mention: who.
        role: in which role.
        words: the words that say so.
        meeting: what they took part in.
        stands_for: the name that a pronoun or an office stands for.
    """

    mention: ActorMention
    role: Role
    words: Span
    meeting: Meeting
    stands_for: Span | None = None


def encounters_in(page: Page, sentence: Span) -> Iterator[Encounter]:
    """Give the seats that a sentence tells by verbs of meeting."""
    yield from _met(page, sentence)
    yield from _spoke(page, sentence)
    yield from _received(page, sentence)
    yield from _received_by(page, sentence)
    yield from _of_a_meeting(page, sentence)
    yield from _with_whom(page, sentence)


def _real(page: Page, sentence: Span, verb: Span) -> bool:
    before = page.text[max(sentence.start, verb.start - 80) : verb.start]
    return _UNREAL.search(before) is None and not page.quoted(verb.start)


def _met(page: Page, sentence: Span) -> Iterator[Encounter]:
    for pattern in (_MET, _GATHERED):
        for found in pattern.finditer(page.text, sentence.start, sentence.end):
            verb = Span(*found.span("verb"))
            if not _real(page, sentence, verb):
                continue
            takers = subject_of(page, sentence, verb)
            met = _counterparts(page, sentence, found) if pattern is _MET else []
            several = len(takers) > 1 or any((m.actor.count or 1) > 1 for m, _ in takers)
            alone = not met and not (several and _TOGETHER.match(page.text, found.end()))
            if takers and not alone:
                meeting = _meeting(page, sentence, verb, met)
                yield from _seated(takers, "attended", verb, meeting)
                yield from _seated([(m, None) for m in met], "attended", verb, meeting)


def _counterparts(page: Page, sentence: Span, found: re.Match[str]) -> list[ActorMention]:
    """Whom somebody met: after "with" anybody, without it people only."""
    listed = listed_behind(page, found.end(), sentence.end, 25)
    if not listed or page.text[listed[-1].span.end : listed[-1].span.end + 2] in ("’s", "'s"):
        return []
    if found["with"] is None and listed[0].actor.type != "person":
        return []
    return listed


def _spoke(page: Page, sentence: Span) -> Iterator[Encounter]:
    for found in _SPOKE.finditer(page.text, sentence.start, sentence.end):
        verb = Span(*found.span("verb"))
        takers = subject_of(page, sentence, verb)
        met = listed_behind(page, found.end(), sentence.end, 25)
        both = (*met, *(m for m, _ in takers))
        if found["by"] is None and not all(_official(page, m) for m in both):
            continue  # "spoke with reporters": no call of two who act for their states
        if takers and met and _real(page, sentence, verb):
            meeting = _meeting(page, sentence, verb, met)
            yield from _seated(takers, "attended", verb, meeting)
            yield from _seated([(m, None) for m in met], "attended", verb, meeting)


def _official(page: Page, mention: ActorMention) -> bool:
    """Say whether a person acts for a state by name or office; a pronoun may mean another."""
    known = mention.actor.type == "person" and mention.actor.affiliation is not None
    return known and len(page.words(mention.span)) > PRONOUN


def _received(page: Page, sentence: Span) -> Iterator[Encounter]:
    for found in _RECEIVED.finditer(page.text, sentence.start, sentence.end):
        verb = Span(*found.span("verb"))
        hosts = subject_of(page, sentence, verb)
        guests = listed_behind(page, found.end(), sentence.end, 8)
        guests = [m for m in guests if m.actor.type == "person"]
        if not hosts or not guests or not _real(page, sentence, verb):
            continue
        end = guests[-1].span.end
        owned = page.text[end : end + 2] in ("’s", "'s")
        if owned or not _AS_GUEST.match(page.text, end, sentence.end):
            continue
        meeting = _meeting(page, sentence, verb, guests)
        role: Role = "invited" if found["ahead"] else "attended"
        yield from _seated(hosts, "host", verb, meeting)
        yield from _seated([(m, None) for m in guests], role, verb, meeting)


def _received_by(page: Page, sentence: Span) -> Iterator[Encounter]:
    for found in _RECEIVED_BY.finditer(page.text, sentence.start, sentence.end):
        verb = Span(*found.span("verb"))
        hosts = listed_behind(page, found.end(), sentence.end, 8)
        guests = [t for t in subject_of(page, sentence, verb) if t[0].actor.type == "person"]
        if hosts and guests and _real(page, sentence, verb):
            meeting = _meeting(page, sentence, verb, hosts)
            yield from _seated(guests, "attended", verb, meeting)
            yield from _seated([(m, None) for m in hosts], "host", verb, meeting)


def _of_a_meeting(page: Page, sentence: Span) -> Iterator[Encounter]:
    """Those whose meeting it was, where the sentence tells that it took place."""
    for meeting in meetings_in(page, sentence):
        noun = _noun_end(page, meeting)
        whom = _OF_WHOM.match(page.text, noun, sentence.end)
        before = page.text[sentence.start : meeting.name.start]
        if whom is None or not _real(page, sentence, meeting.name):
            continue
        listed = listed_behind(page, whom.end(), sentence.end, 12)
        if not _PAST.search(before) and not _took_place(page, listed, sentence):
            continue
        named = Meeting(name=Span(meeting.name.start, noun), noun=meeting.noun, place=meeting.place)
        for mention in listed:
            yield Encounter(mention=mention, role="attended", words=_trimmed(whom), meeting=named)


def _took_place(page: Page, listed: list[ActorMention], sentence: Span) -> bool:
    """Say whether a meeting of those listed is told as one that was held."""
    return bool(listed) and bool(_TOOK_PLACE.match(page.text, listed[-1].span.end, sentence.end))


def _with_whom(page: Page, sentence: Span) -> Iterator[Encounter]:
    """Those a meeting was held with: "joined a call with the G7", "held talks with Norway"."""
    for meeting in meetings_in(page, sentence):
        held = _HELD.search(page.text[sentence.start : meeting.name.start])
        when = _WITH.match(page.text, _noun_end(page, meeting), sentence.end)
        if held is None:
            continue
        verb = Span(*(sentence.start + n for n in held.span("verb")))
        takers = subject_of(page, sentence, verb)
        if not takers or not _real(page, sentence, verb):
            continue
        met = listed_behind(page, when.end(), sentence.end, 12) if when else []
        if held["own"] and (met or len(takers) > 1):
            yield from _seated(takers, "attended", verb, meeting)
        yield from _seated([(m, None) for m in met], "attended", verb, meeting)


def _noun_end(page: Page, meeting: Meeting) -> int:
    at = page.words(meeting.name).lower().rfind(meeting.noun.split()[-1])
    return meeting.name.start + at + len(meeting.noun.split()[-1])


def _trimmed(found: re.Match[str]) -> Span:
    words = found.group()
    start = found.start() + len(words) - len(words.lstrip())
    return Span(start, found.start() + len(words.rstrip()))


def _seated(takers: list[Taker], role: Role, words: Span, meeting: Meeting) -> Iterator[Encounter]:
    for mention, stands_for in takers:
        yield Encounter(
            mention=mention, role=role, words=words, meeting=meeting, stands_for=stands_for
        )


def _with_state(page: Page, mention: ActorMention, end: int) -> int:
    """Give the end of a name with the state it is of: "Prime Minister Albanese of Australia"."""
    after = next(iter(page.actors.within(Span(mention.span.end, end))), None)
    if after is not None and is_state_of(page, after, mention):
        return after.span.end
    return mention.span.end


def _meeting(page: Page, sentence: Span, verb: Span, met: list[ActorMention]) -> Meeting:
    """Give the meeting that the sentence names after a verb; else the words of the verb."""
    end = max((_with_state(page, m, sentence.end) for m in met), default=verb.end)
    for meeting in meetings_in(page, Span(verb.end, sentence.end)):
        before = page.text[verb.end : meeting.name.start]
        if meeting.name.start - end < _LONGEST // 2 and _HELD_AS.search(before):
            return meeting
    place = place_after(page, end, sentence.end) or place_after(page, verb.end, sentence.end)
    until = max(end, place.end) if place is not None else end
    name = Span(verb.start, until if until - verb.start <= _LONGEST else verb.end)
    noun = f"{page.words(verb)} {met[0].actor.id or met[0].actor.name}" if met else page.words(verb)
    return Meeting(name=name, noun=noun, place=place)
