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
from pledgebook.extract.drafts import Draft
from pledgebook.extract.goods import uncounted_goods
from pledgebook.extract.headline_receipts import opens
from pledgebook.extract.headline_refused_things import fill_refused, joins
from pledgebook.extract.headline_ruled_out import ruled_out
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
#: Behind the name of who asks for itself: "Kyiv's plea for".
_ASKS_FOR = re.compile(
    r"(?:['’]s?)?\s+(?:[\w-]+\s+)?(?:pleas?|requests?|calls?|appeals?|bids?)\s+for\b", re.IGNORECASE
)
#: Between words of refusing what others give and its sum.
_BOUND = re.compile(
    r"\s+(?:(?:the|a|an|another|over|some|about|up|to|more|than|new|further|fresh)\s+)*",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\s+(?:[\w-]+\s+){0,4}?(?:to|for|into)\s+(?:the\s+)?(?:[\w-]+\s+)?", re.IGNORECASE
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
    lists = (cues_of("headline_refusals", "refusing"), cues_of("headline_refusals", "ruled_out"))
    return (
        has_headline_form(page, sentence)  # few sentences have it, and it costs least
        and any(words.search(page.text, sentence.start, sentence.end) for words in lists)
        and is_headline(page, sentence)
    )


def refused_drafts(page: Page, sentence: Span) -> list[Draft] | None:
    """Give what a headline refuses; None where it tells of no refusal."""
    refusal = refusal_of(page, sentence)
    if refusal is None:
        return _ruled_out(page, sentence) if names_refusal(page, sentence) else None
    behind = Span(refusal.words.end, sentence.end)
    sums = page.money.within(behind)
    of_others = cues_of("headline_refusals", "refusing", "of_others")
    others = of_others.fullmatch(page.words(refusal.words)) is not None
    if others and not (sums and _near(page, refusal, sums[0].span)):
        return None
    if sums and not others and _from_another(page, refusal, sums[0].span):
        return []
    draft = Draft(sentence=sentence, rule="refusal", firmness=("denied", refusal.words))
    thing = fill_refused(page, draft, refusal.words, behind)
    if thing is None:
        return []
    taker = _taker(page, refusal, behind, thing)
    if others and taker is None:
        taker = _named_behind(page, behind, thing)
    if taker is None and (others or joins(page, refusal.words)):
        return None  # what somebody stays out of helps nobody who is named
    actor = bound_actor(refusal.giver)
    assert actor is not None
    draft.donors = [Party(actor=actor, span=refusal.giver.span)]
    draft.recipients = [] if taker is None else [taker]
    draft.aid_type = aid_type(page.text, behind, sentence, page.paragraph_of(sentence))
    return [draft]


def _near(page: Page, refusal: Refusal, thing: Span) -> bool:
    """Say whether a sum stands right behind words of refusing, words of bound apart."""
    return _BOUND.fullmatch(page.text, refusal.words.end, thing.start) is not None


def _ruled_out(page: Page, sentence: Span) -> list[Draft] | None:
    """Give what opens the headline and is refused there; None where nothing is."""
    syntax = Syntax(page.parse(sentence))
    goods = [*things_in(page, sentence), *uncounted_goods(page, syntax, sentence)]
    found = ruled_out(page, sentence, goods, page.money.within(sentence))
    if found is None:
        return None
    giver, taker = bound_actor(found.giver), bound_actor(found.taker)
    assert giver is not None
    assert taker is not None
    draft = Draft(sentence=sentence, rule="refusal", firmness=("denied", found.words))
    draft.donors = [Party(actor=giver, span=found.giver.span)]
    draft.recipients = [Party(actor=taker, span=found.taker.span)]
    if found.money is not None:
        draft.money, draft.problems = found.money, set(found.money.problems)
    else:
        draft.things, draft.instrument = list(found.things), ("in_kind", None)
    draft.aid_type = aid_type(page.text, sentence, sentence, page.paragraph_of(sentence))
    return [draft]


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


def _named_behind(page: Page, behind: Span, thing: Span) -> Party | None:
    """Give the state right behind a sum of others: "kills $8bn Ukraine aid amendment"."""
    for mention in page.actors.within(Span(thing.end, behind.end)):
        actor = bound_actor(mention)
        right = not page.text[thing.end : mention.span.start].strip()
        if right and mention.naming == "name" and actor is not None:
            return Party(actor=actor, span=mention.span)
    return None


def _taker(page: Page, refusal: Refusal, behind: Span, thing: Span) -> Party | None:
    """Give who does not get it: named behind "to" or "for", or before the thing."""
    own = bound_actor(refusal.giver)
    others = [m for m in page.actors.within(behind) if (a := bound_actor(m)) and a != own]
    told = [
        m
        for m in others
        if m.span.start >= thing.end and _TO.fullmatch(page.text, thing.end, m.span.start)
    ]
    before = [
        m
        for m in others
        if m.naming in ("name", "seat", "office")
        and (m.span.end <= thing.start or m.span.end == thing.end)
        and _ASKS.match(page.text, m.span.end) is None
    ]
    asking = [m for m in others if _ASKS_FOR.match(page.text, m.span.end, thing.start)]
    for other in (*told, *before, *asking):
        actor = bound_actor(other)
        if actor is not None:
            return Party(actor=actor, span=other.span)
    return None


@cache
def _refusing() -> re.Pattern[str]:
    """Compile the words of refusing right behind a name and a body of it."""
    lists = load("headline_refusals")
    verbs = (w for w, c in verb_classes("acts").items() if c in _GIVING)
    giving = _either([*verbs, *lists["giving"]])
    cues = "|".join([*lists["refusing"]["whole"], *lists["refusing"]["of_others"]])
    before = "|".join(lists["refusing"]["before_act"])
    said = rf"(?:{before}) (?:again |yet )?(?:{giving})|(?:{cues})"
    said = said.replace(" ", r"\s+").replace("'", "['’]")
    person = r"['’]s(?:\s+(?-i:[A-Z])[\w-]+){1,3}"  # "Belgium's De Wever"
    bodies = _either(load("headline_verbs")["bodies"])
    body = rf"(?:{person}|(?:['’]s)?(?:\s+(?:{bodies}))?)"
    again = r"(?::|\s+(?:once\s+)?(?:again|still|also))?"
    return re.compile(rf"{body}{again}\s*(?<![\w-])(?P<words>{said})(?![\w-])", re.IGNORECASE)


def _either(words: Iterable[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", " ") for word in ordered)
