"""Who stands for the state whose office publishes: its officials, "we and our partners"."""

from __future__ import annotations

import re

from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party
from pledgebook.model.spans import Span

#: Offices that an own page names without its state; a president or premier may be a guest.
_OFFICE = re.compile(
    r"(?:(?:deputy|under|assistant|acting|permanent)\s+)*(?:secretary(?!-general|\s+general)(?:\s+of\s+[\w\s]+)?"
    r"|administrator|ambassador|special\s+envoy|vice\s+president|minister\s+of\s+state|minister\s+for\s+[\w\s]+)",
    re.IGNORECASE,
)
#: Titles of pages that tell of meetings, where the officials of others are named too.
_WITH_OTHERS = re.compile(
    r"\b(?:readout|meet\w*|call\s+with|visit|joint|bilateral)\b", re.IGNORECASE
)
#: Before the names of those who give with whoever speaks.
_WE_AND = re.compile(
    r"\b(?P<we>we),?\s+(?:and|together\s+with|along\s+with|alongside)\s+our\s+(?:[\w-]+\s+){0,3}?"
    r"(?:partners|allies|friends)\W{0,6}(?:the\s+)?$",
    re.IGNORECASE,
)
_REACH = 90


def own_official(page: Page, words: Span) -> bool:
    """Say whether words name somebody by an office of the state whose page it is.

    Nobody else's state is named with the office, and the page tells of no meeting with others.
    """
    if _WITH_OTHERS.search(page.source.title or ""):
        return False
    return any(
        mention.naming == "person"
        and mention.actor.affiliation is None
        and mention.office_span is not None
        and _OFFICE.fullmatch(" ".join(page.words(mention.office_span).split())) is not None
        for mention in page.actors.touching(words)
    )


def with_own(page: Page, publisher: Party | None, donors: list[Party]) -> list[Party]:
    """Put the office that speaks before its partners: "we and our partners - Oslo, Riga - …"."""
    if publisher is None or not donors or any(p.actor.id == publisher.actor.id for p in donors):
        return donors
    first = donors[0].span.start
    start = max(page.sentence_of(donors[0].span).start, first - _REACH)
    found = _WE_AND.search(page.text, start, first)
    if found is None or donors[0].from_context:
        return donors
    own = Party(
        actor=publisher.actor,
        span=publisher.span,
        words=Span(*found.span("we")),
        place=publisher.place,
        from_context=True,
    )
    return [own, *donors]
