"""What figures of a currency and day are multiplied by: as ``conversion.dated`` has it, for all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from pledgebook.ledger.conversion import Conversion, Factor, dated, rates_note
from pledgebook.ledger.kept.codes import numbered
from pledgebook.ledger.kept.facts import NONE, Facts, Ints
from pledgebook.ledger.rates import BASE, DatedRates, Series

Floats = NDArray[np.float64]

#: Rates beyond this, and beyond what it is the inverse of, are multiplied as decimals.
_LEAST = 1e-100


@dataclass(frozen=True, eq=False)
class Factors:
    """The factors of currencies and days, each made when it is looked at.

    Attributes:
        currencies, days: of each, its currency and the ordinal of its day, 0 where it is not known.
        lacking: of each, whether no rates give it.
        times: of each, in binary; 0 where none is given, infinite where it is not exact enough.
        used: of each, the places of the two rates it is made of.
        how: the rates.
    """

    currencies: Sequence[str]
    days: Sequence[int]
    lacking: NDArray[np.bool_]
    times: Floats
    used: tuple[Ints, Ints]
    how: Conversion

    @classmethod
    def of(cls, facts: Facts, rows: Ints, how: Conversion) -> tuple[Factors, Ints]:
        """Give the factors of claims, and of each claim its place among them."""
        code, day = facts.currency[rows], facts.day[rows]
        last = int(day.max(initial=0))
        first = int(day.min(initial=last, where=day > 0)) - 1  # 0 stays apart from the first day
        width = max(last - first, 0) + 1
        short = np.where(day > 0, day - first, 0)
        pairs, place = numbered(code * width + short, width * len(facts.currencies))
        codes, days = np.divmod(pairs, width)
        days = np.where(days > 0, days + first, 0)
        names = [facts.currencies[number] for number in codes.tolist()]
        target = _Found.of(how.rates, [how.target], np.zeros_like(codes), days)
        source = _Found.of(how.rates, facts.currencies, codes, days)
        lacking = np.isnan(source.per_euro) | np.isnan(target.per_euro)
        with np.errstate(all="ignore"):
            times = np.where(lacking, 0.0, target.per_euro / source.per_euro)
        times[~lacking & ~(source.usual & target.usual)] = np.inf
        used = source.place, target.place
        return cls(names, days.tolist(), lacking, times, used, how), place

    def __getitem__(self, code: int) -> Factor | str:
        """Give a factor; in words why there is none."""
        day = self.days[code]
        return dated(self.currencies[code], date.fromordinal(day) if day else None, self.how)

    def notes(self, codes: Iterable[int]) -> list[str]:
        """Say of factors, all of which rates give, at which rates they convert."""
        source, target = (places.tolist() for places in self.used)
        pairs = [((self.currencies[n], source[n]), (self.how.target, target[n])) for n in codes]
        words = {rate: self._words(*rate) for rate in set(chain.from_iterable(pairs))}
        return [rates_note(words[a] + words[b]) for a, b in pairs]

    def _words(self, currency: str, place: int) -> tuple[str, ...]:
        """A rate in words; none of the euro."""
        if currency == BASE or self.how.rates is None:
            return ()
        return (str(self.how.rates.series(currency).rates[place]),)


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """Rates of currencies and days.

    Attributes:
        place: their places in the series of their currency; ``NONE`` for the euro, and for none.
        per_euro: units for one euro; nan where there is no rate.
        usual: whether they are as exact in binary as figures are.
    """

    place: Ints
    per_euro: Floats
    usual: NDArray[np.bool_]

    @classmethod
    def of(
        cls, rates: DatedRates | None, currencies: Sequence[str], codes: Ints, days: Ints
    ) -> _Found:
        place = np.full(len(days), NONE, dtype=np.int64)
        per_euro = np.full(len(days), np.nan)
        for number in np.unique(codes).tolist():
            own = codes == number
            if currencies[number] == BASE:
                per_euro[own] = 1.0
            if rates is None or currencies[number] == BASE:
                continue
            series = rates.series(currencies[number])
            place[own] = _places(series, days[own])
            used, at = numbered(place[own] - NONE, len(series.days) + 1)
            told = [
                float(series.rates[n].per_eur) if n != NONE else np.nan
                for n in (used + NONE).tolist()
            ]
            per_euro[own] = np.array(told)[at]
        per_euro[days == 0] = np.nan
        return cls(place, per_euro, (per_euro > _LEAST) & (per_euro < 1 / _LEAST))


def _places(series: Series, days: Ints) -> Ints:
    """Of days the places of their rates, as ``Series.on`` finds them; ``NONE`` where none holds."""
    far = 2**40
    told = np.array([-far, *series.ordinals, far], dtype=np.int64)
    after = np.searchsorted(told, days, side="right")
    holds = days - told[after - 1] <= series.oldest
    just_after = told[after] - days <= series.after
    return np.where(holds, after - 2, np.where(just_after, after - 1, NONE))
