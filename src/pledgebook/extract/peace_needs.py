"""What somebody says a deal must hold: "any agreement would need the backing of …"."""

from __future__ import annotations

from pledgebook.extract.lexicon import any_of
from pledgebook.extract.page import Page
from pledgebook.extract.proposal_found import Put
from pledgebook.extract.proposal_plans import of_peace
from pledgebook.extract.proposal_sides import Side
from pledgebook.extract.proposal_tellers import teller
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span


def needs_of_peace(page: Page, syntax: Syntax, sentence: Span) -> Put | None:
    """What somebody says a deal must hold, outside direct quotation."""
    whole = Span(0, len(page.text))  # a deal on a climate or on trade is another one
    for deal in any_of("proposals", "types", "peace_terms").finditer(
        page.text, sentence.start, sentence.end
    ):
        need = any_of("proposals", "needs").match(page.text, _after_blank(page, deal.end()))
        if need is None or page.quoted(deal.start()) or not of_peace(page, whole):
            continue
        speaker = teller(page, syntax) or _last_person(page, sentence)
        if speaker is None:
            continue
        return Put(
            code="peace_terms",
            status="called_for",
            proposers=[speaker],
            addressees=[],
            content=Span(deal.start(), _clause_end(page, deal.end(), sentence)),
            words=Span(*need.span()),
            speaker=speaker,
        )
    return None


def _after_blank(page: Page, offset: int) -> int:
    while offset < len(page.text) and page.text[offset].isspace():
        offset += 1
    return offset


def _clause_end(page: Page, offset: int, sentence: Span) -> int:
    raw = page.text[offset : sentence.end].rstrip().rstrip('.!?”"')
    return offset + len(raw)


def _last_person(page: Page, sentence: Span) -> Side | None:
    people = [m for m in page.actors.before(sentence.start) if m.actor.type == "person"]
    if not people:
        return None
    return Side(actor=people[-1].actor, person=people[-1].actor, local=people[-1].span)
