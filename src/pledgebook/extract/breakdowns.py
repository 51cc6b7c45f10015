"""Points that divide up what somebody gives: "This funding includes: - UNICEF: $12 million".

Who opens such a point gets its sum; the giver is whoever gives the whole.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pledgebook.extract.drafts import Draft
from pledgebook.extract.introductions import introduction_of
from pledgebook.extract.openings import name_opening
from pledgebook.extract.page import Page
from pledgebook.extract.parties import parties_of
from pledgebook.model.spans import Span

#: Those who get what was told before, each with a share of its own in a point.
_SHARED_OUT = re.compile(
    r"\b(?:through|to|by|among|between|via)\s+(?:the\s+)?following\s+(?:[\w-]+\s+){0,3}?"
    r"(?:organi[sz]ations?|agencies|bodies|partners|recipients|countries|funds|projects|programmes)\b"
    r"[^.:]{0,60}:\s*$",
    re.IGNORECASE,
)
#: "This includes:", "It will comprise:": what was told right before is divided up.
_THIS_INCLUDES = re.compile(
    r"(?:^|[.;,]\s+)\s*(?:this|it|which)\s+(?:(?:will|also|would)\s+){0,2}"
    r"(?:includes?|comprises?|covers?|consists?\s+of|(?:is|are)\s+made\s+up\s+of|contains?)"
    r"(?:\s+the\s+following)?\s*:\s*$",
    re.IGNORECASE,
)
#: Words of an introduction that divide up what was told before: no new giver is in its points.
_DIVIDES = re.compile(
    r"\b(?:this|the|our|its|their|which|total|new)\b[^.:]{0,80}?"
    r"\b(?:funding|funds|package|support|aid|assistance|amount|sum|money|contribution|allocation|grant|financing"
    r"|announcement|commitment|pledge|\w+\s+million|\w+\s+billion)\b[^.:]{0,140}?"
    r"\b(?:includes?|including|comprises?|consists?\s+of|covers?|is\s+made\s+up\s+of|goes|"
    r"will\s+(?:go|be\s+(?:allocated|distributed|divided|provided|given|disbursed|channell?ed))"
    r"|breaks?\s+down|(?:is|are)\s+(?:being\s+)?(?:allocated|divided|split|distributed))\b[^.:]{0,60}:\s*$",
    re.IGNORECASE,
)
#: Behind the name that opens a point; its short form may stand between.
_MARK = re.compile(r"\s*(?:\([^)]{1,20}\)\s*)?(?::|[-–—|])\s")


def divides(page: Page, sentence: Span) -> bool:
    """Say whether a sentence is a point of a list that divides up a sum told before it.

    "It includes:" alone may open a list of those who give: a state that opens a point of it does.
    """
    opened = introduction_of(page, sentence)
    if opened is None:
        return False
    if any(told.search(page.words(opened)) is not None for told in (_DIVIDES, _SHARED_OUT)):
        return True
    first = name_opening(page, sentence, _MARK)
    given = first is not None and first.actor.type == "state"
    return not given and _THIS_INCLUDES.search(page.words(opened)) is not None


def _told_beside(page: Page, whole: Draft, point: Span) -> bool:
    """Say whether a whole is told in the words that open a list, in the list, or right before."""
    opened = introduction_of(page, point)
    block = None if opened is None else page.block_of(opened)
    told = page.block_of(whole.sentence)
    if block is None or told is None:
        return True
    return page.blocks.position(told.span) >= page.blocks.position(block.span) - 1


def _gave_together(whole: Draft) -> bool:
    """Say whether several give the whole, or nobody is named: states in its points then give."""
    known = [p for p in whole.donors if p.actor.type in ("state", "organisation")]
    return len(known) != 1 or len(whole.donors) != 1


def share_in_breakdown(page: Page, draft: Draft, whole: Draft | None) -> None:
    """Make those who open a point of such a list its recipients, and the whole's givers its own."""
    if whole is None or draft.money is None or not divides(page, draft.sentence):
        return
    if not _told_beside(page, whole, draft.sentence):
        return
    ahead = Span(draft.sentence.start, draft.money.span.start)
    taker = name_opening(page, ahead, _MARK)
    opening = [] if taker is None else parties_of([taker])
    opening = opening or [p for p in draft.donors if not p.from_context and ahead.holds(p.span)]
    if not opening and any(not party.from_context for party in draft.donors):
        return
    if _gave_together(whole) and all(p.actor.type == "state" for p in opening):
        return  # "Members pledged €3bn in new aid, including: - Norway: €1bn"
    givers = {party.actor.id for party in whole.donors}
    if opening and not givers & {party.actor.id for party in opening}:
        draft.recipients = opening
        draft.problems.discard("recipient-from-context")
    draft.donors = [replace(party, words=None, from_context=True) for party in whole.donors]
    draft.problems.discard("donor-unresolved")
    if draft.donors:
        draft.problems.add("donor-from-context")
    else:
        draft.problems.add("donor-unresolved")
