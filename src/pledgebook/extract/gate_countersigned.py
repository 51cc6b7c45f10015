"""Who signs with the one that gets: "Moldova signed a €20m grant agreement with Norway"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pledgebook.extract.gate_case import Case, Cited, listed
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

_SIGNS = re.compile(
    r"\b(?:sign(?:s|ed|ing)?|conclud(?:e|es|ed|ing)|agree(?:s|d|ing)?|ink(?:s|ed)?|seal(?:s|ed)?"
    r"|put(?:s|ting)?\s+(?:its|their|his|her|a)\s+signatures?|struck|strikes?|reach(?:es|ed)?|initial(?:s|led|ed)?)\b",
    re.IGNORECASE,
)
_WITH = re.compile(r"[^.;]{0,80}\bwith\s(?:the\s)?", re.IGNORECASE)

_BESIDE = re.compile(r"\s(?:in\s)?(?:new\s|fresh\s|extra\s)?", re.IGNORECASE)
_DEAL = re.compile(
    r"\s(?:[\w-]+\s){0,2}?(?:deal|loan|grant|agreement|accord|credit|facility|package|programme|pact)s?\b",
    re.IGNORECASE,
)


def countersigned(case: Case, words: Sequence[Cited], thing: Cited, signer: Span) -> bool:
    """Say whether a giver is named as the other side of what somebody else has signed.

    Who signs stands before the thing, and the giver behind "with": what the claim gives as its
    taker must be checked by whoever asks.
    """
    before = Span(signer.end, max(signer.end, thing.span.start))
    return _SIGNS.search(case.page.text, before.start, before.end) is not None and any(
        _other_side(case.page.text, thing, one) for one in words if one.span.start > thing.span.end
    )


def _other_side(text: str, thing: Cited, one: Cited) -> bool:
    """Say whether a name behind a thing is the other side's: "with Norway", "€5m EU loan"."""
    if _WITH.fullmatch(text, thing.span.end, one.span.start):
        return True
    beside = _BESIDE.fullmatch(text, thing.span.end, one.span.start) is not None
    return beside and _DEAL.match(text, one.span.end) is not None


def taker_signs(
    case: Case, words: Sequence[Cited], thing: Cited, signer: ActorMention, takers: str
) -> bool:
    """Say whether somebody told to sign is one that gets, and the giver its other side."""
    own = signer.actor.affiliation or signer.actor.id
    known = (taker for _, taker in listed(case.claim.get(takers)) if isinstance(taker, Mapping))
    return own in {taker.get("id") for taker in known} and countersigned(
        case, words, thing, signer.span
    )
