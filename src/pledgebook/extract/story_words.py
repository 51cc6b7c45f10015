"""Words that make a sum or a thing in a newspaper's story something else than a gift."""

from __future__ import annotations

import re

from pledgebook.extract.lexicon import any_of, cues_of
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span


def tells_otherwise(page: Page, sentence: Span) -> bool:
    """Say whether a word makes what a sentence tells of a bill, a debt, a purchase or the like."""
    return _tells("no_gift", page.words(sentence))


#: What somebody can spare: "trucks that it no longer needs".
_NO_NEED = re.compile(r"\bno\s+longer\s+(?:needs?|needed|wants?|used?)\b", re.IGNORECASE)


def goods_told_otherwise(page: Page, sentence: Span) -> bool:
    """Say whether a word makes counted goods no gift: bills and reserves are told beside one."""
    told = _NO_NEED.sub(" ", page.words(sentence))
    return _tells("no_gift_of_goods", told)


def tells_of_debt(page: Page, sentence: Span) -> bool:
    """Say whether words tell of what somebody owes, wants, lacks or has to pay."""
    return _tells("owed", page.words(sentence))


def _tells(words: str, told: str) -> bool:
    """Say whether a sentence has a word of a list, or one of the cues that hold for all lists."""
    found = any_of("story_words", words).search(told)
    return found is not None or cues_of("story_words", "no_gift_cues").search(told) is not None
