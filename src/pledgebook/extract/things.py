"""Things given, with or without a count: named by the item list or by a count before a noun."""

from __future__ import annotations

from functools import cache

from pledgebook.extract.drafts import Thing
from pledgebook.extract.lexicon import any_of, load
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span
from pledgebook.model.values import Item


@cache
def _idioms() -> dict[str, str]:
    return {
        phrase: code for code, phrases in load("force_terms")["terms"].items() for phrase in phrases
    }


#: Category of the item list for people who are helped: they are counted, not given.
BENEFICIARIES = "people"


def things_in(page: Page, span: Span) -> list[Thing]:
    """Counted things and forces named in ``span``, in order."""
    found = [
        Thing(
            name=m.name_span,
            item=Item(name=page.words(m.name_span), quantity=m.quantity, category=m.category),
            count=m.span,
            bound=m.bound_span,
        )
        for m in page.quantities.within(span)
        if m.name_span is not None and m.category not in (None, BENEFICIARIES)
    ]
    taken = [thing.name for thing in found]
    for match in any_of("force_terms", "terms").finditer(page.text, span.start, span.end):
        name = Span(*match.span())
        if not any(name.overlaps(other) for other in taken):
            category = _idioms()[" ".join(match.group().lower().split())]
            found.append(Thing(name=name, item=Item(name=page.words(name), category=category)))
    return sorted(found, key=lambda thing: thing.name)
