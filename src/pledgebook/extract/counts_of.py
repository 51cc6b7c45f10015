"""Counts told by reference: "all 13 of its MiG-29s", "730 of them", "…, Poland 14 of its own"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from pledgebook.extract.bare_counts import FIGURE, quantity_at
from pledgebook.extract.drafts import Thing
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span
from pledgebook.model.values import Item
from pledgebook.resolve.quantities import find_quantities

_OWN = r"(?:its|their|his|her|our|the(?!\s+(?:\d|country))|the\s+country['’]s|[A-Z]\w+['’]s?)"
#: A count of what its giver has: "all 13 of its MiG-29s".
_OF_ITS = re.compile(
    rf"(?<![\w.,-]){FIGURE}\s+of\s+{_OWN}\s+(?:own\s+)?(?P<noun>(?!own\b)[\w-]+(?:\s+[\w-]+){{0,4}})"
)
#: A count of what the sentence before tells of.
_OF_THEM = re.compile(rf"(?<![\w.,-]){FIGURE}\s+of\s+(?=(?:them|these|those)\b)", re.IGNORECASE)
#: A count whose giver stands before it, behind a counted thing: "…, Poland 14 of its own".
_OF_ANOTHER = re.compile(
    rf"(?:,|;|\band|\bwhile)\s+(?P<who>[A-Z][\w’' ]+?)\s+{FIGURE}"
    r"(?=(?:\s+of\s+(?:its|their)\s+own|\s+more)?\s*(?:[.,;]|\band\b|$))"
)
_ALTOGETHER = rf",\s+{FIGURE}\s+(?:of\s+them|in\s+all|in\s+total|altogether)\b"
#: A count behind what it counts: "trucks of the relief centre, 30 in all".
_IN_ALL = re.compile(rf"(?P<what>[A-Za-z][^,.;:]{{2,80}}){_ALTOGETHER}", re.IGNORECASE)
#: Its end, looked for first: the words before it may begin anywhere.
_ENDS_IN_ALL = re.compile(_ALTOGETHER, re.IGNORECASE)
_ALL = frozenset({"all", "total", "altogether", "them"})
#: Words and marks without which a sentence has none of these.
_HINTS = frozenset({"of"})
_OWNERS = frozenset({"its", "their", "his", "her", "our", "the"})
_POSSESSIVE = re.compile(r"['’]")
_THEM = frozenset({"them", "these", "those"})


def refers(page: Page, span: Span) -> bool:
    """Say, cheaply, whether a sentence may count by reference alone."""
    if _counts_in_all(page, span) and _IN_ALL.search(page.text, span.start, span.end):
        return True
    return page.has_any(span, _HINTS) and (_owned(page, span) or page.has_any(span, _THEM))


def _counts_in_all(page: Page, span: Span) -> bool:
    """Say whether a sentence has a count "in all" behind something."""
    if not page.has_any(span, _ALL):
        return False
    return _ENDS_IN_ALL.search(page.text, span.start, span.end) is not None


def _owned(page: Page, span: Span) -> bool:
    """Say whether a sentence has the owner of anything: "its", "Norway's", "the Dutch'"."""
    possessive = _POSSESSIVE.search(page.text, span.start, span.end)
    return possessive is not None or page.has_any(span, _OWNERS)


def counts_of(
    page: Page, span: Span, named: Sequence[Thing], things: Callable[[Page, Span], list[Thing]]
) -> Iterator[Thing]:
    """Give the counts of a sentence that refer to what it or the one before it names.

    ``named`` are the things counted in it, ``things`` finds those of another sentence.
    """
    if _counts_in_all(page, span):
        behind = list(_in_all(page, span, named))
        yield from behind
        named = sorted([*named, *behind], key=lambda thing: thing.place)
    if page.has_any(span, _HINTS):
        own = list(_of_its(page, span, named)) if _owned(page, span) else []
        yield from own
        if page.has_any(span, _THEM):
            yield from _of_them(page, span, things)
        named = sorted([*named, *own], key=lambda thing: thing.place)
    if named:
        yield from _of_another(page, span, named)


def _of_its(page: Page, span: Span, named: Sequence[Thing]) -> Iterator[Thing]:
    for found in _OF_ITS.finditer(page.text, span.start, span.end):
        at, noun = Span(*found.span("figure")), Span(*found.span("noun"))
        quantity = quantity_at(page, at)
        known = next(iter(find_quantities(f"2 {page.words(noun)}")), None)
        if quantity is None or known is None or known.name_span is None or known.category is None:
            continue
        name = Span(noun.start + known.name_span.start - 2, noun.start + known.name_span.end - 2)
        if known.span.start == 0 and not any(thing.name.overlaps(name) for thing in named):
            item = Item(name=page.words(name), quantity=quantity, category=known.category)
            yield Thing(name=name, item=item, count=at)


def _in_all(page: Page, span: Span, named: Sequence[Thing]) -> Iterator[Thing]:
    """Give known things that are counted behind their name."""
    for found in _IN_ALL.finditer(page.text, span.start, span.end):
        at, start = Span(*found.span("figure")), found.start("what")
        quantity = quantity_at(page, at)
        for word in re.finditer(r"[A-Za-z][\w-]*s\b", found["what"]):
            name = Span(start + word.start(), start + word.end())
            known = next(iter(find_quantities(f"2 {word.group().lower()}")), None)
            if known is None or known.category is None or quantity is None:
                continue
            if not any(thing.name.overlaps(name) for thing in named):
                item = Item(name=page.words(name), quantity=quantity, category=known.category)
                yield Thing(name=name, item=item, count=at)
            break


def _of_them(
    page: Page, span: Span, things: Callable[[Page, Span], list[Thing]]
) -> Iterator[Thing]:
    for found in _OF_THEM.finditer(page.text, span.start, span.end):
        at = Span(*found.span("figure"))
        quantity, place = quantity_at(page, at), page.sentences.position(span)
        before = page.sentences.items[place - 1] if place else None
        if quantity is None or before is None or page.block_of(before) != page.block_of(span):
            continue
        told = [thing for thing in things(page, before) if thing.count is not None]
        if len(told) == 1:
            item = replace(told[0].item, quantity=quantity)
            yield Thing(name=told[0].name, item=item, count=at, at=at)


def _of_another(page: Page, span: Span, named: Sequence[Thing]) -> Iterator[Thing]:
    for found in _OF_ANOTHER.finditer(page.text, named[0].name.end, span.end):
        at, who = Span(*found.span("figure")), Span(*found.span("who"))
        before = [t for t in named if t.count is not None and t.name.end <= at.start]
        quantity = quantity_at(page, at)
        if before and quantity is not None and page.actors.touching(who):
            item = replace(before[-1].item, quantity=quantity)
            yield Thing(name=before[-1].name, item=item, count=at, at=at)
