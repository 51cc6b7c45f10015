"""Who gives by a clause right behind a gift: "the €5m grant Norway announced", "… the EU made"."""

from __future__ import annotations

import re

from pledgebook.extract.page import Page
from pledgebook.extract.parties import bound_actor
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: From behind a sum to who gave it: what the gift is called, and perhaps a pronoun.
_GIFT = re.compile(
    r"\s+(?:in\s+)?(?:[\w-]+\s+){0,2}?(?:aid|assistance|support|help|funding|contributions?|commitments?"
    r"|packages?|grants?|loans?|donations?|pledges?|guarantees?|tranches?|programmes?|programs?)"
    r"\s+(?:that\s+|which\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
#: Behind who gave it: a verb of giving that has nothing behind it for an object.
_GAVE = re.compile(
    r"\s+(?:(?:has|have|had|just|recently|also|already|today|yesterday|earlier)\s+){0,3}"
    r"(?:made|announced|pledged|promised|provided|gave|given|approved|committed|offered|donated"
    r"|contributed|unveiled|set\s+aside|is\s+(?:providing|giving|making))"
    r"(?=\s*[.,;:)]|\s+(?:for|to|in|at|on|last|this|earlier|today|yesterday|since|towards?|under|through)\b)",
    re.IGNORECASE,
)
_REACH = 90


def giver_of_clause(page: Page, sentence: Span, thing: Span) -> list[ActorMention]:
    """Give the state or organisation that a clause right behind a sum tells to have given it."""
    end = min(sentence.end, thing.end + _REACH)
    for mention in page.actors.within(Span(thing.end, end))[:1]:
        plain = mention.naming in ("name", "group", "office", "seat")
        if not plain or bound_actor(mention) is None:
            return []
        if _GIFT.fullmatch(page.text, thing.end, mention.span.start) is None:
            return []
        return [mention] if _GAVE.match(page.text, mention.span.end, sentence.end) else []
    return []
