"""Values in plain words, never rounded."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgebook.model.values import Actor, Amount, Event, Item, Period, Quantity
from pledgebook.model.vocabulary import Bound, Per
from pledgebook.publish import names, words


def amount(
    low: str | None, high: str | None, currency: str | None, bound: Bound, per: Per = "total"
) -> Amount:
    return Amount(
        low=None if low is None else Decimal(low),
        high=None if high is None else Decimal(high),
        currency=currency,
        bound=bound,
        per=per,
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (amount("1600000000", "1600000000", "GBP", "exact"), "£1.6bn"),
        (amount("2260000000", "2260000000", "GBP", "exact"), "£2.26bn"),
        (amount("1600000000", "2200000000", "GBP", "range"), "£1.6bn–£2.2bn"),
        (amount("4500000000", None, "EUR", "at_least"), "at least €4.5bn"),
        (amount(None, "450000", "EUR", "up_to"), "up to €450,000"),
        (amount("2000000000", "2000000000", "USD", "about"), "about $2bn"),
        (amount("85000000000", "85000000000", "NOK", "exact", "year"), "NOK\u00a085bn a year"),
        (amount("1234567", "1234567", "CAD", "exact"), "C$1,234,567"),
        (amount("1500000000000", "1500000000000", "JPY", "exact"), "¥1.5trn"),
        (amount("0", "0", "EUR", "exact"), "€0"),
        (amount("12.5", "12.5", "EUR", "exact"), "€12.5"),
        (amount("3000000", "3000000", None, "exact"), "3m (currency not said)"),
    ],
)
def test_amounts_keep_their_bound_and_currency(value: Amount, expected: str) -> None:
    assert words.amount_words(value) == expected


def test_the_small_print_has_every_digit() -> None:
    value = amount("1600000000", None, "GBP", "at_least", "month")
    assert words.amount_exact(value) == "at least GBP\u00a01,600,000,000 a month"


_SIZES = {"trn": Decimal(10) ** 12, "bn": Decimal(10) ** 9, "m": Decimal(10) ** 6}


def read_back(short: str) -> Decimal:
    for word, size in _SIZES.items():
        if short.endswith(word):
            return Decimal(short.removesuffix(word).replace(",", "")) * size
    return Decimal(short.replace(",", ""))


@given(st.decimals(min_value=0, max_value=10**15, places=2))
def test_a_short_number_is_the_number(value: Decimal) -> None:
    assert read_back(words.short_number(value)) == value


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Quantity(low=Decimal(5000), high=None, bound="at_least"), "at least 5,000"),
        (Quantity(low=None, high=Decimal(31), bound="up_to"), "up to 31"),
        (Quantity(low=Decimal(2), high=Decimal(4), bound="range"), "2–4"),
        (
            Quantity(low=Decimal(200), high=Decimal(200), bound="about", unit="tonnes"),
            "about 200 tonnes",
        ),
        (Quantity(low=None, high=None), "a number not said"),
    ],
)
def test_counts_keep_their_bound(value: Quantity, expected: str) -> None:
    assert words.quantity_words(value) == expected


def test_things_periods_meetings_and_actors() -> None:
    assert words.item_words(Item(name="radar sets")) == "radar sets"
    month = Period(duration="P1M", text="one-month")
    assert words.period_words(month) == "one-month (1 month)"
    spring = Period(start=date(2025, 3, 2), end=date(2025, 4, 1), text="this spring")
    expected = "this spring (from 2 March 2025, until before 1 April 2025)"
    assert words.period_words(spring) == expected
    two_days = Event(name="summit", place="Oslo", date=date(2025, 3, 2), end_date=date(2025, 3, 3))
    assert words.event_words(two_days) == "summit, Oslo, 2 March 2025 to 3 March 2025"
    leaders = Actor(id=None, name="leaders", type="unnamed", count=18)
    assert words.actor_words(leaders) == "leaders (18)"


@pytest.mark.parametrize(
    ("duration", "expected"),
    [("P1M", "1 month"), ("P2Y6M", "2 years, 6 months"), ("PT36H", "36 hours"), ("soon", "soon")],
)
def test_durations(duration: str, expected: str) -> None:
    assert words.duration_words(duration) == expected


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a", True),
        ("http://example.org/a", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("https://example.org/ a", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(url: str | None, kept: bool) -> None:  # noqa: FBT001
    assert (words.web_address(url) is not None) == kept


def test_states_have_their_english_names_and_others_what_sources_print() -> None:
    printed = names.printed_names(
        [
            Actor(id="org:eib", name="EIB", type="organisation"),
            Actor(id="org:eib", name="EIB", type="organisation"),
            Actor(id="org:eib", name="the bank", type="organisation"),
        ]
    )
    assert names.name_of("GBR", printed) == "United Kingdom"
    assert names.name_of("org:eib", printed) == "EIB"
    assert names.name_of("org:world-bank", printed) == "world bank"
    assert names.name_of("QQQ", printed) == "QQQ"
