"""Seats of which a text tells the number: "18 leaders attended", "nine of them joined by video"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pledgebook.extract.events import Meeting, Meetings
from pledgebook.extract.lexicon import any_of
from pledgebook.extract.lists_of_actors import is_part, joined_after
from pledgebook.extract.page import Page
from pledgebook.extract.seat_clauses import REACH, clause_start
from pledgebook.extract.seats import Seat
from pledgebook.model.spans import Span
from pledgebook.model.values import Actor
from pledgebook.resolve.date_words import count_of, number_pattern
from pledgebook.resolve.mentions import ActorMention

_INCLUDING = re.compile(r"\bincluding\b|\bamong them\b", re.IGNORECASE)
#: Behind a count where the sentence names no meeting.
_TAKES_PART = re.compile(
    r"(?:\s+\w+){0,4}?\s+(?:attended|took\s+part|takes?\s+part|taking\s+part|gathered|met|sat|came|"
    r"arrived|arriving|joined|were\s+there|were\s+present|were\s+at|at\s+the\s+table)\b"
)
#: Behind a count of states: those were there.
_AT_THE_TABLE = re.compile(
    r"\s+(?:(?:that|who|which)\s+)?(?:were\s+|was\s+|are\s+)?(?:at\s+the\s+table|present|in\s+attendance|in\s+the\s+room|attending|attended|took\s+part"
    r"|(?:dialled|dialed)\s+in|gathered\s+(?:in|at)|(?:were|are)\s+represented\s+at)\b"
)
#: How long words of bound may be, in code points.
_LONGEST_BOUND = 20
_NOT_YET = re.compile(r"\b(?:will|shall|would|could|should|may|might|must)\b")
#: Two who were named before are no count that a source states.
_ANAPHORIC = re.compile(r"\b(?:the|both|our|their|these)\s+two\b|\bthese\s+\w+\b", re.IGNORECASE)
#: Some of those counted before, right before what they did.
_SOME = re.compile(
    rf"(?:(?:another|a\s+further|a\s+second|at\s+least|some|about|nearly|the\s+other)\s+)?(?P<count>{number_pattern()})"
    r"(?:\s+(?:of\s+(?:them|these|the\s+(?:leaders|guests|delegates|ministers|countries|states))|others|more|other\s+\w+))"
    r"(?:\s+(?:had|have|also|then))?\s*$",
    re.IGNORECASE,
)


#: Words of bound right before a count; they stay with it, so that what is vague stays vague.
_BOUND = re.compile(
    r"\b(?:more\s+than|over|at\s+least|nearly|almost|about|around|some|roughly|close\s+to|up\s+to|fewer\s+than)\s+$",
    re.IGNORECASE,
)


def with_bound(page: Page, mention: ActorMention) -> ActorMention:
    """Give a counted group with the words of bound before its count ("more than 50 countries")."""
    low = max(0, mention.span.start - _LONGEST_BOUND)
    found = _BOUND.search(page.text[low : mention.span.start])
    if mention.actor.count is None or found is None:
        return mention
    span = Span(low + found.start(), mention.span.end)
    name = " ".join(page.words(span).split())
    return replace(mention, span=span, actor=replace(mention.actor, name=name))


def count_words(page: Page, mention: ActorMention) -> Span:
    """Give the words of a group's number."""
    number = re.search(number_pattern(), page.words(mention.span), re.IGNORECASE)
    if number is None:
        return mention.span
    return Span(mention.span.start + number.start(), mention.span.start + number.end())


def some_before(page: Page, sentence: Span, offset: int) -> list[ActorMention]:
    """Give the part of those counted before that opens a sentence or clause and ends there."""
    start = clause_start(page, sentence, offset)
    found = _SOME.match(page.text[start:offset].lstrip(' ,“"'))
    if found is None:
        return []
    begin = offset - len(page.text[start:offset].lstrip(' ,“"'))
    count = count_of(found["count"])
    if count is None or count.denominator != 1 or count < 2:  # noqa: PLR2004 - one is no number
        return []
    end = begin + len(re.sub(r"\s+(?:had|have|also|then)?\s*$", "", found.group()))
    span = Span(begin + found.start("count"), end)
    name = " ".join(page.words(span).split())
    actor = Actor(id=None, name=name, type="unnamed", count=int(count))
    return [ActorMention(span=span, actor=actor, naming="group")]


def counted_seats(
    page: Page, sentence: Span, here: list[Meeting], meetings: Meetings
) -> Iterator[Seat]:
    """A stated number of leaders, and those named after "including"."""
    main = here[0] if here else meetings.main()
    if main is None:
        return
    for mention in page.actors.within(sentence):
        if mention.actor.count is None or is_part(page, mention):
            continue
        if len(joined_after(page, mention.span.end, sentence.end, reach=3)) == mention.actor.count:
            continue  # "the three presidents, Ana Sy, Jo Ray and Ida Lund": those named are they
        if not any_of("meetings", "counted").search(page.words(mention.span)):
            if _AT_THE_TABLE.match(page.text, mention.span.end, sentence.end):
                yield Seat(mention=mention, role="attended", role_words=None, meeting=main,
                           sentence=sentence, event_here=bool(here))  # fmt: skip
            continue
        before = here or meetings.last_before(mention.span.start) is not None
        if not _counts_takers(page, sentence, mention.span, named=bool(here), before=bool(before)):
            continue
        yield Seat(mention=mention, role="attended", role_words=None, meeting=main,
                   sentence=sentence, event_here=bool(here))  # fmt: skip
        including = _INCLUDING.search(
            page.text, mention.span.end, min(sentence.end, mention.span.end + REACH)
        )
        if including is not None:
            for named in joined_after(page, including.end(), sentence.end):
                yield Seat(mention=named, role="attended", role_words=Span(*including.span()),
                           meeting=main, sentence=sentence, event_here=bool(here))  # fmt: skip


def _counts_takers(page: Page, sentence: Span, span: Span, *, named: bool, before: bool) -> bool:
    """Say whether a count is of those at a meeting, not of two named before or of some others.

    Where the sentence names no meeting, a verb of taking part follows, or the count opens it and a
    meeting stands before.
    """
    if _ANAPHORIC.search(page.text, max(0, span.start - 6), span.end):
        return False
    if not named:
        opens = before and not page.text[sentence.start : span.start].strip(' "“')
        return opens or _TAKES_PART.match(page.text, span.end, sentence.end) is not None
    clause = clause_start(page, sentence, span.start)
    return _NOT_YET.search(page.text, clause, min(sentence.end, span.end + 20)) is None
