"""The money of a book in one currency, counted once, as every picture of sums needs it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from typing import overload

from pledgebook.ledger.conversion import in_currency
from pledgebook.ledger.counting import WAY, Counted, LeftOut, valued
from pledgebook.ledger.ecb import EcbRates
from pledgebook.ledger.parts import without_doubles
from pledgebook.ledger.tally import Tally, keys_of, taken_apart, tally
from pledgebook.ledger.totals_query import ORIGINAL, HoldsReleases, TotalsQuery
from pledgebook.model.book import BookDefinition
from pledgebook.model.claims import Commitment
from pledgebook.model.datasets import ReleaseTerms
from pledgebook.model.entries import Entry
from pledgebook.model.vocabulary import Kind
from pledgebook.publish import words
from pledgebook.publish.book import Book
from pledgebook.publish.charts.picture import LINKS
from pledgebook.publish.shares import differences, picture_words

#: Currency of a book whose sums are in several: that of the reference rates.
COMMON = "EUR"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A sum as an interval.

    Attributes:
        low: what is certain; 0 for "up to".
        high: None where it is open upwards.
        count: number of entries in it.
        entries: ids of the first few of them, those with the largest certain sums first.
    """

    low: Decimal
    high: Decimal | None
    count: int
    entries: tuple[str, ...]

    @property
    def is_point(self) -> bool:
        """Whether both ends are one figure."""
        return self.low == self.high


_CONVERTED = (
    "Sums are printed in several currencies; the pictures have them in euros at the European "
    "Central Bank's reference rate of the day of the announcement."
)


