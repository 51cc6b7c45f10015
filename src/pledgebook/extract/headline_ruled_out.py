"""Refusals whose thing opens the headline: "Jets for Ukraine not on the cards, Berlin says".

Who says it refuses; in "No jets from Sweden for Ukraine" whoever stands behind "from" does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pledgebook.extract.drafts import Thing
from pledgebook.extract.lexicon import cues_of
from pledgebook.extract.page import Page
from pledgebook.extract.parties import bound_actor
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention, MoneyMention

#: Between a thing and whom it is not for.
_FOR = re.compile(r"(?:\s+[\w-]+){0,2}?\s+(?:for|to)\s+(?:the\s+)?", re.IGNORECASE)
_FROM = re.compile(r"(?:\s+[\w-]+){0,2}?\s+from\s+(?:the\s+)?", re.IGNORECASE)
#: Words that open a headline in which nothing comes, up to the thing.
_NONE = re.compile(
    r"\W*(?P<words>no|zero|not\s+(?:a|one)(?:\s+single)?)(?:\s+[\w-]+){0,2}?\s+", re.IGNORECASE
)
#: Between the words of refusing and who says so.
_SAYS = re.compile(
    r"\s*[,:–—-]\s*(?:says?\s+|said\s+|according\s+to\s+)?(?:the\s+)?", re.IGNORECASE
)
_END = re.compile(
    r"(?:['’]s)?(?:\s+[\w-]+){0,2}?(?:\s+(?:says?|said|insists?|confirms?|stresses))?\s*$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuledOut:
    """What is refused, who refuses whom, and the words that say so."""

    giver: ActorMention
    taker: ActorMention
    words: Span
    things: tuple[Thing, ...]
    money: MoneyMention | None


def ruled_out(
    page: Page, sentence: Span, goods: Sequence[Thing], sums: Sequence[MoneyMention]
) -> RuledOut | None:
    """Give what a headline tells to be refused that opens with it; None where it tells none."""
    spans: list[tuple[Span, MoneyMention | None, tuple[Thing, ...]]]
    spans = [(money.span, money, ()) for money in sums]
    spans += [(thing.name, None, (thing,)) for thing in goods]
    for span, money, things in spans:
        found = next(_by_saying(page, sentence, span), None) or next(
            _by_source(page, sentence, span), None
        )
        if found is not None:
            giver, taker, words = found
            return RuledOut(giver=giver, taker=taker, words=words, things=things, money=money)
    return None


def _by_saying(
    page: Page, sentence: Span, thing: Span
) -> Iterator[tuple[ActorMention, ActorMention, Span]]:
    """Read "thing for somebody off the table, giver says"."""
    if len(page.text[sentence.start : thing.start].split()) > _FEW:
        return
    words = cues_of("headline_refusals", "ruled_out")
    named = page.actors.within(Span(thing.end, sentence.end))
    for taker in named:
        said = words.match(page.text, taker.span.end + 1, sentence.end)
        if _FOR.fullmatch(page.text, thing.end, taker.span.start) is None or said is None:
            continue
        for giver in named:
            behind = giver.span.start >= said.end()
            says = behind and _SAYS.fullmatch(page.text, said.end(), giver.span.start)
            last = says and _END.match(page.text, giver.span.end, sentence.end)
            if last and _apart(giver, taker):
                yield giver, taker, Span(*said.span())


def _by_source(
    page: Page, sentence: Span, thing: Span
) -> Iterator[tuple[ActorMention, ActorMention, Span]]:
    """Read "No thing from giver for somebody"."""
    none = _NONE.match(page.text, sentence.start, thing.end)
    if none is None or none.end() > thing.start:
        return
    named = page.actors.within(Span(thing.end, sentence.end))
    for giver in named:
        if _FROM.fullmatch(page.text, thing.end, giver.span.start) is None:
            continue
        for taker in named:
            behind = taker.span.start >= giver.span.end
            gets = behind and _FOR.fullmatch(page.text, giver.span.end, taker.span.start)
            if gets and _apart(giver, taker):
                yield giver, taker, Span(*none.span("words"))


#: Words before a thing that opens a headline: "Sweden's old", "New".
_FEW = 2


def _apart(giver: ActorMention, taker: ActorMention) -> bool:
    """Say whether two are bound and not the same."""
    first, second = bound_actor(giver), bound_actor(taker)
    return first is not None and second is not None and first.id != second.id
