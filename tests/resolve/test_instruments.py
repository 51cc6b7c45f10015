"""Instruments that only one state or organisation has; all sentences are our own."""

from __future__ import annotations

import pytest

from pledgebook.resolve.instruments import find_instruments

FOUND = [
    ("The 25th Presidential Drawdown was signed.", [("Presidential Drawdown", "USA")]),
    ("It came under USAI.", [("USAI", "USA")]),
    ("The macro-financial\nassistance was paid.", [("macro-financial\nassistance", "org:eu")]),
    ("A Nansen Programme for Ukraine.", [("Nansen Programme", "NOR")]),
    ("The president drew down troops.", []),
    ("Financing of foreign military sales.", []),
    ("USAID gave food.", []),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_whose_instrument_it_is(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(text[s.start : s.end], actor.id) for s, actor in find_instruments(text)]
    assert found == expected
