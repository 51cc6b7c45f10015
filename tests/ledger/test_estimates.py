"""Gifts in kind: estimated by a list of prices, beside the stated sums, never in them unasked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from promise_builders import Text, amount, item
from test_totals import Folded

from pledgebook.ledger import tally
from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.prices import read_prices
from pledgebook.ledger.rates import Rate, Rates
from pledgebook.ledger.rules import counting_rules
from pledgebook.ledger.totals import Totals, TotalsQuery, totals
from pledgebook.model.claims import Claim

DAY = date(2025, 3, 3)
HEAD = "item,unit_price,currency,basis,source,date\n"


@pytest.fixture
def prices(tmp_path: Path) -> Path:
    path = tmp_path / "prices.csv"
    path.write_text(
        HEAD + "Field tent,100,EUR,list price,a catalogue,2025-01-01\n"
        "field tents,120,EUR,list price,a catalogue,2025-02-01\n"
        "stretcher,10,USD,replacement,a ministry,2025-02-01\n",
        encoding="utf-8",
    )
    return path


def gifts() -> list[Claim]:
    return [
        Text("Money.", published=DAY).commitment(amount=amount("5000", "EUR")),
        Text("Tents.", published=DAY).commitment(items=(item("field tents", 18),)),
        Text("Tents and a secret.", published=DAY).commitment(
            items=(item("field tents", 2), item("something else", 3))
        ),
        Text("Stretchers.", published=DAY).commitment(items=(item("stretchers", 50),)),
    ]


def ask(prices: Path, *, rules: str = "default", rates: Rates | None = None) -> Totals:
    asked = TotalsQuery(rules=rules, currency="EUR", rates=rates, prices=read_prices(prices))
    return totals(Folded(gifts()), asked)


def test_estimates_stand_beside_the_sum(prices: Path) -> None:
    (row,) = ask(prices).to_json()
    assert (row["low"], row["high"], len(row["entries"])) == ("5000", "5000", 1)
    assert (row["estimated_low"], row["estimated_high"]) == ("2160", "2160")
    (one,) = row["estimates"]
    told = "field tents: 120 EUR each of 2025-02-01 (list price, a catalogue)"
    assert one["prices"] == [told]
    assert {left["rule"] for left in row["left_out"]} == {"no-amount"}


def test_an_estimate_is_converted_at_the_day_of_its_price(prices: Path) -> None:
    rates = Rates([Rate(currency="USD", day=date(2025, 2, 1), per_eur=Decimal(2), source="t")])
    (row,) = ask(prices, rates=rates).to_json()
    assert row["estimated_low"] == "2410"


def test_rules_may_show_none(prices: Path) -> None:
    (row,) = ask(prices, rules="strict").to_json()
    assert (row["estimated_low"], row["estimates"]) == ("0", [])


def test_rules_may_count_them_and_each_says_so(
    prices: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = replace(counting_rules("default"), estimates="counted")
    monkeypatch.setattr(tally, "counting_rules", lambda _: rules)
    (row,) = ask(prices).to_json()
    assert (row["low"], len(row["entries"]), row["estimates"]) == ("7160", 2, [])
    assert [note["note"][:10] for note in row["notes"]] == ["estimated,"]


def test_without_prices_nothing_is_said_of_estimates() -> None:
    (row,) = totals(Folded(gifts()), TotalsQuery(currency="EUR")).to_json()
    assert "estimates" not in row


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("tent,free,EUR,,,2025-01-01", "line 2: unit_price 'free' is not a number above 0"),
        ("tent,-1,EUR,,,2025-01-01", "line 2: unit_price '-1'"),
        ("tent,1,euros,,,2025-01-01", "line 2: currency 'euros'"),
        ("tent,1,EUR,,,1 May", "line 2: date '1 May' is not YYYY-MM-DD"),
        (",1,EUR,,,2025-01-01", "line 2: item is empty"),
    ],
)
def test_a_list_that_does_not_fit_is_refused_by_line(
    tmp_path: Path, line: str, message: str
) -> None:
    path = tmp_path / "prices.csv"
    path.write_text(HEAD + line + "\n", encoding="utf-8")
    with pytest.raises(LedgerError, match=message):
        read_prices(path)


def test_a_list_without_its_columns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "prices.csv"
    path.write_text("item,price\n", encoding="utf-8")
    with pytest.raises(LedgerError, match="no column basis, currency, date, source, unit_price"):
        read_prices(path)
    with pytest.raises(LedgerError, match="cannot be read"):
        read_prices(tmp_path / "none.csv")
