"""Refusals that a headline tells without a verb of giving: "Spain says no to tanks for Chad".

Who refuses opens the headline, the words of refusing stand right behind, what is refused further
on. Nothing else is promised in such a headline.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from pledgebook.extract.aid_types import aid_type
from pledgebook.extract.drafts import Draft, Thing
from pledgebook.extract.goods import uncounted_goods
from pledgebook.extract.headline_receipts import opens
from pledgebook.extract.headlines import has_headline_form, is_headline
from pledgebook.extract.lexicon import cues_of, load, verb_classes
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party, bound_actor
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.things import things_in
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: Classes of acts.yaml whose verbs somebody may refuse to do.
_GIVING = frozenset({"deliver", "disburse", "allocate", "give", "pledge"})
#: Between the words of refusing and what is refused.
_BETWEEN = re.compile(r"(?:\s+[\w'’%.,-]+){0,9}?\s*")
_TO = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:to|for|into)\s+(?:the\s+)?(?:[\w-]+\s+)?", re.IGNORECASE
)
#: Behind the name of who gives: "US aid".
_GIFT = re.compile(
    r"['’]?s?\s+(?:[\w-]+\s+){0,2}?(?:aid|loans?|grants?|help|money|package|credit|offer)\b"
)
#: Behind the name of who asks: "snubs Ukraine's request for tanks", "rejects German plea".
_ASKS = re.compile(
    r"(?:['’]s?)?\s+(?:[\w-]+\s+)?(?:pleas?|requests?|calls?|demands?|appeals?|pressure|proposals?|bids?|plans?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Who refuses, and the words that say so."""

    giver: ActorMention
    words: Span


def refusal_of(page: Page, sentence: Span) -> Refusal | None:
    """Give the refusal that a headline tells; None where it is no headline or tells none."""
    if not names_refusal(page, sentence):
        return None
    for giver in page.actors.within(sentence):
        found = _refusing().match(page.text, giver.span.end, sentence.end)
        actor = bound_actor(giver)
        if found is not None and opens(page, sentence, giver) and actor is not None:
            return Refusal(giver=giver, words=Span(*found.span("words")))
    return None


def names_refusal(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a headline has words of refusing."""
    words = cues_of("headline_refusals", "refusing")
    return (
        has_headline_form(page, sentence)  # few sentences have it, and it costs least
        and words.search(page.text, sentence.start, sentence.end) is not None
        and is_headline(page, sentence)
    )


def refused_drafts(page: Page, sentence: Span) -> list[Draft] | None:
    """Give what a headline refuses; None where it tells of no refusal."""
    refusal = refusal_of(page, sentence)
    if refusal is None:
        return None
    behind = Span(refusal.words.end, sentence.end)
    draft = Draft(sentence=sentence, rule="refusal", firmness=("denied", refusal.words))
    sums = page.money.within(behind)
    goods = _goods(page, sentence, behind)
    if sums and _from_another(page, refusal, sums[0].span):
        return []
    if sums:
        draft.money, thing = sums[0], sums[0].span
        draft.problems = set(sums[0].problems)
    elif goods:
        draft.things, thing = goods, goods[0].name
        draft.instrument = ("in_kind", None)
    else:
        return []
    actor = bound_actor(refusal.giver)
    assert actor is not None
    draft.donors = [Party(actor=actor, span=refusal.giver.span)]
    taker = _taker(page, refusal, behind, thing)
    draft.recipients = [] if taker is None else [taker]
    draft.aid_type = aid_type(page.text, behind, sentence, page.paragraph_of(sentence))
    return [draft]


def _goods(page: Page, sentence: Span, behind: Span) -> list[Thing]:
    syntax = Syntax(page.parse(sentence))
    found = [*things_in(page, sentence), *uncounted_goods(page, syntax, sentence)]
    near: list[Thing] = []
    for thing in sorted(found, key=lambda one: one.name):
        apart = not any(thing.name.overlaps(other.name) for other in near)
        if apart and thing.name.start >= behind.start:
            near.append(thing)
    first = near[0].name.start if near else behind.start
    return near if near and _BETWEEN.fullmatch(page.text, behind.start, first) else []


def _from_another(page: Page, refusal: Refusal, thing: Span) -> bool:
    """Say whether who refuses was to get: "Kenya rejects $5m US loan", "turns down Chinese €5m"."""
    own = bound_actor(refusal.giver)
    near = Span(max(refusal.words.end, thing.start - 30), min(thing.end + 30, len(page.text)))
    return any(
        (bound_actor(m) or m.actor) != own
        and (
            re.fullmatch(r"(?:['’]s?)?\s*", page.text[m.span.end : thing.start])
            if m.span.end <= thing.start
            else not page.text[thing.end : m.span.start].strip()
            and _GIFT.match(page.text, m.span.end)
        )
        for m in page.actors.within(near)
    )


def _taker(page: Page, refusal: Refusal, behind: Span, thing: Span) -> Party | None:
    """Give who does not get it: named behind "to" or "for", or before the thing."""
    own = bound_actor(refusal.giver)
    others = [m for m in page.actors.within(behind) if (a := bound_actor(m)) and a != own]
    for other in others:
        told = (
            _TO.fullmatch(page.text, thing.end, other.span.start)
            if other.span.start >= thing.end
            else None
        )
        before = (
            other.naming == "name"
            and other.span.end <= thing.start
            and _ASKS.match(page.text, other.span.end) is None
        )
        actor = bound_actor(other)
        if actor is not None and (told is not None or before):
            return Party(actor=actor, span=other.span)
    return None


@cache
def _refusing() -> re.Pattern[str]:
    """Compile the words of refusing right behind a name and a body of it."""
    lists = load("headline_refusals")
    verbs = (w for w, c in verb_classes("acts").items() if c in _GIVING)
    giving = _either([*verbs, *lists["giving"]])
    cues = "|".join(lists["refusing"]["whole"])
    before = "|".join(lists["refusing"]["before_act"])
    said = rf"(?:{cues})|(?:{before}) (?:again |yet )?(?:{giving})"
    said = said.replace(" ", r"\s+").replace("'", "['’]")
    body = rf"(?:['’]s)?(?:\s+(?:{_either(load('headline_verbs')['bodies'])}))?"
    again = r"(?::|\s+(?:once\s+)?(?:again|still|also))?"
    return re.compile(rf"{body}{again}\s*(?<![\w-])(?P<words>{said})(?![\w-])", re.IGNORECASE)


def _either(words: Iterable[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", " ") for word in ordered)
