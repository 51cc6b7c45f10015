"""The reader for participation: who hosted, attended, was invited to, declined or joined what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pledgebook.extract.attendant_seats import attendant_seats
from pledgebook.extract.close_seats import close_seats, own_words_only
from pledgebook.extract.counted_seats import count_words, counted_seats, with_bound
from pledgebook.extract.delegates import delegates_in
from pledgebook.extract.drafts import Words
from pledgebook.extract.elliptic_seats import elliptic_seats, tells_of_last
from pledgebook.extract.encounters import encounters_in
from pledgebook.extract.events import Meeting, Meetings, day_in, event_of, meetings_in
from pledgebook.extract.inverted_seats import inverted_seats, told_alike
from pledgebook.extract.journeys import journeys_in
from pledgebook.extract.lexicon import any_of, cues_of
from pledgebook.extract.lists_of_actors import joined_after, joined_before
from pledgebook.extract.memberships import memberships_in
from pledgebook.extract.named_holders import holder_of
from pledgebook.extract.page import Page
from pledgebook.extract.participant_lists import listed_in_line, listed_in_rows
from pledgebook.extract.seat_clauses import REACH, clause_start, denied
from pledgebook.extract.seat_subjects import names_role, subject_of
from pledgebook.extract.seats import Seat, one_each
from pledgebook.model.claims import Participation
from pledgebook.model.spans import Span
from pledgebook.model.values import Event
from pledgebook.model.vocabulary import Role
from pledgebook.resolve.mentions import ActorMention

_FUTURE = re.compile(
    r"\b(?:will|would|could|may|might|should|to|ready to|urged|wants?)\s+$", re.IGNORECASE
)
_TAKERS = re.compile(
    r"\b(?:countries|states|nations|leaders|participants|attendees|delegations|guests|those|ministers|members)\b",
    re.IGNORECASE,
)
#: What is only ordered or possible is nobody's seat; who will host is told all the same.
_UNSURE = re.compile(r"\b(?:shall|would|could|should|may|might|must)\b")
_NOT_YET = re.compile(r"\b(?:will|shall|would|could|should|may|might|must)\b")
#: A verb of hosting that tells only that people came together.
_GATHERING = re.compile(
    r"conven\w+\s+(?:in|at|on|for|to|here|today|yesterday|virtually|again|by|under)\b",
    re.IGNORECASE,
)
#: Between a meeting and a participle these name another thing ("committees, each chaired by").
_OTHER_NOUN = re.compile(r"\beach\b|\bto\s+\w+\b|\band\s+the\b")
#: Between a meeting that only its seats make one and a participle.
_RIGHT_BEHIND = re.compile(
    r"(?:\s+(?:in|at)\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*)?(?:\s+on\s+\w+day)?,?\s+(?:(?:which|that)\s+)?(?:was|were|is|are|has\s+been)?\s*"
)
#: Words before a participle that opens a sentence, and what ends its clause.
_OPENS = re.compile(r"(?:In|By|After|While|When|Before|On)\s+", re.IGNORECASE)
_COMMA = re.compile(r"[^.;:,]{0,40},\s+(?:the\s+)?")

#: Ways to take part in a meeting that stands earlier in the text.
_ELLIPTIC: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("host", re.compile(r"\b(?P<verb>(?:is|was)\s+hosting|hosts|hosted|chaired|convened)\s+it\b")),
    (
        "host",
        re.compile(
            r"\b(?:which|that)\s+[^.;:,]{3,60}?\s(?P<verb>(?:(?:will|is\s+to|is\s+due\s+to)\s+)?(?:host|chair|convene)"
            r"|is\s+hosting|hosts|hosted|chaired|convened)\b"
        ),
    ),
    (
        "attended",
        re.compile(
            r"\b(?P<verb>(?:is|are|was|were)\s+taking\s+part|took\s+part|takes?\s+part)(?!\s+in\b)"
        ),
    ),
    (
        "attended",
        re.compile(
            r"\b(?P<verb>(?:joined|attended|participated|dialled\s+in|dialed\s+in|spoke|connected)"
            r"\s+(?:remotely|virtually|online|(?:by|via|over|through|on)\s+(?:a\s+)?video(?:[\s-]?\w+)?"
            r"|from\s+afar))\b(?!\s+(?:in|with)\b)"
        ),
    ),
    ("attended", re.compile(r"\b(?P<verb>(?:was|were)\s+joined(?:\s+there)?\s+by)\b")),
    ("attended", re.compile(r"\b(?P<verb>[Aa]mong\s+them\s+(?:were|was|are))\b")),
    (
        "declined",
        re.compile(
            r"\b(?P<verb>(?:declined|refused)\s+to\s+(?:take\s+part|participate|attend|come)"
            r"|did\s+not\s+(?:take\s+part|participate|attend|come)|stayed\s+away)\b(?=\s*[.,;])"
        ),
    ),
)


class ParticipationReader:
    """Finds seats by the verbs of taking part and the lists of actors beside them."""

    name = "rules/participation"

    def read(self, page: Page) -> Iterable[Participation]:
        """Propose one claim per actor and role."""
        meetings = Meetings(page)
        seats: list[Seat] = list(listed_in_rows(page, meetings))
        last: list[Seat] = []
        for sentence in page.sentences:
            if page.asks(sentence):
                continue
            if page.actors.within(sentence) or _unnamed(page, sentence):
                told = list(_seats(page, sentence, meetings))
                alike = told_alike(page, sentence, told or last)
                last = [*told, *alike]
                seats.extend(last)
        named = [replace(seat, mention=holder_of(page, seat.mention)) for seat in seats]
        return _claims(page, one_each(page, named), meetings)


def _unnamed(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a sentence without an actor may tell of one all the same."""
    return names_role(page, sentence) or tells_of_last(page, sentence)


