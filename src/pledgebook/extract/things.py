"""Things given, with or without a count: named by the item list or by a count before a noun."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from pledgebook.extract.bare_counts import bare_counts, of_all
from pledgebook.extract.counts_more import more_of_them, names_more
from pledgebook.extract.counts_of import counts_of, refers
from pledgebook.extract.drafts import Thing
from pledgebook.extract.lexicon import any_of, load, openings
from pledgebook.extract.page import Page
from pledgebook.extract.served_forces import are_paid, are_served
from pledgebook.model.spans import Span
from pledgebook.model.values import Item, Quantity
from pledgebook.resolve.mentions import QuantityMention
from pledgebook.resolve.numbers import find_numbers, number_value
from pledgebook.resolve.quantities import OF_WHOLE
from pledgebook.resolve.quantity_items import is_listed


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
#: A part that is not counted: "some of its 48 guns".
_SOME_OF = re.compile(
    r"\b(?:some|most|many|several|part|half|a\s+few|a\s+number)\s+of\s+(?:the|its|their|his|her|our)\s+$",
    re.IGNORECASE,
)
#: Before the name of things of which nothing is given: "none of the 12 promised jets".
_NONE_OF = re.compile(
    r"\b(?:none|neither|not\s+(?:a\s+single\s+)?one)\s+of\s+(?:[\w-]+\s+){0,4}$", re.IGNORECASE
)
#: What a package, not a machine, is counted in: "consists of three parts".
_DIVISIONS = frozenset({"part", "parts", "component", "components", "winter", "winters", "good"})
#: Longest count of a part with the words that join it to its whole, in code points.
_LONGEST_PART = 48
#: Category of the item list for people who are helped: they are counted, not given.
BENEFICIARIES = "people"
#: Category of those who serve.
STAFF = "personnel"


def is_arms(category: str | None) -> bool:
    """Say whether a category of the list of items is military."""
    return category in load("promise_words")["items_of_type"]["military"]


#: Between what people get and their count: "rations for 5,000 soldiers".
_FOR_THEM = re.compile(
    r"\b(?P<what>[a-z-]+)\s+for\s+(?:(?:up\s+to|some|about|around|another|at\s+least|more\s+than|over|the)\s+)*$"
)
#: What is for people and is given to them as such: "courses for 300 soldiers".
_TAUGHT = frozenset({"training", "course", "courses", "instruction", "mandate", "room", "places"})


#: Between what is opened or waived for people and their count: "waive fees for 300 doctors".
_LET_IN = re.compile(
    r"\b(?:markets?|fees|visas?|permits?|borders?|doors|universit(?:y|ies)|access)\s+(?:to|for)\s+"
    r"(?:(?:up\s+to|some|about|around|another|at\s+least|more\s+than|over|the)\s+)*$"
)


def _served(page: Page, mention: QuantityMention) -> bool:
    """Say whether counted people are only those whom goods are for, or who are let in."""
    start = max(0, mention.span.start - 60)
    if _LET_IN.search(page.text, start, mention.span.start) is not None:
        return True
    if mention.category != STAFF:
        return False
    if are_paid(page, mention.span):
        return True
    before = _FOR_THEM.search(page.text, start, mention.span.start)
    return before is not None and before["what"] not in _TAUGHT and is_listed(before["what"])


#: Right before people who are sent on duty: "will deploy up to | 165 people", "sends | 900 men".
_ON_DUTY = re.compile(
    r"\b(?:(?P<sent>deploy|contribut|second|commit)|(?P<men>send|sent|add|provid|pledg|promis|offer))(?:e[sd]?|s|d|ed|t?ing|ted)?\s+"
    r"(?:(?:an?|up|to|some|about|around|another|additional|further|at|least|more|than|nearly|over)\s+){0,3}$",
    re.IGNORECASE,
)
_MEN = frozenset({"men", "men and women", "women"})


def _on_duty(page: Page, mention: QuantityMention) -> bool:
    """Say whether counted people are those whom somebody sends on duty, and no one in need."""
    if mention.name_span is None or mention.category != BENEFICIARIES:
        return False
    name = page.words(mention.name_span).lower()
    start = (mention.bound_span or mention.span).start
    start = min(start, mention.span.start)
    sent = _ON_DUTY.search(page.text, max(0, start - _LONGEST_PART), start)
    return sent is not None and (name in _MEN or (name == "people" and sent["sent"] is not None))


def _goods(page: Page, mentions: Sequence[QuantityMention]) -> list[QuantityMention]:
    """Counts of things that the item list knows, and of others that stand in one list with them.

    "5 pumps, 300 Widgets and 2 tonnes of trinkets": what is weighed, or named in one breath with
    known goods, is goods.
    """
    mentions = [replace(m, category=STAFF) if _on_duty(page, m) else m for m in mentions]
    named = [m for m in mentions if m.name_span is not None and m.category != BENEFICIARIES]
    named = [m for m in named if m.name_span is None or not none_of(page, m.name_span)]
    named = [m for m in named if not _served(page, m)]
    named = [m for m in named if m.name_span and page.words(m.name_span).lower() not in _DIVISIONS]
    known = [m.category is not None or m.quantity.unit in WEIGHED for m in named]
    kept = []
    for n, mention in enumerate(named):
        after = n > 0 and known[n - 1] and _joined(page, named[n - 1], mention)
        ahead = n + 1 < len(named) and known[n + 1] and _joined(page, mention, named[n + 1])
        if known[n] or after or ahead:
            kept.append(mention)
            known[n] = True
    return kept


def none_of(page: Page, name: Span) -> bool:
    """Say whether words tell that none of the things named is given."""
    before = max(0, name.start - _LONGEST_PART)
    return _NONE_OF.search(page.text, before, name.start) is not None


def _thing(page: Page, mention: QuantityMention, name: Span) -> Thing:
    """Make a thing of a count; of "14 of the 60 missiles" 14 are meant."""
    quantity, count, bound = mention.quantity, mention.span, mention.bound_span
    whole = count if bound is None else Span(min(bound.start, count.start), count.end)
    if _SOME_OF.search(page.text, max(0, whole.start - _LONGEST_PART), whole.start):
        item = Item(name=page.words(name), category=mention.category)
        return Thing(name=name, item=item)
    part = _part(page, whole) or of_all(page, page.sentence_of(count), whole, name)
    if part is not None:
        quantity, count, bound = *part, None
    item = Item(name=page.words(name), quantity=quantity, category=mention.category)
    return Thing(name=name, item=item, count=count, bound=bound)


def _part(page: Page, whole: Span) -> tuple[Quantity, Span] | None:
    """Read the count of a part right before the count of its whole, None where none is there."""
    start = max(0, whole.start - _LONGEST_PART)
    found = find_numbers(page.text[start : whole.start])
    number = found.numbers[-1] if found.numbers else None
    if number is None or OF_WHOLE.fullmatch(page.text, start + number.end, whole.start) is None:
        return None
    value = number_value(found, number)
    if value is None:
        return None
    return Quantity(low=value, high=value), Span(start + number.start, start + number.end)


def _runs_on(mention: QuantityMention, sentence: Span) -> bool:
    """Say whether a name runs into the next line: "15.20 Sweden's 21st package" of a live page."""
    return mention.name_span is not None and mention.name_span.end > sentence.end


def _joined(page: Page, first: QuantityMention, second: QuantityMention) -> bool:
    assert first.name_span is not None
    gap = page.text[first.name_span.end : (second.bound_span or second.span).start]
    return _LISTED.fullmatch(gap) is not None


def things_in(page: Page, span: Span) -> list[Thing]:
    """Counted things and forces named in ``span``, in order."""
    mentions = [m for m in page.quantities.within(span) if not _runs_on(m, span)]
    forces = page.has_any(span, openings("force_terms", "terms"))
    if not (mentions or forces or refers(page, span) or names_more(page, span)):
        return []
    counted = _goods(page, mentions)
    found = [_thing(page, m, m.name_span) for m in counted if m.name_span is not None]
    found += list(bare_counts(page, span, found)) if found else []
    found += list(counts_of(page, span, found, things_in))
    found += list(more_of_them(page, span, found, things_in))
    if not forces:
        return sorted(found, key=lambda thing: thing.place)
    taken = [thing.name for thing in found]
    taken += [m.name_span for m in mentions if m.name_span is not None and _served(page, m)]
    for match in any_of("force_terms", "terms").finditer(page.text, span.start, span.end):
        name = Span(*match.span())
        if not (any(name.overlaps(other) for other in taken) or are_served(page, name)):
            category = _idioms()[" ".join(match.group().lower().split())]
            found.append(Thing(name=name, item=Item(name=page.words(name), category=category)))
    return sorted(found, key=lambda thing: thing.place)
