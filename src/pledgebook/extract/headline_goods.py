"""Goods without a count that a headline gives: "Norway, Sweden ship generators to Moldova".

The parser takes "ship" and "pledge" for nouns there; the order of the words tells the gift.
"""

from __future__ import annotations

import re

from pledgebook.extract.drafts import Thing
from pledgebook.extract.goods_words import is_goods_noun
from pledgebook.extract.headline_frames import frame_of
from pledgebook.extract.headline_verbs import verb_behind
from pledgebook.extract.headlines import is_headline
from pledgebook.extract.lexicon import any_of, load, verb_classes
from pledgebook.extract.page import Page
from pledgebook.extract.parties import bound_actor
from pledgebook.extract.things import is_arms
from pledgebook.model.spans import Span
from pledgebook.model.values import Item
from pledgebook.resolve.mentions import ActorMention
from pledgebook.resolve.quantity_items import category_of

#: What is given, from behind the verb to the one whom it is for.
_WHAT = re.compile(
    r"\s+(?:(?:a|an|more|further|extra|another)\s+)?(?P<what>(?:[\w'’-]+\s+){0,3}?[a-z][\w-]+)\s+"
    r"(?:to|for)\s+(?:the\s+)?(?:[a-z]+-(?:hit|torn|stricken|ravaged|affected|battered|struck)\s+)?"
)
#: Words of a headline that join or turn what stands beside them: no part of a name of goods.
_NO_NAME = re.compile(
    r"\b(?:and|or|to|for|of|in|as|by|with|no|not|from|on|at|own)\b", re.IGNORECASE
)

#: A package of a giver's own, whose way or place the headline tells: "Oslo's 19th arms package".
_OWN_PACKAGE = re.compile(
    r"['’]s?\s+(?:[\w-]+\s+){0,2}?(?P<what>(?:(?:arms|weapons|military|defen[cs]e|aid|humanitarian"
    r"|security|medical|winter|relief|emergency|donation)\s+){1,2}"
    r"(?:packages?|shipments?|consignments?|convoys?|batch(?:es)?|tranche)"
    r"|(?:batch|shipment|consignment|planeload|shipload|convoy)\s+of\s+(?:[a-z-]+\s+)?"
    r"(?:supplies|aid|goods|relief|weapons|arms|equipment|medicines?|vaccines))(?=\s)",
    re.IGNORECASE,
)
#: Goods of a giver's own that are on their way: "Finnish howitzers on their way".
_UNDER_WAY = re.compile(
    r"(?:['’]s?)?\s+(?P<what>(?:[a-z-]+\s+)?(?!\w*(?:ships|vessels|boats|planes|carriers)\b)[\w-]+s)\s+(?:are\s+|now\s+)?"
    r"(?:on\s+(?:the|their)\s+way\s+to|bound\s+for|en\s+route\s+to)\b"
)
#: Words by which goods are not given for now.
_HELD_UP = re.compile(
    r"\bon\s+(?:ice|hold|pause|the\s+back\s+burner|the\s+shelf)\b|\b(?:in\s+doubt|at\s+risk|in\s+limbo)\b",
    re.IGNORECASE,
)
#: Who gives and who gets.
_SIDES = 2


def names_framed_goods(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a headline gives goods without a count by the order of its words."""
    return framed_goods(page, sentence) is not None


def framed_goods(page: Page, sentence: Span) -> Thing | None:
    """Give the goods without a count that the order of a headline gives to somebody named."""
    named = page.actors.within(sentence)
    if len(named) < _SIDES or page.money.within(sentence):  # few name two, and it costs least
        return None
    if not is_headline(page, sentence) or _sells(page, sentence):
        return None
    givers = [m for m in named if bound_actor(m) is not None]
    for giver in givers:
        name = _given(page, sentence, giver) or _own_package(page, sentence, giver)
        if name is None:
            continue
        if not page.quantities.touching(name) and frame_of(page, sentence, name) is not None:
            words = " ".join(page.words(name).split())
            category = category_of(re.findall(r"[\w/-]+", words.lower()))
            return Thing(name=name, item=Item(name=words, category=category))
    return None


def _sells(page: Page, sentence: Span) -> bool:
    """Say whether a headline tells of trade, of what is forbidden, or of what is held up."""
    if _HELD_UP.search(page.text, sentence.start, sentence.end):
        return True
    lists = (
        any_of("headline_verbs", "traded"),
        any_of("acts", "illicit"),
        any_of("acts", "contraband"),
    )
    return any(words.search(page.text, sentence.start, sentence.end) for words in lists)


def _given(page: Page, sentence: Span, giver: ActorMention) -> Span | None:
    """Give the name of goods between the verb behind a giver and the next one named."""
    verb = verb_behind(page, giver, sentence.end)
    taker = next(iter(page.actors.within(Span(giver.span.end, sentence.end))), None)
    if verb is None or taker is None:
        return None
    what = _WHAT.fullmatch(page.text, verb.end(), taker.span.start)
    if what is None or _NO_NAME.search(what["what"]):
        return None
    name = Span(what.start("what") + len(_giving_ahead(what["what"])), what.end("what"))
    head = page.words(name).split()[-1].lower()
    moved = verb["verb"].lower() in load("headline_verbs")["moving"]
    if moved and is_arms(category_of([head])):  # "ships tanks to Latvia": to its own troops there
        return None
    package = any_of("acts", "goods", "packages").search(page.text, name.start, name.end)
    if package is not None and package.end() == name.end:
        return Span(*package.span())
    return name if _may_be_given(head) else None


def _own_package(page: Page, sentence: Span, giver: ActorMention) -> Span | None:
    """Give the name of a package of a giver's own right behind it, or of goods on their way."""
    found = _OWN_PACKAGE.match(page.text, giver.span.end, sentence.end)
    if found is not None:
        return Span(*found.span("what"))
    sent = _UNDER_WAY.match(page.text, giver.span.end, sentence.end)
    if sent is None or not _may_be_given(sent["what"].split()[-1].lower()):
        return None
    return Span(*sent.span("what"))


def _giving_ahead(what: str) -> str:
    """Give the participle of giving that opens what is given: "donating " of "donating a radar"."""
    opened = re.match(r"([a-z]+ing)\s+", what)
    if opened is None or opened[1] not in verb_classes("acts"):
        return ""
    return opened[0]


def _may_be_given(noun: str) -> bool:
    """Say whether a lowered noun is goods, or people who are sent: "troops"."""
    listed = any_of("acts", "goods").fullmatch(noun) is not None
    return listed or is_goods_noun(noun) or category_of([noun]) == "personnel"
