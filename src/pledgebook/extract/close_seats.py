"""Seats told by words right before a meeting's name: "addressed the summit", "was asked to it".

Nothing but the meeting's own words stands between, so that these words can be wider than the verbs
of ``participation.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pledgebook.extract.events import Meeting
from pledgebook.extract.lexicon import cues_of
from pledgebook.extract.lists_of_actors import joined_after
from pledgebook.extract.page import Page
from pledgebook.extract.seat_clauses import denied, told_as_done
from pledgebook.extract.seat_subjects import subject_of
from pledgebook.extract.seats import Seat
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Role

#: Between such words and a meeting's name: its article and its own words.
_OWN_WORDS = re.compile(
    r"\s+(?:(?:the|a|an|this|that|his|her|its|their|what)\s+)?(?:(?!at\b|to\b|of\b|on\b|in\b|for\b|with\b|from\b|by\b|"
    r"and\b|that\b|as\b|before\b|after\b|ahead\b|during\b|until\b|since\b|over\b|about\b|than\b|into\b)[\w’'-]+\s+){0,3}"
)
#: Between those who are asked and what they are asked to.
_TO = re.compile(
    r"(?:,[^,.;:]{1,40},)?\s+(?:to\s+(?:(?:join|attend|take\s+part\s+in|come\s+to|speak\s+at|participate\s+in|address)\s+)?|for\s+)"
    r"(?:(?:the|a|an|this|that|his|her|its|their)\s+)?(?:[\w’'-]+\s+){0,3}"
)
#: How far from "invited" those invited may stand, in code points.
_ASKED_REACH = 28
_ROLES: tuple[tuple[Role, str], ...] = (
    ("attended", "there_tight"),
    ("declined", "away_tight"),
    ("host", "host_tight"),
    ("invited", "was_asked"),
)
#: "represented Madrid at the talks", whatever Madrid is.
_REPRESENTED = re.compile(
    r"\b(?P<verb>represented|represents|(?:is|was|are|were)\s+representing)\s+"
    r"(?:(?:the\s+)?[A-Z][\w’'-]*(?:\s+(?:and\s+)?[A-Z][\w’'-]*){0,3}|(?:his|her|their|its)\s+(?:\w+\s+)?"
    r"(?:country|government|nation|state|president|minister|boss|side|union|party))\s+(?:at|in)\s+(?:(?:the|a|an)\s+)?(?:[\w’'-]+\s+){0,3}?$"
)

#: Who leads an event may lead a race; who leads talks holds them.
_LED = re.compile(r"led|leads", re.IGNORECASE)
#: In a list of those at a meeting.
_HOST = re.compile(r"\b(?P<verb>as\s+(?:the\s+)?(?:co-)?hosts?),\s+(?:the\s+)?")


def close_seats(page: Page, sentence: Span, here: list[Meeting]) -> Iterator[Seat]:
    """Give the seats of a sentence by the words right before its meetings."""
    for role, key in _ROLES:
        for found in cues_of("seats", key).finditer(page.text, sentence.start, sentence.end):
            words = Span(*found.span())
            meeting = _right_behind(page, here, words.end)
            untrue = role != "declined" and denied(page, sentence, words.start)
            untrue = untrue or (
                meeting is not None and meeting.weak and _LED.match(page.words(words)) is not None
            )
            if meeting is not None and told_as_done(page, sentence, words.start) and not untrue:
                yield from _of_subject(page, sentence, role, words, meeting)
    yield from _asked(page, sentence, here)
    yield from _representing(page, sentence, here)
    yield from _as_host(page, sentence, here)


def _as_host(page: Page, sentence: Span, here: list[Meeting]) -> Iterator[Seat]:
    """Read "attended the summit: A, B and, as the host, C"."""
    for found in _HOST.finditer(page.text, sentence.start, sentence.end):
        before = [m for m in here if m.name.end <= found.start()]
        for mention in joined_after(page, found.end(), sentence.end, reach=4)[:1]:
            if before and not page.quoted(found.start()):
                yield Seat(mention=mention, role="host", role_words=Span(*found.span("verb")),
                           meeting=before[-1], sentence=sentence)  # fmt: skip


def _right_behind(page: Page, here: list[Meeting], offset: int) -> Meeting | None:
    for meeting in here:
        if meeting.name.start >= offset:
            return meeting if own_words_only(page, offset, meeting) else None
    return None


def own_words_only(page: Page, offset: int, meeting: Meeting) -> bool:
    """Say whether nothing but a meeting's own words stands between ``offset`` and its name."""
    owner = page.text[meeting.name.end : meeting.name.end + 2] in ("'s", "’s")
    return not owner and bool(_OWN_WORDS.fullmatch(page.text, offset, meeting.name.start))


def _of_subject(
    page: Page, sentence: Span, role: Role, words: Span, meeting: Meeting
) -> Iterator[Seat]:
    for mention, stands_for in subject_of(page, sentence, words):
        again = () if stands_for is None else (stands_for,)
        yield Seat(mention=mention, role=role, role_words=words, meeting=meeting,
                   sentence=sentence, told_again=again)  # fmt: skip


def _asked(page: Page, sentence: Span, here: list[Meeting]) -> Iterator[Seat]:
    """Read "invited A and B to the talks": those asked stand between the words and the meeting."""
    for found in cues_of("seats", "asked").finditer(page.text, sentence.start, sentence.end):
        words = Span(*found.span())
        if not told_as_done(page, sentence, words.start):
            continue
        listed = joined_after(page, words.end, sentence.end, reach=_ASKED_REACH)
        meeting = next((m for m in here if listed and m.name.start > listed[-1].span.end), None)
        if meeting is None or not _TO.fullmatch(page.text, listed[-1].span.end, meeting.name.start):
            continue
        for mention in listed:
            yield Seat(mention=mention, role="invited", role_words=words, meeting=meeting,
                       sentence=sentence)  # fmt: skip


def _representing(page: Page, sentence: Span, here: list[Meeting]) -> Iterator[Seat]:
    """Read "represented Madrid at the talks": who did so was there."""
    for meeting in here:
        found = _REPRESENTED.search(page.text[sentence.start : meeting.name.start])
        if found is None:
            continue
        words = Span(*(sentence.start + n for n in found.span("verb")))
        if told_as_done(page, sentence, words.start):
            yield from _of_subject(page, sentence, "attended", words, meeting)
