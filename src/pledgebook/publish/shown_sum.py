"""The sum of the commitments that a list shows: an interval, by which rules, and what it leaves."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal

from pledgebook.ledger.totals_query import ORIGINAL
from pledgebook.publish import words
from pledgebook.publish.book import Book
from pledgebook.publish.tallies import Counting, Summed, Tallies, own_rules

#: Currency of sums over several currencies on the site.
CURRENCY = "EUR"

#: Digits of a sum in words; all of them stand in the small print below it.
DIGITS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A sum of money in words and in full figures."""

    text: str
    exact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSum:
    """What the commitments of a list sum to.

    Attributes:
        total: in one currency, None where nothing counts.
        printed: the same sums as printed, one for each currency.
        rules, rules_title: counting rules by name.
        counted: commitments in the sum.
        left_out: commitments that these rules leave out.
        without_rate: those of them that only lack a rate.
        why: address of the way from all figures to this sum.
    """

    total: Interval | None
    printed: tuple[Interval, ...]
    rules: str
    rules_title: str
    counted: int
    left_out: int
    without_rate: int
    why: str


def shown_sum(book: Book, entries: tuple[str, ...], why: str, *, by_donor: bool) -> ShownSum:
    """Sum some commitments under the book's own rules."""
    rules, tallies = own_rules(book), book.index(Tallies)
    euro = tallies.of(Counting(rules=rules, currency=CURRENCY, by_donor=by_donor))
    printed = tallies.of(Counting(rules=rules, currency=ORIGINAL, by_donor=by_donor))
    found, told = euro.sums(entries).get(CURRENCY), printed.sums(entries)
    counted = 0 if found is None else found.counted
    return ShownSum(
        total=None if found is None else summed(found, CURRENCY),
        printed=tuple(summed(one, currency) for currency, one in told.items()),
        rules=rules,
        rules_title=euro.found.rules.title,
        counted=counted,
        left_out=len(entries) - counted,
        without_rate=sum(one.counted for one in told.values()) - counted,
        why=why,
    )


def summed(found: Summed, currency: str) -> Interval:
    """Write a sum."""
    return interval(found.low, found.high, currency)


def interval(low: Decimal, high: Decimal | None, currency: str) -> Interval:
    """Write an interval of money; one without a lower bound is "up to".

    Sums at exchange rates have more digits than anybody can read: the words give four of them, a
    bound never closer than it is, and a single figure behind the sign ≈.
    """
    least = None if low == 0 and high not in (None, Decimal(0)) else low
    about = "≈\N{NO-BREAK SPACE}" if low == high and _shortened(low, ROUND_HALF_EVEN) != low else ""
    below = ROUND_HALF_EVEN if low == high else ROUND_FLOOR
    above = ROUND_HALF_EVEN if low == high else ROUND_CEILING
    text = words.interval_words(
        None if least is None else _shortened(least, below),
        None if high is None else _shortened(high, above),
        currency,
    )
    return Interval(text=f"{about}{text}", exact=words.exact_interval(least, high, currency))


def _shortened(value: Decimal, rounding: str) -> Decimal:
    """Round to ``DIGITS`` digits, where the figure has more."""
    if value.is_zero() or len(value.normalize().as_tuple().digits) <= DIGITS:
        return value
    last = value.adjusted() - DIGITS + 1
    return value.quantize(Decimal(1).scaleb(last), rounding=rounding) + Decimal(0)
