"""The rule that compares readers of values with other libraries is the same for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from values_peers import PEERS, Finding
from values_shares import Score, labels

SUM = {"low": "1600000000", "high": "1600000000", "currency": "GBP", "bound": "exact"}
LINE: dict[str, Any] = {
    "text": "Oslo gave £1.6bn, then £1.6bn more, in 2024 and on 3 May 2025.",
    "published": "2025-06-01",
    "expect": [
        {"quote": "£1.6bn", "nth": 0, **SUM},
        {"quote": "£1.6bn", "nth": 1, **SUM},
    ],
}
DATES = {
    **LINE,
    "expect": [
        {"quote": "2024", "nth": 0, "from": "2024-01-01", "until": "2025-01-01"},
        {"quote": "3 May 2025", "nth": 0, "from": "2025-05-03", "until": "2025-05-04"},
    ],
}


def finder(*found: Finding) -> Callable[[str, date], Iterator[Finding]]:
    return lambda _text, _on: iter(found)


def test_a_label_stands_at_the_place_that_it_names() -> None:
    assert [label.start for label in labels("money", LINE)] == [10, 23]


def test_only_single_days_are_asked_for() -> None:
    assert [label.day for label in labels("dates", DATES)] == [date(2025, 5, 3)]


def test_found_right_and_beside_are_three_things() -> None:
    whole = (Decimal(1_600_000_000),)
    find = finder(
        Finding(start=10, end=16, numbers=whole, currency="GBP"),
        Finding(start=23, end=27, numbers=(Decimal("1.6"),), currency="£"),
        Finding(start=39, end=43, numbers=(Decimal(2024),)),
    )
    assert Score.of("money", find, [LINE]) == Score(labels=2, found=2, right=1, alone=2, beside=1)


def test_the_sign_as_printed_is_a_currency_and_another_code_is_not() -> None:
    whole = (Decimal(1_600_000_000),)
    sign = finder(Finding(start=10, end=16, numbers=whole, currency="£"))
    code = finder(Finding(start=10, end=16, numbers=whole, currency="EUR"))
    assert Score.of("money", sign, [LINE]).right == 1
    assert Score.of("money", code, [LINE]).right == 0


def test_a_date_beside_the_asked_ones_is_no_fault_where_it_is_labelled() -> None:
    day, year = date(2025, 5, 3), date(2024, 1, 1)
    find = finder(Finding(start=39, end=43, day=year), Finding(start=51, end=61, day=day))
    assert Score.of("dates", find, [DATES]) == Score(labels=1, found=1, right=1, alone=1, beside=0)


def test_a_library_that_is_not_there_has_no_version() -> None:
    assert {peer.name for peer in PEERS} == {"price-parser", "quantulum3", "dateparser"}
    for peer in PEERS:
        assert peer.installed or peer.title == peer.name
