"""The same totals under all counting rules, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pledgebook.ledger.rules import CountingRules
from pledgebook.ledger.totals_query import DIMENSIONS
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.cards import Link
from pledgebook.publish.counting_choice import (
    PARAMETERS,
    RULES,
    Select,
    all_rules,
    counting_of,
    selects,
)
from pledgebook.publish.page import Page
from pledgebook.publish.paging import Paging, page_path, paged, pages_of
from pledgebook.publish.shown_sum import Interval, interval
from pledgebook.publish.tallies import Counting, Tallies, own_rules
from pledgebook.publish.totals_keys import (
    BASE,
    BY,
    LABELS,
    TAB,
    by_select,
    key_order,
    key_words,
    why_of,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSum:
    """A total under one set of rules; ``asks`` where its way is one that only a server shows."""

    rules: str
    sum: Interval | None
    why: str | None
    asks: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedRow:
    """The totals of one value under each set of rules, each with the page that says why."""

    key: str
    sums: tuple[RuleSum, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Totals by one dimension under all counting rules, side by side."""

    currency: str
    fields: tuple[Select, ...]
    column: str
    rules: tuple[tuple[str, str], ...]
    rows: tuple[ComparedRow, ...]
    paging: Paging
    back: Link


def compared(book: Book, asked: Asked, number: int) -> Page | None:
    """One page of the totals by a dimension, a column for each set of rules."""
    dimension = asked.choice(BY, DIMENSIONS, "donor")
    how = counting_of(book, asked, by_donor=dimension == "donor")
    every = all_rules()
    sums = [_sums(book, how, rules, dimension) for rules in every]
    every_key = {key for one in sums for key in one}
    keys = sorted(every_key, key=lambda key: key_order(book, dimension, key))
    found = paged(keys, number, f"{BASE}/rules", asked)
    if found is None:
        return None
    shown, paging = found
    payload = Compared(
        currency=how.currency,
        fields=(by_select(BY, "Totals by", dimension), *selects(book, how)[1:])
        if asked.served
        else (),
        column=LABELS[dimension],
        rules=tuple((rules.title, rules.description) for rules in every),
        rows=tuple(_compared_row(book, asked, dimension, key, every, sums) for key in shown),
        paging=paging,
        back=Link(text="All totals", href=TAB),
    )
    title = f"Totals by {LABELS[dimension].lower()} under all counting rules"
    path = page_path(f"{BASE}/rules", number)
    return Page(path=path, template="totals_rules.html", title=title, tab=TAB, payload=payload)


_Sums = dict[str | None, Interval | None]


def _sums(book: Book, how: Counting, rules: CountingRules, dimension: str) -> _Sums:
    tallied = book.index(Tallies).of(
        Counting(rules.name, how.measure, how.currency, by_donor=how.by_donor)
    )
    return {
        row.keys[0][1]: interval(row.low, row.high, row.currency) if row.entries else None
        for row in tallied.rows((dimension,))
    }


def _made_by(asked: Asked) -> tuple[tuple[str, str], ...]:
    """What a query says of how totals are made, but for the rules."""
    return tuple(p for p in asked.query if p[0] in PARAMETERS and p[0] != RULES and p[1].strip())


def _compared_row(
    book: Book,
    asked: Asked,
    dimension: str,
    key: str | None,
    every: Sequence[CountingRules],
    sums: Sequence[_Sums],
) -> ComparedRow:
    cells = []
    for rules, found in zip(every, sums, strict=True):
        own = rules.name == own_rules(book)
        query = (*_made_by(asked), *(() if own else ((RULES, rules.name),)))
        why = why_of(((dimension, key),), replace(asked, query=query))
        shown = why if (key in found if own else asked.served) else None
        cells.append(RuleSum(rules=rules.name, sum=found.get(key), why=shown, asks=not own))
    return ComparedRow(key=key_words(book, dimension, key), sums=tuple(cells))


def pages(book: Book) -> int:
    """Number of pages that the totals by donor take."""
    keys = {key for r in all_rules() for key in _sums(book, Counting(r.name), r, "donor")}
    return pages_of(len(keys))
