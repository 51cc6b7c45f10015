"""Counts whose name stands before them: "1,000 masks to Mali and 500 to Chad", "150 each"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from pledgebook.extract.drafts import Thing
from pledgebook.extract.lexicon import load, verb_classes
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span
from pledgebook.model.values import Quantity
from pledgebook.resolve.numbers import find_numbers, number_value

FIGURE = (
    r"(?P<figure>\d+(?:[.,]\d+)*(?![.,]?\d)(?:\s(?:thousand|million))?|two|three|four|five|six|seven|eight|nine"
    r"|ten|twelve|twenty|thirty|forty|fifty)"
)
#: A count joined to the one before, with a taker of its own: "… to Mali and 500 to Chad".
_TO_ANOTHER = re.compile(
    rf"(?:,|;|\band)\s+(?:another\s+|a\s+further\s+)?{FIGURE}\s+(?:more\s+)?"
    r"(?=(?:to|for)\s+(?:the\s+)?[A-Z])"
)
#: How "Of the eight boats pledged by Oslo, five have arrived" opens.
_OF_ALL = re.compile(r"\W*(?:out\s+)?of\s+(?:the|its|their|those|these)\s+", re.IGNORECASE)


@cache
def _have_come() -> re.Pattern[str]:
    """What is told of a part: "…, five have arrived", and not "five were stolen"."""
    classes = verb_classes("acts")
    come = "|".join(sorted(form for form, kind in classes.items() if kind == "deliver"))
    return re.compile(
        rf",\s+(?:only\s+|just\s+|some\s+)?{FIGURE}\s+(?:of\s+them\s+)?"
        rf"(?=(?:have|has|had|were|was|will)\s+(?:already\s+|now\s+)?(?:been\s+|be\s+)?(?:{come})\b)",
        re.IGNORECASE,
    )


@cache
def _each() -> re.Pattern[str]:
    """Count that each of several gives behind a verb of handing over: "would send 150 each"."""
    verbs = "|".join(sorted((*load("acts")["handing_verbs"], "deploy", "contribute"), key=len))
    return re.compile(rf"\b(?:{verbs})\s+{FIGURE}\s+(?=(?:each|apiece)\b)", re.IGNORECASE)


def bare_counts(page: Page, span: Span, named: Sequence[Thing]) -> Iterator[Thing]:
    """Give the counts of a sentence that take the name of the thing counted before them."""
    for pattern in (_TO_ANOTHER, _each()):
        for found in pattern.finditer(page.text, named[0].name.end, span.end):
            at = Span(*found.span("figure"))
            before = [t for t in named if t.count is not None and t.name.end <= at.start]
            quantity = quantity_at(page, at)
            if before and quantity is not None:
                item = replace(before[-1].item, quantity=quantity)
                yield Thing(name=before[-1].name, item=item, count=at, at=at)


def of_all(page: Page, sentence: Span, whole: Span, name: Span) -> tuple[Quantity, Span] | None:
    """Read the count of which a sentence tells that opens with the whole: "Of the eight, five"."""
    if _OF_ALL.fullmatch(page.text, sentence.start, whole.start) is None:
        return None
    told = _have_come().search(page.text, name.end, sentence.end)
    at = None if told is None else Span(*told.span("figure"))
    quantity = None if at is None else _quantity(page, at)
    return None if at is None or quantity is None else (quantity, at)


def quantity_at(page: Page, at: Span) -> Quantity | None:
    """Read a figure that is no sum and no day."""
    return _quantity(page, at) if _free(page, at) else None


def _quantity(page: Page, at: Span) -> Quantity | None:
    found = find_numbers(page.words(at))
    value = number_value(found, found.numbers[0]) if len(found.numbers) == 1 else None
    return None if value is None else Quantity(low=value, high=value)


def _free(page: Page, at: Span) -> bool:
    """Say whether a figure is no sum and no day."""
    return not page.money.touching(at) and not page.dates.touching(at)
