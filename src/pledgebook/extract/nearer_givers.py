"""Who gives what a newspaper's sentence tells of nobody, by its paragraph.

What was told to be given last may stand in another paragraph: "Hungary reiterated that it would
deliver nothing. [new paragraph] For Paris, the gesture was meant to be concrete. The minister
confirmed that 12 howitzers would be delivered." Then the one that the paragraph names gives.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgebook.extract.aid_givers import aid_givers
from pledgebook.extract.drafts import Draft
from pledgebook.extract.only_giver import hostile
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party, bound_actor
from pledgebook.extract.receivers import receiving
from pledgebook.extract.story_pages import is_story
from pledgebook.model.spans import Span

#: A sentence that opens with whom it speaks of: "For Paris, it was meant to be more".
_OPENS = re.compile(r"\W*(?:For|In|At)\s+(?:the\s+)?")


def prefer_nearer_givers(page: Page, drafts: Sequence[Draft]) -> None:
    """Give drafts whose giver other paragraphs name the one that their own paragraph names."""
    for draft in drafts if is_story(page) else ():
        if any(not party.from_context for party in draft.donors) or draft.parent is not None:
            continue
        if not draft.donors and (draft.stranger or _named_here(page, draft)):
            continue
        given = {party.actor.id for party in draft.donors}
        if (found := _nearer(page, draft, given)) is not None:
            draft.donors = [found]
            draft.problems.discard("donor-unresolved")
            draft.problems |= {"donor-inferred", "donor-from-context"}


def _named_here(page: Page, draft: Draft) -> bool:
    """Say whether the sentence of a draft names somebody who may give."""
    takers = {party.actor.id for party in draft.recipients}
    return bool(_may_give(page, draft.sentence, takers))


def _nearer(page: Page, draft: Draft, given: set[str | None]) -> Party | None:
    """Give the only one whom the nearest sentence of the paragraph that names anybody names."""
    block = page.block_of(draft.sentence)
    if block is None:
        return None
    ahead = Span(block.span.start, draft.sentence.start)
    named = {m.actor.id for m in page.actors.within(Span(block.span.start, draft.sentence.end))}
    named |= {m.actor.affiliation for m in page.actors.within(ahead)}
    if given & named:
        return None
    takers = {party.actor.id for party in draft.recipients}
    for sentence in reversed(page.sentences.within(ahead)):
        if found := _may_give(page, sentence, takers):
            return next(iter(found.values())) if len(found) == 1 else None
    return None


def _may_give(page: Page, sentence: Span, takers: set[str | None]) -> dict[str | None, Party]:
    """Give those of a sentence that may give, by their ids: bodies, and states that give aid."""
    gets = receiving(page, sentence)
    found: dict[str | None, Party] = {}
    for mention in page.actors.within(sentence):
        actor = bound_actor(mention)
        if actor is None or actor.id is None or actor.id in takers:
            continue
        if mention in gets and not _OPENS.fullmatch(page.text, sentence.start, mention.span.start):
            continue
        if hostile(page, mention) or (actor.type == "state" and actor.id not in aid_givers()):
            continue
        found.setdefault(actor.id, Party(actor=actor, span=mention.span, from_context=True))
    return found
