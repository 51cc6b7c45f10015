"""What gifts in kind may be worth: number times price, beside the sums that sources state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pledgebook.ledger.conversion import Conversion, in_currency
from pledgebook.ledger.counting import Counted, LeftOut
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
        counted: the estimate in the form of a counted sum.
        prices: the prices taken, each with its day, basis and source.
    """

    entry: str
    low: Decimal
    high: Decimal | None
    currency: str
    counted: Counted
    prices: tuple[str, ...]

    def converted(self, how: Conversion) -> Estimate | None:
        """Give the estimate in another currency, at the rate of the prices' day; None for none."""
        found = in_currency(self.counted, how)
        return None if isinstance(found, LeftOut) else _of(found, self.prices)

    def to_json(self) -> dict[str, Any]:
        """Write the estimate."""
        return {
            "entry": self.entry,
            "low": decimal_text(self.low),
            "high": None if self.high is None else decimal_text(self.high),
            "currency": self.currency,
            "prices": list(self.prices),
        }


def _of(counted: Counted, prices: tuple[str, ...]) -> Estimate:
    return Estimate(
        entry=counted.entry.id,
        low=counted.low,
        high=counted.high,
        currency=counted.currency,
        counted=counted,
        prices=prices,
    )


def estimated(
    left_out: Iterable[LeftOut],
    entries: Mapping[str, Entry],
    prices: Prices | None,
    rules: CountingRules,
) -> dict[str, Estimate]:
    """Estimate the entries that are left out only because no source puts a sum on them.

    A thing that is part of a sum is not estimated besides, nor is one with an unpriced thing.
    """
    if not prices or rules.estimates == "none":
        return {}
    found = {}
    for out in left_out:
        entry = entries[out.entry]
        lead = entry.lead
        if out.rule == "no-amount" and isinstance(lead, Commitment) and entry.part_of is None:
            counted = _counted(entry, lead, prices)
            if counted is not None:
                found[entry.id] = counted
    return found


def _counted(entry: Entry, lead: Commitment, prices: Prices) -> Estimate | None:
    taken = [(item, _price_of(item, prices)) for item in lead.items]
    known = [(item, price) for item, price in taken if price is not None and item.quantity]
    currencies = {price.currency for _, price in known}
    if not known or len(known) < len(taken) or len(currencies) != 1:
        return None
    lows = [_times(item, price, high=False) for item, price in known]
    highs = [_times(item, price, high=True) for item, price in known]
    told = tuple(f"{item.name}: {price}" for item, price in known)
    counted = Counted(
        entry=entry,
        claim=lead,
        stage=lead.stage,
        low=sum((low for low in lows if low is not None), Decimal(0)),
        high=None if None in highs else sum((h for h in highs if h is not None), Decimal(0)),
        currency=currencies.pop(),
        day=max(price.day for _, price in known),
        named=lead,
        notes=tuple(f"estimated, {words}" for words in told),
    )
    return _of(counted, told)


def _price_of(item: Item, prices: Prices) -> Price | None:
    by_category = None if item.category is None else prices.get(plain(item.category))
    return prices.get(plain(item.name), by_category)


def _times(item: Item, price: Price, *, high: bool) -> Decimal | None:
    quantity = item.quantity
    assert quantity is not None
    count = quantity.high if high else quantity.low
    return None if count is None else count * price.unit_price


def counted_estimates(
    counted: Mapping[str, Counted], left_out: Iterable[LeftOut], estimates: Mapping[str, Estimate]
) -> tuple[dict[str, Counted], list[LeftOut]]:
    """Let estimates count; each is noted as one."""
    rest = [out for out in left_out if out.entry not in estimates]
    return {**counted, **{name: one.counted for name, one in estimates.items()}}, rest
