"""Parts of a promise told right before: "$90m for the region, including $20m for clinics"."""

from __future__ import annotations

from dataclasses import replace

from pledgebook.extract.drafts import Draft
from pledgebook.extract.homeland import unsaid
from pledgebook.extract.page import Page


def divides_promise(page: Page, draft: Draft) -> bool:
    """Say whether a sum is a part of one that was kept, in its sentence or the one before.

    Whoever gives the whole gives it then.

    Its own words name neither giver nor receiver, so that both are those of the whole, and what it
    is spent on is spent where the whole is.
    """
    whole = draft.parent
    if whole is None or draft.money is None or not unsaid(draft):
        return False
    if any(not party.from_context for party in draft.recipients) or not whole.donors:
        return False
    place = page.sentences.position
    if not 0 <= place(draft.sentence) - place(whole.sentence) <= 1:
        return False
    own, other = page.block_of(draft.sentence), page.block_of(whole.sentence)
    below = own is not None and other is not None and own.level > other.level
    if own != other and not below:
        return False
    draft.donors = [replace(party, words=None, from_context=True) for party in whole.donors]
    draft.problems.discard("donor-unresolved")
    draft.problems.add("donor-from-context")
    return True
