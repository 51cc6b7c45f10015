"""Cheap signs that a sentence gives goods without a count, before it is parsed."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pledgebook.extract.act_verbs import GIVING
from pledgebook.extract.lexicon import any_of, load, openings, verb_classes
from pledgebook.extract.page import Page
from pledgebook.extract.story_pages import is_story
from pledgebook.extract.things import BENEFICIARIES
from pledgebook.model.spans import Span
from pledgebook.resolve.quantity_items import category_of, is_listed

#: How far from a verb of handing over its goods may stand, in code points.
_NEAR = 90


_WORD = re.compile(r"[A-Za-z][\w-]{3,}")


#: Behind a "supply" that hands nothing over.
_CHAIN = re.compile(r"\s+chains?\b", re.IGNORECASE)


_MORE = ("additional", "further", "extra", "more", "new", "fresh")


#: More aid of a kind that a verb hands over: "additional military assistance", "further aid".
MORE_AID = re.compile(
    rf"\b(?:{'|'.join(_MORE)})\s+(?P<what>(?:(?:military|humanitarian|medical|financial"
    r"|security|emergency|energy|winter|technical|economic|defen[cs]e|non-lethal|lethal|in-kind)\s+){1,2}"
    r"(?:aid|assistance|support|relief)|(?:[a-z-]+\s+){0,3}?(?:aid|assistance))\b",
    re.IGNORECASE,
)


#: Verbs of promising, which promise much else than goods: only a story has their goods alone.
_PROMISING = frozenset(
    {"promise", "promises", "promised", "pledge", "pledges", "pledged", "offer", "offers"}
    | {"offered", "offering", "promising", "pledging", "chip", "chips", "chipped", "chipping"}
)
_PROMISED = re.compile(
    rf"\b(?:{'|'.join(sorted(_PROMISING, key=len, reverse=True))})\b", re.IGNORECASE
)


#: Words beside a promise by which its goods are sold, or for one's own.
_OWN_USE = re.compile(
    r"\bfor\s+(?:sale|(?:its|their)\s+own)\b|\b(?:its|their|the)\s+(?:own\s+)?"
    r"(?:army|navy|air\s+force|police|voters?|citizens|farmers|public|people|commuters|pensioners)\b"
    r"|\bon\s+the\s+ground\b",
    re.IGNORECASE,
)


def _promises_others(page: Page, sentence: Span) -> bool:
    """Say whether a story's promise may be of goods for others."""
    own = _OWN_USE.search(page.text, sentence.start, sentence.end) is not None
    return is_story(page) and not own


def names_goods(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a sentence names goods and anybody who may give or get them."""
    told = [pattern for words, pattern in _told() if page.has_any(sentence, words)]
    if page.has_any(sentence, openings("acts", "money")) and _names_two(page, sentence):
        told.append(any_of("acts", "money"))
    promises = page.has_any(sentence, _PROMISING) and _promises_others(page, sentence)
    hands = page.has_any(sentence, openings("acts", "handing_verbs")) or promises
    if not (told or hands) or not _names_others(page, sentence):
        return False
    for goods in (m for w in told for m in w.finditer(page.text, sentence.start, sentence.end)):
        start = max(sentence.start, goods.start() - _NEAR)
        near = start, min(sentence.end, goods.end() + _NEAR)
        if _giving().search(page.text, *near) or any_of("acts", "gift_nouns").search(
            page.text, *near
        ):
            return True
    if not hands:
        return False
    verbs = [*any_of("acts", "handing_verbs").finditer(page.text, sentence.start, sentence.end)]
    if promises:
        verbs += _PROMISED.finditer(page.text, sentence.start, sentence.end)
    return any(
        _goods_near(page, sentence, Span(*verb.span()))
        for verb in verbs
        if _CHAIN.match(page.text, verb.end()) is None
    )


@cache
def _told() -> tuple[tuple[frozenset[str], re.Pattern[str]], ...]:
    """What is given without a count, each pattern with the words that it begins with."""
    return (
        (frozenset(_MORE), MORE_AID),
        (openings("acts", "goods"), any_of("acts", "goods")),
    )


def _names_others(page: Page, sentence: Span) -> bool:
    """Say whether anybody is named, in the text of an office anybody else: it tells of home too."""
    named = [mention.actor for mention in page.actors.within(sentence)]
    foreign = (a for a in named if a.id and not page.offices & {a.id, a.affiliation})
    several = len({actor.id for actor in named}) > 1
    return several or any(foreign) or (bool(named) and not page.from_office)


#: Words that stand for a giver.
_STANDING_FOR = frozenset({"we", "our", "i", "my", "he", "she", "it", "its", "they", "their"})


def _names_two(page: Page, sentence: Span) -> bool:
    """Say whether a giver and another may be told of: money without a sum is told with both."""
    named = {m.actor.id or m.actor.name for m in page.actors.within(sentence)}
    return len(named) > 1 or (bool(named) and page.has_any(sentence, _STANDING_FOR))


@cache
def _giving() -> re.Pattern[str]:
    """Forms of the verbs whose object is given."""
    words = sorted((w for w, c in verb_classes("acts").items() if c in GIVING), key=len)
    return re.compile(
        rf"(?<![\w-])(?:{'|'.join(map(re.escape, reversed(words)))})(?![\w-])(?!{_CHAIN.pattern})",
        re.IGNORECASE,
    )


def _goods_near(page: Page, sentence: Span, verb: Span) -> bool:
    """Say whether goods or more aid stand near a verb of handing over."""
    start, end = max(sentence.start, verb.start - _NEAR), min(sentence.end, verb.end + _NEAR)
    return any(
        is_goods_noun(word.group().lower())
        and (word.group()[0].islower() or word.group()[-1] in "sS")  # no name: "the White House"
        for word in _WORD.finditer(page.text, start, end)
        if not verb.start <= word.start() < verb.end  # "supply" and "ships" hand over themselves
    )


#: Listed with their counts, and no goods without one: "the green light", power that is sold.
_ONLY_COUNTED = frozenset({"light", "power", "electricity"})


@lru_cache(maxsize=8192)
def is_goods_noun(word: str) -> bool:
    """Say whether a lowered noun is goods in the list of items: no people, no container."""
    lists = load("acts")
    known = word in lists["containers"] or word in lists["trainees"] or word in _ONLY_COUNTED
    return not known and is_listed(word) and category_of([word]) != BENEFICIARIES
