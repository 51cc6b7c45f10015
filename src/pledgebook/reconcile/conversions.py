"""What sums of one currency come to in another, as sources print it or the caller gives it.

A conversion that one source prints holds for the same sum of the same donor in other sources: of
"£35m", "£35m ($44m)" and "$44m" the middle one says that all three are one sum.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Protocol

from pledgebook.model.claims import Commitment
from pledgebook.model.values import Amount
from pledgebook.reconcile.actors import actor_ids
from pledgebook.reconcile.announced import told_day
from pledgebook.reconcile.money import SameSum, converted, figure

_Sum = tuple[frozenset[str], str | None, Decimal | None]


class Rates(Protocol):
    """Dated rates of exchange."""

    def __call__(self, figure: Decimal, currency: str, into: str, on: date) -> Decimal | None:
        """Convert a figure at the rate of a day; None where there is no rate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversions:
    """What is known of conversions in a set of claims.

    Attributes:
        printed: conversions that sources print, by donors, currency and figure of the sum.
        rates: rates that the caller gives, if any.
        currencies: currencies that any of the claims is told in.
    """

    printed: Mapping[_Sum, tuple[Amount, ...]] = field(default_factory=dict)
    rates: Rates | None = None
    currencies: tuple[str, ...] = ()

    @classmethod
    def of(cls, claims: Iterable[Commitment], rates: Rates | None = None) -> Conversions:
        """Collect the conversions that claims print, in an order that is no matter of theirs."""
        found: dict[_Sum, set[Amount]] = {}
        currencies: set[str] = set()
        for claim in claims:
            if claim.amount is not None and claim.amount.currency is not None:
                currencies.add(claim.amount.currency)
            if claim.amount is not None and claim.amount.reported_as:
                found.setdefault(_sum(claim), set()).update(claim.amount.reported_as)
        printed = {key: tuple(sorted(sums, key=_shown)) for key, sums in found.items()}
        return cls(printed=printed, rates=rates, currencies=tuple(sorted(currencies)))

    def told(self, claim: Commitment) -> tuple[Amount, ...]:
        """Conversions that sources print of a claim's sum, its own and others'."""
        own = () if claim.amount is None else claim.amount.reported_as
        others = self.printed.get(_sum(claim), ()) if self.printed else ()
        return own if not others else (*own, *(a for a in others if a not in own))

    def at_rates(self, claim: Commitment) -> list[Amount]:
        """Give a claim's sum in the currencies of the caller's rates, on the day it was told."""
        amount, on = claim.amount, told_day(claim)
        value = None if amount is None else figure(amount)
        if self.rates is None or amount is None or value is None or on is None:
            return []
        found = (
            (into, self.rates(value, amount.currency, into, on))
            for into in self.currencies
            if amount.currency not in (None, into)
        )
        return [_point(worth, into) for into, worth in found if worth is not None]

    def same(self, one: Commitment, other: Commitment) -> SameSum | None:
        """Compare two sums of different currencies through what they are known to come to."""
        a, b = one.amount, other.amount
        if a is None or b is None or a.per != b.per or None in (a.currency, b.currency):
            return None
        if a.currency == b.currency:
            return None
        return (
            converted(a, self.told(one), b)
            or converted(b, self.told(other), a)
            or converted(a, self.at_rates(one), b, "at the rate given is")
            or converted(b, self.at_rates(other), a, "at the rate given is")
        )


def _point(value: Decimal, currency: str | None) -> Amount:
    return Amount(low=value, high=value, currency=currency)


def _sum(claim: Commitment) -> _Sum:
    amount = claim.amount
    if amount is None:
        return frozenset(), None, None
    return actor_ids(claim.donors), amount.currency, figure(amount)


def _shown(amount: Amount) -> str:
    return f"{amount.currency} {amount.low} {amount.high} {amount.bound} {amount.per}"
