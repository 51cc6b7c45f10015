"""Who gets by words other than "to" and "for", and who stands behind such a word and does not."""

from __future__ import annotations

import re

from pledgebook.extract.page import Page
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: Before whoever has to act first: "…, provided the Riksdag adopts the budget".
_PROVIDED_THAT = re.compile(r"[,;(]\s*provided\s+(?:that\s+)?(?:the\s+)?$", re.IGNORECASE)
#: The other side of work that a sum pays for: "$250 million in new initiatives with ASEAN".
WORK_WITH = re.compile(
    r"\b(?:in|for|on|to)\s+(?:[\w-]+\s+){0,3}?(?:initiatives?|programmes?|programs?|projects?)\s+with\s+(?:the\s+)?$",
    re.IGNORECASE,
)
#: Behind somebody who gets: "Moldova is to benefit from a €5m loan".
_BENEFITS = re.compile(
    r"\s+(?:(?:will|would|can|is|are|has|have|set|to|stands?|due|also|already|now)\s+){0,4}"
    r"benefit(?:s|ed|t?ing)?\s+from\b",
    re.IGNORECASE,
)
_BENEFIT_FORMS = frozenset({"benefit", "benefits", "benefited", "benefiting"})


#: Behind somebody who attacks.
_OWN_WAR = re.compile(
    r"['’]s?\s+(?:[\w-]+\s+){0,2}?(?:war|invasion|aggression|offensive|occupation)\b", re.IGNORECASE
)


def benefiting(page: Page, sentence: Span) -> list[ActorMention]:
    """Give the actors of whom a sentence says that they benefit from something."""
    if not page.has_any(sentence, _BENEFIT_FORMS):
        return []
    named = page.actors.within(sentence)
    return [m for m in named if _BENEFITS.match(page.text, m.span.end) is not None]


def acts_first(page: Page, sentence: Span, mention: ActorMention) -> bool:
    """Say whether an actor only has to do something first: "provided the Riksdag adopts it".

    Nor does anything go to those whose war is supported ("in support of Russia's brutal war").
    """
    if _OWN_WAR.match(page.text, mention.span.end) is not None:
        return True
    return _PROVIDED_THAT.search(page.text, sentence.start, mention.span.start) is not None
