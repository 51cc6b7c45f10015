"""Why this total: from every figure that was read to what counts, each step with its entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pledgebook.ledger.waterfall import Step
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.cards import Link, entry_link
from pledgebook.publish.counting_choice import (
    RULES,
    Select,
    all_rules,
    counting_of,
    selects,
)
from pledgebook.publish.page import Page
from pledgebook.publish.paging import Paging, number_of, page_path, paged, pages_of
from pledgebook.publish.shown_sum import Interval, interval, summed
from pledgebook.publish.step_words import step_title, step_words
from pledgebook.publish.tallies import Counting, Tallied, Tallies, own_rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """What a total is of.

    Attributes:
        base: address of its page without ending.
        text: what it is of, in words.
        entries: ids of the commitments that it looks at.
        by_donor: whether sums are taken apart by donor.
        back: the page that the total stands on.
        tab: page of the navigation that it belongs to.
    """

    base: str
    text: str
    entries: tuple[str, ...]
    by_donor: bool
    back: Link
    tab: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """One step of the way.

    Attributes:
        name, title, meaning: what the step is.
        figures: figures on it; ``entries`` commitments that have one.
        sum: of those figures; None where there is none that a rate converts.
        unconverted: figures among them that no rate converts.
        start, width: of its bar, in hundredths of all figures read.
        href: page of its entries.
    """

    name: str
    title: str
    meaning: str
    figures: int
    entries: int
    sum: Interval | None
    unconverted: int
    start: str
    width: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesRow:
    """The same total under one set of counting rules."""

    name: str
    title: str
    description: str
    sum: Interval | None
    counted: int
    left_out: int
    chosen: bool
    own: bool
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """The way to one total, and the same total under all rules.

    ``without_sum`` counts commitments on which no source puts a sum, which no step can show.
    """

    text: str
    rules_title: str
    rules_description: str
    currency: str
    fields: tuple[Select, ...]
    kept: tuple[tuple[str, str], ...]
    action: str
    total: Interval | None
    steps: tuple[StepRow, ...]
    without_sum: int
    compared: tuple[RulesRow, ...]
    back: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class StepEntry:
    """A commitment on one step: its figures there, and why it is there."""

    link: Link
    sum: Interval | None
    figures: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepPage:
    """The entries of one step, largest sums first."""

    text: str
    meaning: str
    rules_title: str
    entries: tuple[StepEntry, ...]
    paging: Paging
    back: Link


def why_page(book: Book, asked: Asked, whole: Whole, rest: str) -> Page | None:
    """Make the page of a total, or of one of its steps; ``rest`` is what follows the base."""
    how = counting_of(book, asked, by_donor=whole.by_donor)
    tallied = book.index(Tallies).of(how)
    if not rest:
        return _way(book, asked, whole, how, tallied)
    name, _, page = rest.partition("/")
    number = 1 if not page else number_of(page)
    return None if number is None else _step(book, asked, whole, tallied, name, number)


def why_names(book: Book, whole: Whole) -> Iterator[str]:
    """List the pages of a total for the static export, relative to its base."""
    how = Counting(rules=own_rules(book), by_donor=whole.by_donor)
    yield ""
    for step in book.index(Tallies).of(how).way(whole.entries).steps.values():
        if step.figures:
            yield f"/{step.name}"
        yield from (f"/{step.name}/{n}" for n in range(2, pages_of(len(step.entries)) + 1))


def _way(book: Book, asked: Asked, whole: Whole, how: Counting, tallied: Tallied) -> Page:
    way = tallied.way(whole.entries)
    found = tuple(way.steps.values())
    suffix = asked.suffix()
    rules = tallied.found.rules
    names = {field.name for field in selects(book, how)}
    payload = Why(
        text=whole.text,
        rules_title=rules.title,
        rules_description=rules.description,
        currency=how.currency,
        fields=selects(book, how) if asked.served else (),
        kept=tuple(pair for pair in asked.query if pair[0] not in names and pair[1].strip()),
        action=page_path(whole.base, 1),
        total=_total(found[-1], how.currency),
        steps=tuple(_rows(found, how.currency, f"{whole.base}/{{}}.html{suffix}")),
        without_sum=way.without_sum,
        compared=tuple(_compared(book, asked, whole, how)),
        back=_back(whole, asked),
    )
    path = page_path(whole.base, 1)
    title = f"Why this total: {whole.text}"
    return Page(path=path, template="why.html", title=title, tab=whole.tab, payload=payload)


def _back(whole: Whole, asked: Asked) -> Link:
    return replace(whole.back, href=f"{whole.back.href}{asked.suffix()}")


def _total(step: Step, currency: str) -> Interval | None:
    """The sum of a step; None where it has no figure that could be converted."""
    if step.figures == step.unconverted:
        return None
    return interval(step.low, step.high, currency)


def _rows(found: Sequence[Step], currency: str, href: str) -> Iterator[StepRow]:
    """Rows with bars: all figures first, then what each step takes away from the right."""
    whole, right = found[0].low, found[0].low
    for step in found:
        if step.name not in ("read", "counted"):
            right -= step.low
        start = right if step.name not in ("read", "counted") else Decimal(0)
        yield StepRow(
            name=step.name,
            title=step_title(step.name),
            meaning=step_words(step.name, step.reason),
            figures=step.figures,
            entries=len(step.entries),
            sum=_total(step, currency),
            unconverted=step.unconverted,
            start=_share(start, whole),
            width=_share(step.low, whole),
            href=href.format(step.name),
        )


def _share(part: Decimal, whole: Decimal) -> str:
    """A part in hundredths of a whole, with two decimals; 0 of nothing."""
    return f"{part * 100 / whole:.2f}" if whole else "0"


def _compared(book: Book, asked: Asked, whole: Whole, how: Counting) -> Iterator[RulesRow]:
    for rules in all_rules():
        tallied = book.index(Tallies).of(replace(how, rules=rules.name))
        found = tallied.sums(whole.entries).get(how.currency)
        counted = 0 if found is None else found.counted
        own = rules.name == own_rules(book)
        given = {} if own else {RULES: rules.name}
        suffix = asked.suffix(leave=(RULES,), **given)
        yield RulesRow(
            name=rules.name,
            title=rules.title,
            description=rules.description,
            sum=None if found is None else summed(found, how.currency),
            counted=counted,
            left_out=len(whole.entries) - counted,
            chosen=rules.name == how.rules,
            own=own,
            href=f"{page_path(whole.base, 1)}{suffix}" if asked.served or own else None,
        )


def _step(
    book: Book, asked: Asked, whole: Whole, tallied: Tallied, name: str, number: int
) -> Page | None:
    way = tallied.way(whole.entries)
    if name not in way.steps or not way.steps[name].figures:
        return None
    step, base = way.steps[name], f"{whole.base}/{name}"
    found = paged(way.entries(name), number, base, asked)
    if found is None:
        return None
    shown, paging = found
    payload = StepPage(
        text=whole.text,
        meaning=step_words(name, step.reason),
        rules_title=tallied.found.rules.title,
        entries=tuple(_entry(book, tallied, one) for one in shown),
        paging=paging,
        back=Link(text="The whole way to this total", href=f"{whole.base}.html{asked.suffix()}"),
    )
    title = f"{step_title(name)}: {whole.text}"
    path = page_path(base, number)
    return Page(path=path, template="why_step.html", title=title, tab=whole.tab, payload=payload)


def _entry(book: Book, tallied: Tallied, step: Step) -> StepEntry:
    """A row of a step's page; ``step`` holds what one entry has on it."""
    (entry,) = step.entries
    out, counted = tallied.left_out.get(entry), tallied.found.counted.get(entry)
    reason = out.reason if out is not None and out.rule == step.name else ""
    if step.name == "counted" and counted is not None:
        reason = "; ".join(counted.notes)
    return StepEntry(
        link=entry_link(book, book.entries_by_id[entry]),
        sum=_total(step, tallied.currency),
        figures=step.figures,
        reason=reason,
    )
