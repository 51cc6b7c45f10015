"""Sums in one currency: at a release's own rates, else at dated ones; what has no rate is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from pledgebook.ledger.counting import Counted, LeftOut
from pledgebook.ledger.rates import BASE, DatedRates, Rate, rate_on
from pledgebook.ledger.releases import Releases

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
    own = None if how.releases is None else _at_own_rates(one, how.target, how.releases)
    return _at_dated_rates(one, how) if own is None else own


def _at_own_rates(one: Counted, target: str, releases: Releases) -> Counted | LeftOut | None:
    """Convert at the rates of the claim's own release; None where it is of none."""
    source, goal = (releases.rate(one.claim, code) for code in (one.currency, target))
    if source is None or goal is None:
        return None
    if source[1] is None or goal[1] is None:
        missing = one.currency if source[1] is None else target
        return _no_rate(one, f"release {source[0]} gives no rate of {missing}")
    told = [
        f"{rate.normalize():f} {code} per EUR"
        for code, rate in ((one.currency, source[1]), (target, goal[1]))
        if code != "EUR"
    ]
    note = f"{CONVERTED}{' and '.join(told)}, release {source[0]}'s own rate"
    return _changed(one, target, goal[1] / source[1], note)


def _at_dated_rates(one: Counted, how: Conversion) -> Counted | LeftOut:
    found = dated(one.currency, one.day, how)
    if isinstance(found, str):
        return _no_rate(one, found)
    return _changed(one, how.target, found.times, found.note)


@dataclass(frozen=True, slots=True)
class Factor:
    """What sums of a currency and day are multiplied by, and the rates that it is made of."""

    times: Decimal
    used: tuple[Rate, ...]

    @property
    def note(self) -> str:
        """Say at which rates."""
        return rates_note(map(str, self.used))

    def of(self, figure: Decimal) -> Decimal:
        """Convert a figure, to the cent."""
        return _in_cents(figure, self.times)


def rates_note(used: Iterable[str]) -> str:
    """Say at which rates a sum was converted."""
    return f"{CONVERTED}{' and '.join(used)}"


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
    used = tuple(rate for rate in pair if rate is not None and rate.currency != BASE)
    return Factor(pair[1].per_eur / pair[0].per_eur, used)


def _changed(one: Counted, target: str, factor: Decimal, note: str) -> Counted:
    return replace(
        one,
        low=_in_cents(one.low, factor),
        high=None if one.high is None else _in_cents(one.high, factor),
        currency=target,
        notes=(*one.notes, note),
    )


def _in_cents(figure: Decimal, factor: Decimal) -> Decimal:
    return (figure * factor).quantize(_CENT)


def _no_rate(one: Counted, reason: str) -> LeftOut:
    return LeftOut(entry=one.entry.id, rule=NO_RATE, reason=reason)
