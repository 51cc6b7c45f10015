"""Drafts of what the points of a list give, each with its own giver."""

from __future__ import annotations

from collections.abc import Iterator

from pledgebook.extract.commitment_parties import PartyFinder
from pledgebook.extract.commitment_terms import fill_terms
from pledgebook.extract.drafts import Draft
from pledgebook.extract.listed_gifts import listed_gifts
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party, bound_actor
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span

#: Rule of what a point of a list gives.
LISTED = "listed"


def listed_drafts(
    page: Page, syntax: Syntax, sentence: Span, finder: PartyFinder
) -> Iterator[Draft]:
    """Give the draft of a point that says who gives which things."""
    for gift in listed_gifts(page, syntax, sentence):
        draft, name = Draft(sentence=sentence, rule=LISTED, things=gift.things), gift.things[0].name
        fill_terms(page, syntax, draft, [], name)
        finder.fill(syntax, draft, [], name)
        actor = bound_actor(gift.giver)
        if actor is None or draft.firmness[0] != "firm":
            continue
        draft.donors = [Party(actor=actor, span=gift.giver.span)]
        draft.recipients = [p for p in draft.recipients if p.actor.id != actor.id]
        draft.problems -= {"donor-unresolved", "donor-from-context"}
        finder.told(draft)
        yield draft
