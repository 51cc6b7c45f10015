"""Whom one sum of several is for, and whom only a part of it."""

from __future__ import annotations

import re

from pledgebook.extract import promise_words as says
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: Between a sum and the place that it alone is for, in a list of sums and places.
_SUM_FOR = re.compile(r"\s+(?:in|for|to)\s+(?:the\s+)?", re.IGNORECASE)
_PAIR = 2


def own_place(page: Page, sentence: Span, thing: Span) -> list[ActorMention]:
    """Give the state that one sum of a list is for: "$48 million in Poland, $30 million in …"."""
    listed = {
        money.span: mention
        for money in page.money.within(sentence)
        for mention in page.actors.within(Span(money.span.end, sentence.end))[:1]
        if _SUM_FOR.fullmatch(page.text, money.span.end, mention.span.start)
        and mention.actor.type == "state"
        and mention.naming == "name"
    }
    return [listed[thing]] if len(listed) >= _PAIR and thing in listed else []


#: A part without a figure: "€50m, half of it for refugees in Chad".
_PART_FOR = re.compile(
    r",\s+(?:half|most|much|some|part|all\s+but\s+a\s+fraction|a\s+(?:third|quarter|fifth|tenth|part)"
    r"|two[\s-]thirds|three[\s-]quarters|the\s+(?:bulk|rest|remainder))(?:\s+of\s+(?:it|which|that|them))?\s",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(r"\s+of\s+(?:which|it|that|this)\b", re.IGNORECASE)


def of_later_part(page: Page, sentence: Span, thing: Span, mention: ActorMention) -> bool:
    """Say whether an actor behind a sum gets a part of it only: "€9m, of which €2m is for Chad"."""
    if _PART_FOR.search(page.text, thing.end, mention.span.start):
        return True
    later = [m.span for m in page.money.within(Span(thing.end, sentence.end))]
    return any(
        part.end <= mention.span.start
        and (
            says.find(
                page.text, says.before(page.text, sentence, part), "promise_words", "part_before"
            )
            or _OF_WHICH.match(page.text, part.end)
        )
        for part in later
    )
