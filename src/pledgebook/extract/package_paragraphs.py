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
    if places[1] == places[0] + 2:
        return answers_how_much(page, sentence)
    if places[1] != places[0] + 1:
        return False
    text, start, end = page.text, here.span.start, here.span.end
    if _TAKEN_UP.match(text, start, end) is not None:
        return True
    added = _ADDED.match(text, start, end)
    return added is not None and bool(page.money.touching(Span(added.end(), added.end() + 1)))


#: A line between them that asks for the sum.
_HOW_MUCH = re.compile(
    r"\W*(?:(?:and|so|but)\s+)?(?:how\s+(?:much|big|large)\b|what\s+(?:is|are|was|will|does)\b[^?]*\b(?:worth|cost|value)\b)[^?.!]*\?\W*",
    re.IGNORECASE,
)
#: What may stand before the sum that answers.
_ABOUT = re.compile(
    r"\W*(?:(?:it|they|this|that)\s+(?:is|are|was|were|comes?|amounts?)\s+)?(?:(?:to|worth|about|some|around|roughly|over|just|nearly|almost|up"
    r"|at\s+least|more\s+than|an?|another|extra|additional|estimated)\s+)*",
    re.IGNORECASE,
)


def answers_how_much(page: Page, sentence: Span) -> bool:
    """Say whether a sentence opens with the sum that the line above it asks for."""
    here = page.block_of(sentence)
    place = 0 if here is None else page.blocks.position(here.span)
    if not place or _HOW_MUCH.fullmatch(page.words(page.blocks.items[place - 1].span)) is None:
        return False
    opened = _ABOUT.match(page.text, sentence.start, sentence.end)
    return opened is not None and bool(page.money.touching(Span(opened.end(), opened.end() + 1)))


#: Words that open a paragraph with a sum beside the one told before it.
_ADDED = re.compile(r"\W*(?:another|a\s+further|an\s+(?:additional|extra))\s+", re.IGNORECASE)
