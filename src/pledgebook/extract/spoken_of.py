"""Whom "it" and "its parliament" stand for: who opens the sentence, or else the one before it."""

from __future__ import annotations

import re

from pledgebook.extract.openings import opens_sentence
from pledgebook.extract.page import Page
from pledgebook.extract.parties import bound_actor
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: Right before a body of whoever is spoken of: "its caretaker", "their".
_OWN = re.compile(r"\b(?:its|their)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
#: No phrase of these is longer, in code points.
_REACH = 50
#: A sentence that goes on with whom the one before it is about.
_GOES_ON = re.compile(r"\W*(?:its?|they|their)\b", re.IGNORECASE)


def of_its_own(page: Page, words: Span) -> bool:
    """Say whether words are a body of whoever is spoken of: "parliament" of "its parliament"."""
    sentence = page.sentence_of(words)
    start = max(sentence.start, words.start - _REACH)
    return _OWN.search(page.text, start, words.start) is not None


def spoken_of(page: Page, words: Span) -> ActorMention | None:
    """Give the state or organisation that local words stand for, None where none is plain.

    It opens the sentence before the words, or the sentence before one that itself opens with "it",
    "its" or the like.
    """
    sentence = page.sentence_of(words)
    own = opening_of(page, sentence)
    if own is not None and own.span.end <= words.start:
        return own
    first = page.sentences.position(sentence)
    if first == 0 or _GOES_ON.match(page.text, sentence.start, sentence.end) is None:
        return None
    return opening_of(page, page.sentences.items[first - 1])


def opening_of(page: Page, sentence: Span) -> ActorMention | None:
    """Give the state or organisation, by its plain name, that opens a sentence."""
    first = next(iter(page.actors.within(sentence)), None)
    if first is None or not opens_sentence(page, sentence, first.span.start):
        return None
    binds = bound_actor(first) is not None and first.actor.type in ("state", "organisation")
    return first if binds and first.naming in ("name", "office", "seat") else None
