"""Lists of those who took part: "Participants at the roundtable included:" and rows below it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pledgebook.extract.events import Meeting, Meetings, meetings_in
from pledgebook.extract.lists_of_actors import joined_after
from pledgebook.extract.page import Page
from pledgebook.extract.seats import Seat
from pledgebook.model.spans import Span
from pledgebook.model.values import Actor
from pledgebook.model.vocabulary import Role
from pledgebook.resolve.actor_strangers import name_after
from pledgebook.resolve.mentions import ActorMention
from pledgebook.resolve.people import slug

#: A line that opens a list of those who took part, or were missed.
_LINE = re.compile(
    r"^[ \t#*>]*(?P<line>[^\n]{0,140}?\b(?P<words>participants|attendees|attendance"
    r"|participating\s+(?:countries|states|members|delegations)"
    r"|those\s+(?:present|attending)|the\s+following\s+[^\n]{0,40}?(?:attended|participated|took\s+part"
    r"|were\s+(?:present|represented))|delegations"
    r"|members\s+of\s+the\s+(?:\w+\s+)?delegation|delegation\s+members|present|(?P<absent>apologies(?:\s+for\s+absence)?|absent|regrets))\b"
    r"[^\n]{0,80}?)(?P<end>:[ \t*]*$|[ \t*]*$)",
    re.IGNORECASE | re.MULTILINE,
)
#: The same with the list in the line: "Present: A, B and C".
_INLINE = re.compile(
    r"(?P<words>participants|attendees|attendance|(?:also\s+)?present|in\s+attendance|participating(?:\s+\w+)?"
    r"|(?P<absent>apologies(?:\s+for\s+absence|\s+received)?|absent|regrets))\s*(?:from\s*)?:\s*",
    re.IGNORECASE,
)
#: Longest line without a colon that opens a list, longest row, and longest office before a name.
_HEADING, _ROW, _OFFICE = 50, 160, 60
_BULLET = re.compile(r"[ \t]*(?:[-–•*·▪◦]|\(?\d{1,2}[.)])[ \t]+")
_NEXT_LINE = re.compile(r"[ \t]*(?:\n[ \t]*)*\n|\Z")
_OWNER = re.compile(r"['’]s?\s+[a-z]")
_HONOURS = re.compile(
    r"(?:the\s+)?(?:hon(?:ou?rable|\.)|h\.\s?e\.|(?:his|her)\s+excellency)\s+(?=[A-Z])",
    re.IGNORECASE,
)


def listed_in_rows(page: Page, meetings: Meetings) -> Iterator[Seat]:
    """Give a seat to whom each row below the opening of such a list names first."""
    for found in _LINE.finditer(page.text):
        bare = not found["end"].startswith(":")
        if bare and len(found["line"]) > _HEADING:
            continue
        named = meetings_in(page, Span(*found.span("line")))
        rows = list(_rows(page, found.end(), bulleted=bare))
        meeting = named[0] if named else meetings.near(found.start("words"))
        if meeting is None or len(rows) < 2:  # noqa: PLR2004 - one row is no list
            continue
        role: Role = "declined" if found["absent"] else "attended"
        for row in rows:
            mention = _first(page, row)
            if mention is not None:
                yield Seat(mention=mention, role=role, role_words=Span(*found.span("words")),
                           meeting=meeting, sentence=Span(found.start("line"), row.end),
                           event_here=bool(named))  # fmt: skip


def listed_in_line(page: Page, sentence: Span, meetings: Meetings) -> Iterator[Seat]:
    """Read "Attendance: China (minister), Chad (ambassador)" and "Apologies: Peru"."""
    found = _INLINE.match(page.text, sentence.start, sentence.end)
    if found is None:
        return
    here: list[Meeting] = meetings_in(page, sentence)
    meeting = here[0] if here else meetings.near(found.start())
    if meeting is None:
        return
    role: Role = "declined" if found["absent"] else "attended"
    for mention in joined_after(page, found.end(), sentence.end):
        yield Seat(mention=mention, role=role, role_words=Span(*found.span("words")),
                   meeting=meeting, sentence=sentence, event_here=bool(here))  # fmt: skip


def _rows(page: Page, offset: int, *, bulleted: bool) -> Iterator[Span]:
    """Give the lines right below, as long as they are rows: all with bullets, or all without."""
    text, rows = page.text, list[Span]()
    while offset < len(text):
        start = _NEXT_LINE.match(text, offset)
        if start is None or start.end() >= len(text):
            break
        end = text.find("\n", start.end())
        end = len(text) if end < 0 else end
        mark = _BULLET.match(text, start.end(), end)
        bulleted = bulleted or (not rows and mark is not None)
        row = Span(start.end() if mark is None else mark.end(), end)
        words = page.words(row)
        if bulleted and mark is None:
            if not rows or not words[:1].isspace():
                break
            rows[-1] = Span(rows[-1].start, end)  # a row that goes on in the next line
        elif mark is None and (len(row) > _ROW or words.rstrip().endswith((".", ":"))):
            break
        else:
            rows.append(row)
        offset = end
    yield from rows


def _first(page: Page, row: Span) -> ActorMention | None:
    """Give the actor that a row begins with, whose name is no half of another one."""
    honour = _HONOURS.match(page.text, row.start, row.end)
    name = None if honour is None else name_after(page.text, honour.end())
    if name is not None and not page.actors.touching(name):
        words = page.words(name)
        actor = Actor(id=slug(words), name=words, type="person")
        return ActorMention(span=name, actor=actor, naming="person")
    for mention in page.actors.within(row)[:1]:
        start = mention.span.start if mention.office_span is None else mention.office_span.start
        before = page.text[row.start : min(start, mention.span.start)]
        owner = _OWNER.match(page.text, mention.span.end, row.end)
        if len(before) < _OFFICE and "," not in before and not before.endswith("-") and not owner:
            return mention
    return None
