"""Lists of those who took part, in bullets: "Participants at the roundtable included:"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pledgebook.extract.events import meetings_in
from pledgebook.extract.packages import bullets_after
from pledgebook.extract.page import Page
from pledgebook.extract.seats import Seat
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: What opens a list of those who took part.
_OPENS = re.compile(
    r"\b(?:participants|attendees|those\s+(?:present|attending)|the\s+following\s+\w+"
    r"\s+(?:attended|participated|took\s+part)|delegations|in\s+attendance)\b",
    re.IGNORECASE,
)
#: Longest office before a name in its bullet, in code points.
_OFFICE = 60


def listed_below(page: Page, sentence: Span) -> Iterator[Seat]:
    """Give a seat to whom each bullet below the opening of such a list names first."""
    if page.text[sentence.end - 1] != ":":
        return
    opening = _OPENS.search(page.text, sentence.start, sentence.end)
    here = meetings_in(page, sentence)
    if opening is None or not here:
        return
    words = Span(*opening.span())
    for row in bullets_after(page, sentence):
        named = page.actors.within(row.span)[:1]
        for mention in named:
            if _opens_row(page, row.span, mention):
                yield Seat(
                    mention=mention,
                    role="attended",
                    role_words=words,
                    meeting=here[0],
                    sentence=Span(sentence.start, row.span.end),
                )


def _opens_row(page: Page, row: Span, mention: ActorMention) -> bool:
    """Say whether a bullet begins with an actor, whose name is no half of another one."""
    start = mention.span.start if mention.office_span is None else mention.office_span.start
    before = page.text[row.start : min(start, mention.span.start)]
    return len(before) < _OFFICE and "," not in before and not before.endswith("-")
