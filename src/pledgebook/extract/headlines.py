"""Which sentences are headlines, by their form."""

from __future__ import annotations

import re

from pledgebook.extract.introductions import introduction_of
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span

#: A headline has no more words, as a rule of those who write them.
_LONGEST = 22
_CLOSED = re.compile(r"[.!?;:…]['\"”’)]*\s*$")


def is_headline(page: Page, sentence: Span) -> bool:
    """Say whether a sentence has the form of a headline and stands under no list.

    A point means what the words that open its list make it mean.
    """
    return has_headline_form(page, sentence) and introduction_of(page, sentence) is None


def has_headline_form(page: Page, sentence: Span) -> bool:
    """Say whether a sentence is short and ends its block without a stop."""
    if page.paragraph_of(sentence).end - sentence.end > 1:
        return False
    words = page.words(sentence)
    return len(words.split()) <= _LONGEST and _CLOSED.search(words) is None
