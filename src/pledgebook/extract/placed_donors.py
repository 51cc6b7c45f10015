"""A giver that a sentence names where no act has it for a subject."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from pledgebook.extract.drafts import Draft
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party, bound_actor
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: Before the name that opens a sentence stand a mark-up, a link word or an article only.
_OPENING = re.compile(r"[\W_]*(?:(?:and|but|the|also|meanwhile),?\s+)*", re.IGNORECASE)
#: Behind the opening name: what several do, "are doing their part, with billions in aid".
_DO_THEIR_PART = re.compile(
    r"\s+(?:and\s+[A-Z]\w+\s+)?(?:(?:has|have|is|are|also|all)\s+)*"
    r"(?:doing|done|stepp(?:ed|ing)|playing|played|contribut\w+|rall(?:ied|ying))\b",
)


def named_beside(
    page: Page, draft: Draft, words: Span | None, taken: AbstractSet[str | None]
) -> list[Party]:
    """Give those that opens the sentence where "it" stands for it, or where it does its part.

    Empty where the sentence opens otherwise, or with somebody on the receiving side.
    """
    sentence = draft.sentence
    opening = next(iter(page.actors.within(sentence)), None)
    if opening is None or not _OPENING.fullmatch(page.text[sentence.start : opening.span.start]):
        return []
    actor = bound_actor(opening)
    if actor is None or actor.id in taken - {None}:
        return []
    if words is not None and page.words(words).lower() == "it" and words.start > opening.span.end:
        return [Party(actor=actor, span=opening.span, words=words)]
    if words is None and _DO_THEIR_PART.match(page.text, opening.span.end):
        return [Party(actor=actor, span=opening.span), *_joined(page, sentence, opening)]
    return []


def _joined(page: Page, sentence: Span, first: ActorMention) -> list[Party]:
    """The second of two that open a sentence: "Norway and Canada are doing their part"."""
    for mention in page.actors.within(Span(first.span.end, sentence.end))[:1]:
        actor = bound_actor(mention)
        if actor is not None and page.text[first.span.end : mention.span.start].split() == ["and"]:
            return [Party(actor=actor, span=mention.span)]
    return []
