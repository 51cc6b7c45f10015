"""Whether the words of a sentence call what it tells of aid, or only give its worth."""

from __future__ import annotations

import re

from pledgebook.extract.ages import aid_amounts
from pledgebook.extract.drafts import Draft
from pledgebook.extract.gate_debts import lets_go
from pledgebook.extract.lexicon import any_of
from pledgebook.extract.page import Page

_WORTH = re.compile(
    r"\bworth\s+(?:(?:more|over|about|some|around|than|nearly|up|to)\s+){0,3}$", re.IGNORECASE
)


def worth_of_goods(page: Page, draft: Draft) -> bool:
    """Say whether a sum is what things are worth that a sentence with a verb does not give.

    "Oil worth $8 million went to Peru": no act of giving governs the sum.
    """
    if draft.money is None or draft.stage[1] is not None:
        return False
    before = page.text[draft.sentence.start : draft.money.span.start]
    worth = _WORTH.search(before)
    return worth is not None and _AID_WORTH.search(before, 0, worth.start()) is None


#: What is aid by its name, right before its worth: "the second measure, worth €9m".
_AID_WORTH = re.compile(
    r"\b(?:measures?|packages?|programmes?|programs?|grants?|loans?|tranches?|contributions?|donations?)"
    r"(?:,\s*|\s+)(?:\w+\s+)?$",
    re.IGNORECASE,
)


def names_aid(page: Page, draft: Draft) -> bool:
    """Say whether a sentence calls what it tells of aid."""
    span = draft.sentence
    if any_of("acts", "aid_words").search(page.text, span.start, span.end) is not None:
        return True
    if draft.money is not None and lets_go(page.text, span, draft.money.span):
        return True
    return draft.money is not None and aid_amounts(page.text, span, draft.money.span)


def recorded_aid(page: Page, draft: Draft) -> bool:
    """Say whether a note records the sum itself, in a paragraph that names aid."""
    if draft.recorded is None:
        return False
    span = page.paragraph_of(draft.sentence)
    return any_of("acts", "aid_words").search(page.text, span.start, span.end) is not None


def tells_worth(page: Page, draft: Draft) -> bool:
    """Say whether a line without a verb gives the worth of things: "30 vests worth €9,000"."""
    span = draft.sentence
    words = any_of("acts", "worth")
    return draft.headline and words.search(page.text, span.start, span.end) is not None
