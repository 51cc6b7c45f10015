"""Gifts that a headline tells from the side of who gets, or by whose they are.

"Mali clinches €90m EU deal", "Lebanese army handed $9m by Norway", "Norway's €5m lifeline to Mali":
the parse finds no verb of giving in them, or makes who gets the giver.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pledgebook.extract.lexicon import any_of, load
from pledgebook.extract.page import Page
from pledgebook.extract.parties import bound_actor
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Stage
from pledgebook.resolve.mentions import ActorMention

#: Before the name that opens a headline, or what stands behind a colon in it.
_LEAD = re.compile(r"^.*:\s+")
#: Between a sum and who it comes from: "€5m in aid from the EU".
_FROM = re.compile(r"(?:\s+[\w'’-]+){0,4}?\s+from\s+(?:the\s+)?", re.IGNORECASE)
_BY = re.compile(r"(?:\s+[\w'’-]+){0,4}?\s+by\s+(?:the\s+)?", re.IGNORECASE)
#: "€5m EU grant", "€5m in new US aid".
_IN = re.compile(r"\s+in\s+(?:(?:new|fresh|extra|more)\s+)?", re.IGNORECASE)
_BESIDE = re.compile(r"\s+(?:in\s+)?(?:(?:new|fresh|extra|more)\s+)?", re.IGNORECASE)
#: "Norway's €5m a year for Mali": a sum that goes on is given.
_YEARLY = re.compile(
    r"\s+(?:a|per|each|every)\s+(?:year|month|quarter)\s+(?:to|for)\s+(?:the\s+)?", re.IGNORECASE
)
_OWN = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,2}?", re.IGNORECASE)
#: Behind the one whose gift a thing is called: "Chinese-donated urea".
_DONATED = re.compile(
    r"-(?:donated|gifted|given|funded|financed|supplied|provided|sponsored)\s", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Who gets a thing, the words that say so, and how far it has come."""

    taker: ActorMention
    words: Span
    stage: Stage


def receipt_of(page: Page, sentence: Span, giver: ActorMention, thing: Span) -> Receipt | None:
    """Give who gets a thing from a giver behind it: "Kyiv gets €3bn from Brussels"."""
    behind = Span(thing.end, sentence.end)
    if any_of("headline_verbs", "trade").search(page.text, behind.start, behind.end):
        return None
    called = called_given_by(page, thing, giver)
    for taker in page.actors.within(Span(sentence.start, thing.start)):
        verb = got().match(page.text, taker.span.end, thing.start)
        if verb is None or not opens(page, sentence, taker) or same(taker, giver):
            continue
        between = page.text[verb.end() : thing.start]
        if re.fullmatch(r"(?:\s+[\w'’%.-]+){0,3}\s*", between) is None:
            continue
        passive = verb["passive"] is not None
        if not _may_bind(verb, giver):
            continue
        taken = " ".join(verb["told"].lower().split()) in _words("delivered")  # bought as well
        if called or (not taken and comes_from(page, thing, giver, passive=passive)):
            stage = _stage(verb, money=bool(page.money.touching(thing)))
            return Receipt(taker=taker, words=Span(*verb.span("told")), stage=stage)
    return None


def called_given_by(page: Page, thing: Span, giver: ActorMention) -> bool:
    """Say whether a thing is called a gift of a giver in its name: "40 Indian-donated buses"."""
    return (
        thing.holds(giver.span) and _DONATED.match(page.text, giver.span.end, thing.end) is not None
    )


def _may_bind(verb: re.Match[str], giver: ActorMention) -> bool:
    """Say whether a verb tells of getting: states sign with states what is no aid as well."""
    return verb["told"].lower() not in _words("bound") or giver.actor.type == "organisation"


def owner_gives(page: Page, sentence: Span, giver: ActorMention, thing: Span) -> bool:
    """Say whether a giver's own sum is for somebody else: "Norway's €5m lifeline to Mali"."""
    if not opens(page, sentence, giver):
        return False
    if _OWN.fullmatch(page.text, giver.span.end, thing.start) is None:
        return False
    for other in page.actors.within(Span(thing.end, sentence.end)):
        told = _gift_for().fullmatch(page.text, thing.end, other.span.start) or _YEARLY.fullmatch(
            page.text, thing.end, other.span.start
        )
        if told is not None and not same(other, giver):
            trade = any_of("headline_verbs", "trade")
            return trade.search(page.text, thing.end, sentence.end) is None
    return False


