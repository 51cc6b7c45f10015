"""Counts of more of what was counted before: "Another 10 will follow", "and promised 20 more".

The noun stands before them in the same sentence, or is the only thing counted in the one before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from pledgebook.extract.bare_counts import FIGURE, quantity_at
from pledgebook.extract.drafts import Thing
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span

#: Words of which each such count has one.
_WORDS = frozenset({"another", "further", "remaining", "more", "rest", "others"})
#: Behind a count that stands for a noun: the clause goes on with its verb, or ends.
_GOES_ON = (
    r"(?=\s*(?:[.,;]|$)|\s+(?:will|would|are|were|is|was|have|has|had|should|to|by|in|from|for|later|this|next"
    r"|before|after|within|at|on|and|during|soon|today|as)\b)"
)
#: Verbs of handing over whose object a bare count may be: "Norway is giving three".
_HANDING = frozenset(
    {"send", "sends", "sent", "sending", "give", "gives", "gave", "given", "giving", "donate"}
    | {"donates", "donated", "donating", "promise", "promises", "promised", "promising", "pledge"}
    | {"pledges", "pledged", "pledging", "deliver", "delivers", "delivered", "delivering", "offer"}
    | {"offers", "offered", "offering", "supply", "supplies", "supplied", "supplying"}
)
_HANDED = re.compile(
    rf"\b(?:{'|'.join(sorted(_HANDING, key=len, reverse=True))})\s+{FIGURE}"
    r"(?=\s*[.,;]|\s+and\s+[A-Z])"
)
_MORE = re.compile(
    rf"(?<![\w.,-])(?:(?:another|a\s+further|the\s+remaining|the\s+other)\s+{FIGURE}"
    rf"|{FIGURE.replace('?P<figure>', '?P<counted>')}\s+(?:more|others)){_GOES_ON}",
    re.IGNORECASE,
)


def names_more(page: Page, span: Span) -> bool:
    """Say, cheaply, whether a sentence may count more of what was counted before."""
    if page.has_any(span, _HANDING) and _HANDED.search(page.text, span.start, span.end):
        return True
    return page.has_any(span, _WORDS) and _MORE.search(page.text, span.start, span.end) is not None


def more_of_them(
    page: Page, span: Span, named: Sequence[Thing], things: Callable[[Page, Span], list[Thing]]
) -> Iterator[Thing]:
    """Give the counts of more of a thing that this sentence, or the one before it, counts."""
    words = ((_WORDS, _MORE), (_HANDING, _HANDED))
    patterns = [pattern for known, pattern in words if page.has_any(span, known)]
    for found in (f for p in patterns for f in p.finditer(page.text, span.start, span.end)):
        at = Span(*found.span("figure" if found["figure"] else "counted"))
        quantity = quantity_at(page, at)
        if quantity is None or any(thing.name.overlaps(at) or thing.count == at for thing in named):
            continue
        before = [t for t in named if t.count is not None and t.name.end <= at.start]
        last = before[-1:] or _counted_before(page, span, things)
        if last:
            item = replace(last[0].item, quantity=quantity)
            yield Thing(name=last[0].name, item=item, count=at, at=at)


def _counted_before(
    page: Page, span: Span, things: Callable[[Page, Span], list[Thing]]
) -> list[Thing]:
    """Give the only thing that the sentence before counts, in the same paragraph of a story.

    An office that tells of its own units goes on counting them at home.
    """
    place = page.sentences.position(span)
    before = page.sentences.items[place - 1] if place and not page.from_office else None
    if before is None or page.block_of(before) != page.block_of(span):
        return []
    told = [thing for thing in things(page, before) if thing.count is not None]
    return told[:1] if len({thing.item.name for thing in told}) == 1 else []
