"""What sums of one currency come to in another, as sources print it.

A conversion that one source prints holds for the same sum of the same donor in other sources: of
"£35m", "£35m ($44m)" and "$44m" the middle one says that all three are one sum. It holds for what
rounds that sum, or is rounded by it ("£35.2m"), less surely. Rates of exchange are not looked up: a
book would fold otherwise with another package of them.
"""

from __future__ import annotations

import dataclasses
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from pledgebook.model.claims import Commitment
from pledgebook.model.values import Amount
from pledgebook.reconcile.actors import actor_ids
from pledgebook.reconcile.matching import Level
from pledgebook.reconcile.money import ROUNDING, SameSum, converted, figure, rounds

_Side = tuple[frozenset[str], str | None]
_Sum = tuple[frozenset[str], str | None, Decimal | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversions:
    """What is known of conversions in a set of claims.

    Attributes:
        printed: conversions that sources print, by donors, currency and figure of the sum.
    """

    printed: Mapping[_Sum, tuple[Amount, ...]] = field(default_factory=dict)
    _figures: dict[_Side, list[Decimal]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """List the figures of which something is printed, by donors and currency."""
        for donors, currency, value in self.printed:
            if value is not None:
                self._figures.setdefault((donors, currency), []).append(value)
        for values in self._figures.values():
            values.sort()

    @classmethod
    def of(cls, claims: Iterable[Commitment]) -> Conversions:
        """Collect the conversions that claims print, in an order that is no matter of theirs."""
        found: dict[_Sum, set[Amount]] = {}
        for claim in claims:
            if claim.amount is not None and claim.amount.reported_as:
                found.setdefault(sum_key(claim), set()).update(claim.amount.reported_as)
        return cls(printed={key: tuple(sorted(s, key=_shown)) for key, s in found.items()})

    def told(self, claim: Commitment) -> tuple[Amount, ...]:
        """Conversions that sources print of a claim's sum, its own and others'."""
        own = () if claim.amount is None else claim.amount.reported_as
        others = self.printed.get(sum_key(claim), ()) if self.printed else ()
        return own if not others else (*own, *(a for a in others if a not in own))

    def near(self, claim: Commitment) -> list[_Sum]:
        """Sums of which a conversion is printed that round a claim's sum, or are rounded by it."""
        donors, currency, value = sum_key(claim)
        figures = self._figures.get((donors, currency), [])
        if value is None or not figures:
            return []
        first = bisect_left(figures, value * (1 - ROUNDING))
        last = bisect_right(figures, value / (1 - ROUNDING))
        return [(donors, currency, n) for n in figures[first:last] if rounds(n, value)]

    def rounded(self, claim: Commitment) -> tuple[Amount, ...]:
        """Conversions that sources print of a sum that rounds a claim's, or is rounded by it."""
        return tuple(worth for key in self.near(claim) for worth in self.printed[key])

    def same(self, one: Commitment, other: Commitment) -> SameSum | None:
        """Compare two sums of different currencies through what they are known to come to."""
        a, b = one.amount, other.amount
        if a is None or b is None or a.per != b.per or None in (a.currency, b.currency):
            return None
        if a.currency == b.currency:
            return None
        exact = converted(a, self.told(one), b) or converted(b, self.told(other), a)
        return exact or self._through_rounding(one, other) or self._through_rounding(other, one)

    def _through_rounding(self, one: Commitment, other: Commitment) -> SameSum | None:
        assert one.amount is not None
        assert other.amount is not None
        found = converted(one.amount, self.rounded(one), other.amount)
        if found is None:
            return None
        reason = found.reason.replace(" is printed as ", " is printed rounded as ")
        return dataclasses.replace(found, level=Level.NEAR, reason=reason)


def sum_key(claim: Commitment) -> _Sum:
    """Give what a printed conversion is known by: donors, currency and figure of the sum."""
    amount = claim.amount
    if amount is None:
        return frozenset(), None, None
    return actor_ids(claim.donors), amount.currency, figure(amount)


def _shown(amount: Amount) -> str:
    return f"{amount.currency} {amount.low} {amount.high} {amount.bound} {amount.per}"
