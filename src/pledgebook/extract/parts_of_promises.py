"""Parts of a promise told right before: "$90m for the region, including $20m for clinics"."""

from __future__ import annotations

from pledgebook.extract.drafts import Draft
from pledgebook.extract.homeland import unsaid
from pledgebook.extract.page import Page


def divides_promise(page: Page, draft: Draft) -> bool:
    """Say whether a sum is a part of one that was kept, in its sentence or the one before.

    Its own words name neither giver nor receiver, so that both are those of the whole, and what it
    is spent on is spent where the whole is.
    """
    whole = draft.parent
    if whole is None or draft.money is None or not unsaid(draft):
        return False
    if any(not party.from_context for party in draft.recipients) or not whole.donors:
        return False
    place = page.sentences.position
    return 0 <= place(draft.sentence) - place(whole.sentence) <= 1
