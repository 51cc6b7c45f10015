"""Seats whose list stands behind the verb: "Around the table were A and B", "So was C"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pledgebook.extract.events import Meeting, Meetings, meetings_in
from pledgebook.extract.lexicon import cues_of
from pledgebook.extract.lists_of_actors import joined_after
from pledgebook.extract.page import Page
from pledgebook.extract.seat_clauses import denied
from pledgebook.extract.seats import Seat
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Role

_ROLES: tuple[Role, ...] = ("attended", "declined", "invited")
#: From the words that open such a sentence to its verb, and the list right behind.
_TO_VERB = re.compile(
    r"[^.;:]{0,90}?\s(?:were|was|are|is|will\s+be)\s+(?:also\s+)?(?=[A-Z]|the\s|an?\s|his\s|her\s|its\s|their\s)"
)
#: "So were B and C", "as did B", "neither did B": the words of the seat told right before.
_SO = re.compile(r"\s*So\s+(?:were|was|did|are|is|do|does)\s+")
_NOR = re.compile(r"\s*(?:Nor|Neither)\s+(?:were|was|did|are|is|will)\s+")
_AS = re.compile(r",\s+as\s+(?:were|was|did|are|is|do|does|will)\s+")
#: How far before those who opened a sentence another word may stand, in code points.
_OPENING = 24
#: An office between the verb and a name ("his foreign minister, Ida Lund").
_REACH = 44
#: How far behind such a sentence its meeting may be named, in code points.
_NEXT = 250


def inverted_seats(page: Page, sentence: Span, meetings: Meetings) -> Iterator[Seat]:
    """Give the seats of a sentence whose list stands behind the verb."""
    for role in _ROLES:
        found = cues_of("seats", "inverted", role).search(
            page.text, sentence.start, min(sentence.end, sentence.start + 3 * _OPENING)
        )
        if found is None or found.start() - sentence.start > _OPENING or page.quoted(found.start()):
            continue
        verb = _TO_VERB.match(page.text, found.end(), sentence.end)
        if verb is None or denied(page, sentence, found.start()):
            continue
        between = meetings_in(page, Span(found.start(), verb.end()))
        behind = [m for m in meetings_in(page, sentence) if m.name.start >= verb.end()]
        meeting = next(iter(between or behind), None) or _near(meetings, found)
        if meeting is None:
            continue
        for mention in joined_after(page, verb.end(), sentence.end, reach=_REACH):
            yield Seat(mention=mention, role=role, role_words=Span(*found.span()), meeting=meeting,
                       sentence=sentence, event_here=bool(between or behind))  # fmt: skip


def _near(meetings: Meetings, found: re.Match[str]) -> Meeting | None:
    """Give the meeting named last; where a page opens with who is there, the one named next."""
    return meetings.last_before(found.start()) or meetings.first_after(found.end(), _NEXT)


def told_alike(page: Page, sentence: Span, before: Sequence[Seat]) -> Iterator[Seat]:
    """Give the seats of "So were B and C", with role and meeting of the sentence right before.

    Behind "as did" they are those of the same sentence.
    """
    last = _last(before)
    if last is None:
        return
    opening = _SO if last.role in ("attended", "joined", "invited") else _NOR
    found = opening.match(page.text, sentence.start, sentence.end)
    if found is None and last.sentence == sentence:
        found = _AS.search(page.text, last.mention.span.end, sentence.end)
    elif found is None or not _follows(page, last.sentence, sentence):
        return
    if found is None:
        return
    for mention in joined_after(page, found.end(), sentence.end, reach=_REACH):
        yield replace(
            last,
            mention=mention,
            role_words=_words(found),
            sentence=sentence,
            event_here=last.sentence == sentence,
            told_again=(),
        )


def _last(seats: Sequence[Seat]) -> Seat | None:
    return max(seats, key=lambda seat: seat.mention.span.start, default=None)


def _follows(page: Page, before: Span, sentence: Span) -> bool:
    return before.end <= sentence.start and not page.text[before.end : sentence.start].strip()


def _words(found: re.Match[str]) -> Span:
    words = found.group().strip(" ,\n")
    start = found.start() + found.group().index(words)
    return Span(start, start + len(words))
