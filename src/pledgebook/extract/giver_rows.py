"""Rows at the head of a headline: "Italy, Spain pledge tanks", "Chad, Mali get €5m".

Headlines join two by a comma alone, which the parser takes for something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgebook.extract.drafts import Draft
from pledgebook.extract.headline_receipts import opens
from pledgebook.extract.headlines import has_headline_form
from pledgebook.extract.lists_of_actors import last_row
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party, bound_actor, parties_of
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

_BETWEEN = re.compile(r"\s*(?:,|&|,?\s*\band\b)\s+(?:the\s+)?", re.IGNORECASE)

#: Behind a row of two sides that bind each other: "EU, Mali seal €5m deal" names no two givers.
_BIND = re.compile(
    r"\s+(?:to\s+)?(?:sign|seal|ink|clinch|strike|agree|conclude|reach|finali[sz]e)\w*\b",
    re.IGNORECASE,
)


def row_of(page: Page, sentence: Span, last: ActorMention) -> list[ActorMention]:
    """Give the row of actors that ends with one, in order; that one alone where none is before."""
    before = page.actors.within(Span(sentence.start, last.span.start))
    bound = [mention for mention in before if bound_actor(mention) is not None]
    return last_row(page, [*bound, last], _BETWEEN)


#: Before those whom a sum comes from.
_FROM = re.compile(r"\bfrom\s+(?:the\s+)?$", re.IGNORECASE)


def sources_from(page: Page, sentence: Span, first: ActorMention) -> list[ActorMention]:
    """Give the row of those "from" whom a sum comes, that one alone where it is no such row."""
    if _FROM.search(page.text, sentence.start, first.span.start) is None:
        return [first]
    row = [first]
    for mention in page.actors.within(Span(first.span.end, sentence.end)):
        joined = _BETWEEN.fullmatch(page.text, row[-1].span.end, mention.span.start)
        if joined is None or bound_actor(mention) is None:
            break
        row.append(mention)
    return row


def name_row(page: Page, draft: Draft) -> None:
    """Give a draft of a headline all of the row that opens it, where one of them gives or gets."""
    if not has_headline_form(page, draft.sentence):
        return
    draft.donors = _whole_row(page, draft.sentence, draft.donors, draft.recipients)
    draft.recipients = _whole_row(page, draft.sentence, draft.recipients, draft.donors)


def _whole_row(
    page: Page, sentence: Span, named: list[Party], others: Sequence[Party]
) -> list[Party]:
    """Give the row that opens a headline for the last of it; none stands on both sides."""
    if len(named) != 1 or named[0].from_context or named[0].words is not None:
        return named
    told = [m for m in page.actors.within(sentence) if m.span == named[0].span]
    row = [m for last in told[:1] for m in row_of(page, sentence, last)]
    parties = parties_of(row)
    apart = {party.actor.id for party in others}.isdisjoint(party.actor.id for party in parties)
    if len(row) <= 1 or not apart or _BIND.match(page.text, row[-1].span.end):
        return named
    return parties if opens(page, sentence, row[0]) else named
