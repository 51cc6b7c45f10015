"""Who gives what a speaker breaks off before: "Oslo, which has pledged up to - I believe €5m".

Transcripts of officials tell sums behind a dash, a correction or a parenthesis. The parser finds no
act above such a sum, so that the office that publishes would seem to give what others do.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import cache

from pledgebook.extract.act_verbs import GIVING
from pledgebook.extract.drafts import Draft
from pledgebook.extract.homeland import unsaid
from pledgebook.extract.lexicon import load, verb_classes
from pledgebook.extract.only_giver import hostile
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party, bound_actor, parties_of
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: A break in speech before a sum.
_BREAK = re.compile(r"\s[—–]\s|\s--\s|…")
#: What is told aside between two breaks.
_ASIDE = re.compile(r"[—–]\s+(?:I\b|you\b|we\b|as\b|excuse\b|well\b|sorry\b)[^—–]{0,60}\s[—–]")
#: Somebody whose promise stands behind: "welcomed Italy … and their commitment to - of €5m".
_THEIRS = re.compile(
    r"\b(?:their|its)\s+(?:\w+\s+){0,2}?(?:commitment|pledge|contribution|intention|offer|donation|package|loan)\b"
    r"[^.;:]{0,40}$",
    re.IGNORECASE,
)
#: Before a place, and behind one that acts all the same.
_PLACED = re.compile(
    r"\b(?:in|within|at|near|from|to|for|against|with|on)\s+(?:the\s+)?$", re.IGNORECASE
)
_WHICH = re.compile(r"[^.;:]{0,20},\s+(?:which|who)\b")
#: Others who may act between somebody's name and a verb.
_OTHERS = re.compile(r"\b(?:we|our|us|i|my|they|he|she)\b", re.IGNORECASE)
#: The longest way between a name and its verb, without what is told aside.
_REACH = 60


def broken_off_givers(
    page: Page, draft: Draft, thing: Span, taken: AbstractSet[str | None]
) -> list[Party]:
    """Give who acts before a break in whose rest a sum stands; nobody where a word names the giver.

    It is the last one named before the last verb of giving, or whose commitment is told of, and
    none of ``taken``, who get.
    """
    if not (page.from_office and unsaid(draft)) or draft.money is None:
        return []
    before = page.text[draft.sentence.start : thing.start]
    if _BREAK.search(before) is None:
        return []
    named = [
        m
        for m in page.actors.within(Span(draft.sentence.start, thing.start))
        if m.actor.type in ("state", "organisation", "group")
        and (actor := bound_actor(m)) is not None
        and actor.id not in (None, *taken)
        and not hostile(page, m)
    ]
    verbs = [*_verbs().finditer(before), *_THEIRS.finditer(before)]
    for verb in sorted(verbs, key=re.Match.start, reverse=True):
        giver = _before(page, draft, named, draft.sentence.start + verb.start())
        if giver is not None:
            if giver.actor.id in {p.actor.id for p in draft.donors}:
                return []
            return parties_of([giver])
        if _OTHERS.search(before) and verb.re is not _THEIRS:
            return []
    return []


def _before(page: Page, draft: Draft, named: list[ActorMention], verb: int) -> ActorMention | None:
    """Give the last one named before a verb, if nobody else may be its subject."""
    earlier = [m for m in named if m.span.end <= verb]
    if not earlier or earlier[-1].naming in ("adjective", "demonym"):
        return None
    at = earlier[-1].span
    placed = _PLACED.search(page.text, draft.sentence.start, at.start) is not None
    if placed and _WHICH.match(page.text, at.end) is None:
        return None
    between = _ASIDE.sub(" ", page.text[earlier[-1].span.end : verb])
    between = between.split(",")[-1] if re.match(r"[^,]*,\s*(?:as|you)\b", between) else between
    told = _OTHERS.search(between) or re.search(r"[.;:]", between)
    return None if told or len(between) > _REACH else earlier[-1]


@cache
def _verbs() -> re.Pattern[str]:
    """Compile the verbs by which somebody gives or promises."""
    getting = load("acts")["receiving"]
    words = {w for w, c in verb_classes("acts").items() if c in GIVING and w not in getting}
    ordered = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"(?<![\w-])(?:{ordered})(?![\w-])", re.IGNORECASE)
