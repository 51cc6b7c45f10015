"""Whom the words before a pronoun introduce: a person, or the body that opens the sentence."""

from __future__ import annotations

import re

from pledgebook.extract.page import Page
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

_GOVERNMENT = re.compile(
    r"\s+(?:\w+\s+)?(?:government|ministry|parliament|cabinet|army)\b", re.IGNORECASE
)


def introduced(page: Page, span: Span) -> ActorMention | None:
    """The only person of the sentence before, which ends with the name: "More from Anna Berg."."""
    place = page.sentences.position(page.sentence_of(span))
    before = page.sentences.items[place - 1] if place else None
    if before is None or page.block_of(before) != page.block_of(span):
        return None
    people = [m for m in page.actors.within(before) if m.actor.type == "person"]
    ends = len(people) == 1 and not page.text[people[0].span.end : before.end].strip(" .:,\n")
    return people[0] if ends and not page.quoted(people[0].span.start) else None


def opening_body(page: Page, span: Span) -> ActorMention | None:
    """The state or organisation that opens the sentence "it" stands in: "Oslo will …, it said"."""
    sentence = page.sentence_of(span)
    first = next(iter(page.actors.within(Span(sentence.start, span.start))), None)
    if first is None or first.actor.type not in ("state", "organisation"):
        return None
    ahead = page.text[sentence.start : first.span.start].strip("“\"' ").lower()
    body = first.naming not in ("adjective", "demonym") or _GOVERNMENT.match(
        page.text, first.span.end
    )
    fits = ahead in ("", "the") and page.words(span).lower() == "it" and body
    return first if fits else None
