"""Refusals whose thing opens the headline: "Jets for Ukraine not on the cards, Berlin says".

Who says it refuses; in "No jets from Sweden for Ukraine" whoever stands behind "from" does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pledgebook.extract.drafts import Thing
from pledgebook.extract.headline_receipts import opens
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
#: Between whom it is not for and who says so: "'for now'".
_ASIDE = re.compile(r"(?:\s+[\w'’\"‘”“-]+){1,3}(?=\s*[,–—])")
#: Between who says so and the thing.
_COLON = re.compile(r"(?:['’]s(?:\s+[A-Z][\w-]+){1,3})?:\s+(?:(?:any|more|further)\s+)?[\"'“‘]?")
#: Who refuses, whom, and the words that say so.
_Told = tuple[ActorMention, ActorMention, Span]


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
            _by_none(page, sentence, span), None
        )
        if found is not None:
            giver, taker, words = found
            return RuledOut(giver=giver, taker=taker, words=words, things=things, money=money)
    return None


def _by_saying(page: Page, sentence: Span, thing: Span) -> Iterator[_Told]:
    """Read "thing for somebody off the table, giver says" and "giver: thing … off the table"."""
    words = cues_of("headline_refusals", "ruled_out")
    for taker in _takers(page, sentence, thing):
        said = words.match(page.text, taker.span.end + 1, sentence.end)
        if said is None:
            continue
        givers = [*_ahead(page, sentence, thing), *_behind(page, sentence, said.end())]
        yield from ((giver, taker, Span(*said.span())) for giver in givers if _apart(giver, taker))


def _by_none(page: Page, sentence: Span, thing: Span) -> Iterator[_Told]:
    """Read "No thing from giver for somebody" and "No thing for somebody, giver says"."""
    none = _NONE.match(page.text, sentence.start, thing.end)
    if none is None or none.end() > thing.start:
        return
    words = Span(*none.span("words"))
    for giver in page.actors.within(Span(thing.end, sentence.end)):
        if _FROM.fullmatch(page.text, thing.end, giver.span.start):
            behind = Span(giver.span.end, giver.span.end)
            takers = (t for t in _takers(page, sentence, behind) if _apart(giver, t))
            yield from ((giver, taker, words) for taker in takers)
    for taker in _takers(page, sentence, thing):
        rest = _ASIDE.match(page.text, taker.span.end, sentence.end)
        end = taker.span.end if rest is None else rest.end()
        owners = [m for m in page.actors.within(Span(none.end("words"), thing.start)) if _makes(m)]
        givers = [*_behind(page, sentence, end), *owners]
        yield from ((giver, taker, words) for giver in givers if _apart(giver, taker))


def _takers(page: Page, sentence: Span, thing: Span) -> Iterator[ActorMention]:
    """Give those whom a thing is not for, right behind it."""
    for taker in page.actors.within(Span(thing.end, sentence.end)):
        if _FOR.fullmatch(page.text, thing.end, taker.span.start):
            yield taker


def _behind(page: Page, sentence: Span, end: int) -> Iterator[ActorMention]:
    """Give who says so behind the words of refusing, at the end of the headline."""
    for giver in page.actors.within(Span(end, sentence.end)):
        says = _SAYS.fullmatch(page.text, end, giver.span.start)
        if says is not None and _END.match(page.text, giver.span.end, sentence.end):
            yield giver


def _ahead(page: Page, sentence: Span, thing: Span) -> Iterator[ActorMention]:
    """Give who says so before a colon that the thing stands behind."""
    for giver in page.actors.within(Span(sentence.start, thing.start)):
        if opens(page, sentence, giver) and _COLON.fullmatch(
            page.text, giver.span.end, thing.start
        ):
            yield giver


def _makes(mention: ActorMention) -> bool:
    """Say whether a name before a thing tells whose it is: "No German soldiers"."""
    return mention.naming in ("adjective", "demonym")


def _apart(giver: ActorMention, taker: ActorMention) -> bool:
    """Say whether two are bound and not the same."""
    first, second = bound_actor(giver), bound_actor(taker)
    return first is not None and second is not None and first.id != second.id
