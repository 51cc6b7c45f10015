"""Money totals per donor and currency, each opening to what was counted and what was not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pledgebook.ledger.counting import LeftOut
from pledgebook.ledger.totals import TotalsRow
from pledgebook.model.claims import Commitment
from pledgebook.publish import words
from pledgebook.publish.book import Book
from pledgebook.publish.cards import Link, entry_link


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """An entry that was not counted, the rule that left it out, and why."""

    link: Link
    rule: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """An entry that was counted, and what to know about it."""

    link: Link
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """One total: an interval of money, in words and in full figures."""

    donor: str
    text: str
    exact: str
    counted: tuple[Counting, ...]
    left_out: tuple[Dropped, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """All totals with the rule that made them; ``aside`` is left out and in no donor's row."""

    rule: str
    rule_title: str
    rule_description: str
    sums: tuple[Sum, ...]
    aside: tuple[Dropped, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Whether an entry counts in the totals, under which rules, and why or why not."""

    counts: bool
    rule: str
    reason: str | None


def money(book: Book) -> Money:
    """Give the totals of the front page."""
    found = book.totals
    shares, aside = _shared(book, found.rows, found.left_out)
    return Money(
        rule=found.rules.name,
        rule_title=found.rules.title,
        rule_description=found.rules.description,
        sums=tuple(_sum(book, row, share) for row, share in zip(found.rows, shares, strict=True)),
        aside=tuple(_dropped(book, out) for out in aside),
    )


def _shared(
    book: Book, rows: Sequence[TotalsRow], left_out: Iterable[LeftOut]
) -> tuple[list[list[LeftOut]], list[LeftOut]]:
    """Give each entry left out to one row of its donor: that of its currency, else the first."""
    shares: list[list[LeftOut]] = [[] for _ in rows]
    aside: list[LeftOut] = []
    for out in left_out:
        lead = book.entries_by_id[out.entry].lead
        if isinstance(lead, Commitment):
            home = _home(rows, out, lead)
            (aside if home is None else shares[home]).append(out)
    return shares, aside


def _home(rows: Sequence[TotalsRow], out: LeftOut, lead: Commitment) -> int | None:
    fitting = [n for n, row in enumerate(rows) if out in row.left_out]
    currency = None if lead.amount is None else lead.amount.currency
    same = [n for n in fitting if rows[n].currency == currency]
    return next(iter((*same, *fitting)), None)


def _sum(book: Book, row: TotalsRow, left_out: Iterable[LeftOut]) -> Sum:
    nothing = not row.entries
    interval = words.interval_words(row.low, row.high, row.currency)
    return Sum(
        donor=_donor(book, dict(row.keys)["donor"]),
        text="nothing counted" if nothing else interval,
        exact=row.currency if nothing else words.exact_interval(row.low, row.high, row.currency),
        counted=tuple(_counting(book, row, name) for name in row.entries),
        left_out=tuple(_dropped(book, out) for out in left_out),
    )


def _donor(book: Book, key: str | None) -> str:
    if key is None:
        return "Somebody not named"
    return words.listed([book.name_of(part) for part in key.split("+")])


def _counting(book: Book, row: TotalsRow, name: str) -> Counting:
    notes = tuple(note.note for note in row.notes if note.entry == name)
    return Counting(link=entry_link(book, book.entries_by_id[name]), notes=notes)


def _dropped(book: Book, out: LeftOut) -> Dropped:
    link = entry_link(book, book.entries_by_id[out.entry])
    return Dropped(link=link, rule=words.plain(out.rule), reason=out.reason)


def standing(book: Book, entry_id: str) -> Standing | None:
    """Say whether an entry counts; None for what is no commitment and so never money."""
    entry = book.entries_by_id[entry_id]
    if not isinstance(entry.lead, Commitment):
        return None
    found = book.totals
    dropped = book.left_out.get(entry_id)
    title = found.rules.title
    if dropped is not None:
        return Standing(counts=False, rule=title, reason=dropped.reason)
    return Standing(counts=True, rule=title, reason=None)
