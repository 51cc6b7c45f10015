"""Dated rates from a file, and what is wrong with a file that is none."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.rates import Rates, rate_on, read_rates

GOOD = """date,currency,per_eur,source
2025-02-03,GBP,0.84,table A
2025-03-03,GBP,0.80,table A
2025-03-03,usd,1.05,table B
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "rates.csv"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def rates(tmp_path: Path) -> Rates:
    return read_rates(write(tmp_path, GOOD))


@pytest.mark.parametrize(
    ("currency", "day", "expected"),
    [
        ("GBP", date(2025, 3, 3), "0.80"),
        ("GBP", date(2025, 3, 10), "0.80"),
        ("GBP", date(2025, 3, 2), "0.84"),
        ("GBP", date(2025, 4, 3), "0.80"),
        ("GBP", date(2025, 4, 4), None),  # more than 31 days old
        ("GBP", date(2025, 1, 27), "0.84"),  # the first rate lies 7 days after
        ("GBP", date(2025, 1, 26), None),
        ("USD", date(2025, 3, 1), "1.05"),
        ("EUR", date(1999, 1, 1), "1"),
        ("UAH", date(2025, 3, 3), None),
    ],
)
def test_the_rate_of_a_day(rates: Rates, currency: str, day: date, expected: str | None) -> None:
    rate = rate_on(rates, currency, day)
    assert (None if rate is None else rate.per_eur) == (
        None if expected is None else Decimal(expected)
    )


def test_a_rate_says_whose_it_is(rates: Rates) -> None:
    assert str(rate_on(rates, "GBP", date(2025, 3, 5))) == "0.8 GBP per EUR of 2025-03-03 (table A)"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("date,currency\n", "no column per_eur, source"),
        (GOOD + "yesterday,GBP,1,x\n", "line 5: date 'yesterday'"),
        (GOOD + "2025-03-04,pounds,1,x\n", "line 5: currency 'pounds'"),
        (GOOD + "2025-03-04,GBP,0,x\n", "line 5: per_eur '0'"),
        (GOOD + "2025-03-04,GBP,1e,x\n", "line 5: per_eur '1e'"),
        (GOOD + "2025-03-04\n", "line 5: currency ''"),
    ],
)
def test_what_does_not_fit_is_named(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(LedgerError, match=words):
        read_rates(write(tmp_path, text))


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="cannot be read"):
        read_rates(tmp_path / "none.csv")


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "rates.csv"
    path.write_bytes(GOOD.encode() + "2025-03-04,GBP,1,caf\xe9\n".encode("latin-1"))
    with pytest.raises(LedgerError, match="UTF-8"):
        read_rates(path)
