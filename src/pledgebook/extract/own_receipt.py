"""Who tells of what their own side gets: "Moldova's minister announced a delivery to Moldova"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.drafts import Draft
from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party, bound_actor, parties_of
from pledgebook.model.spans import Span
from pledgebook.resolve.actors import find_actors
from pledgebook.resolve.mentions import ActorMention

#: A noun of handing over or of receipt, with what is handed over behind it.
_HANDING = re.compile(
    r"\b(?:deliver(?:y|ies)|arrivals?|handovers?|receipts?|shipments?|transfers?|dispatch|donations?"
    r"|suppl(?:y|ies)|provision)\b[^.;:]{0,60}?\bof\b",
    re.IGNORECASE,
)
#: Words directly before the one whom something reaches.
_TO = re.compile(r"\b(?:to|for|in|into)\s+(?:the\s+)?$", re.IGNORECASE)


def tells_of_receipt(
    page: Page,
    sentence: Span,
    chain: Sequence[Act],
    givers: Sequence[ActorMention],
    targets: Sequence[ActorMention],
) -> bool:
    """Say whether those found to give only tell that their own side gets something.

    Nobody delivers to themselves: where the subject belongs to the state behind "to", it announces
    a delivery ("confirmed the arrival of 30 vans in Moldova"), or its embassy abroad hands on what
    others gave.
    """
    reached = {_id(m) for m in targets if m.naming == "name" and _reached(page, sentence, m)}
    if not givers or not {_id(m) for m in givers} <= reached:
        return False
    if chain and chain[0].act_class == "deliver":
        return True
    telling = frozenset(load("acts")["telling"])
    told = all(page.words(act.span).lower() in telling for act in chain)
    return told and _HANDING.search(page.text, sentence.start, sentence.end) is not None


#: What the office of whoever gets something calls its own side.
_US = re.compile(
    r"\b(?:giv(?:es?|en|ing)|gave|sen[dt]s?|lent|offered|granted|promised|provided|told)\s+us\b"
    r"|\b(?:to|for|into|with)\s+(?:us|our\s+(?!partners|allies|friends|donors|neighbou?rs)\w+)\b"
    r"|\bwe\s+(?:(?:have|had|also|now|already|just|will)\s+){0,3}(?:receiv|obtain|got|get)\w*\b",
    re.IGNORECASE,
)


def own_side(page: Page, draft: Draft) -> list[Party]:
    """Give the state whose office publishes, where it tells that others give to "us"."""
    found = find_actors(page.source.publisher or "", page.published)
    own = [p for p in parties_of(found, from_context=True) if p.actor.type == "state"]
    givers = {p.actor.id for p in draft.donors}
    if len(own) != 1 or not draft.givers_here or own[0].actor.id in givers:
        return []
    span, block = draft.sentence, page.block_of(draft.sentence)
    if block is not None and block.kind == "turn":  # who is asked may speak for anybody
        return []
    if _US.search(page.text, span.start, span.end) is None:
        return []
    return [replace(own[0], place="publisher")]


def _reached(page: Page, sentence: Span, mention: ActorMention) -> bool:
    return _TO.search(page.text, sentence.start, mention.span.start) is not None


def _id(mention: ActorMention) -> str | None:
    actor = bound_actor(mention)
    return None if actor is None else actor.id
