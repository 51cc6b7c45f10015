"""The state whose act the title tells, for a minister of whom the text names no state.

"Canada announces support for Sudan": "Anna Lindqvist, Minister of International Development, today
announced …" speaks for Canada.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party, bound_actor
from pledgebook.model.spans import Span
from pledgebook.resolve.actors import find_actors
from pledgebook.resolve.mentions import ActorMention

#: What the subject of such a title does.
_ACTS = re.compile(
    r"\s+(?:(?:further|today|also)\s+)?(?:announc|provid|pledg|promis|step|boost|increas|commit|giv|send|deliver"
    r"|launch|unveil|extend|contribut|donat|double|support|strengthen)\w*\b",
    re.IGNORECASE,
)
#: An office of government, in the words of whoever speaks or right behind them.
_OFFICE = re.compile(
    r"\b(?:Minister|Secretary|Premier|Ambassador|Chancellor|President|High\s+Commissioner)\b"
)
#: An office right before a name, of which the last word is given: "Minister Anna | Lindqvist".
_IN_OFFICE = re.compile(
    r"(?:(?<=[.!?:]\s)|(?<=,\s)|\b(?i:the|and|when|as)\s+|^|\n)(?:Foreign\s+|Prime\s+|Deputy\s+|Vice\s+)?"
    r"(?:Minister|Secretary|Premier|Ambassador|Chancellor|President)\s+(?:[A-Z][\w.'’-]*\s+){0,3}$"
)
#: How far behind a name its office may stand.
_REACH = 60
_OPENING = re.compile(r"[#\s*]*(?:the\s+)?", re.IGNORECASE)


def title_giver(page: Page, words: Span) -> Party | None:
    """Give the state that acts in the title of a page, for a minister; None for others."""
    behind = page.text[words.start : words.end + _REACH].split(".")[0]
    before = page.text[max(0, words.start - _REACH) : words.start]
    if _OFFICE.search(behind) is None and _IN_OFFICE.search(before) is None:
        return None
    if page.source.title:
        named = find_actors(page.source.title, page.published)
        return _acting(page.source.title, named, 0, "title")
    first = next(iter(page.sentences.items), None)
    if first is None or first.holds(words):
        return None
    return _acting(page.text, page.actors.within(first), first.start, "text")


def _acting(text: str, named: Sequence[ActorMention], start: int, place: str) -> Party | None:
    """Give the state that opens a title and acts in it."""
    mention = next(iter(named), None)
    if mention is None or _OPENING.fullmatch(text, start, mention.span.start) is None:
        return None
    actor = bound_actor(mention)
    if actor is None or actor.type != "state" or _ACTS.match(text, mention.span.end) is None:
        return None
    return Party(actor=actor, span=mention.span, place=place, from_context=True)