def opens(page: Page, sentence: Span, mention: ActorMention) -> bool:
    """Say whether a name opens the headline, or what stands behind a colon in it."""
    before = page.text[sentence.start : mention.span.start]
    before = _LEAD.sub("", before).strip("'\"‘’“” ")
    return before.lower() in ("", "the", "breaking", "urgent")


def comes_from(page: Page, thing: Span, giver: ActorMention, *, passive: bool) -> bool:
    """Say whether a giver stands behind a thing as the one that it comes from."""
    if (_BY if passive else _FROM).fullmatch(page.text, thing.end, giver.span.start):
        return True
    if passive:
        return False
    if _IN.fullmatch(page.text, thing.end, giver.span.start):  # "€9m in US fuel"
        return _no_goods().match(page.text, giver.span.end) is None
    beside = _BESIDE.fullmatch(page.text, thing.end, giver.span.start) is not None
    return beside and gift_behind().match(page.text, giver.span.end) is not None


def same(one: ActorMention, other: ActorMention) -> bool:
    """Say whether two names bind one and the same."""
    ids = [(bound_actor(mention) or mention.actor).id for mention in (one, other)]
    return one is other or ids[0] == ids[1]


def _stage(verb: re.Match[str], *, money: bool) -> Stage:
    if re.search(r"\b(?:to|will|set)\b", verb["helpers"] or "", re.IGNORECASE):
        return "pledged"
    word = " ".join(verb["told"].lower().split())
    if word in _words("bound"):
        return "committed"
    if word in _words("disbursed") or word in _words("delivered"):
        return "disbursed" if money else "delivered"
    return "committed" if word in _words("committed") else "pledged"


@cache
def _words(stage: str) -> frozenset[str]:
    lists = load("headline_verbs")
    return frozenset((*lists["getting"].get(stage, ()), *lists["handed"].get(stage, ())))


@cache
def got() -> re.Pattern[str]:
    """Compile what may stand right behind who gets: a body of it, then the verb."""
    lists = load("headline_verbs")
    getting, handed = (
        _either(word for words in lists[key].values() for word in words)
        for key in ("getting", "handed")
    )
    return re.compile(
        rf"(?:['’]s)?(?:\s+(?:{_either(lists['bodies'])}))?"
        r"(?P<helpers>(?:\s+(?:is|was|has|been|will|to|be|set))*)"
        rf"\s+(?P<told>(?:{getting})|(?P<passive>{handed}))(?![\w-])",
        re.IGNORECASE,
    )


@cache
def _no_goods() -> re.Pattern[str]:
    """Compile what stands behind a state's name where a sum is business, or the state a place."""
    words = _either([*load("headline_verbs")["business"], *load("headline_verbs")["places"]])
    return re.compile(
        rf"(?:['’]s)?\s*(?:$|[,.;:–—]|(?:\s?[\w-]+){{0,2}}?\s?\b(?:{words})\b)",
        re.IGNORECASE | re.MULTILINE,
    )


@cache
def gift_behind() -> re.Pattern[str]:
    """Compile what stands behind the name of who gives, and calls a gift its own: "EU grant"."""
    return re.compile(
        rf"(?:['’]s)?(?:\s+[\w-]+){{0,2}}?\s+(?:{_either(load('headline_verbs')['gift_words'])})\b",
        re.IGNORECASE,
    )


@cache
def _gift_for() -> re.Pattern[str]:
    nouns = _either(load("headline_verbs")["gift_words"])
    return re.compile(
        rf"(?:[\s-]+[\w-]+){{0,3}}?\s+(?:{nouns})\s+(?:to|for)\s+(?:the\s+)?", re.IGNORECASE
    )


def _either(words: Iterator[str] | list[str]) -> str:
    found = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in found)
