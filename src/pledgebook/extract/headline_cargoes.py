"""Relief that a headline tells by what carries it: "Indian ship sails for Nairobi with 40 tonnes".

Ships carry wares as well, so that a headline with one has to have a word of aid; planes, convoys
and navies that bring goods somewhere bring relief. Arms on board are told by no such headline.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pledgebook.extract.headline_orders import traded
from pledgebook.extract.headline_receipts import opens, same
from pledgebook.extract.lexicon import any_of
from pledgebook.extract.moving import state_at
from pledgebook.extract.page import Page
from pledgebook.extract.things import is_arms
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Stage
from pledgebook.resolve.mentions import ActorMention
from pledgebook.resolve.quantity_items import category_of

#: From who sends to the place: what carries, and its way, which is gone or still to be gone.
_WAY = re.compile(
    r"(?:['’]s)?(?P<kind>(?:\s+[\w-]+){0,2}?)\s+"
    r"(?:(?P<ship>(?:cargo\s+|naval\s+|navy\s+)?(?:ships?|vessels?|freighters?|boats?))|frigates?|planes?|aircraft"
    r"|airlifts?|flights?|jets?|helicopters?|convoys?|trucks|lorries)\s+"
    r"(?P<told>(?P<come>(?:docks?|arrives?|lands?|berths?|touch(?:es)?\s+down|lands?)\s+(?:in|at)"
    r"|reach(?:es)?)"
    r"|(?:sets?\s+sail|sets?\s+(?:off|out)|takes?\s+off|sails?|leaves?|departs?|heads?|fl(?:y|ies)"
    r"|bound|en\s+route|on\s+(?:its|the|their)\s+way)\s+(?:off\s+)?(?:for|to|towards?))\s+(?:the\s+)?",
    re.IGNORECASE,
)
#: The place, and what leads to the load.
_PLACE = re.compile(
    r"(?P<name>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?)(?:\s+[\w-]+){0,2}?,?\s+"
    r"(?:with|carrying|bearing|bringing|laden\s+with|loaded\s+with|hauling)\s+"
    r"(?:(?:some|about|over|another|more|than|nearly|up|to)\s+){0,2}"
)
#: From who sends to the load, where the way is told behind it.
_LOAD = re.compile(
    r"(?:['’]s)?(?:\s+[\w-]+){0,2}?\s+(?:(?P<ship>(?:ships?|vessels?|freighters?|boats?))|planes?|aircraft"
    r"|flights?|helicopters?|convoys?|trucks|lorries)\s+"
    r"(?:with|carrying|laden\s+with|loaded\s+with|(?P<unloads>unloads?|offloads?|delivers?|drops?))\s+"
    r"(?:(?:some|about|over|another|more|than|nearly|up|to)\s+){0,2}",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"(?:\s+(?:of\s+)?[a-z-]+){0,2}?\s+(?:(?P<told>(?P<come>(?:docks?|arrives?|lands?|berths?)\s+(?:in|at)"
    r"|reach(?:es)?)|(?:sails?|leaves?|departs?|heads?|sets?\s+off)\s+(?:for|to))|in|at|to)\s+"
    r"(?:the\s+)?(?P<name>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?)"
)
#: Whose ships carry no wares.
_FORCES = re.compile(
    r"\b(?:navy|naval|coast\s+guard|air\s+force|army|military|aid)\b", re.IGNORECASE
)
#: What the journey may be for besides.
_OTHERWISE = re.compile(
    r"\b(?:exercises?|drills?|parade|visit|border|front|tests?|sanctions|smuggl\w+|bought|ordered|sold)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cargo:
    """Who gets what is carried, where a name tells; words of the way, and how far it has come."""

    taker: ActorMention | None
    words: Span
    stage: Stage


def cargo_of(page: Page, sentence: Span, giver: ActorMention, thing: Span) -> Cargo | None:
    """Give the way of goods that something of the giver's carries; None where they may be wares."""
    way = _WAY.match(page.text, giver.span.end, thing.start)
    if way is None:
        return _loaded(page, sentence, giver, thing)
    if not opens(page, sentence, giver) or page.money.touching(thing):
        return None
    place = _PLACE.fullmatch(page.text, way.end(), thing.start)
    if place is None or _OTHERWISE.search(page.text, sentence.start, sentence.end):
        return None
    if _is_arms(page, thing) or traded(page, Span(thing.end, sentence.end)):
        return None
    if way["ship"] and not _is_relief(page, sentence, Span(giver.span.start, way.start("told"))):
        return None
    taker = state_at(page, Span(*place.span("name")))
    if taker is not None and same(taker, giver):
        return None
    stage: Stage = "delivered" if way["come"] else "pledged"
    return Cargo(taker=taker, words=Span(*way.span("told")), stage=stage)


def _loaded(page: Page, sentence: Span, giver: ActorMention, thing: Span) -> Cargo | None:
    """Read "giver's ship with thing docks in place" and "giver's ship unloads thing in place"."""
    with_load = _LOAD.fullmatch(page.text, giver.span.end, thing.start)
    behind = _THEN.match(page.text, thing.end, sentence.end)
    if with_load is None or behind is None or not opens(page, sentence, giver):
        return None
    unloads = with_load["unloads"] is not None
    if unloads == (behind["told"] is not None) or page.money.touching(thing):
        return None
    otherwise = _OTHERWISE.search(page.text, sentence.start, sentence.end)
    if otherwise or _is_arms(page, thing) or traded(page, Span(thing.end, sentence.end)):
        return None
    carrier = Span(giver.span.start, with_load.end())
    if with_load["ship"] and not _is_relief(page, sentence, carrier):
        return None
    taker = state_at(page, Span(*behind.span("name")))
    if taker is not None and same(taker, giver):
        return None
    told = Span(*with_load.span("unloads")) if unloads else Span(*behind.span("told"))
    come = unloads or behind["come"] is not None
    return Cargo(taker=taker, words=told, stage="delivered" if come else "pledged")


def _is_arms(page: Page, thing: Span) -> bool:
    words = re.findall(r"[\w/-]+", page.words(thing).lower())
    return is_arms(category_of(words)) or not {"arms", "weapons"}.isdisjoint(words)


def _is_relief(page: Page, sentence: Span, carrier: Span) -> bool:
    """Say whether a ship carries relief: a navy's does, and one that is said to bring aid."""
    lists = (any_of("acts", "aid_words"), any_of("headline_verbs", "aided"))
    told = any(words.search(page.text, sentence.start, sentence.end) for words in lists)
    return told or _FORCES.search(page.text, carrier.start, carrier.end) is not None
