"""One sum printed in several currencies, and the check of the printed rate."""

from datetime import date
from decimal import Decimal

import pytest

from pledgebook.resolve.money import find_money
from pledgebook.resolve.rates import rate_gap

PAIRS = [
    ("£1.6bn ($2bn)", "GBP", [("2000000000", "USD")]),
    ("£1.6bn ($2bn, €1.9bn)", "GBP", [("2000000000", "USD"), ("1900000000", "EUR")]),
    ("£1.6bn ($2bn; €1.9bn)", "GBP", [("2000000000", "USD"), ("1900000000", "EUR")]),
    ("€500 million (about $540 million)", "EUR", [("540000000", "USD")]),
    ("€500 million, or $540 million,", "EUR", [("540000000", "USD")]),
    ("€500m — about $540m —", "EUR", [("540000000", "USD")]),
    ("USD 500 million / EUR 460 million", "USD", [("460000000", "EUR")]),
    ("SEK 1.3bn/EUR 115m", "SEK", [("115000000", "EUR")]),
    ("SEK 16 billion in aid (about €1.4bn)", "SEK", [("1400000000", "EUR")]),
    ("20 billion yen, equivalent to about 130 million euros", "JPY", [("130000000", "EUR")]),
    ("NOK 200 million (approx. USD 19m)", "NOK", [("19000000", "USD")]),
    ("85 billion Norwegian crowns ($7.9 billion)", "NOK", [("7900000000", "USD")]),
    ("US$20,000 per year (equivalent to EUR 18,500)", "USD", [("18500", "EUR")]),
    ("CZK 60 million [EUR 2.4 million]", "CZK", [("2400000", "EUR")]),
    ("5 million euros (EUR 5 million)", "EUR", [("5000000", "EUR")]),
    ("$1.2-1.5 billion (€1.1-1.4bn)", "USD", [("1100000000", "EUR")]),
    ("1,2 млрд євро (1,3 млрд доларів)", "EUR", [("1300000000", "USD")]),
    ("1,2 Milliarden Euro (rund 1,3 Milliarden Dollar)", "EUR", [("1300000000", "USD")]),
    ("C$500 million (US$370m)", "CAD", [("370000000", "USD")]),
    ("¥15 billion ($100m)", "JPY", [("100000000", "USD")]),
    ("Rs 500 crore ($60 million)", "INR", [("60000000", "USD")]),
]


@pytest.mark.parametrize(("text", "currency", "reported"), PAIRS, ids=[p[0] for p in PAIRS])
def test_a_conversion_is_no_second_sum(
    text: str, currency: str, reported: list[tuple[str, str]]
) -> None:
    (mention,) = find_money(text)
    assert mention.amount.currency == currency
    said = [(str(a.low), a.currency) for a in mention.amount.reported_as]
    assert said == reported
    assert len(mention.reported_spans) == len(reported)
    assert all(mention.span.end <= span.start for span in mention.reported_spans)
    assert "conversion-implausible" not in mention.problems


TWO_SUMS = [
    "£1.6bn and $2bn",
    "€5 million from Oslo. $5.4 million from Bergen",
    "€5 million (plus $2 million in loans)",
    "€5 million for schools and $9 million for roads",
    "€5 million (of which $2 million is new)",
    "$2.99, $2.87",
    "€5 million to Oslo (which had asked for $90 million)",
]


@pytest.mark.parametrize("text", TWO_SUMS)
def test_two_sums_stay_two(text: str) -> None:
    assert [m.amount.reported_as for m in find_money(text)] == [(), ()]


WRONG = [
    "CAD55 million (US$55 million)",
    "£1.6bn ($5bn)",
    "€500 million ($54 million)",
    "NOK 200 million (€200 million)",
    "$10 million (US$7.5 million)",
    "€100 million, or $150 million,",
]


@pytest.mark.parametrize("text", WRONG)
@pytest.mark.parametrize("on", [None, date(2023, 6, 1), date(2025, 3, 2)])
def test_a_conversion_far_off_the_rate_is_a_problem(text: str, on: date | None) -> None:
    (mention,) = find_money(text, on=on)
    assert "conversion-implausible" in mention.problems


def test_the_rate_is_that_of_the_year() -> None:
    text = "1 billion hryvnias (€62 million)"
    assert find_money(text, on=date(2014, 6, 1))[0].problems == ()
    assert find_money(text, on=date(2024, 6, 1))[0].problems == ("conversion-implausible",)


def test_a_conversion_settles_which_crowns_are_meant() -> None:
    (mention,) = find_money("100 million kroner ($14 million)", on=date(2023, 5, 1))
    assert mention.amount.currency == "DKK"
    assert mention.problems == ("currency-assumed",)
    (open_,) = find_money("100 million kroner ($9.5 million)", on=date(2023, 5, 1))
    assert open_.amount.currency is None  # Swedish and Norwegian ones fit alike


def test_gap_is_a_share_of_the_smaller_side() -> None:
    on = date(2023, 1, 1)
    assert rate_gap(Decimal(100), "EUR", Decimal("195.6"), "BGN", on) == 0
    assert rate_gap(Decimal(100), "EUR", Decimal("391.2"), "BGN", on) == 1
    assert rate_gap(Decimal(100), "EUR", Decimal("97.8"), "BGN", on) == 1
    assert rate_gap(Decimal(100), "EUR", Decimal(1), "XDR", on) is None
    assert rate_gap(Decimal(0), "EUR", Decimal(1), "USD", on) is None
