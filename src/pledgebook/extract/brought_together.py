"""Those whom somebody brings to give: "led the G7 to commit €5m", "rallied Oman to add"."""

from __future__ import annotations

import re
from functools import cache

from pledgebook.extract.act_verbs import GIVING
from pledgebook.extract.lexicon import verb_classes
from pledgebook.extract.listed_acts import JOINED
from pledgebook.extract.lists_of_actors import last_row
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: Verbs of bringing somebody to act, right before the first of those who do.
_BRINGING = re.compile(
    r"\b(?:br(?:ing(?:s|ing)?|ought)|rall(?:y|ies|ied|ying)|unit(?:e[sd]?|ing)|convinc(?:e[sd]?|ing)"
    r"|persuad(?:e[sd]?|ing)|gather(?:s|ed|ing)?|led)\s+(?:the\s+|our\s+)?(?:[a-z]+\s+)?$"
)


def brought_to_give(page: Page, sentence: Span, thing: Span) -> list[ActorMention]:
    """Give those named between a verb of bringing and "to" with the verb that governs a thing."""
    ahead = Span(sentence.start, thing.start)
    found = _to_give().search(page.text, ahead.start, ahead.end)
    if found is None:
        return []
    named = [m for m in page.actors.within(ahead) if m.span.end <= found.start()]
    row = last_row(page, named, JOINED)
    if not row or page.text[row[-1].span.end : found.start()].strip():
        return []
    brings = _BRINGING.search(page.text, ahead.start, row[0].span.start)
    return list(row) if brings is not None else []


@cache
def _to_give() -> re.Pattern[str]:
    """Compile "to" with a verb of giving right before a sum: "together to commit up to"."""
    verbs = [verb for verb, kind in verb_classes("acts").items() if kind in GIVING]
    words = "|".join(map(re.escape, sorted(verbs, key=len, reverse=True)))
    return re.compile(
        rf"(?:\s+(?:partners|allies|members|leaders))?(?:\s+together)?\s+to\s+(?:jointly\s+)?(?:{words})\s+(?:[\w-]+\s+){{0,5}}$"
    )
