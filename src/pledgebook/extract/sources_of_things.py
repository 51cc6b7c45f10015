"""Counted things of one act from or for several: "ten guns from Oslo and 20 vans from Riga"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.drafts import Thing
from pledgebook.extract.page import Page
from pledgebook.extract.phrase_parties import from_behind
from pledgebook.extract.purchases import buys
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

Acted = tuple[list[Act], list[Thing]]
#: Between a thing and who gets it, right behind it.
_TO = re.compile(r"\s+(?:more\s+)?(?:to|for)\s+(?:the\s+)?", re.IGNORECASE)


def by_party(page: Page, sentence: Span, acted: Iterable[Acted]) -> Iterator[Acted]:
    """Part the things of each act by who is named right behind them, as giver or as receiver.

    A thing without anybody of its own goes with the next: "guns and vans from Oslo". Who sells what
    is bought gives nothing.
    """
    for chain, things in acted:
        for group in [things] if buys(page, chain) else _parted(page, sentence, things):
            yield chain, group


def _parted(page: Page, sentence: Span, things: Sequence[Thing]) -> list[list[Thing]]:
    groups: list[list[Thing]] = []
    last: tuple[str | None, str | None] | None = None
    for thing in reversed(things):
        own = _party(page, sentence, thing)
        if groups and own in (None, last) and gapped_owner(page, sentence, groups[-1][0]) is None:
            groups[-1].insert(0, thing)
        else:
            groups.append([thing])
        last = own or last
    return groups[::-1]


def _behind(page: Page, sentence: Span, thing: Thing) -> tuple[Span, Sequence[ActorMention]]:
    """Give a thing's place in the sentence, and the first actor behind it."""
    at = thing.at or thing.name
    return at, page.actors.within(Span(at.end, sentence.end))[:1]


#: Between somebody and the count of a later thing, and before them: "…, El Salvador 78 medics".
_AHEAD = re.compile(
    r"\s+(?:(?:another|a\s+further|some|about|over|just|only|the\s+other)\s+)?", re.IGNORECASE
)
_JOINS = re.compile(
    r"(?:[,;]\s*(?:and\s+|while\s+)?|\band\s+|\bwhile\s+)(?:the\s+)?$", re.IGNORECASE
)


#: A noun by which its owner gives, up to a count: "Norway's transfer of | 32 airframes".
_OWN_GIFT = re.compile(
    r"(?:['’]s?)\s+(?:[\w-]+\s+){0,3}?(?:donations?|deliver(?:y|ies)|transfers?|gifts?|provision|suppl(?:y|ies)|handover"
    r"|contributions?|deployment|shipments?|dispatch|secondment)\s+(?:to\s+(?:the\s+)?[A-Z]\w+\s+)?of\s+"
    r"(?:(?:up|to|about|some|around|another|over|more|than|at|least|further|an?|additional)\s+){0,3}"
)


def gapped_owner(page: Page, sentence: Span, thing: Thing) -> ActorMention | None:
    """Give who stands right before the count of a later thing, without a verb of its own."""
    count = thing.count
    if count is None or (thing.at is None and thing.name.start < count.start):
        return None
    bound = count.start if thing.bound is None else min(count.start, thing.bound.start)
    start = max(bound, sentence.start)  # a line may end between "more than" and its count
    for mention in page.actors.within(Span(sentence.start, start))[-1:]:
        ahead = Span(max(sentence.start, mention.span.start - 20), mention.span.start)
        joined = _JOINS.search(page.text, ahead.start, ahead.end) is not None
        if joined and _AHEAD.fullmatch(page.text, mention.span.end, start):
            return mention
        if mention.naming == "name" and _OWN_GIFT.fullmatch(page.text, mention.span.end, start):
            return mention
    return None


def takes_before(page: Page, sentence: Span, things: Sequence[Thing]) -> bool:
    """Say whether the first thing has its taker before it: "gave Mali 20 vans, Chad 30"."""
    count = things[0].count if things else None
    named = () if count is None else page.actors.within(Span(sentence.start, count.start))[-1:]
    return count is not None and any(
        _AHEAD.fullmatch(page.text, m.span.end, count.start) for m in named
    )


def _party(page: Page, sentence: Span, thing: Thing) -> tuple[str | None, str | None] | None:
    if (gapped := gapped_owner(page, sentence, thing)) is not None:
        return gapped.actor.id, None
    at, named = _behind(page, sentence, thing)
    for mention in named:
        if from_behind(page, at, mention):
            return mention.actor.id, None
        if _TO.fullmatch(page.text, at.end, mention.span.start):
            return None, mention.actor.id
    return None


def nearest_party(page: Page, things: Sequence[Thing]) -> Span:
    """Give the place of the thing right before a party of its own, else that of the first."""
    sentence = page.sentence_of(things[0].place)
    own = (thing for thing in things if _party(page, sentence, thing))
    return next(own, things[0]).place


def own_taker(page: Page, sentence: Span, things: Sequence[Thing], at: Span) -> list[ActorMention]:
    """Give who stands right behind "to" after one of several things that each have a taker."""
    takers: dict[Span, ActorMention] = {}
    for thing in things:
        place, named = _behind(page, sentence, thing)
        for mention in named:
            if _TO.fullmatch(page.text, place.end, mention.span.start):
                takers[place] = mention
    several = len({m.actor.id for m in takers.values()}) > 1
    return [takers[at]] if several and at in takers else []
