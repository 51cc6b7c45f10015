"""Totals by donor, recipient, type of aid, instrument, stage or month, under any counting rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from pledgebook.ledger.totals import TotalsRow
from pledgebook.ledger.totals_query import DIMENSIONS, ORIGINAL
from pledgebook.publish import totals_rules
from pledgebook.publish.addresses import by_name
from pledgebook.publish.asked import Asked, BadQueryError
from pledgebook.publish.book import Book
from pledgebook.publish.cards import Link
from pledgebook.publish.counting_choice import (
    MONEY,
    Select,
    all_rules,
    counting_of,
    selects,
)
from pledgebook.publish.page import Folder, Made, Page
from pledgebook.publish.paging import Paging, number_of, page_path, paged, pages_of
from pledgebook.publish.shares import Difference, of_totals
from pledgebook.publish.shown_sum import Interval, interval
from pledgebook.publish.tallies import NONE, Counting, Tallied, Tallies, own_rules
from pledgebook.publish.totals_keys import (
    AND,
    BASE,
    BY,
    LABELS,
    TAB,
    by_select,
    key_order,
    key_words,
    why_of,
)
from pledgebook.publish.why import Whole, why_names, why_page


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalRow:
    """One total: its dimensions in words, the sum, and the page that says why."""

    keys: tuple[str, ...]
    sum: Interval | None
    counted: int
    left_out: int
    why: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalsPage:
    """Totals by one or two dimensions.

    Attributes:
        by: pages of each single dimension, for a reader without forms.
        columns: headings of the dimensions.
        whole: the way to the total of all commitments.
        apart: where donors do not add up to it.
        compare: page that sets the same totals under all rules side by side.
    """

    rules: str
    rules_title: str
    rules_description: str
    currency: str
    fields: tuple[Select, ...]
    by: tuple[Link, ...]
    columns: tuple[str, ...]
    rows: tuple[TotalRow, ...]
    paging: Paging
    whole: str
    apart: tuple[Difference, ...]
    compare: Link


class ValueNames:
    """Values of each dimension by the names that addresses have for them, and the other way."""

    def __init__(self, book: Book) -> None:
        """Nothing is named before it is asked for."""
        self._book = book
        self._values: dict[str, dict[str, str]] = {}

    def of(self, dimension: str) -> Mapping[str, str]:
        """Values of which any of the shipped rules makes a row, by name."""
        if dimension not in self._values:
            tallies = self._book.index(Tallies)
            every = (tallies.of(Counting(rules.name)) for rules in all_rules())
            values = {value for tallied in every for value in tallied.members(dimension)}
            self._values[dimension] = by_name(sorted(values))
        return self._values[dimension]


def totals(book: Book, asked: Asked, number: int = 1) -> Page | None:
    """Totals by the dimensions that an address asks for, by donor where it asks for none."""
    first = asked.choice(BY, DIMENSIONS, "donor")
    second = asked.choice(AND, DIMENSIONS, first)
    by = (first,) if second == first else (first, second)
    return _totals(book, asked, BASE, by, number)


def _totals(book: Book, asked: Asked, base: str, by: tuple[str, ...], number: int) -> Page | None:
    how = counting_of(book, asked, by_donor="donor" in by, printed=True)
    tallied = book.index(Tallies).of(how)
    ordered = tuple(sorted(tallied.rows(by), key=lambda row: _order(book, row)))
    found = paged(ordered, number, base, asked)
    if found is None:
        return None
    shown, paging = found
    kept = _kept(asked, (BY, AND, *_printed(how)))
    suffix = kept.suffix()
    payload = TotalsPage(
        rules=how.rules,
        rules_title=tallied.found.rules.title,
        rules_description=tallied.found.rules.description,
        currency=how.currency,
        fields=(*_by_fields(by), *selects(book, how, printed=True)) if asked.served else (),
        by=tuple(_dimension_link(name, suffix) for name in DIMENSIONS),
        columns=tuple(LABELS[name] for name in by),
        rows=tuple(_row(book, row, kept) for row in shown),
        paging=paging,
        whole=f"{BASE}/why.html{suffix}",
        apart=of_totals(book, how),
        compare=Link(text="The same totals under all rules", href=f"{BASE}/rules.html"),
    )
    title = "Totals by " + " and ".join(LABELS[name].lower() for name in by)
    path = page_path(base, number)
    return Page(path=path, template="totals.html", title=title, tab=TAB, payload=payload)


def _order(book: Book, row: TotalsRow) -> tuple[object, ...]:
    return (*(key_order(book, name, value) for name, value in row.keys), row.currency)


def _printed(how: Counting) -> tuple[str, ...]:
    """Ways to a total are in one currency; a reader of printed ones is shown the usual one."""
    return (MONEY,) if how.currency == ORIGINAL else ()


def _by_fields(by: tuple[str, ...]) -> tuple[Select, Select]:
    return by_select(BY, "Totals by", by[0]), by_select(AND, "and by", by[-1])


def _dimension_link(name: str, suffix: str) -> Link:
    path = TAB if name == "donor" else f"{BASE}/{name}.html"
    return Link(text=f"By {LABELS[name].lower()}", href=f"{path}{suffix}")


def _kept(asked: Asked, leave: tuple[str, ...]) -> Asked:
    return replace(asked, query=tuple(pair for pair in asked.query if pair[0] not in leave))


def _row(book: Book, row: TotalsRow, kept: Asked) -> TotalRow:
    return TotalRow(
        keys=tuple(key_words(book, name, value) for name, value in row.keys),
        sum=interval(row.low, row.high, row.currency) if row.entries else None,
        counted=len(row.entries),
        left_out=len(row.left_out),
        why=why_of(row.keys, kept),
    )


def below(book: Book, asked: Asked, name: str) -> Made:
    """Make what lies below the totals: other dimensions, ways to a total, rules side by side."""
    first, _, rest = name.partition("/")
    if first == "why":
        return _why(book, asked, rest)
    number = number_of(rest) if rest else 1
    if first in DIMENSIONS and first != "donor" and number is not None:
        return _totals(book, asked, f"{BASE}/{first}", (first,), number)
    if first == "rules" and number is not None:
        return totals_rules.compared(book, asked, number)
    further = None if rest else number_of(first)
    return None if further is None else totals(book, asked, further)


def _why(book: Book, asked: Asked, rest: str) -> Page | None:
    """The way to the total of one value (``donor/NOR``), or of what a query asks for."""
    first, _, more = rest.partition("/")
    if first in DIMENSIONS:
        name, _, step = more.partition("/")
        value = book.index(ValueNames).of(first).get(name)
        if value is None:
            return None
        whole = _whole(book, asked, {first: value}, f"{BASE}/why/{first}/{name}")
        return why_page(book, asked, whole, step)
    where = {d: value for d in DIMENSIONS if (value := asked.one(d)) is not None}
    whole = _whole(book, asked, where, f"{BASE}/why")
    return why_page(book, asked, whole, rest)


def _whole(book: Book, asked: Asked, where: Mapping[str, str], base: str) -> Whole:
    by_donor = "donor" in where
    tallied = book.index(Tallies).of(counting_of(book, asked, by_donor=by_donor))
    return Whole(
        base=base,
        text=_where_words(book, where),
        entries=tuple(_entries(book, tallied, where)),
        by_donor=by_donor,
        back=Link(text="All totals", href=_back(where)),
        tab=TAB,
    )


def _back(where: Mapping[str, str]) -> str:
    only = next(iter(where)) if len(where) == 1 else "donor"
    return TAB if only == "donor" else f"{BASE}/{only}.html"


def _entries(book: Book, tallied: Tallied, where: Mapping[str, str]) -> list[str]:
    """Commitments with these values, counted or left out, in the order of the book."""
    every = [entry.id for entry in book.of_kind("commitment")]
    for dimension, value in where.items():
        members = tallied.members(dimension)
        if value not in members and value not in book.index(ValueNames).of(dimension).values():
            raise BadQueryError(dimension, "has no such value in this book")
        held = set(members.get(value, ()))
        every = [name for name in every if name in held]
    return every


def _where_words(book: Book, where: Mapping[str, str]) -> str:
    found = [f"{LABELS[d].lower()} {key_words(book, d, value)}" for d, value in where.items()]
    return ", ".join(found) or "all commitments of this book"


def _names(book: Book) -> Iterator[str]:
    """Every page below the totals, as the static export writes them."""
    tallies, rules = book.index(Tallies), own_rules(book)
    for dimension in DIMENSIONS:
        tallied = tallies.of(Counting(rules=rules, by_donor=dimension == "donor"))
        pages = range(2, pages_of(len(tallied.rows((dimension,)))) + 1)
        if dimension == "donor":
            yield from map(str, pages)
        else:
            yield dimension
            yield from (f"{dimension}/{number}" for number in pages)
        # Only what a row leads to: a value without any sum has none.
        shown = {row.keys[0][1] or NONE for row in tallied.rows((dimension,))}
        for name, value in by_name(sorted(shown)).items():
            whole = _whole(book, Asked(), {dimension: value}, f"{BASE}/why/{dimension}/{name}")
            yield from (f"why/{dimension}/{name}{step}" for step in why_names(book, whole))
    whole = _whole(book, Asked(), {}, f"{BASE}/why")
    yield from (f"why{step}" for step in why_names(book, whole))
    yield "rules"
    yield from (f"rules/{number}" for number in range(2, totals_rules.pages(book) + 1))


BELOW = Folder(make=below, names=_names)
