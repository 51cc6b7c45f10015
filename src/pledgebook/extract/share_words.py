"""Shares of what a state earns or spends: "0.25 % of GDP", "half a percent of national income"."""

from __future__ import annotations

import re

from pledgebook.extract.page import Page
from pledgebook.model.spans import Span

#: Words of which every share of this kind has one, in small letters.
_WORDS = frozenset({"gdp", "gni", "gnp", "output", "income", "budget"})
SHARE_WORDS = re.compile(
    r"(?:\d+(?:[.,]\d+)?\s?(?:%|per\s?cent|percent|pc)|half\s+a\s+per\s?cent|one\s+per\s?cent)"
    r"\s+of\s+(?:(?:its|their|the|our|national|annual|total|country['’]s|state)\s+){0,3}"
    r"(?:GDP|GNI|GNP|gross\s+(?:domestic|national)\s+(?:product|income)|national\s+income"
    r"|(?:national|economic)\s+output|budget)\b",
    re.IGNORECASE,
)


def names_share(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a sentence names a share of output and anybody who may give it."""
    if not page.has_any(sentence, _WORDS) or not page.actors.within(sentence):
        return False
    return SHARE_WORDS.search(page.text, sentence.start, sentence.end) is not None
