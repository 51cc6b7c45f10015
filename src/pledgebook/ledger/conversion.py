"""Sums in one currency: at a release's own rates, else at dated ones; what has no rate is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from pledgebook.ledger.counting import Counted, LeftOut
from pledgebook.ledger.rates import DatedRates, Rate
from pledgebook.ledger.releases import Releases

_CENT = Decimal("0.01")


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
    note = f"converted at {' and '.join(told)}, release {source[0]}'s own rate"
    return _changed(one, target, goal[1] / source[1], note)


def _at_dated_rates(one: Counted, how: Conversion) -> Counted | LeftOut:
    target, rates = how.target, how.rates
    if rates is None:
        return _no_rate(one, f"{one.currency} to {target}: give a file of dated rates (--rates)")
    if one.day is None:
        return _no_rate(one, f"{one.currency} to {target}: its day is not known")
    pair = rates.on(one.currency, one.day), rates.on(target, one.day)
    if pair[0] is None or pair[1] is None:
        missing = one.currency if pair[0] is None else target
        return _no_rate(one, f"no rate of {missing} for {one.day} in {rates.name}")
    used = [str(rate) for rate in pair if isinstance(rate, Rate) and rate.currency != "EUR"]
    factor = pair[1].per_eur / pair[0].per_eur
    return _changed(one, target, factor, f"converted at {' and '.join(used)}")


def _changed(one: Counted, target: str, factor: Decimal, note: str) -> Counted:
    return replace(
        one,
        low=(one.low * factor).quantize(_CENT),
        high=None if one.high is None else (one.high * factor).quantize(_CENT),
        currency=target,
        notes=(*one.notes, note),
    )


def _no_rate(one: Counted, reason: str) -> LeftOut:
    return LeftOut(entry=one.entry.id, rule="no-rate", reason=reason)
