"""Signs that a damaged page left undecoded still carry their currency, at exact offsets."""

from __future__ import annotations

import pytest

from pledgebook.resolve.money import find_money

LINES = [
    ("a further &pound;1.6bn of finance", "&pound;1.6bn", "GBP"),
    ("up to &euro;500 million", "&euro;500 million", "EUR"),
    ("some &yen;3,000 were paid", "&yen;3,000", "JPY"),
]


@pytest.mark.parametrize(("text", "quote", "currency"), LINES)
def test_entities(text: str, quote: str, currency: str) -> None:
    (mention,) = find_money(text)
    assert mention.span.of(text) == quote
    assert mention.amount.currency == currency


@pytest.mark.parametrize("text", ["two of them; 500 left", "see note (a); 12 pages", "x & y; 40"])
def test_a_semicolon_is_no_sign(text: str) -> None:
    assert find_money(text) == ()
