"""What sums of one currency come to in another, as sources print it.

A conversion that one source prints holds for the same sum of the same donor in other sources: of
"£35m", "£35m ($44m)" and "$44m" the middle one says that all three are one sum. Rates of exchange
are not looked up: a book would fold otherwise with another package of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from pledgebook.model.claims import Commitment
from pledgebook.model.values import Amount
from pledgebook.reconcile.actors import actor_ids
from pledgebook.reconcile.money import SameSum, converted, figure

_Sum = tuple[frozenset[str], str | None, Decimal | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversions:
    """What is known of conversions in a set of claims.

    Attributes:
        printed: conversions that sources print, by donors, currency and figure of the sum.
    """

    printed: Mapping[_Sum, tuple[Amount, ...]] = field(default_factory=dict)

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

    def same(self, one: Commitment, other: Commitment) -> SameSum | None:
        """Compare two sums of different currencies through what they are known to come to."""
        a, b = one.amount, other.amount
        if a is None or b is None or a.per != b.per or None in (a.currency, b.currency):
            return None
        if a.currency == b.currency:
            return None
        return converted(a, self.told(one), b) or converted(b, self.told(other), a)


def sum_key(claim: Commitment) -> _Sum:
    """Give what a printed conversion is known by: donors, currency and figure of the sum."""
    amount = claim.amount
    if amount is None:
        return frozenset(), None, None
    return actor_ids(claim.donors), amount.currency, figure(amount)


def _shown(amount: Amount) -> str:
    return f"{amount.currency} {amount.low} {amount.high} {amount.bound} {amount.per}"
