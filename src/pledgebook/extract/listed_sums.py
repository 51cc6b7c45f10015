"""Sums in points of a list that a giver opens: "Pledges: - Norway: up to NOK 90 million"."""

from __future__ import annotations

import re

from pledgebook.extract.drafts import Draft
from pledgebook.extract.listed_gifts import point_giver
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party, bound_actor
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import MoneyMention

#: Between the giver that opens a point and its sum stand a mark and words of bound, no more.
_OPENS = re.compile(
    r"\W*(?:(?:an?|some|about|around|approximately|almost|nearly|up|to|over|more|than|at|least"
    r"|additional|another|further)\s+)*[^\w.;]*",
    re.IGNORECASE,
)


def opens_point(page: Page, sentence: Span, money: MoneyMention) -> bool:
    """Say whether a sum is the first thing that a point of a list of gifts tells of its giver."""
    giver = point_giver(page, sentence)
    if giver is None:
        return False
    return _OPENS.fullmatch(page.text, giver.span.end, money.span.start) is not None


def give_to_point(page: Page, draft: Draft) -> bool:
    """Give a sum of such a point the giver that opens it, unless another is named beside it."""
    giver = point_giver(page, draft.sentence)
    actor = None if giver is None else bound_actor(giver)
    if giver is None or actor is None or draft.firmness[0] != "firm":
        return False
    here = [p for p in draft.donors if not p.from_context]
    if here and actor.id not in {p.actor.id for p in here}:
        return False
    draft.donors = [Party(actor=actor, span=giver.span)]
    draft.recipients = [p for p in draft.recipients if p.actor.id != actor.id]
    draft.problems -= {"donor-unresolved", "donor-from-context"}
    return True
