"""The giver that a text names without an act of its own beside the sum ("Norway's 19th package …").

Where the words around a thing name no giver, the one state that the sentence names apart from
those that get is the giver; in a short text, the one state that the text names. Two leave it open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from pledgebook.extract.drafts import Draft
from pledgebook.extract.lexicon import load
from pledgebook.extract.own_schemes import names_fund
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party, bound_actor
from pledgebook.extract.receivers import receiving
from pledgebook.model.spans import Span
from pledgebook.resolve.instruments import find_instruments
from pledgebook.resolve.mentions import ActorMention

#: Up to how many sentences a text is a note on one gift rather than a report on many things.
NOTE_SENTENCES = 12
#: A state beside such words is fought against, and gives nothing.
_HOSTILE = re.compile(
    r"(?:['’]s?)?\s+(?:\w+\s+){0,2}?(?:attacks?|aggression|invasion|invaders?|war|occupation|missiles?"
    r"|shelling|strikes?|bombardments?|offensive|occupiers?|assets?|forces)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:against|attacked\s+by|invaded\s+by|damaged\s+by|occupied\s+by|destroyed\s+by|war\s+with)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
#: Where something takes place, passes through or is made is no giver by that.
_PLACE = re.compile(
    r"\b(?:of\s+which|in|at|near|across|through|via|with|between|like|made\s+in|ambassador\s+to|visit\s+to"
    r"|(?:defen[cs]e|protection|people|population|citizens|needs|reconstruction|rebuilding|recovery|cities|regions?|parts|territory)\s+of)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
#: Who only tells of what somebody else gives, whom the program does not know.
_SOURCE = re.compile(r"\b(?:according\s+to|as\s+per)\s+(?:the\s+)?$", re.IGNORECASE)
_REACH = 40


def by_instrument(page: Page, draft: Draft, takers: AbstractSet[str | None]) -> Party | None:
    """Give the one whose instrument a sentence, else a short text, names: "a third drawdown"."""
    sentence = draft.sentence
    if draft.named_stranger:
        return None
    short = len(page.sentences) <= NOTE_SENTENCES
    for near in (sentence, Span(0, len(page.text))) if short else (sentence,):
        found = find_instruments(page.text, near.start, near.end)
        owners = {actor.id for _, actor in found}
        if len(owners) == 1 and not owners & takers:
            span, actor = found[0]
            return Party(actor=actor, span=span, from_context=near != sentence)
        if owners:
            return None
    return None


def hostile(page: Page, mention: ActorMention) -> bool:
    """Say whether a name is told of as a side that is fought: "from Russian aggression"."""
    return _HOSTILE.match(page.text, mention.span.end) is not None


def only_giver(
    page: Page, draft: Draft, takers: AbstractSet[str | None], currency: str | None = None
) -> Party | None:
    """Give the one state of a sentence, else of a short text, that may be the giver; else None.

    Of several, the one is taken in whose own currency the sum is ("a package of C$500m").
    """
    here = _states(page, page.actors.within(draft.sentence), takers)
    if draft.named_stranger:  # "According to the Kremlin, the West has given …"
        return _only([m for m in here if not _tells(page, m)], currency, from_context=False)
    if here:
        return _only(here, currency, from_context=False)
    if len(page.sentences) > NOTE_SENTENCES:
        return None
    return _only(_states(page, page.actors, takers), currency, from_context=True)


def _tells(page: Page, mention: ActorMention) -> bool:
    start = max(0, mention.span.start - _REACH)
    return _SOURCE.search(page.text, start, mention.span.start) is not None


def _only(
    mentions: list[ActorMention], currency: str | None, *, from_context: bool
) -> Party | None:
    """One state, where names outrank adjectives ("Norway's share of the Czech scheme")."""
    own = load("acts")["currency_states"].get(currency)
    mentions = [m for m in mentions if m.actor.id == own] or mentions
    named = [m for m in mentions if m.naming not in ("adjective", "demonym")] or mentions
    actors = {m.actor.id: (bound_actor(m), m.span) for m in reversed(named)}
    bound = {a.id: (a, span) for a, span in actors.values() if a is not None}
    if len(bound) != 1:
        return None
    actor, span = next(iter(bound.values()))
    return Party(actor=actor, span=span, from_context=from_context)


def _states(
    page: Page, mentions: Iterable[ActorMention], takers: AbstractSet[str | None]
) -> list[ActorMention]:
    found = []
    for mention in mentions:
        actor = bound_actor(mention)
        if actor is None or actor.type != "state" or actor.id is None or actor.id in takers:
            continue
        if page.money.touching(mention.span) or names_fund(page, mention):
            continue
        start = max(0, mention.span.start - _REACH)
        before = page.text[start : mention.span.start]
        if _PLACE.search(before) or _AGAINST.search(before):
            continue
        if _HOSTILE.match(page.text, mention.span.end):
            continue
        if mention not in receiving(page, page.sentence_of(mention.span)):
            found.append(mention)
    return found
