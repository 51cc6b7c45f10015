"""Givers that a text thanks: "is grateful to Norway for the 20 ambulances"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.page import Page
from pledgebook.extract.parties import mentions_under
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: Words directly before somebody who is thanked.
_THANKS = re.compile(
    r"\b(?:thank(?:s|ed|ing|ful)?(?:\s+to)?|grateful\s+to|gratitude\s+to|applaud(?:s|ed|ing)?"
    r"|commend(?:s|ed|ing)?)\s+(?:(?:the|our|government|people|friends|partners|of|and|in)\s+){0,5}$",
    re.IGNORECASE,
)
_THANKING = re.compile(r"thank|applaud|commend", re.IGNORECASE)
#: Between who thanks and who is thanked; the parser takes the verb of a headline for a noun.
_THANKING_BEHIND = re.compile(r"\s+(?:also\s+)?thank(?:s|ed)\s+(?:the\s+)?", re.IGNORECASE)
_AND = re.compile(
    r"(?:,|\band|\bas\s+well\s+as)\s+(?:the\s+)?(?:(?:government|people)\s+of\s+(?:the\s+)?)?$",
    re.IGNORECASE,
)
#: Any of those words, in a sentence that is not parsed yet.
_NAMES_THANKS = re.compile(
    r"\b(?:thank(?:s|ed|ing|ful)?|grateful|gratitude)\b[^.;:]*\bfor\b", re.IGNORECASE
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
    if any(_goes_on_from_thanks(syntax, act) for act in chain[:1]):
        return []
    named = page.actors.within(Span(sentence.start, thing.start))
    found = [
        mention
        for mention in named
        if _FOR.match(page.text, mention.span.end, thing.start)
        and (_thanks_before(page, sentence, mention) or _in_breath(page, sentence, mention))
    ]
    return _next_thanked(page, found, named) or found


def _thanks_before(page: Page, sentence: Span, mention: ActorMention) -> bool:
    start = max(sentence.start, mention.span.start - _LONGEST)
    return _THANKS.search(page.text, start, mention.span.start) is not None


def _in_breath(page: Page, sentence: Span, mention: ActorMention) -> bool:
    """Say whether one before it is thanked too: "thanked Norway, which gave …, and Latvia for"."""
    before = page.actors.within(Span(sentence.start, mention.span.start))
    return any(
        _thanks_before(page, sentence, other)
        and _AND.search(page.text, other.span.end, mention.span.start)
        and re.search(r"\bfor\b", page.text[other.span.end : mention.span.start]) is None
        for other in before
        if other.naming in ("name", "office")
    )


def _goes_on_from_thanks(syntax: Syntax, act: Act) -> bool:
    """Say whether an act is a second one of who thanks: "thanked Moldova and gave it €5m"."""
    token = syntax.tokens[act.token]
    return token.dep == "conj" and _THANKING.match(syntax.tokens[token.head].text) is not None


def _next_thanked(
    page: Page, found: Sequence[ActorMention], named: Sequence[ActorMention]
) -> list[ActorMention]:
    """Give the last one thanked in a breath: "thanked Norway for €5m and Sweden for €10m"."""
    later = [m for m in named if found and m.span.start > found[-1].span.end]
    return [
        m
        for m in later[-1:]
        if _FOR.match(page.text, m.span.end)
        and _AND.search(page.text, found[-1].span.end, m.span.start)
    ]


def names_thanks(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a sentence thanks somebody it names for something."""
    told = _NAMES_THANKS.search(page.text, sentence.start, sentence.end) is not None
    return told and bool(page.actors.within(sentence))


def thankers(
    page: Page, syntax: Syntax, sentence: Span, chain: Sequence[Act], thing: Span
) -> list[ActorMention]:
    """Give those who thank somebody for a thing: it is their own side that gets or got it."""
    for mention in thanked(page, syntax, sentence, chain, thing):
        if beside := _right_before(page, sentence, mention):
            return beside
        head = syntax.head_of(mention.span)
        for verb in () if head is None else syntax.verbs_above(head):
            subject = syntax.child(verb, "nsubj")
            if subject is not None:
                return mentions_under(page, syntax, subject)
    return []


def _right_before(page: Page, sentence: Span, thanked_one: ActorMention) -> list[ActorMention]:
    """Give the one who thanks right before, by the words alone: "Kyiv thanks Madrid for …"."""
    return [
        mention
        for mention in page.actors.within(Span(sentence.start, thanked_one.span.start))
        if _THANKING_BEHIND.fullmatch(page.text, mention.span.end, thanked_one.span.start)
    ]
