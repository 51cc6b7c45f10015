"""Gifts that a headline tells by their way: "Australia's 49 tanks head for Ukraine".

Whose they are stands before them, or behind "from".
"""

from __future__ import annotations

import re

from pledgebook.extract.arms_moved import are_foes
from pledgebook.extract.headline_orders import traded
from pledgebook.extract.headline_receipts import Receipt, opens, same
from pledgebook.extract.page import Page
from pledgebook.extract.things import is_arms
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Stage
from pledgebook.resolve.mentions import ActorMention
from pledgebook.resolve.quantity_items import category_of

#: From a thing to whom it goes: a way that is still to be gone, or one that is done.
_WAY = re.compile(
    r"(?:\s+[\w-]+){0,2}?\s+(?P<told>(?P<done>reach(?:es|ed)?|(?:arrive|land)(?:s|d|ed)?\s+in"
    r"|(?P<there>(?:(?:is|are)\s+)?(?:already|now|safely|finally)\s+in))"
    r"|(?P<given>(?:are\s+|is\s+|now\s+)?(?:on\s+(?:the\s+|their\s+|its\s+)?way\s+to|bound\s+for"
    r"|en\s+route\s+to|due\s+in)|(?:set|due)\s+to\s+(?:reach|arrive\s+in))"
    r"|(?:set\s+to\s+|to\s+)?(?:heads?|leaves?|departs?|sets?\s+off)\s+(?:for|to))\s+(?:the\s+)?",
    re.IGNORECASE,
)
#: Between whose it is and a thing: "Australia's promised 49".
_OWN = re.compile(r"(?:['’]s?)?\s+(?:[\w-]+\s+){0,2}?", re.IGNORECASE)
#: Before whose it is: how many of the things have come. "Last of Spain's 20 buses".
_PART_OF = re.compile(
    r"(?:the\s+)?(?:last|first|all|half|most|rest|final\s+(?:batch|group|shipment))\s+of\s+(?:the\s+)?",
    re.IGNORECASE,
)
#: What is given is called so: "49 gifted tanks".
_GIVEN = re.compile(r"\b(?:gifted|donated|promised|pledged)\b", re.IGNORECASE)
#: Behind a name that what is there does not help: "now in Ukraine's sights".
_OWNED = re.compile(r"['’]s?\s")
_FROM = re.compile(r"\s+(?:from|courtesy\s+of)\s+(?:the\s+)?", re.IGNORECASE)
#: Behind whom it goes to: what makes it no gift but a visit, an exercise or a fight.
_OTHERWISE = re.compile(
    r"\b(?:exercises?|drills?|talks|visit|summit|border|front|waters|coast|repairs?|training"
    r"|tests?|games|refit|maintenance)\b",
    re.IGNORECASE,
)


def move_of(page: Page, sentence: Span, giver: ActorMention, thing: Span) -> Receipt | None:
    """Give who a thing of a giver goes to, the words that say so and how far it has come."""
    for taker in page.actors.within(Span(thing.end, sentence.end)):
        way = _WAY.fullmatch(page.text, thing.end, taker.span.start)
        if way is None or taker.naming not in ("name", "seat"):
            continue
        if way["there"] is not None and not _may_be_there(page, taker, thing):
            continue
        if _may_attack(page, giver, taker, thing, way):
            return None
        if _OTHERWISE.search(page.text, sentence.start, sentence.end) or traded(page, sentence):
            return None
        if same(giver, taker) or not _from(page, sentence, giver, thing, taker):
            return None
        done: Stage = "disbursed" if page.money.touching(thing) else "delivered"
        return Receipt(
            taker=taker,
            words=Span(*way.span("told")),
            stage=done if way["done"] else "pledged",
        )
    return None


def _from(
    page: Page, sentence: Span, giver: ActorMention, thing: Span, taker: ActorMention
) -> bool:
    """Say whether a thing is the giver's: named before it, or behind "from"."""
    if giver.span.end <= thing.start:
        own = _OWN.fullmatch(page.text, giver.span.end, thing.start) is not None
        return own and (opens(page, sentence, giver) or _tells_part(page, sentence, giver))
    return _FROM.fullmatch(page.text, taker.span.end, giver.span.start) is not None


def _may_be_there(page: Page, taker: ActorMention, thing: Span) -> bool:
    """Say whether a thing that is in a country may be given to it: no troops, nobody's target."""
    people = category_of(re.findall(r"[\w/-]+", page.words(thing).lower())) == "personnel"
    return not people and _OWNED.match(page.text, taker.span.end) is None


def _tells_part(page: Page, sentence: Span, giver: ActorMention) -> bool:
    """Say whether a headline opens with a part of somebody's things: "Last of Spain's 20 buses"."""
    return _PART_OF.fullmatch(page.text, sentence.start, giver.span.start) is not None


#: Arms that come by themselves: whoever sends them may strike with them.
_STRIKING = re.compile(
    r"\b(?:missiles?|drones?|rockets?|bombers?|(?:war)?ships?|frigates?|jets?|fighters?|planes?"
    r"|aircraft|submarines?|destroyers?|carriers?|f-\d+s?)\b",
    re.IGNORECASE,
)


def _strikes(page: Page, thing: Span) -> bool:
    return _STRIKING.search(page.text, thing.start, thing.end) is not None


def _may_attack(
    page: Page, giver: ActorMention, taker: ActorMention, thing: Span, way: re.Match[str]
) -> bool:
    """Say whether arms may come to fight: "Russia's 40 drones reach Kyiv" is no gift."""
    if way["given"] is not None or page.money.touching(thing):
        return False
    if way["there"] is not None and _GIVEN.search(page.text, giver.span.end, thing.end):
        return False
    comes = way["told"].lower().startswith("arriv") and not _strikes(page, thing)
    if comes and not are_foes(giver.actor.id, taker.actor.id):
        return False
    words = re.findall(r"[\w/-]+", page.words(thing).lower())
    return is_arms(category_of(words))