def _seats(page: Page, sentence: Span, meetings: Meetings) -> Iterator[Seat]:
    here = meetings_in(page, sentence)
    yield from listed_in_line(page, sentence, meetings)
    yield from _of_last_meeting(page, sentence, meetings)
    if here:
        for role in ("declined", "undecided", "invited", "host", "attended"):
            yield from _by_verb(page, sentence, here, role)
        yield from _passive(page, sentence, here, "host")
        yield from _passive(page, sentence, here, "attended")
    yield from memberships_in(page, sentence)
    yield from delegates_in(page, sentence)
    yield from close_seats(page, sentence, here)
    yield from inverted_seats(page, sentence, meetings)
    yield from attendant_seats(page, sentence, here, meetings)
    yield from journeys_in(page, sentence)
    yield from counted_seats(page, sentence, [m for m in here if not m.weak], meetings)
    yield from elliptic_seats(page, sentence, meetings)
    for found in encounters_in(page, sentence):
        again = () if found.stands_for is None else (found.stands_for,)
        yield Seat(mention=found.mention, role=found.role, role_words=found.words,
                   meeting=found.meeting, sentence=sentence, told_again=again)  # fmt: skip


def _by_verb(page: Page, sentence: Span, here: list[Meeting], role: Role) -> Iterator[Seat]:
    """Actors directly before a verb of the role, in a sentence that names a meeting after it."""
    for verb in any_of("meetings", "roles", role).finditer(page.text, sentence.start, sentence.end):
        after = [m for m in here if m.name.end > verb.end()]
        if not after or after[0].name.start - verb.end() > REACH:
            continue
        if after[0].weak and not own_words_only(page, verb.end(), after[0]):
            continue
        if role in ("host", "attended") and denied(page, sentence, verb.start()):
            continue
        ahead = _FUTURE.search(page.text, max(sentence.start, verb.start() - 20), verb.start())
        if ahead is not None and not _will_host(verb.group(), ahead.group()):
            continue
        if role == "host" and _GATHERING.match(page.text, verb.start(), sentence.end):
            continue  # "the ministers convened in Rome for talks": nobody hosts
        start = clause_start(page, sentence, verb.start())
        listed = _listed_after(page, sentence, after[0]) if role == "attended" else []
        if role == "host":
            listed = _hosting(page, sentence, Span(*verb.span()), after[0])
        for mention in joined_before(page, start, verb.start()) or listed:
            yield Seat(
                mention=mention,
                role=role,
                role_words=Span(*verb.span()),
                meeting=after[0],
                sentence=sentence,
            )


def _will_host(verb: str, before: str) -> bool:
    """Say whether it is told who will host: that is settled before, as who will come is not."""
    return verb.lower() in ("host", "co-host") and before.strip().lower() == "will"


def _hosting(page: Page, sentence: Span, verb: Span, meeting: Meeting) -> list[ActorMention]:
    """Who hosts by an office that stands for a name, or in words that open a sentence.

    "In hosting the summit, Norway said …".
    """
    if _OPENS.fullmatch(page.text, sentence.start, verb.start):
        comma = _COMMA.match(page.text, meeting.name.end, sentence.end)
        return [] if comma is None else joined_after(page, comma.end(), sentence.end, reach=12)[:1]
    return [mention for mention, _ in subject_of(page, sentence, verb)]


