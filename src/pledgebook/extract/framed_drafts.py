"""Drafts of goods without a count that the order of a headline's words gives."""

from __future__ import annotations

from collections.abc import Iterator

from pledgebook.extract.arms_moved import no_gift
from pledgebook.extract.commitment_parties import PartyFinder
from pledgebook.extract.commitment_terms import fill_terms
from pledgebook.extract.drafts import Draft
from pledgebook.extract.goods import GOODS
from pledgebook.extract.headline_goods import framed_goods
from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span


def framed_drafts(
    page: Page, syntax: Syntax, sentence: Span, finder: PartyFinder
) -> Iterator[Draft]:
    """Give the draft of goods without a count that a headline gives by its order."""
    thing = framed_goods(page, sentence)
    if thing is None:
        return
    draft = Draft(sentence=sentence, rule=GOODS, things=[thing])
    fill_terms(page, syntax, draft, [], thing.name)
    finder.fill(syntax, draft, [], thing.name)
    if finder.frame(draft, thing.name) and draft.recipients and not no_gift(page, draft):
        finder.told(draft)
        yield draft
