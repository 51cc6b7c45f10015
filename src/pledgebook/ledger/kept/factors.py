"""What figures of a currency and day are multiplied by: as ``conversion.dated`` has it, for all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from pledgebook.ledger.conversion import Conversion, Factor, Release, factor, rates_note
from pledgebook.ledger.kept.codes import different, numbered
from pledgebook.ledger.kept.facts import NONE, Figures, Ints
from pledgebook.ledger.rates import BASE, DatedRates, Rate, Series
from pledgebook.ledger.releases import SeriesAge

Floats = NDArray[np.float64]

#: Rates beyond this, and beyond what it is the inverse of, are multiplied as decimals.
_LEAST = 1e-100


@dataclass(frozen=True, eq=False)
class Factors:
    """The factors of currencies and days, or of currencies and releases with rates of their own.

    Each is made when it is looked at.

    Attributes:
        currencies, days: of each, its currency and the ordinal of its day, 0 where it is not known.
        releases: of each, the release whose own rates give it; None for dated rates.
        lacking: of each, whether no rates give it.
        times: of each, in binary; 0 where none is given, infinite where it is not exact enough.
        used: of each at dated rates, the places of the two rates it is made of.
        how: the rates.
    """

    currencies: Sequence[str]
    days: Sequence[int]
    releases: Sequence[Release | None]
    lacking: NDArray[np.bool_]
    times: Floats
    used: tuple[Ints, Ints]
    how: Conversion

    @classmethod
    def of(cls, figures: Figures, rows: Ints, how: Conversion) -> tuple[Factors, Ints]:
        """Give the factors of figures, and of each figure its place among them."""
        code, day = figures.currency[rows], figures.day[rows]
        last = int(day.max(initial=0))
        first = int(day.min(initial=last, where=day > 0)) - 1  # 0 stays apart from the first day
        width = max(last - first, 0) + 1
        own = _with_rates(figures, how)[figures.record[rows]]
        when = np.where(own == NONE, np.where(day > 0, day - first, 0), width + own)
        width_of_all = width + len(figures.releases)
        pairs, place = numbered(code * width_of_all + when, width_of_all * len(figures.currencies))
        codes, when = np.divmod(pairs, width_of_all)
        days = np.where((when > 0) & (when < width), when + first, 0)
        releases = [
            _release(figures.releases[n - width]) if n >= width else None for n in when.tolist()
        ]
        return cls._made(figures.currencies, codes, days, releases, how), place

    @classmethod
    def _made(
        cls,
        currencies: Sequence[str],
        codes: Ints,
        days: Ints,
        releases: Sequence[Release | None],
        how: Conversion,
    ) -> Factors:
        names = [currencies[number] for number in codes.tolist()]
        target = _Found.of(how.rates, [how.target], np.zeros_like(codes), days)
        source = _Found.of(how.rates, currencies, codes, days)
        lacking = np.isnan(source.per_euro) | np.isnan(target.per_euro)
        with np.errstate(all="ignore"):
            times = np.where(lacking, 0.0, target.per_euro / source.per_euro)
        times[~lacking & ~(source.usual & target.usual)] = np.inf
        found = cls(
            names, days.tolist(), releases, lacking, times, (source.place, target.place), how
        )
        for place in (n for n, release in enumerate(releases) if release is not None):
            lacking[place], times[place] = _binary(found[place])
        return found

    def __getitem__(self, code: int) -> Factor | str:
        """Give a factor; in words why there is none."""
        day = self.days[code]
        when = date.fromordinal(day) if day else None
        return factor(self.currencies[code], when, self.releases[code], self.how)

    def notes(self, codes: Iterable[int]) -> list[str]:
        """Say of factors, all of which rates give, at which rates they convert."""
        wanted = list(codes)
        source, target = (places.tolist() for places in self.used)
        own = {
            n: found.note
            for n in wanted
            if self.releases[n] is not None and isinstance(found := self[n], Factor)
        }
        pairs = {
            n: ((self.currencies[n], source[n]), (self.how.target, target[n]))
            for n in wanted
            if n not in own  # whose currencies may have no dated rates at all
        }
        words = self._words(set(chain.from_iterable(pairs.values())))
        dated = {n: rates_note(words[a] + words[b]) for n, (a, b) in pairs.items()}
        return [own[n] if n in own else dated[n] for n in wanted]

    def _words(self, rates: Iterable[tuple[str, int]]) -> dict[tuple[str, int], tuple[str, ...]]:
        """Rates in words, by currency and place; none of the euro."""
        found: dict[tuple[str, int], tuple[str, ...]] = {}
        told: dict[str, Sequence[Rate]] = {}
        for currency, place in rates:
            if currency == BASE or self.how.rates is None:
                found[currency, place] = ()
                continue
            if currency not in told:
                told[currency] = self.how.rates.series(currency).rates
            found[currency, place] = (str(told[currency][place]),)
        return found


def _release(age: SeriesAge) -> Release:
    return age[0], age[1][1]


def _with_rates(figures: Figures, how: Conversion) -> Ints:
    """Of each release of some figures its place, ``NONE`` where it has no rates of its own.

    ``NONE`` again stands last, for what is of no release.
    """
    known = () if how.releases is None else figures.releases
    of = [
        place if how.releases and how.releases.rate_of(*_release(age), BASE) else NONE
        for place, age in enumerate(known)
    ]
    return np.array([*of, *[NONE] * (len(figures.releases) - len(of)), NONE], dtype=np.int64)


def _binary(found: Factor | str) -> tuple[bool, float]:
    """Say whether a factor lacks, and give it in binary; infinite where it is not exact enough."""
    if isinstance(found, str):
        return True, 0.0
    return False, float(found.times) if _LEAST < found.times < 1 / _LEAST else np.inf


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
        for number in different(codes).tolist():
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