def _of_last_meeting(page: Page, sentence: Span, meetings: Meetings) -> Iterator[Seat]:
    """Seats at the meeting named last: "which X hosted", "X took part", "Among them were …"."""
    for role, pattern in _ELLIPTIC:
        for words in pattern.finditer(page.text, sentence.start, sentence.end):
            named = meetings_in(page, Span(sentence.start, words.start()))
            meeting = named[-1] if named else meetings.last_before(words.end())
            if meeting is None or denied(page, sentence, words.start("verb")):
                continue
            if _FUTURE.search(page.text, max(sentence.start, words.start() - 20), words.start()):
                continue
            verb = Span(*words.span("verb"))
            if words.group().lower().startswith(("among", "was joined", "were joined")):
                actors = joined_after(page, words.end(), sentence.end)
            else:
                start = clause_start(page, sentence, verb.start)
                actors = joined_before(page, start, verb.start)
            for mention in actors:
                yield Seat(mention=mention, role=role, role_words=verb, meeting=meeting,
                           sentence=sentence)  # fmt: skip


def _listed_after(page: Page, sentence: Span, meeting: Meeting) -> list[ActorMention]:
    """Actors listed after a colon: "The following countries attended the summit: …"."""
    colon = page.text.find(":", meeting.name.end, sentence.end)
    return [] if colon < 0 else joined_after(page, colon + 1, sentence.end)


def _passive(page: Page, sentence: Span, here: list[Meeting], role: Role) -> Iterator[Seat]:
    """Actors after "hosted by", "attended by", "countries at the summit included"."""
    for words in cues_of("seats", "behind", role).finditer(page.text, sentence.start, sentence.end):
        before = [m for m in here if m.name.start < words.start()]
        if not before or words.start() - before[-1].name.end > REACH:
            continue
        if denied(page, sentence, words.start()) or page.quoted(words.start()):
            continue
        unsure = _NOT_YET if role == "attended" else _UNSURE
        between = page.text[before[-1].name.end : words.start()]
        clause = page.text[clause_start(page, sentence, words.start()) : words.start()]
        if unsure.search(clause) or _OTHER_NOUN.search(between):
            continue
        if before[-1].weak and not _RIGHT_BEHIND.fullmatch(between):
            continue
        if "includ" in words.group().lower() and not _TAKERS.search(
            page.text, sentence.start, words.start()
        ):
            continue
        for mention in joined_after(page, words.end(), sentence.end):
            yield Seat(
                mention=mention,
                role=role,
                role_words=Span(*words.span()),
                meeting=before[-1],
                sentence=sentence,
            )


def _claims(page: Page, seats: list[Seat], meetings: Meetings) -> Iterator[Participation]:
    named = {
        s.mention.actor.affiliation or s.mention.actor.id
        for s in seats
        if s.role in ("host", "attended") and s.mention.actor.type in ("state", "person")
    }
    for seat in seats:
        whole = replace(seat, mention=with_bound(page, seat.mention))
        yield _claim(page, whole, meetings, len(named))


def _claim(page: Page, seat: Seat, meetings: Meetings, named: int) -> Participation:
    full = seat.meeting if seat.joins else meetings.fullest(seat.meeting)
    day = None if seat.joins else day_in(page, seat.sentence, seat.meeting)
    words, problems = Words(page), set()
    actor = seat.mention.actor
    words.add("actor", seat.mention.span)
    for span in seat.told_again:
        words.add("actor", span)
    if actor.count is not None:
        words.add("actor.count", count_words(page, seat.mention))
        if actor.count != named:
            problems.add("count-mismatch")
    words.add("event.name", seat.meeting.name)
    if full.name != seat.meeting.name:
        words.add("event.name", full.name)
    words.add("event.place", full.place)
    if day is not None:
        words.add("event.date", day.span)
    elif not seat.joins:
        problems.add("event-date-not-stated")
    if not seat.event_here:
        problems.add("event-unclear")
    words.add("role", seat.role_words)
    event = Event(name=page.words(full.name)) if seat.joins else event_of(page, full, day)
    return Participation(
        source=page.source,
        evidence=tuple(words.found),
        sentence=seat.sentence,
        reader=f"rules/participation-{seat.role}@1",
        confidence=0.8 if seat.event_here else 0.6,
        problems=tuple(sorted(problems)),
        event=event,
        actor=actor,
        role=seat.role,
        representing=seat.mention.actor.affiliation,
    )
