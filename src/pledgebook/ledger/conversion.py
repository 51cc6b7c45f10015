"""Sums in one currency: at a release's own rates, else at dated ones; what has no rate is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from pledgebook.ledger.counting import Counted, LeftOut
from pledgebook.ledger.rates import BASE, DatedRates, rate_on
from pledgebook.ledger.releases import Releases, record_of

_CENT = Decimal("0.01")

#: How the note begins that says at which rate a sum was converted.
CONVERTED = "converted at "

#: Rule by which a sum is left out that no rate converts.
NO_RATE = "no-rate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """How sums are converted.

    Attributes:
        target: ISO 4217 code to convert to.
        rates: dated rates; None for none.
        releases: whose own rates apply to their records; None for none.
    """

    target: str
    rates: DatedRates | None
    releases: Releases | None = None


def converted(
    counted: Mapping[str, Counted], how: Conversion
) -> tuple[dict[str, Counted], list[LeftOut]]:
    """Convert what counts; gives what could not be converted apart, by the rule ``no-rate``."""
    out: dict[str, Counted] = {}
    left_out: list[LeftOut] = []
    for name, one in counted.items():
        found = in_currency(one, how)
        if isinstance(found, Counted):
            out[name] = found
        else:
            left_out.append(found)
    return out, left_out


def in_currency(one: Counted, how: Conversion) -> Counted | LeftOut:
    """Convert one sum; gives what is left out where there is no rate for it."""
    if one.currency == how.target:
        return one
    record = record_of(one.claim)
    release = None if record is None else (record.series, record.release)
    found = factor(one.currency, one.day, release, how)
    if isinstance(found, str):
        return LeftOut(entry=one.entry.id, rule=NO_RATE, reason=found)
    return _changed(one, how.target, found)


@dataclass(frozen=True, slots=True)
class Factor:
    """What sums of a currency and day, or release, are multiplied by.

    Attributes:
        times: the factor.
        used: the rates that it is made of, in words.
        whose: whose rates they are, in words behind them.
    """

    times: Decimal
    used: tuple[str, ...]
    whose: str = ""

    @property
    def note(self) -> str:
        """Say at which rates."""
        return rates_note(self.used) + self.whose

    def of(self, figure: Decimal) -> Decimal:
        """Convert a figure, to the cent."""
        return (figure * self.times).quantize(_CENT)


def rates_note(used: Iterable[str]) -> str:
    """Say at which rates a sum was converted."""
    return f"{CONVERTED}{' and '.join(used)}"


#: A release of a data set: its series and its name.
Release = tuple[str, str]


def factor(
    currency: str, day: date | None, release: Release | None, how: Conversion
) -> Factor | str:
    """Give the factor for a sum: at the rates of its own release, where it is of one that has some.

    Else at those of its day; in words why there is none.
    """
    own = None if release is None else _own(currency, release, how)
    return dated(currency, day, how) if own is None else own


def _own(currency: str, release: Release, how: Conversion) -> Factor | str | None:
    """Give the factor at a release's own rates; None where its terms are not known."""
    if how.releases is None:
        return None
    source, goal = (how.releases.rate_of(*release, code) for code in (currency, how.target))
    if source is None or goal is None:
        return None
    if source[1] is None or goal[1] is None:
        missing = currency if source[1] is None else how.target
        return f"release {source[0]} gives no rate of {missing}"
    told = tuple(
        f"{rate.normalize():f} {code} per EUR"
        for code, rate in ((currency, source[1]), (how.target, goal[1]))
        if code != BASE
    )
    return Factor(goal[1] / source[1], told, f", release {source[0]}'s own rate")


def dated(currency: str, day: date | None, how: Conversion) -> Factor | str:
    """Give the factor at dated rates; in words why there is none."""
    target, rates = how.target, how.rates
    if rates is None:
        return f"{currency} to {target}: give a file of dated rates (--rates)"
    if day is None:
        return f"{currency} to {target}: its day is not known"
    pair = rate_on(rates, currency, day), rate_on(rates, target, day)
    if pair[0] is None or pair[1] is None:
        missing = currency if pair[0] is None else target
        return f"no rate of {missing} for {day} in {rates.name}"
    used = tuple(str(rate) for rate in pair if rate is not None and rate.currency != BASE)
    return Factor(pair[1].per_eur / pair[0].per_eur, used)


def _changed(one: Counted, target: str, factor: Factor) -> Counted:
    return replace(
        one,
        low=factor.of(one.low),
        high=None if one.high is None else factor.of(one.high),
        currency=target,
        notes=(*one.notes, factor.note),
    )
