"""Sums that the noun beside them calls a promise: "its $4 billion pledge", "a pledge of €9m"."""

from __future__ import annotations

import re

from pledgebook.extract.drafts import Draft
from pledgebook.extract.page import Page

#: Right behind a sum.
_BEHIND = re.compile(r"\s+(?:[a-z]+\s+){0,2}?(?:pledge|commitment|contribution)\b")
#: Right before one.
_BEFORE = re.compile(
    r"\b(?:pledge|commitment|contribution)\s+of\s+(?:(?:about|some|nearly|up\s+to|over|more\s+than|at\s+least)\s+)?$"
)


def called_promise(page: Page, draft: Draft) -> bool:
    """Say whether a noun right beside a sum calls it a promise of a giver named in the sentence."""
    if draft.money is None or all(party.from_context for party in draft.donors):
        return False
    at = draft.money.span
    if _BEHIND.match(page.text, at.end, draft.sentence.end):
        return True
    return _BEFORE.search(page.text, draft.sentence.start, at.start) is not None
