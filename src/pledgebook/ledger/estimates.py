"""What gifts in kind may be worth: number times price, beside the sums that sources state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from pledgebook.ledger.conversion import Conversion, in_currency
from pledgebook.ledger.counting import NO_AMOUNT, Counted, LeftOut
from pledgebook.ledger.prices import Price, Prices, plain
from pledgebook.ledger.rules import CountingRules
from pledgebook.model.claims import Commitment
from pledgebook.model.entries import Entry
from pledgebook.model.plain import decimal_text
from pledgebook.model.values import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """What one entry's things may be worth.

    Attributes:
        entry: its id.
        low, high: the estimate in ``currency``; high None where a count is open upwards.
        currency: ISO 4217 code.
        prices: the prices taken, each with its day, basis and source.
    """

    entry: str
    low: Decimal
    high: Decimal | None
    currency: str
    prices: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Write the estimate."""
        return {
            "entry": self.entry,
            "low": decimal_text(self.low),
            "high": None if self.high is None else decimal_text(self.high),
            "currency": self.currency,
            "prices": list(self.prices),
        }


@dataclass(frozen=True, slots=True)
class InKind:
    """An estimate in the form of a counted sum, and the prices taken."""

    counted: Counted
    prices: tuple[str, ...]

    def converted(self, how: Conversion) -> InKind | None:
        """Give the estimate in another currency, at the rate of the prices' day; None for none."""
        found = in_currency(self.counted, how)
        return None if isinstance(found, LeftOut) else replace(self, counted=found)

    @property
    def estimate(self) -> Estimate:
        """Give it as it stands beside a sum."""
        one = self.counted
        return Estimate(
            entry=one.entry.id, low=one.low, high=one.high, currency=one.currency,
            prices=self.prices,
        )  # fmt: skip


def estimated(
    left_out: Iterable[LeftOut],
    entries: Mapping[str, Entry],
    prices: Prices | None,
    rules: CountingRules,
) -> dict[str, InKind]:
    """Estimate the entries that are left out only because no source puts a sum on them.

    A thing that is part of a sum is not estimated besides, nor is one with an unpriced thing.
    """
    if not prices or rules.estimates == "none":
        return {}
    found = {}
    for out in left_out:
        entry = entries[out.entry]
        lead = entry.lead
        if out.rule == NO_AMOUNT and isinstance(lead, Commitment) and entry.part_of is None:
            worth = priced(lead.items, prices)
            if worth is not None:
                found[entry.id] = _in_kind(entry, lead, worth)
    return found


def _in_kind(entry: Entry, lead: Commitment, worth: Priced) -> InKind:
    counted = Counted(
        entry=entry,
        claim=lead,
        stage=lead.stage,
        low=worth.low,
        high=worth.high,
        currency=worth.currency,
        day=worth.day,
        named=lead,
        notes=tuple(f"estimated, {words}" for words in worth.prices),
    )
    return InKind(counted, worth.prices)


@dataclass(frozen=True, slots=True, kw_only=True)
class Priced:
    """What things cost.

    Attributes:
        low, high: number times price; high None where a count is open upwards.
        currency: that of all prices.
        day: the day of the newest price.
        prices: the prices taken.
    """

    low: Decimal
    high: Decimal | None
    currency: str
    day: date
    prices: tuple[str, ...]


def priced(items: Sequence[Item], prices: Prices) -> Priced | None:
    """Price things; None unless all have a count, and a price in one and the same currency."""
    taken = [(item, price_of(item.name, item.category, prices)) for item in items]
    known = [(item, price) for item, price in taken if price is not None and item.quantity]
    currencies = {price.currency for _, price in known}
    if not known or len(known) < len(taken) or len(currencies) != 1:
        return None
    lows = [_times(item, price, high=False) for item, price in known]
    highs = [_times(item, price, high=True) for item, price in known]
    return Priced(
        low=sum((low for low in lows if low is not None), Decimal(0)),
        high=None if None in highs else sum((h for h in highs if h is not None), Decimal(0)),
        currency=currencies.pop(),
        day=max(price.day for _, price in known),
        prices=tuple(taken_at(item.name, price) for item, price in known),
    )


def taken_at(name: str, price: Price) -> str:
    """Say at which price a thing is taken."""
    return f"{name}: {price}"


def price_of(name: str, category: str | None, prices: Prices) -> Price | None:
    """Give the price of a thing by its name, else by its category."""
    by_category = None if category is None else prices.get(plain(category))
    return prices.get(plain(name), by_category)


def _times(item: Item, price: Price, *, high: bool) -> Decimal | None:
    quantity = item.quantity
    assert quantity is not None
    count = quantity.high if high else quantity.low
    return None if count is None else count * price.unit_price


def counted_estimates(
    counted: Mapping[str, Counted], left_out: Iterable[LeftOut], estimates: Mapping[str, InKind]
) -> tuple[dict[str, Counted], list[LeftOut]]:
    """Let estimates count; each is noted as one."""
    rest = [out for out in left_out if out.entry not in estimates]
    return {**counted, **{name: one.counted for name, one in estimates.items()}}, rest
