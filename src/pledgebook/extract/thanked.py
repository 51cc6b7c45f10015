"""Givers that a text thanks: "is grateful to Norway for the 20 ambulances"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgebook.extract.acts import Act
from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: Words directly before somebody who is thanked.
_THANKS = re.compile(
    r"\b(?:thank(?:s|ed|ing|ful)?(?:\s+to)?|grateful\s+to|gratitude\s+to|applaud(?:s|ed|ing)?"
    r"|commend(?:s|ed|ing)?)\s+(?:(?:the|our|government|people|friends|partners|of|and|in)\s+){0,5}$",
    re.IGNORECASE,
)
#: Longest words of thanks before a name, in code points.
_LONGEST = 60
_FOR = re.compile(r"(?:['’]s\s+government)?,?\s+for\b", re.IGNORECASE)


def thanked(
    page: Page, syntax: Syntax, sentence: Span, chain: Sequence[Act], thing: Span
) -> list[ActorMention]:
    """Give the actors that a sentence thanks for what is named behind them, and nobody else gives.

    "thanked Norway for paying for the vans that Latvia sent": Latvia is said to give.
    """
    if any(syntax.child(act.token, "nsubj") is not None for act in chain[:1]):
        return []
    return [
        mention
        for mention in page.actors.within(Span(sentence.start, thing.start))
        if _FOR.match(page.text, mention.span.end, thing.start)
        and _THANKS.search(
            page.text, max(sentence.start, mention.span.start - _LONGEST), mention.span.start
        )
    ]
