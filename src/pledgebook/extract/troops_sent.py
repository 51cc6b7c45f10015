"""Drafts of people who are sent, or are not, where no act has them for its object."""

from __future__ import annotations

from collections.abc import Sequence

from pledgebook.extract.commitment_parties import PartyFinder
from pledgebook.extract.commitment_terms import fill_terms
from pledgebook.extract.drafts import Draft
from pledgebook.extract.packages import LIST_ONLY
from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.troops import TROOPS, troops
from pledgebook.model.spans import Span


def troops_sent(
    page: Page, syntax: Syntax, sentence: Span, finder: PartyFinder, told: Sequence[Draft]
) -> list[Draft]:
    """People who go or do not go, where no act has them for its object."""
    found: list[Draft] = []
    for sent in troops(page, syntax, sentence):
        if any(sent.thing in draft.things for draft in told if draft.rule != LIST_ONLY):
            continue
        draft = Draft(sentence=sentence, rule=TROOPS, things=[sent.thing])
        fill_terms(page, syntax, draft, sent.chain, sent.thing.name)
        finder.fill(syntax, draft, sent.chain, sent.thing.name)
        finder.sent_by(draft, sent.senders)
        draft.instrument = ("personnel", draft.instrument[1])
        if sent.denied is not None:
            draft.firmness, draft.conditions = ("denied", sent.denied), []
        named = any(not p.from_context for p in draft.donors)
        if named and (sent.denied is not None or draft.recipients):
            finder.told(draft)
            found.append(draft)
            for other in told:
                other.things = [t for t in other.things if t != sent.thing]
    return found
