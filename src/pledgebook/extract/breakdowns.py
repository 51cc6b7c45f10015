"""Points that divide up what somebody gives: "This funding includes: - UNICEF: $12 million".

Who opens such a point gets its sum; the giver is whoever gives the whole.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pledgebook.extract.drafts import Draft
from pledgebook.extract.introductions import introduction_of
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span

#: Words of an introduction that divide up what was told before: no new giver is in its points.
_DIVIDES = re.compile(
    r"\b(?:this|the|our|its|their|which|total|new)\b[^.:]{0,80}?"
    r"\b(?:funding|funds|package|support|aid|assistance|amount|sum|money|contribution|allocation|grant|financing"
    r"|announcement|commitment|pledge|\w+\s+million|\w+\s+billion)\b[^.:]{0,40}?"
    r"\b(?:includes?|including|comprises?|consists?\s+of|covers?|is\s+made\s+up\s+of|goes|"
    r"will\s+(?:go|be\s+(?:allocated|distributed|divided|provided|given|disbursed|channell?ed))"
    r"|breaks?\s+down|(?:is|are)\s+(?:being\s+)?(?:allocated|divided|split|distributed))\b[^.:]{0,60}:\s*$",
    re.IGNORECASE,
)


def divides(page: Page, sentence: Span) -> bool:
    """Say whether a sentence is a point of a list that divides up what was given before."""
    opened = introduction_of(page, sentence)
    return opened is not None and _DIVIDES.search(page.words(opened)) is not None


def share_in_breakdown(page: Page, draft: Draft, whole: Draft | None) -> None:
    """Make those who open a point of such a list its recipients, and the whole's givers its own."""
    if whole is None or draft.money is None or not divides(page, draft.sentence):
        return
    ahead = Span(draft.sentence.start, draft.money.span.start)
    opening = [p for p in draft.donors if not p.from_context and ahead.holds(p.span)]
    if not opening and any(not party.from_context for party in draft.donors):
        return
    givers = {party.actor.id for party in whole.donors}
    if opening and not givers & {party.actor.id for party in opening}:
        draft.recipients = opening
    draft.donors = [replace(party, words=None, from_context=True) for party in whole.donors]
    draft.problems.discard("donor-unresolved")
    if draft.donors:
        draft.problems.add("donor-from-context")
    else:
        draft.problems.add("donor-unresolved")
