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
    """Say whether a sentence is short, ends its block without a stop, and stands under no list.

    A point means what the words that open its list make it mean.
    """
    words = page.words(sentence)
    ends = page.paragraph_of(sentence).end - sentence.end <= 1
    short = ends and len(words.split()) <= _LONGEST and _CLOSED.search(words) is None
    return short and introduction_of(page, sentence) is None
