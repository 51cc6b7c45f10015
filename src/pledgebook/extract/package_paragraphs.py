"""Paragraphs that go on with the package told before them: "The package has three parts. …"."""

from __future__ import annotations

import re

from pledgebook.extract.page import Page
from pledgebook.model.spans import Span

#: The words that open a paragraph about what was promised in the one before it.
_TAKEN_UP = re.compile(
    r"\W*(?:the|this|our)\s+(?:(?:new|whole|total|latest|aid|support|relief|financial|military|humanitarian)\s+)*"
    r"(?:package|support|aid|assistance|sum|money|amount|funding|funds|contribution|grant|loan|pledge)\b"
    r"(?!\s+(?:of|for|to|from|that|which)\b)",
    re.IGNORECASE,
)


def takes_up_package(page: Page, told: Span, sentence: Span) -> bool:
    """Say whether a sentence stands in the paragraph of what was told, or in one that goes on."""
    before, here = page.block_of(told), page.block_of(sentence)
    if before is None or here is None or before == here:
        return before == here
    places = page.blocks.position(before.span), page.blocks.position(here.span)
    if places[1] != places[0] + 1:
        return False
    text, start, end = page.text, here.span.start, here.span.end
    if _TAKEN_UP.match(text, start, end) is not None:
        return True
    added = _ADDED.match(text, start, end)
    return added is not None and bool(page.money.touching(Span(added.end(), added.end() + 1)))


#: Words that open a paragraph with a sum beside the one told before it.
_ADDED = re.compile(r"\W*(?:another|a\s+further|an\s+(?:additional|extra))\s+", re.IGNORECASE)
