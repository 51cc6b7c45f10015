"""Gifts that are called by whom they are for: "signs €300m Moldova loan", "a $5m Mali package".

A state's name stands there for who gets it; an adjective or a short name for who gives ("€5m German
loan", "€5m EU grant", "$5m US aid").
"""

from __future__ import annotations

import re
from functools import cache

from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: Between a sum and the name: "€300m new Moldova loan".
_BETWEEN = re.compile(r"[\s-]+(?:(?:new|fresh|first|second|latest|emergency|extra)\s+)?")


def named_for(page: Page, thing: Span, mention: ActorMention) -> bool:
    """Say whether a state between a sum and a word of giving is the one that the gift is for."""
    if mention.actor.type != "state" or mention.naming != "name":
        return False
    if page.words(mention.span).replace(".", "").isupper():
        return False
    beside = _BETWEEN.fullmatch(page.text, thing.end, mention.span.start) is not None
    return beside and _gift().match(page.text, mention.span.end) is not None


@cache
def _gift() -> re.Pattern[str]:
    words = sorted(load("headline_verbs")["gift_words"], key=len, reverse=True)
    return re.compile(rf"\s+(?:[a-z-]+\s+){{0,2}}?(?:{'|'.join(words)})\b", re.IGNORECASE)
