"""Sums in points of a list that a giver opens: "Pledges: - Norway: up to NOK 90 million"."""

from __future__ import annotations

from pledgebook.extract.drafts import Draft
from pledgebook.extract.listed_gifts import point_giver
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party, bound_actor


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
