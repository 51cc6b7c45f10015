"""Gifts that a headline tells in the passive: "Six fire engines gifted to Peru by Latvia"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from pledgebook.extract.headline_orders import traded
from pledgebook.extract.headline_receipts import Receipt, same
from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Stage
from pledgebook.resolve.mentions import ActorMention

#: Between who gets and who gives: "by", with a few words of what for before it.
_BY = re.compile(r"(?:\s+[\w'’-]+){0,4}?\s+by\s+(?:the\s+)?", re.IGNORECASE)
#: Before a thing that opens a headline.
_BOUND = re.compile(
    r"\W*(?:(?:a|an|the|some|about|another|over|more|than|up|to|new|further)\s+)*", re.IGNORECASE
)


def passive_of(page: Page, sentence: Span, giver: ActorMention, thing: Span) -> Receipt | None:
    """Give who a thing that opens the headline goes to, where the giver stands behind "by"."""
    if _BOUND.fullmatch(page.text, sentence.start, thing.start) is None:
        return None
    if giver.span.start < thing.end or traded(page, Span(thing.end, sentence.end)):
        return None
    for taker in page.actors.within(Span(thing.end, giver.span.start)):
        told = _given().fullmatch(page.text, thing.end, taker.span.start)
        if told is None or same(taker, giver) or taker.naming not in ("name", "seat"):
            continue
        if _BY.fullmatch(page.text, taker.span.end, giver.span.start):
            stage = _stage(told["told"], money=bool(page.money.touching(thing)))
            return Receipt(taker=taker, words=Span(*told.span("told")), stage=stage)
    return None


def _stage(verb: str, *, money: bool) -> Stage:
    """Give how far a gift has come by its participle."""
    lists, words = load("headline_verbs")["given_over"], " ".join(verb.lower().split())
    if words in lists["promised"]:
        return "pledged"
    if words in lists["decided"]:
        return "committed"
    return "disbursed" if money else "delivered"


@cache
def _given() -> re.Pattern[str]:
    """Compile what stands between a thing and who gets it: "gifted to", "handed over to"."""
    told = [word for words in load("headline_verbs")["given_over"].values() for word in words]
    return re.compile(
        rf"(?:\s+(?:[\w-]+)){{0,2}}?\s+(?:(?:is|are|was|were|being|to\s+be)\s+)?"
        rf"(?P<told>{_either(told)})\s+(?:to|for)\s+(?:the\s+)?",
        re.IGNORECASE,
    )


def _either(words: Iterable[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)
