"""Where the sums of single donors and the sum of all part: promises of several donors."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from pledgebook.ledger.counting import Counted
from pledgebook.publish import words
from pledgebook.publish.book import Book
from pledgebook.publish.shown_sum import CURRENCY, Interval, summed
from pledgebook.publish.tallies import Counting, Summed, Tallies, own_rules, sums_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What promises of several donors come to whole, and in the parts that single donors have.

    A total of all counts the wholes, one taken apart by donor the parts: by as much as the two
    sums differ, donors do not add up to all.

    Attributes:
        wholes, parts: how many there are of each.
        whole, part: their sums, None where none of them counts.
        text: both in words.
    """

    wholes: int
    whole: Interval | None
    parts: int
    part: Interval | None
    text: str


#: Says both sides in words: the wholes with their sum, the parts with theirs, "counts", "count".
Words = Callable[["_Side", "_Side"], str]


@dataclass(frozen=True, slots=True)
class _Side:
    """One side in words, ``2 promises of several donors``, its sum, and whether it is one."""

    what: str
    sum: str
    is_one: bool

    def verb(self, one: str, many: str) -> str:
        return one if self.is_one else many


def total_words(wholes: _Side, parts: _Side) -> str:
    """Say it beside totals by donor."""
    return (
        "Donors do not add up to the total of all commitments: "
        f"{wholes.what} {wholes.verb('counts', 'count')} whole there ({wholes.sum}), and here "
        f"{wholes.verb('gives', 'give')} way to {parts.what} ({parts.sum})."
    )


def list_words(wholes: _Side, parts: _Side) -> str:
    """Say it beside the sum of a list that is not of chosen donors."""
    return (
        f"{wholes.what} {wholes.verb('counts', 'count')} whole here ({wholes.sum}); in the lists "
        f"of single donors {parts.what} {parts.verb('counts', 'count')} instead ({parts.sum}), so "
        "those do not add up to this sum."
    )


def donor_words(wholes: _Side, parts: _Side) -> str:
    """Say it beside the sum of a list of chosen donors."""
    return (
        f"{wholes.what} ({wholes.sum}) {wholes.verb('does', 'do')} not count here: "
        f"{parts.what} {parts.verb('counts', 'count')} instead ({parts.sum})."
    )


def picture_words(wholes: _Side, parts: _Side) -> str:
    """Say it under a picture, whose sums are those of single donors."""
    return (
        f"The picture counts {parts.what} ({parts.sum}); the total of all commitments counts "
        f"{wholes.what} whole instead ({wholes.sum})."
    )


class Families:
    """Commitments that are a part of another or have parts; only they may count differently.

    Attributes:
        names: their ids.
    """

    def __init__(self, book: Book) -> None:
        """Gather them once per book."""
        parts = {entry.id for some in book.parts.values() for entry in some}
        self.names = frozenset(parts | book.parts.keys())


def of_totals(book: Book, how: Counting) -> tuple[Difference, ...]:
    """Say how totals by donor part from the total of all; none for other totals."""
    if not how.by_donor:
        return ()
    return _of(book, how, book.index(Families).names, total_words)


def of_list(book: Book, entries: tuple[str, ...], *, by_donor: bool) -> tuple[Difference, ...]:
    """Say the same of the sum of a list, by the book's own rules."""
    names = book.index(Families).names
    if not names:
        return ()
    how = Counting(rules=own_rules(book), currency=CURRENCY)
    say = donor_words if by_donor else list_words
    return _of(book, how, names.intersection(entries), say)


def _of(book: Book, how: Counting, names: Collection[str], say: Words) -> tuple[Difference, ...]:
    if not names:
        return ()
    tallies = book.index(Tallies)
    apart, together = (
        tallies.of(replace(how, by_donor=by_donor)).found.counted for by_donor in (True, False)
    )
    return differences(
        {name: apart[name] for name in names if name in apart},
        {name: together[name] for name in names if name in together},
        say,
    )


def differences(
    apart: Mapping[str, Counted], together: Mapping[str, Counted], say: Words
) -> tuple[Difference, ...]:
    """Compare what counts by donor with what counts of all, a difference for each currency.

    Gives none where both come to the same.
    """
    wholes = sums_of([one for name, one in together.items() if name not in apart])
    parts = sums_of([one for name, one in apart.items() if name not in together])
    every = ((code, wholes.get(code), parts.get(code)) for code in sorted({*wholes, *parts}))
    return tuple(
        _difference(code, whole, part, say) for code, whole, part in every if _differ(whole, part)
    )


def _differ(whole: Summed | None, part: Summed | None) -> bool:
    if whole is None or part is None:
        return True
    return (whole.low, whole.high) != (part.low, part.high)


def _difference(code: str, whole: Summed | None, part: Summed | None, say: Words) -> Difference:
    wholes, parts = (0 if one is None else one.counted for one in (whole, part))
    sums = [None if one is None else summed(one, code) for one in (whole, part)]
    told = ["nothing" if one is None else one.text for one in sums]
    whole_side = _Side(
        f"{words.counted(wholes, 'promise')} of several donors", told[0], wholes == 1
    )
    part_side = _Side(
        f"{words.counted(parts, 'part')} that sources give single donors", told[1], parts == 1
    )
    return Difference(
        wholes=wholes, whole=sums[0], parts=parts, part=sums[1], text=say(whole_side, part_side)
    )
