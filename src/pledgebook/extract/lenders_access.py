"""Sums that a lender lets a state draw: "Chad would have access to SDR 96 million".

Funds and banks tell of their loans by what the borrower may do. No verb of giving governs the sum,
and the lender is whoever publishes the page.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pledgebook.extract.drafts import Draft
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party, bound_actor, parties_of
from pledgebook.model.spans import Span
from pledgebook.resolve.actors import find_actors
from pledgebook.resolve.mentions import ActorMention

#: Right before a sum that is there to be drawn, with words of bound.
_ACCESS = re.compile(
    r"\b(?P<words>(?:(?:have|has|had|gain|gains|get|gets|given?|gives|giving|granted|providing|provides?)\s+(?:[\w-]+\s+){0,3}?)?"
    r"access\s+to|to\s+(?:immediately\s+)?draw(?:\s+(?:down|on|upon))?|mak(?:es?|ing)\s+available"
    r"|(?:total|cumulative)\s+disbursements(?:\s+(?:under|since)\s+[^.;:]{1,50}?)?\s+to)\s+"
    r"(?:(?:the|an?|up|to|about|some|around|over|nearly|almost|more|than|approximately|equivalent|of|further|additional|amount|total|tranche)\s+)*$",
    re.IGNORECASE,
)
#: Before the words of access: that it has gone, or is asked for.
_LOST = re.compile(
    r"\b(?:no|los(?:e|es|t|ing)|den(?:y|ies|ied)|without|cut\s+off|seek(?:s|ing)?|sought|request(?:s|ed|ing)?)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_NONE = re.compile(r"\b(?:no|little|limited|lost|denied)\s+access\b", re.IGNORECASE)
_WORDS = frozenset({"access", "draw", "available", "disbursements"})


def names_access(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a page of an office tells that somebody may draw a sum."""
    if not page.from_office or not page.has_any(sentence, _WORDS):
        return False
    return any(_access(page, sentence, m.span) is not None for m in page.money.within(sentence))


def lent_access(page: Page, draft: Draft, office: Party | None) -> bool:
    """Make a sum that a state may draw the loan of the lender whose page it is; say whether it is.

    Nobody else may be named as its giver, and who may draw it has to be known.
    """
    if office is None or draft.money is None or office.actor.type != "organisation":
        return False
    words = _access(page, draft.sentence, draft.money.span)
    if words is None or draft.firmness[0] == "denied":
        return False
    if any(not p.from_context and p.actor.id != office.actor.id for p in draft.donors):
        return False
    before = page.actors.within(Span(draft.sentence.start, words.start))
    own = [m for m in before if _is_state(m, office)]
    takers = parties_of(own[-1:]) or [p for p in draft.recipients if p.actor.id != office.actor.id]
    if not (takers := takers or _titled(page, office)):
        return False
    draft.donors, draft.recipients = [office], takers
    draft.problems.discard("donor-unresolved")
    draft.problems.add("donor-from-context")
    return True


def _titled(page: Page, office: Party) -> list[Party]:
    """Give the only state that the title of a page names."""
    found = find_actors(page.source.title or "", page.published)
    own = parties_of([m for m in found if _is_state(m, office)], from_context=True)
    return [replace(party, place="title") for party in own] if len(own) == 1 else []


def _is_state(mention: ActorMention, office: Party) -> bool:
    actor = bound_actor(mention)
    return actor is not None and actor.type == "state" and actor.id != office.actor.id


def _access(page: Page, sentence: Span, money: Span) -> Span | None:
    """Give the words right before a sum by which somebody may draw it."""
    found = _ACCESS.search(page.text, sentence.start, money.start)
    if found is None or _LOST.search(page.text, sentence.start, found.start("words")):
        return None
    words = Span(*found.span("words"))
    return None if _NONE.search(page.text, words.start, words.end) else words