class _Held:
    """The book as the totals ask it: what is in memory is not read again."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def definition(self) -> BookDefinition | None:
        return self._book.definition

    def entries(self, kind: Kind | None = None) -> tuple[Entry, ...]:
        return self._book.entries if kind is None else self._book.of_kind(kind)

    def releases(self) -> tuple[ReleaseTerms, ...]:
        view = self._book.view
        return view.releases() if isinstance(view, HoldsReleases) else ()


class Sums:
    """What counts under the book's own rules, in one currency; built once per book.

    Attributes:
        currency: the one currency that the sums are printed in, else euros at the European
            Central Bank's rate of the announcement's day; None where no source prints one.
        converted: whether sums were converted.
        counted: what counts, by entry.
        without_sum: commitments that no source puts a sum on, by entry.
        no_rate: entries whose sum could not be converted.
        restated: older money that is told again and not counted, valued the same way.
        apart: in words, where these sums are not those of all commitments, taken together.
    """

    def __init__(self, book: Book) -> None:
        """Judge every entry of the book once."""
        printed = sorted(set(_currencies(book)))
        self.currency = None if not printed else printed[0] if len(printed) == 1 else COMMON
        self.converted = len(printed) > 1
        currency = COMMON if self.converted else ORIGINAL
        query = TotalsQuery(by=("donor",), currency=currency, usual_rates=EcbRates())
        found = tally(_Held(book), query)
        self.rules = found.rules
        self.counted = dict(found.counted)
        self.without_sum = frozenset(o.entry for o in found.left_out if o.rule == "no-amount")
        self.no_rate = tuple(o.entry for o in found.left_out if o.rule == "no-rate")
        self.restated = _restated(found, self.counted)
        together = taken_apart(found, by_donor=False).counted
        self.apart = [one.text for one in differences(found.counted, together, picture_words)]
        self._folds = found.rules.fold_donors
        self._rules = {out.entry: out.rule for out in found.left_out}

    def key(self, claim: Commitment, dimension: str) -> str | None:
        """Give the donor or recipient that a claim counts under, None where none is named."""
        return keys_of(claim, claim.stage, None, (dimension,), self._folds)[0]

    def rule_of(self, entry: str) -> str | None:
        """Name the rule that leaves an entry out, None where it counts."""
        return self._rules.get(entry)

    def words(self, span: Span) -> str:
        """Write an interval; an empty one is no sum.

        A sum that was converted, or that has no short exact form, is written with three digits,
        its lower end rounded down and its upper end up, so that "at least" and "up to" stay true;
        the table has the full figures.
        """
        if not span.count:
            return "none told"
        if span.low == 0 and span.high is None:
            return "a sum not said"
        low = None if span.low == 0 and not span.is_point else span.low
        if not self.converted and _is_short(low) and _is_short(span.high):
            return words.interval_words(low, span.high, self.currency)
        if span.is_point and low is not None:
            return f"about {words.sum_words(_digits(low, ROUND_HALF_EVEN), self.currency)}"
        ends = (_digits(low, ROUND_FLOOR), _digits(span.high, ROUND_CEILING))
        return words.interval_words(*ends, self.currency)

    def exact(self, span: Span) -> str | None:
        """Write an interval in full figures, None for an empty one."""
        if not span.count or (span.low == 0 and span.high is None):
            return None
        low = None if span.low == 0 and not span.is_point else span.low
        return words.exact_interval(low, span.high, self.currency)

    def notes(self) -> tuple[str, ...]:
        """What to know about the sums of this book."""
        told = list(self.apart)
        if self.no_rate:
            many = words.counted(len(self.no_rate), "promise")
            told.append(f"Not in the picture: {many} in a currency without a rate for its day.")
        return tuple(told)

    @property
    def rule(self) -> str:
        """The counting rules in words, and how sums were converted."""
        told = f"{self.rules.title} ({self.rules.name}). {self.rules.description}"
        return f"{told} {_CONVERTED}" if self.converted else told


def _is_short(value: Decimal | None) -> bool:
    """Whether a figure has a short form that is exact (``1.6bn``), or is small."""
    return value is None or value < _LARGE or not words.short_number(value)[-1].isdigit()


@overload
def _digits(value: Decimal, rounding: str) -> Decimal: ...
@overload
def _digits(value: None, rounding: str) -> None: ...
def _digits(value: Decimal | None, rounding: str) -> Decimal | None:
    """Round to three digits."""
    if value is None or not value:
        return value
    place = Decimal(1).scaleb(value.adjusted() - 2)
    return value.quantize(place, rounding=rounding) if place >= 1 else value.quantize(_CENT)


#: From this figure on digits are counted rather than read.
_LARGE = Decimal(1_000_000)
#: Smallest part of a sum that is written.
_CENT = Decimal("0.01")


def _currencies(book: Book) -> Iterable[str]:
    for entry in book.of_kind("commitment"):
        for claim in entry.claims:
            if isinstance(claim, Commitment) and claim.amount and claim.amount.currency:
                yield claim.amount.currency


def span_of(counted: Iterable[Counted]) -> Span:
    """Sum what counts; one sum that is open upwards leaves the whole open."""
    ones = sorted(counted, key=lambda one: (-one.low, one.entry.id))
    highs = [one.high for one in ones]
    high = None if None in highs else sum((h for h in highs if h is not None), Decimal(0))
    return Span(
        low=sum((one.low for one in ones), Decimal(0)),
        high=high,
        count=len(ones),
        entries=tuple(one.entry.id for one in ones[:LINKS]),
    )


def _restated(found: Tally, counted: dict[str, Counted]) -> dict[str, Counted]:
    """Value what was left out as older money told again; a part of what is told counts once."""
    told: dict[str, Counted] = {}
    for out in found.left_out:
        lead = found.entries[out.entry].lead
        if out.rule != "restated" or not isinstance(lead, Commitment) or lead.stage not in WAY:
            continue
        one: Counted | LeftOut = valued(found.entries[out.entry], lead, lead.stage)
        if isinstance(one, Counted) and found.conversion is not None:
            one = in_currency(one, found.conversion)
        if isinstance(one, Counted):
            told[out.entry] = one
    wholes = {name: found.entries[name].part_of for name in (*told, *counted)}
    return without_doubles(told, wholes, by_donor=True)[0]
