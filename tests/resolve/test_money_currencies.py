"""Every currency in use by the names, signs and codes of reference data, and volatile rates."""

from __future__ import annotations

from datetime import date

import pytest
from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name, get_currency_symbol

from pledgebook.resolve.money import find_money

#: A sign that two currencies share, and a name that is a metal's.
SHARED_SIGN, METAL = {"XAF"}, {"ZWG"}


def _in_use() -> list[str]:
    """Currencies that are legal tender somewhere today, by Unicode CLDR."""
    territories = get_global("territory_currencies").values()
    return sorted({c for rows in territories for c, _, end, tender in rows if tender and not end})


def _read(text: str) -> list[tuple[str, str | None]]:
    return [(found.span.of(text), found.amount.currency) for found in find_money(text)]


@pytest.mark.parametrize("code", _in_use())
def test_names(code: str) -> None:
    one, several = (get_currency_name(code, count=n, locale="en") for n in (1, 7))
    for name in {Locale("en").currencies[code], one, several}:
        for form in {name, name.lower()}:
            read = _read(f"They paid 7.5 million {form} for it.")
            assert read == ([] if code in METAL else [(f"7.5 million {form}", code)])


@pytest.mark.parametrize("code", _in_use())
def test_code_and_sign(code: str) -> None:
    sign = get_currency_symbol(code, locale="en")
    assert _read(f"They paid {code} 7.5 million for it.") == [(f"{code} 7.5 million", code)]
    if code not in SHARED_SIGN:
        assert _read(f"They paid {sign}7.5 million for it.") == [(f"{sign}7.5 million", code)]


@pytest.mark.parametrize(
    ("text", "on", "implausible"),
    [
        ("NGN 1 billion ($2.1 million)", date(2023, 5, 1), False),
        ("NGN 1 billion ($1.1 million)", date(2023, 11, 1), False),
        ("ARS 1 billion ($4.5 million)", date(2023, 3, 1), False),
        ("NGN 1 billion ($9 million)", date(2023, 5, 1), True),
        ("CAD 55 million (US$55 million)", date(2023, 5, 1), True),
        ("€2 billion ($2.6 billion)", date(2023, 5, 1), True),
    ],
)
def test_a_rate_that_moves_far_within_a_year(text: str, on: date, implausible: bool) -> None:  # noqa: FBT001
    (mention,) = find_money(text, on=on)
    assert ("conversion-implausible" in mention.problems) == implausible


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("They sought $10m-15m yearly.", "10000000", "15000000"),
        ("It wants EUR 10-15 million packages.", "10000000", "15000000"),
        ("They asked £100-150k sums.", "100000", "150000"),
    ],
)
def test_the_second_end_needs_no_currency_after_a_dash(text: str, low: str, high: str) -> None:
    (mention,) = find_money(text)
    assert (str(mention.amount.low), str(mention.amount.high)) == (low, high)
