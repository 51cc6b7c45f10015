"""Who "we" are in a statement that several make together, and whom "our countries" stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgebook.extract.lists_of_actors import joined_after
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party, bound_actor
from pledgebook.model.spans import Span

#: "We, the foreign ministers of Denmark, Estonia and Finland, …" near the top of a statement.
_WE_OPENING = re.compile(
    r"\bWe,\s+(?i:(?:the\s+)?(?:[\w-]+\s+(?:and\s+)?){0,5}?"
    r"(?:leaders?|ministers?|heads|presidents?|governments?|representatives|chiefs|members?|states"
    r"|countries|participants|signatories)\b(?:\s+of\s+(?:states?|governments?|foreign\s+affairs"
    r"|defen[cs]e|finance)(?:\s+and\s+(?:of\s+)?governments?)?)?\s+of\s+(?:the\s+)?)",
)
#: The words of such a statement for those who make it.
_OWN_WORDS = re.compile(
    r"(?:we|our(?:\s+(?:two|three|four|five|six|seven|eight))?\s+"
    r"(?:countries|governments|nations|states|peoples?))",
    re.IGNORECASE,
)
#: How far from its top a joint statement names those who make it, in code points.
_TOP = 1500
#: Fewer than two make nothing together.
_TOGETHER = 2


def joint_makers(page: Page) -> list[Party]:
    """States and organisations that make a statement together, in order; empty where none do.

    Only a list that opens with "We, the … of" counts: in a report of a meeting "we" is whoever is
    quoted.
    """
    opening = _WE_OPENING.search(page.text, 0, _TOP)
    if opening is None:
        return []
    sentence = page.sentence_of(Span(*opening.span()))
    found: dict[str, Party] = {}
    for mention in joined_after(page, opening.end(), sentence.end):
        actor = bound_actor(mention)
        if actor is not None and actor.id is not None:
            party = Party(actor=actor, span=mention.span)
            found.setdefault(actor.id, party)
    return list(found.values()) if len(found) >= _TOGETHER else []


def speaks_for_makers(words: str) -> bool:
    """Say whether words of a joint statement stand for those who make it: "we", "our countries"."""
    return _OWN_WORDS.fullmatch(words.strip()) is not None


def means_makers(parties: Sequence[Party]) -> bool:
    """Say whether the only party is described in words that stand for those who speak."""
    if len(parties) != 1 or parties[0].actor.type != "unnamed":
        return False
    return speaks_for_makers(parties[0].actor.name)
