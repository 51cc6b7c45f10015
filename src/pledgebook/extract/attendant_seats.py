"""Seats told beside the main verb: "with Norway in the chair", "at Norway's invitation", captions.

What stands beside a verb tells of the meeting that the sentence names, else of the one named last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pledgebook.extract.events import Meeting, Meetings, meetings_in
from pledgebook.extract.lexicon import cues_of
from pledgebook.extract.lists_of_actors import joined_after, joined_before
from pledgebook.extract.page import Page
from pledgebook.extract.seat_clauses import told_as_done
from pledgebook.extract.seats import Seat
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Role
from pledgebook.resolve.mentions import ActorMention

_WITH = re.compile(
    r"\bwith\s+(?:both\s+|only\s+|just\s+)?(?=[A-Z]|the\s|an?\s|\w+\s+of\b|\w+s\s+from\b)"
)
_ROLES: tuple[Role, ...] = ("host", "attended", "declined")
#: "at the invitation of Norway", "under the chairmanship of Norway".
_BY_INVITATION = re.compile(
    r"\b(?P<words>at\s+the\s+(?:joint\s+|personal\s+)?invitation\s+of|under\s+the\s+(?:joint\s+)?(?:chairmanship|presidency|co-chairmanship)\s+of"
    r"|(?:chaired|hosted)\s+on\s+behalf\s+of)\s+(?:the\s+)?"
)
#: "at Norway's invitation", "under Norway's chairmanship".
_ITS_INVITATION = re.compile(r"['’]s?\s+(?:invitation|chairmanship|co-chairmanship)\b")
_AT = re.compile(r"\b(?:at|on|under)\s+(?:the\s+)?\Z")
#: Whose seat it was: taken by somebody for them, or empty.
_CHAIR = re.compile(
    r"['’]s?\s+(?P<words>(?:seat|place|chair)s?(?P<where>\s+(?:at|in)\s+[^.;:,]{3,50}?)?\s+(?:(?:was|were|had\s+been)\s+(?:taken|filled|occupied)\s+by"
    r"|(?P<empty>(?:was|were|stayed|remained|stood|had\s+been|was\s+left)\s+(?:left\s+)?(?:empty|vacant|unfilled))))\b"
)
#: Who calls others to one place, and what for.
_BROUGHT = re.compile(
    r"\b(?:brings|brought|has\s+brought|gathered|assembled|summoned|called|convened)\s+(?:together\b|(?=(?:the\s+)?[A-Z][\w’'-]+(?:\s+and\b|,)))"
)
_TO_TALK = re.compile(r"\A[^.;:]{0,60}?,?\s(?:for|to|at|in|around)\s")
#: How a caption begins before those that it shows.
_SHOWN = re.compile(
    r"\s*(?:(?:pictured|photo(?:graph)?|caption|picture|from\s+left(?:\s+to\s+right)?|left\s+to\s+right|l-r|\(l-r\)|\(from\s+left\))[:,]?\s+)*(?:the\s+)?",
    re.IGNORECASE,
)
#: From the last of those that a caption shows to its end.
_SHOWN_AT = re.compile(
    r"(?:,\s*)?\s+(?:together\s+)?(?P<words>at|during|arriving\s+(?:at|for)|attending)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,4}?\Z"
)
_SHOWN_END = re.compile(r"[^.;:]{0,60}(?:\.|\Z)")
_VERB = re.compile(r"\b(?:said|was|were|is|are|has|have|had|will|would|told|which|that|who)\b")


def attendant_seats(
    page: Page, sentence: Span, here: Sequence[Meeting], meetings: Meetings
) -> Iterator[Seat]:
    """Give the seats of a sentence that stand beside its main verb."""
    main = here[0] if here else meetings.told_in(sentence) or meetings.last_before(sentence.end)
    if main is None:
        return
    seat = _Maker(sentence=sentence, meeting=main, here=main.name.start >= sentence.start)
    yield from _with(page, sentence, seat)
    yield from _invited_by(page, sentence, seat)
    yield from _chairs(page, sentence, seat)
    yield from _caption(page, sentence, here, seat)
    yield from _brought_together(page, sentence, seat)


class _Maker:
    """Makes the seats of one sentence at one meeting."""

    def __init__(self, *, sentence: Span, meeting: Meeting, here: bool) -> None:
        self._sentence = sentence
        self._meeting = meeting
        self._here = here

    def __call__(self, mention: ActorMention, role: Role, words: Span) -> Seat:
        return Seat(mention=mention, role=role, role_words=words, meeting=self._meeting,
                    sentence=self._sentence, event_here=self._here)  # fmt: skip


def _with(page: Page, sentence: Span, seat: _Maker) -> Iterator[Seat]:
    """Read "with Kenya acting as host", "with Chad and Mali taking part"."""
    for opening in _WITH.finditer(page.text, sentence.start, sentence.end):
        listed = joined_after(page, opening.end(), sentence.end, reach=24)
        if not listed or not told_as_done(page, sentence, opening.start()):
            continue
        for role in _ROLES:
            cue = cues_of("seats", "beside", role)
            found = cue.search(page.text, listed[-1].span.end, sentence.end)
            if found is not None and _beside(page, listed[-1], found):
                for mention in listed:
                    yield seat(mention, role, Span(*found.span()))


#: Between those named and the words that tell their role: an office, a name, adverbs.
_NEAR = re.compile(
    r"(?:['’]s?)?(?:\s+[A-Z][\w’'-]+){0,3}(?:,[^,.;:]{1,40},)?\s+(?:(?:also|both|all|each|\w+ly)\s+)?"
)


def _beside(page: Page, last: ActorMention, found: re.Match[str]) -> bool:
    return _NEAR.fullmatch(page.text, last.span.end, found.start()) is not None


def _invited_by(page: Page, sentence: Span, seat: _Maker) -> Iterator[Seat]:
    """Read "at the invitation of Norway" and "at Norway's invitation": Norway hosts."""
    for found in _BY_INVITATION.finditer(page.text, sentence.start, sentence.end):
        for mention in joined_after(page, found.end(), sentence.end, reach=24):
            yield seat(mention, "host", Span(*found.span("words")))
    for mention in page.actors.within(sentence):
        own = _ITS_INVITATION.match(page.text, mention.span.end, sentence.end)
        low = max(0, mention.span.start - 9)
        at = None if own is None else _AT.search(page.text[low : mention.span.start])
        if own is not None and at is not None:
            yield seat(mention, "host", Span(low + at.start(), own.end()))


def _brought_together(page: Page, sentence: Span, seat: _Maker) -> Iterator[Seat]:
    """Read "Ida Lund brought together Ana Sy and Jo Ray for talks": she hosts, they attend."""
    for found in _BROUGHT.finditer(page.text, sentence.start, sentence.end):
        words = Span(*found.span())
        hosts = joined_before(page, sentence.start, words.start)
        guests = joined_after(page, words.end, sentence.end, reach=30)
        counted = len(guests) > 1 and guests[0].actor.count == len(guests) - 1
        behind = page.text[guests[-1].span.end : sentence.end] if guests else ""
        if (
            not hosts
            or not _TO_TALK.search(behind)
            or not told_as_done(page, sentence, words.start)
        ):
            continue
        for mention in hosts:
            yield seat(mention, "host", words)
        for mention in guests[counted:]:
            yield seat(mention, "attended", words)


def _chairs(page: Page, sentence: Span, seat: _Maker) -> Iterator[Seat]:
    """Read "Peru's seat was taken by its ambassador", "Peru's chair stayed empty"."""
    for mention in page.actors.within(sentence):
        found = _CHAIR.match(page.text, mention.span.end, sentence.end)
        if found is None or not told_as_done(page, sentence, found.start("words")):
            continue
        if found["where"] and not meetings_in(page, Span(*found.span("where"))):
            continue  # "Chad's place in the ranking"
        role: Role = "declined" if found["empty"] else "attended"
        for one in joined_before(page, sentence.start, found.start()) or [mention]:
            yield seat(one, role, Span(*found.span("words")))


def _caption(page: Page, sentence: Span, here: Sequence[Meeting], seat: _Maker) -> Iterator[Seat]:
    """Read "From left: Ida Lund and Per Dahl at the summit in Riga": no verb tells who is there."""
    if not here:
        return
    opening = _SHOWN.match(page.text, sentence.start, here[0].name.start)
    start = sentence.start if opening is None else opening.end()
    listed = joined_after(page, start, here[0].name.start, reach=30)
    if not listed or not _SHOWN_END.fullmatch(page.text, here[0].name.end, sentence.end):
        return
    behind = page.text[listed[-1].span.end : here[0].name.start]
    found = _SHOWN_AT.search(behind)
    if (
        found is None
        or not _NEAR_NAME.fullmatch(behind[: found.start()])
        or _VERB.search(page.text, start, sentence.end)
    ):
        return
    words = Span(*(listed[-1].span.end + n for n in found.span("words")))
    for mention in listed:
        yield seat(mention, "attended", words)


#: Behind the last of those shown: the name that goes with a state, an office in commas.
_NEAR_NAME = re.compile(r"(?:['’]s?\s+[^.;:]{0,60}|,[^,.;:]{1,60}|\s+\([^()]*\))?,?")
