"""Rows of partners a sum comes from: "will come from our partners, including Oslo and Riga"."""

from __future__ import annotations

import re

from pledgebook.extract.listed_acts import JOINED
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: From behind a sum to the first of the partners who are named.
_FROM_PARTNERS = re.compile(
    r"[^.;:]{0,40}?\bfrom\s+(?:a\s+(?:combination|range|number)\s+of\s+|some\s+of\s+)?(?:our|its|their|other|the)\s+"
    r"(?:[\w-]+\s+){0,3}?(?:partners|allies|members|donors|countries),?\s+(?:including|such\s+as|like|namely)\s+(?:the\s+)?"
)


def given_by_partners(page: Page, sentence: Span, thing: Span) -> list[ActorMention]:
    """Give the row of partners from whom a sum comes, in the order of the text; mostly nobody."""
    opened = _FROM_PARTNERS.match(page.text, thing.end, sentence.end)
    if opened is None:
        return []
    row: list[ActorMention] = []
    for mention in page.actors.within(Span(opened.end(), sentence.end)):
        if not row and mention.span.start != opened.end():
            return []
        if row and JOINED.fullmatch(page.text, row[-1].span.end, mention.span.start) is None:
            break
        row.append(mention)
    return row
