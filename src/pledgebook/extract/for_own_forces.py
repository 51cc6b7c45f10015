"""What a state sets aside for its own forces: "announced a fund for its military of €90bn"."""

from __future__ import annotations

import re

from pledgebook.extract.drafts import Draft
from pledgebook.extract.page import Page

_OWN_FORCES = re.compile(
    r"\b(?:for|in|on|into)\s+(?:its|their|our)\s+(?:own\s+)?(?:\w+\s+)?"
    r"(?:military|armed\s+forces|army|defen[cs]es?|navy|air\s+force|bundeswehr)\b",
    re.IGNORECASE,
)

#: Of a state's own budget: "passes budget with €9bn for defence".
_IN_BUDGET = re.compile(
    r"\bbudget\b[^;:]{0,60}?\bfor\s+(?:the\s+)?(?:national\s+)?"
    r"(?:defen[cs]e|military|armed\s+forces|army|navy|air\s+force|security)\b",
    re.IGNORECASE,
)


#: Bought for forces that nobody tells to be another's: "is to buy new radios for the Army".
_BOUGHT_FOR = re.compile(
    r"\b(?:buy(?:s|ing)?|bought|order(?:s|ed|ing)?|purchas\w+|procur\w+)\s[^.;:]{1,60}?\sfor\s+the\s+"
    r"(?:army|navy|air\s+force|armed\s+forces|defen[cs]e\s+forces?|police|coast\s+guard|military)\b(?!\s+of\b)",
    re.IGNORECASE,
)


def for_own_forces(page: Page, draft: Draft) -> bool:
    """Say whether a sum is for the forces of its giver, where nobody is named who gets it."""
    if draft.money is None or any(not party.from_context for party in draft.recipients):
        return False
    named = any(not party.from_context or party.words is not None for party in draft.donors)
    span = draft.sentence
    return named and any(
        words.search(page.text, span.start, span.end)
        for words in (_OWN_FORCES, _IN_BUDGET, _BOUGHT_FOR)
    )
