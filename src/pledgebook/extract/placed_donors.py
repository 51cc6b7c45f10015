"""A giver that a sentence names where no act has it for a subject."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from pledgebook.extract.drafts import Draft
from pledgebook.extract.lexicon import load
from pledgebook.extract.openings import opens_sentence
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party, bound_actor
from pledgebook.extract.spoken_of import of_its_own, spoken_of
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

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
    if words is not None and of_its_own(page, words):
        owner = spoken_of(page, words)
        bound = None if owner is None else bound_actor(owner)
        if owner is not None and bound is not None and bound.id not in taken - {None}:
            return [Party(actor=bound, span=owner.span, words=words)]
    if words is not None and (country := _of_person(page, words)) is not None:
        return [country]
    opening = next(iter(page.actors.within(sentence)), None)
    if opening is None or not opens_sentence(page, sentence, opening.span.start):
        return []
    actor = bound_actor(opening)
    if actor is None or actor.id in taken - {None}:
        return []
    if words is not None and page.words(words).lower() == "it" and words.start > opening.span.end:
        return [Party(actor=actor, span=opening.span, words=words)]
    if words is not None and _office(page, words) and _owns(page, opening):
        return [Party(actor=actor, span=opening.span, words=words)]
    if words is None and _DO_THEIR_PART.match(page.text, opening.span.end):
        return [Party(actor=actor, span=opening.span), *_joined(page, sentence, opening)]
    if words is None and not draft.acts and _leads_with(page, draft, opening):
        return [Party(actor=actor, span=opening.span)]
    return []


#: Between a name and its sum, where a field of givers is told: "led the field with about €9m".
_WITH_SUM = re.compile(
    r"(?:,?\s+[a-z’'-]+){1,10}?,?\s+with\s+(?:(?:about|some|nearly|over|another|a|an|just)\s+){0,2}"
)


def _leads_with(page: Page, draft: Draft, opening: ActorMention) -> bool:
    """Say whether who opens a sentence stands in a field of givers with a sum of its own."""
    if draft.money is None:
        return False
    return _WITH_SUM.fullmatch(
        page.text, opening.span.end, draft.money.span.start
    ) is not None and not page.actors.within(Span(opening.span.end, draft.money.span.start))


#: Right before the country or government of a person: "…, whose country", "her government".
_WHOSE = re.compile(r"\b(?:whose|his|her)\s+$", re.IGNORECASE)
_COUNTRY = frozenset({"country", "government", "nation", "ministry", "cabinet", "administration"})


def _of_person(page: Page, words: Span) -> Party | None:
    """Give the state of the person named before "whose country" in the same sentence."""
    if page.words(words).lower() not in _COUNTRY:
        return None
    sentence = page.sentence_of(words)
    if not _WHOSE.search(page.text, sentence.start, words.start):
        return None
    before = page.actors.within(Span(sentence.start, words.start))
    person = next((m for m in reversed(before) if m.actor.type == "person"), None)
    actor = None if person is None else bound_actor(person)
    return (
        None
        if person is None or actor is None
        else Party(actor=actor, span=person.span, words=words)
    )


def _office(page: Page, words: Span) -> bool:
    """Say whether words are an office without a name: "the government", "its cabinet"."""
    *before, office = page.words(words).lower().split()
    return office in load("acts")["offices"] and set(before) <= {"the", "its", "their"}


def _owns(page: Page, opening: ActorMention) -> bool:
    """Say whether a sentence opens with a body of a state: "Sweden's parliament", "Danish MPs"."""
    owner = page.text[opening.span.end : opening.span.end + 1] in ("'", "’")
    return owner or opening.naming in ("adjective", "demonym", "office")


def _joined(page: Page, sentence: Span, first: ActorMention) -> list[Party]:
    """The second of two that open a sentence: "Norway and Canada are doing their part"."""
    for mention in page.actors.within(Span(first.span.end, sentence.end))[:1]:
        actor = bound_actor(mention)
        if actor is not None and page.text[first.span.end : mention.span.start].split() == ["and"]:
            return [Party(actor=actor, span=mention.span)]
    return []
