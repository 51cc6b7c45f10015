"""Things given, with or without a count: named by the item list or by a count before a noun."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pledgebook.extract.drafts import Thing
from pledgebook.extract.lexicon import any_of, load
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span
from pledgebook.model.values import Item
from pledgebook.resolve.mentions import QuantityMention


@cache
def _idioms() -> dict[str, str]:
    return {
        phrase.lower(): code
        for code, phrases in load("force_terms")["terms"].items()
        for phrase in phrases
    }


#: Units in which goods are weighed or measured out, as the quantity reader gives them.
WEIGHED = frozenset({"tonne", "kilogram", "litre", "pallet"})
_LISTED = re.compile(r"\s*(?:,|;|,?\s*and|,?\s*as\s+well\s+as|,?\s*plus)\s*", re.IGNORECASE)
#: Category of the item list for people who are helped: they are counted, not given.
BENEFICIARIES = "people"


def _goods(page: Page, mentions: Sequence[QuantityMention]) -> list[QuantityMention]:
    """Counts of things that the item list knows, and of others that stand in one list with them.

    "5 pumps, 300 Widgets and 2 tonnes of trinkets": what is weighed, or named in one breath with
    known goods, is goods.
    """
    named = [m for m in mentions if m.name_span is not None and m.category != BENEFICIARIES]
    known = [m.category is not None or m.quantity.unit in WEIGHED for m in named]
    kept = []
    for n, mention in enumerate(named):
        after = n > 0 and known[n - 1] and _joined(page, named[n - 1], mention)
        ahead = n + 1 < len(named) and known[n + 1] and _joined(page, mention, named[n + 1])
        if known[n] or after or ahead:
            kept.append(mention)
            known[n] = True
    return kept


def _joined(page: Page, first: QuantityMention, second: QuantityMention) -> bool:
    assert first.name_span is not None
    gap = page.text[first.name_span.end : (second.bound_span or second.span).start]
    return _LISTED.fullmatch(gap) is not None


def things_in(page: Page, span: Span) -> list[Thing]:
    """Counted things and forces named in ``span``, in order."""
    found = [
        Thing(
            name=m.name_span,
            item=Item(name=page.words(m.name_span), quantity=m.quantity, category=m.category),
            count=m.span,
            bound=m.bound_span,
        )
        for m in _goods(page, page.quantities.within(span))
        if m.name_span is not None
    ]
    taken = [thing.name for thing in found]
    for match in any_of("force_terms", "terms").finditer(page.text, span.start, span.end):
        name = Span(*match.span())
        if not any(name.overlaps(other) for other in taken):
            category = _idioms()[" ".join(match.group().lower().split())]
            found.append(Thing(name=name, item=Item(name=page.words(name), category=category)))
    return sorted(found, key=lambda thing: thing.name)
