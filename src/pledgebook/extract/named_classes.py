"""Organisations that are called by what they are: "the bank", "the bloc", "the alliance"."""

from __future__ import annotations

import re

from pledgebook.extract.page import Page
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: A definite phrase of a class alone.
_CLASS = re.compile(
    r"the\s+(?:regional\s+|global\s+|multilateral\s+|development\s+)?"
    r"(bank|bloc|union|alliance|agency|organi[sz]ation|lender|commission|fund)"
    r"(?:\s+itself)?",
    re.IGNORECASE,
)
#: Classes whose organisation does not bear the word in its name.
_IDS = {
    "bloc": ("org:eu", "org:asean", "org:african-union", "org:ecowas"),
    "alliance": ("org:nato",),
    "lender": ("org:world-bank", "org:imf", "org:ebrd", "org:eib"),
}
#: How many sentences back an organisation may be named.
_REACH = 3


#: Words for the two that were named last.
_PAIR = ("the former", "the latter")
_JOINED = re.compile(r",?\s+and\s+(?:from\s+|by\s+|with\s+)?(?:the\s+)?")


def named_by_class(page: Page, phrase: Span) -> ActorMention | None:
    """Give the organisation named last before that "the bank" or "the bloc" stands for."""
    if (words := page.words(phrase).lower()) in _PAIR:
        return _of_pair(page, phrase, _PAIR.index(words))
    found = _CLASS.fullmatch(page.words(phrase))
    if found is None:
        return None
    word = found.group(1).lower()
    place = page.sentences.position(page.sentence_of(phrase))
    start = page.sentences.items[max(0, place - _REACH)].start
    for mention in reversed(page.actors.within(Span(start, phrase.start))):
        actor = mention.actor
        if actor.type != "organisation":
            continue
        if actor.id in _IDS.get(word, ()) or actor.name.lower().split()[-1] == word:
            return mention
    return None


def _of_pair(page: Page, phrase: Span, place: int) -> ActorMention | None:
    """Give one of the last two that "and" joins in an earlier sentence: "The former lent €3m"."""
    here = page.sentences.position(page.sentence_of(phrase))
    start = page.sentences.items[max(0, here - _REACH)].start
    named = page.actors.within(Span(start, page.sentence_of(phrase).start))
    for pair in zip(reversed(named[:-1]), reversed(named[1:]), strict=True):
        if _JOINED.fullmatch(page.text, pair[0].span.end, pair[1].span.start):
            return pair[place]
    return None
