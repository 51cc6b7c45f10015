"""Words that make a sum or a thing in a newspaper's story something else than a gift."""

from __future__ import annotations

import re

from pledgebook.extract.lexicon import any_of, cues_of
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span


def tells_otherwise(page: Page, sentence: Span) -> bool:
    """Say whether a word makes what a sentence tells of a bill, a debt, a purchase or the like."""
    for words in (any_of("story_words", "no_gift"), cues_of("story_words", "no_gift_cues")):
        if words.search(page.text, sentence.start, sentence.end) is not None:
            return True
    return False


#: What somebody can spare: "trucks that it no longer needs".
_NO_NEED = re.compile(r"\bno\s+longer\s+(?:needs?|needed|wants?|used?)\b", re.IGNORECASE)


def goods_told_otherwise(page: Page, sentence: Span) -> bool:
    """Say whether a word makes counted goods no gift: bills and reserves are told beside one."""
    told = _NO_NEED.sub(" ", page.words(sentence))
    otherwise = any_of("story_words", "no_gift_of_goods").search(told) is not None
    return otherwise or cues_of("story_words", "no_gift_cues").search(told) is not None


def tells_of_debt(page: Page, sentence: Span) -> bool:
    """Say whether words tell of what somebody owes, wants, lacks or has to pay."""
    for words in (any_of("story_words", "owed"), cues_of("story_words", "no_gift_cues")):
        if words.search(page.text, sentence.start, sentence.end) is not None:
            return True
    return False
