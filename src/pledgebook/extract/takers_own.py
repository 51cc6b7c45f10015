"""What a newspaper's page tells of money and goods that nobody is given: own costs, and sales.

"Kyiv spends roughly $170mn a day on the war" on a page about giving to Ukraine; "the RAF is already
spending £2.3bn on 25 new ones"; "the howitzers that Paris agreed to supply are a sale".
"""

from __future__ import annotations

import re

from pledgebook.extract.called_aid import names_aid
from pledgebook.extract.drafts import Draft
from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span

#: Verbs of spending that tell of what is or was spent, and what makes them a promise or a total.
_SPENDING = frozenset({"spends", "spent", "spending"})
_TO_COME = re.compile(
    r"\b(?:will|would|shall|to\s+be|going\s+to|plans?|pledg\w+|promis\w+|commit\w*|has|have|had)"
    r"\s+(?:be\s+)?(?:[\w-]+\s+){0,2}?(?:spent|spending)\b",
    re.IGNORECASE,
)
#: From a sum to whom it is spent on.
_ON = re.compile(
    r"\s+(?:in\s+\w+\s+)?(?:on|for)\s+(?:the\s+)?(?:[\w-]+\s+(?:of|in|for|to)\s+)?(?:the\s+)?"
)
#: What is told of as trade, whatever verb it stands under.
_SALE = re.compile(
    r"\b(?:is|are|was|were|be)\s+(?:an?\s+)?(?:commercial\s+)?(?:sale|purchase|export|sales|business)\b"
    r"(?!\s+(?:aid|support|grant))",
    re.IGNORECASE,
)


def is_own_or_sold(page: Page, draft: Draft, taker: str | None) -> bool:
    """Say whether a newspaper tells of what somebody spends on its own account, or sells.

    ``taker`` is whom the page is about giving to: what it pays or buys is no gift of its own.
    """
    if page.from_office or draft.firmness[0] == "denied":
        return False
    return _by_taker(draft, taker) or _spends(page, draft) or _is_sold(page, draft)


def _by_taker(draft: Draft, taker: str | None) -> bool:
    """Say whether the only giver is the one that the page is about giving to, and nobody gets.

    A state that gives aid, or a body, may be taken for that one by mistake.
    """
    if taker is None or ":" in taker or taker in load("acts")["giving_states"]:
        return False
    givers = {party.actor.id for party in draft.donors}
    others = {party.actor.id for party in draft.recipients} - givers
    called = draft.stage[0] == "called_for"
    return givers == {taker} and not (others or called)


def _spends(page: Page, draft: Draft) -> bool:
    """Say whether a sum is or was spent, and nobody in the sentence is told to get it."""
    if draft.money is None or not draft.acts or draft.acts[0] not in _SPENDING:
        return False
    if all(party.from_context for party in draft.donors):
        return False  # "€9m of it are spent in May"
    if any(not party.from_context for party in draft.recipients) or names_aid(page, draft):
        return False
    if _on_others(page, draft, draft.money.span.end):
        return False
    return _TO_COME.search(page.text, draft.sentence.start, draft.sentence.end) is None


def _on_others(page: Page, draft: Draft, behind: int) -> bool:
    """Say whether a sum is spent on somebody else: "spent C$2bn on Ukraine's forces"."""
    givers = {party.actor.id for party in draft.donors}
    return any(
        mention.actor.id not in givers
        and _ON.fullmatch(page.text, behind, mention.span.start) is not None
        for mention in page.actors.within(Span(behind, draft.sentence.end))
    )


def _is_sold(page: Page, draft: Draft) -> bool:
    """Say whether the words behind a thing call it a sale."""
    start = draft.money.span.end if draft.money is not None else draft.things[0].name.end
    return _SALE.search(page.text, start, draft.sentence.end) is not None
