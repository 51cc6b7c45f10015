"""The way from all figures to the total: every figure is on it once, and the steps add up."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from promise_builders import Text, amount

from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.rates import Rate, Rates
from pledgebook.ledger.totals import TotalsQuery, totals
from pledgebook.ledger.waterfall import Step, waterfall
from pledgebook.model.book import BookDefinition
from pledgebook.model.claims import Claim
from pledgebook.model.entries import Entry
from pledgebook.model.snapshots import Sighting
from pledgebook.model.values import Condition
from pledgebook.model.vocabulary import Kind
from pledgebook.reconcile.fold import fold

DAY = date(2025, 3, 3)
RATES = Rates([Rate(currency="GBP", day=DAY, per_eur=Decimal("0.8"), source="t")])


@dataclass
class Folded:
    """A view of claims that were folded without a book."""

    claims: list[Claim] = field(default_factory=list)
    seen: dict[str, tuple[Sighting, ...]] = field(default_factory=dict)

    def entries(self, kind: Kind | None = None) -> tuple[Entry, ...]:
        assert kind is None
        return fold(self.claims, ())

    def definition(self) -> BookDefinition | None:
        return None

    def sightings(self) -> dict[str, tuple[Sighting, ...]]:
        return self.seen


def text(words: str, days: int = 0) -> Text:
    return Text(words, published=DAY + timedelta(days=days))


def steps(view: Folded, where: dict[str, str] | None = None, **query: Any) -> dict[str, Step]:
    asked = TotalsQuery(**{"currency": "EUR", "rates": RATES, **query})
    return {step.name: step for step in waterfall(view, asked, where or {})}


def seen_at(source: Text, places: int, publisher: str | None = "P") -> dict[str, Any]:
    name = source.commitment().source.id
    seen = (Sighting(snapshot=name, ref=f"{n}", publisher=publisher) for n in range(places))
    return {name: tuple(seen)}


def test_each_figure_leaves_at_its_step() -> None:
    first = text("One.")
    claims: list[Claim] = [
        first.commitment(amount=amount("1000000", "EUR")),
        text("Two.", 1).commitment(amount=amount("1000000", "EUR")),
        text("Three.").commitment(amount=amount("80", "GBP"), newness="restated"),
        text("Four.").commitment(
            amount=amount("500", "EUR"), firmness="conditional",
            conditions=(Condition(text="if", trigger="truce"),),
        ),
        text("Five.").commitment(amount=amount("7", "SEK")),
    ]  # fmt: skip
    found = steps(Folded(claims, seen_at(first, 3)))
    assert {
        name: (step.figures, str(step.low), step.unconverted) for name, step in found.items()
    } == {
        "read": (7, "4000600.00", 1),
        "reprint": (2, "2000000", 0),
        "told-again": (1, "1000000", 0),
        "restated": (1, "100.00", 0),
        "conditional": (1, "500", 0),
        "no-rate": (1, "0", 1),
        "counted": (1, "1000000", 0),
    }


def test_an_address_that_a_row_only_names_is_no_reprint() -> None:
    first = text("One.")
    claims: list[Claim] = [first.commitment(amount=amount("5", "EUR"))]
    assert "reprint" not in steps(Folded(claims, seen_at(first, 3, None)))


def test_only_what_is_asked_for_is_on_the_way() -> None:
    claims: list[Claim] = [text("One.").commitment(amount=amount("5", "EUR"), aid_type="military")]
    assert steps(Folded(claims), {"donor": "GBR", "aid_type": "military"})["counted"].low == 5
    assert steps(Folded(claims), {"donor": "NOR"})["read"].figures == 0


def test_a_bound_opens_the_sum_upwards() -> None:
    claims: list[Claim] = [text("One.").commitment(amount=amount("5", "EUR", bound="at_least"))]
    assert steps(Folded(claims))["counted"].high is None


def test_several_currencies_make_no_one_total() -> None:
    with pytest.raises(LedgerError, match="--currency"):
        steps(Folded(), currency="original")


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["10", "20", "2000"]),
            st.sampled_from(["EUR", "GBP", "SEK"]),
            st.sampled_from(["new", "restated"]),
            st.sampled_from(["pledged", "committed", "delivered"]),
            st.integers(0, 20),
        ),
        max_size=8,
    ),
    st.sampled_from(["any", "commitment", "delivery"]),
)
@settings(max_examples=60, deadline=None)
def test_the_steps_add_up_and_end_at_the_total(rows: list[Any], measure: Any) -> None:
    claims: list[Claim] = [
        text(f"Text {n}.", days).commitment(amount=amount(low, cur), newness=new, stage=stage)
        for n, (low, cur, new, stage, days) in enumerate(rows)
    ]
    found = steps(Folded(claims), measure=measure)
    between = [step for name, step in found.items() if name != "read"]
    assert sum(step.figures for step in between) == found["read"].figures == len(claims)
    assert sum(step.low for step in between) == found["read"].low
    asked = TotalsQuery(by=(), measure=measure, currency="EUR", rates=RATES)
    total = sum((row.low for row in totals(Folded(claims), asked).rows), Decimal(0))
    assert found["counted"].low == total
