"""Money totals per donor and currency, each opening to what was counted and what was not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pledgebook.ledger.counting import LeftOut
from pledgebook.ledger.totals import TotalsRow
from pledgebook.model.claims import Commitment
from pledgebook.publish import words
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.cards import Link, entry_link
from pledgebook.publish.counted_sum import counted_otherwise
from pledgebook.publish.totals_keys import why_of

#: Totals on the front page, and entries beside each: the ways to the totals show all.
ROWS, SHOWN = 40, 8


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
    """One total: an interval of money, in words and in full figures.

    Attributes:
        counted, left_out: the first of the entries that were counted, and of those that were not.
        counted_total, left_out_total: how many there are.
        why: address of the way to the donor's total.
    """

    donor: str
    text: str
    exact: str
    counted: tuple[Counting, ...]
    counted_total: int
    left_out: tuple[Dropped, ...]
    left_out_total: int
    why: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """The first totals with the rule that made them; ``aside`` is left out, in no donor's row."""

    rule: str
    rule_title: str
    rule_description: str
    sums: tuple[Sum, ...]
    sums_total: int
    aside: tuple[Dropped, ...]
    aside_total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Whether an entry counts in the totals, under which rules, and why or why not."""

    counts: bool
    rule: str
    reason: str | None


class Shares:
    """What the totals leave out, given once per book to the row that it belongs to.

    Attributes:
        of: by the place of the row, what it leaves out.
        aside: what is in no row.
    """

    def __init__(self, book: Book) -> None:
        """Give each entry left out to one row of its donor, that of its currency if any."""
        found = book.totals
        fitting: dict[str, list[int]] = {}
        for number, row in enumerate(found.rows):
            for out in row.left_out:
                fitting.setdefault(out.entry, []).append(number)
        self.of: list[list[LeftOut]] = [[] for _ in found.rows]
        self.aside: list[LeftOut] = []
        for out in found.left_out:
            lead = book.entries_by_id[out.entry].lead
            if isinstance(lead, Commitment):
                home = _home(found.rows, fitting.get(out.entry, ()), lead)
                (self.aside if home is None else self.of[home]).append(out)


def _home(rows: Sequence[TotalsRow], fitting: Sequence[int], lead: Commitment) -> int | None:
    currency = None if lead.amount is None else lead.amount.currency
    same = [n for n in fitting if rows[n].currency == currency]
    return next(iter((*same, *fitting)), None)


def money(book: Book) -> Money:
    """Give the totals of the front page."""
    found, shares = book.totals, book.index(Shares)
    pairs = zip(found.rows[:ROWS], shares.of, strict=False)
    return Money(
        rule=found.rules.name,
        rule_title=found.rules.title,
        rule_description=found.rules.description,
        sums=tuple(_sum(book, row, share) for row, share in pairs),
        sums_total=len(found.rows),
        aside=tuple(_dropped(book, out) for out in shares.aside[:SHOWN]),
        aside_total=len(shares.aside),
    )


def _sum(book: Book, row: TotalsRow, left_out: Sequence[LeftOut]) -> Sum:
    nothing = not row.entries
    interval = words.interval_words(row.low, row.high, row.currency)
    return Sum(
        donor=_donor(book, dict(row.keys)["donor"]),
        text=_nothing(row) if nothing else interval,
        exact=row.currency if nothing else words.exact_interval(row.low, row.high, row.currency),
        counted=tuple(_counting(book, row, name) for name in row.entries[:SHOWN]),
        counted_total=len(row.entries),
        left_out=tuple(_dropped(book, out) for out in left_out[:SHOWN]),
        left_out_total=len(left_out),
        why=why_of(row.keys, Asked()),
    )


def _nothing(row: TotalsRow) -> str:
    """Say why a row has no sum: all that it holds may count in the rows of others."""
    parted = all(out.rule == "parts-counted" for out in row.left_out)
    return "counted by its parts" if row.left_out and parted else "nothing counted"


def _donor(book: Book, key: str | None) -> str:
    if key is None:
        return "Somebody not named"
    return words.listed([book.name_of(part) for part in key.split("+")])


def _counting(book: Book, row: TotalsRow, name: str) -> Counting:
    entry = book.entries_by_id[name]
    otherwise = counted_otherwise(book, entry)
    notes = tuple(note.note for note in row.notes if note.entry == name)
    return Counting(
        link=entry_link(book, entry), notes=notes if otherwise is None else (otherwise, *notes)
    )


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
