"""Actors that stand together: "France, Poland and Sweden", "the leaders of Norway and Denmark"."""

from __future__ import annotations

import re

from pledgebook.extract.page import Page
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: What may stand between two members of one list, and between a list and its verb.
_JOIN = re.compile(
    r"^(?:['’]s)?(?:\s*,)?(?:\s*(?:and|as well as|along with|plus|&))?\s*"
    r"(?:(?:the|its|of|from|by|leaders?|"
    r"presidents?|prime|ministers?|chancellors?|representatives?|officials?|both|also)\s+)*$",
    re.IGNORECASE,
)
_GAP_BEFORE_VERB = re.compile(
    r"^(?:['’]s?)?(?:\s*,)?\s*(?:[\w’'-]+\s+){0,4}?(?:,\s*)?$|^\s*,[^,.;:]{1,60},\s*$",
    re.IGNORECASE,
)

#: Longest office that stands between two persons of one list, in code points.
OFFICE = 60


def joined_after(page: Page, offset: int, end: int, reach: int = 40) -> list[ActorMention]:
    """Members of the list that opens after ``offset`` (within ``reach`` code points)."""
    found: list[ActorMention] = []
    for mention in page.actors.within(Span(offset, end)):
        gap = page.text[(found[-1].span.end if found else offset) : mention.span.start]
        if not found and len(gap) > reach:
            break
        if found and not _JOIN.match(gap) and not _holds_person(mention, gap):
            break
        found.append(mention)
    return found


def _holds_person(mention: ActorMention, gap: str) -> bool:
    """A person's office may stand between the members of a list of people."""
    return mention.actor.type == "person" and len(gap) < OFFICE and not re.search(r"[.;:!?]", gap)


def joined_before(page: Page, start: int, offset: int) -> list[ActorMention]:
    """Members of the list that ends directly before ``offset``, in order of the text."""
    found: list[ActorMention] = []
    limit = offset
    for mention in reversed(page.actors.within(Span(start, offset))):
        gap = page.text[mention.span.end : limit]
        fits = _JOIN.match(gap) if found else _GAP_BEFORE_VERB.match(gap)
        if not fits:
            break
        found.append(mention)
        limit = mention.span.start
    return found[::-1]
