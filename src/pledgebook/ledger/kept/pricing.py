"""Gifts in kind priced in columns: the estimates that ``ledger.estimates`` makes of records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from pledgebook.ledger.conversion import Conversion
from pledgebook.ledger.counting import NO_AMOUNT
from pledgebook.ledger.estimates import Estimate, price_of, priced, taken_at
from pledgebook.ledger.kept.codes import marked, numbered, ragged
from pledgebook.ledger.kept.converting import Worth, as_printed, figures_of, in_one_currency
from pledgebook.ledger.kept.facts import NONE, Facts, Ints, units_of
from pledgebook.ledger.kept.gifts import OPEN, UNCOUNTED, Gifts
from pledgebook.ledger.kept.judging import Ask, Verdicts
from pledgebook.ledger.prices import Prices
from pledgebook.ledger.releases import SeriesAge

Bools = NDArray[np.bool_]

#: Sums of prices beyond this do not fit a column.
_MOST = 2.0**61


@dataclass(frozen=True, kw_only=True, eq=False)
class PricedGifts:
    """Sums of priced gifts in columns, as ``facts.Figures`` has them."""

    low: Ints
    high: Ints
    open: Bools
    odd: Mapping[int, tuple[Decimal, Decimal | None]]
    day: Ints
    currency: Ints
    currencies: Sequence[str]
    record: Ints
    releases: Sequence[SeriesAge]


@dataclass(frozen=True, kw_only=True, eq=False)
class Beside:
    """What gifts in kind may be worth.

    Attributes:
        facts: the columns.
        rows: of each gift, its entry; they are in order.
        rated: the gifts that are in the currency asked for, or converted to it.
        figures: of each gift, its sum.
        worth: the same, converted where one currency is asked for.
        of: of each gift, its list of things in ``lists``.
        lists: lists of things, priced.
    """

    facts: Facts
    rows: Ints
    rated: Ints
    figures: PricedGifts
    worth: Worth
    of: Ints
    lists: PricedLists

    def estimates(self, gifts: Ints) -> list[Estimate]:
        """Make the estimates of gifts."""
        codes = self.worth.currency[gifts].tolist()
        names = self.facts.names(self.rows[gifts])
        return [
            Estimate(
                entry=name, low=low, high=high, currency=self.worth.currencies[code],
                prices=self.prices(gift),
            )
            for name, gift, code in zip(names, gifts.tolist(), codes, strict=True)
            for low, high in (figures_of(self.figures, self.worth, gift),)
        ]  # fmt: skip

    def prices(self, gift: int) -> tuple[str, ...]:
        """Say at which prices the things of a gift are taken."""
        return self.lists.prices(int(self.of[gift]))


def priced_beside(
    facts: Facts, found: Verdicts, prices: Prices, ask: Ask, how: Conversion | None
) -> Beside:
    """Price what is left out only because no source puts a sum on it."""
    rows = _without_sum(facts, found) if ask.rules.estimates != "none" else np.zeros(0, np.int64)
    codes, of = numbered(facts.things[rows], len(facts.gifts.start))
    lists = PricedLists(facts.gifts, codes, prices)
    rows, of = rows[lists.known[of]], of[lists.known[of]]
    figures = lists.figures(of, facts.record[found.lead(rows, facts)], facts.releases)
    gifts = np.arange(len(rows))
    if how is None:
        worth, rated = as_printed(figures), gifts
    else:
        worth = in_one_currency(figures, gifts, how)
        rated = gifts[~worth.lacks(gifts)]
    return Beside(
        facts=facts, rows=rows, rated=rated, figures=figures, worth=worth, of=of, lists=lists
    )


def _without_sum(facts: Facts, found: Verdicts) -> Ints:
    """Entries that give things and are left out for want of a sum."""
    rows = np.flatnonzero(facts.things != NONE)
    wanted = [rule == NO_AMOUNT for rule, _ in found.known.values]
    chosen: Ints = rows[np.array(wanted, dtype=np.bool_)[found.of[rows]]]
    return chosen


class PricedLists:
    """Lists of things, each priced once, however many entries name it.

    Attributes:
        known: of each list, whether all its things have a count, and a price in one currency.
    """

    def __init__(self, gifts: Gifts, codes: Ints, prices: Prices) -> None:
        """Price the lists at some places of ``gifts``."""
        self._gifts, self._codes, self._prices = gifts, codes, prices
        counts = np.diff(gifts.start)[codes]
        self._first = np.cumsum(counts) - counts
        self._at = ragged(gifts.start[codes], counts)
        self._taken = [price_of(*thing, prices) for thing in gifts.things if len(codes)]
        self._currencies = sorted({price.currency for price in prices.values()})
        self.known = self._are_known()

    def _of(self, values: Sequence[int]) -> Ints:
        """Of each thing of each list a value of its price."""
        found: Ints = np.array(values, dtype=np.int64)[self._gifts.thing[self._at]]
        return found

    @cached_property
    def _currency(self) -> Ints:
        """Of each thing of each list the currency of its price, ``NONE`` for one without."""
        places = {code: place for place, code in enumerate(self._currencies)}
        return self._of([NONE if one is None else places[one.currency] for one in self._taken])

    def _are_known(self) -> Bools:
        known = (self._currency != NONE) & (self._gifts.low[self._at] != UNCOUNTED)
        least = np.minimum.reduceat(self._currency, self._first)
        most = np.maximum.reduceat(self._currency, self._first)
        found: Bools = np.logical_and.reduceat(known, self._first) & (least == most)
        return found

    def figures(self, of: Ints, record: Ints, releases: Sequence[SeriesAge]) -> PricedGifts:
        """Give the sums of gifts of known lists."""
        low, high, fits = self._sums()
        odd = {n: self._exactly(n) for n in np.flatnonzero(~fits & self.known).tolist()}
        day = self._of([0 if one is None else one.day.toordinal() for one in self._taken])
        is_open = np.logical_or.reduceat(self._gifts.high[self._at] == OPEN, self._first)
        for place, (_, end) in odd.items():
            is_open[place] = end is None
        currency = self._currency[self._first]
        return PricedGifts(
            low=low[of], high=high[of], open=is_open[of],
            odd={gift: odd[n] for gift, n in enumerate(of.tolist()) if n in odd} if odd else {},
            day=np.maximum.reduceat(day, self._first)[of],
            currency=currency[of], currencies=self._currencies, record=record, releases=releases,
        )  # fmt: skip

    def _sums(self) -> tuple[Ints, Ints, Bools]:
        """Both ends in hundredths, and whether they are so; 0 where not."""
        units = [None if one is None else units_of(one.unit_price) for one in self._taken]
        unit = self._of([NONE if one is None else one for one in units])
        fits = np.logical_and.reduceat(unit != NONE, self._first)
        fits &= ~marked(list(self._gifts.odd), len(self._gifts.start))[self._codes]
        ends = [self._gifts.low, self._gifts.high]
        counts = [np.maximum(end[self._at], 0) for end in ends]
        for count in counts:
            about = np.add.reduceat(count.astype(np.float64) * unit, self._first)
            fits &= np.abs(about) < _MOST
        low, high = (
            np.where(fits, np.add.reduceat(count * unit, self._first), 0) for count in counts
        )
        return low, high, fits

    def _exactly(self, place: int) -> tuple[Decimal, Decimal | None]:
        found = priced(self._gifts.items(int(self._codes[place])), self._prices)
        assert found is not None, "only what is known is asked for"
        return found.low, found.high

    @cached_property
    def _told(self) -> list[str]:
        """How each thing is priced, in words."""
        every = zip(self._gifts.things, self._taken, strict=True)
        return ["" if one is None else taken_at(name, one) for (name, _), one in every]

    def prices(self, place: int) -> tuple[str, ...]:
        """Say at which prices the things of a list are taken."""
        first, last = self._gifts.start[self._codes[place] :][:2].tolist()
        return tuple(self._told[thing] for thing in self._gifts.thing[first:last].tolist())
