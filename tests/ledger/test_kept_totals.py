"""What is added up from columns is what is added up from records, whatever is asked of what."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal, InvalidOperation
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kept_books import DAY, entries, query, sightings, terms
from promise_builders import Text, amount, item
from row_books import PRICES

from pledgebook.ledger.kept.facts import Facts
from pledgebook.ledger.kept.judging import judged_by_all
from pledgebook.ledger.kept.making import facts_of
from pledgebook.ledger.rates import Rate, Rates
from pledgebook.ledger.releases import Releases
from pledgebook.ledger.totals import TotalsQuery, totals
from pledgebook.ledger.totals_query import DIMENSIONS, HoldsFacts
from pledgebook.ledger.totals_rows import count_rates, count_reasons, count_rules
from pledgebook.ledger.waterfall import waterfall
from pledgebook.model.book import BookDefinition
from pledgebook.model.datasets import ReleaseTerms
from pledgebook.model.entries import Entry, entry_id
from pledgebook.model.snapshots import Sighting
from pledgebook.model.values import Amount, Condition
from pledgebook.model.vocabulary import Kind


@dataclass
class Records:
    """A view of records alone."""

    held: Sequence[Entry]
    seen: Mapping[str, tuple[Sighting, ...]]
    terms: Sequence[ReleaseTerms] = ()

    def releases(self) -> tuple[ReleaseTerms, ...]:
        return tuple(self.terms)

    def entries(self, kind: Kind | None = None) -> tuple[Entry, ...]:
        assert kind is None
        return tuple(self.held)

    def definition(self) -> BookDefinition | None:
        return None

    def sightings(self) -> Mapping[str, tuple[Sighting, ...]]:
        return self.seen


@dataclass
class Columns(Records):
    """The same as columns; its records are not to be looked at.

    Attributes:
        judged: how many of the patterns were judged when the columns were made.
    """

    judged: int = 0

    def facts(self) -> Facts | None:
        found = facts_of(self.held, self.seen)
        if found is None or not self.judged:
            return found
        judged = judged_by_all(found.patterns[: self.judged], Releases(found.newest))
        return replace(found, judged=dict(judged))

    def entries(self, kind: Kind | None = None) -> tuple[Entry, ...]:
        raise AssertionError(kind)


class PassesOn:
    """A view that changes what it shows, and passes on what it does not know."""

    def __init__(self, view: Columns) -> None:
        self._view = view

    def __getattr__(self, name: str) -> Any:
        return getattr(self._view, name)

    def entries(self, kind: Kind | None = None) -> tuple[Entry, ...]:
        assert kind is None
        return ()

    def definition(self) -> BookDefinition | None:
        return None


def test_a_view_that_shows_less_is_not_answered_from_columns() -> None:
    random = Random(3)  # noqa: S311 - no secret
    held = entries(random, 12)
    view = PassesOn(Columns(held, sightings(random, held)))
    assert isinstance(view, HoldsFacts)
    assert totals(view, TotalsQuery()).rows == ()


#: Shares of promises that are rows of data sets in releases.
ROWS = (0.0, 0.0, 0.5, 1.0)
VALUES = ("GBR", "NOR", "none", "UKR", "military", "loan", "pledged", "committed", "2025-03")


@settings(max_examples=300, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(0, 12))
def test_columns_give_the_way_of_records(random: Random, count: int) -> None:
    held = entries(random, count, random.choice(ROWS))
    seen, agreed = sightings(random, held), terms(random)
    asked = query(random, currency=random.choice(["EUR", "USD", "CHF"]))
    where = {
        name: random.choice(VALUES) for name in random.sample(DIMENSIONS, random.choice([0, 1, 2]))
    }
    slow = waterfall(Records(held, seen, agreed), asked, where)
    fast = waterfall(Columns(held, seen, agreed), asked, where)
    assert [step.to_json() for step in fast] == [step.to_json() for step in slow]
    assert [len(step.entries) for step in fast] == [len(step.entries) for step in slow]


def marked(value: object) -> str:
    """A field that shows what was written by it, but for figures, counts and nothing."""
    text = "" if value is None else str(value)
    return f"<{text}>" if text.strip("0123456789.") else text


@settings(max_examples=300, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(0, 12))
def test_columns_give_the_totals_of_records(random: Random, count: int) -> None:
    held = entries(random, count, random.choice(ROWS))
    seen, agreed = sightings(random, held), terms(random)
    asked = query(random)
    columns = Columns(held, seen, agreed, judged=random.choice([0, 0, 2, count]))
    slow, fast = totals(Records(held, seen, agreed), asked), totals(columns, asked)
    assert fast.rows == slow.rows
    assert fast == slow
    assert json.dumps(fast.to_json()) == json.dumps(slow.to_json())
    printed = json.dumps(slow.to_json(), ensure_ascii=False, indent=2)
    assert "".join(fast.json_text()) == "".join(slow.json_text()) == printed
    assert "".join(fast.csv_text(marked)) == "".join(slow.csv_text(marked))
    assert count_rules(fast.left_out) == Counter(out.rule for out in slow.left_out)
    assert count_reasons(fast.left_out, "no-rate") == count_reasons(slow.left_out, "no-rate")
    for one, other in zip(fast.rows, slow.rows, strict=True):
        assert len(one.entries) == len(other.entries)
        assert len(one.left_out) == len(other.left_out)
        assert count_rates([one]) == count_rates([other])
        assert one.estimated() == other.estimated()
        assert len(one.estimates or ()) == len(other.estimates or ())
    assert count_rates(fast.rows) == count_rates(slow.rows)


@settings(max_examples=200, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(1, 12))
def test_columns_estimate_gifts_as_records_do(random: Random, count: int) -> None:
    held = entries(random, count, random.choice(ROWS), gifts=0.9)
    seen, agreed = sightings(random, held), terms(random)
    asked = replace(query(random), measure="any", rules=random.choice([None, "iati", "kiel"]))
    slow = totals(Records(held, seen, agreed), asked)
    fast = totals(Columns(held, seen, agreed), asked)
    assert fast == slow
    assert "".join(fast.json_text()) == "".join(slow.json_text())
    assert "".join(fast.csv_text(marked)) == "".join(slow.csv_text(marked))
    for one, other in zip(fast.rows, slow.rows, strict=True):
        assert one.estimated() == other.estimated()


def _of_no_figure(name: str, thing: str, currency: str) -> Entry:
    """Things given, at a cost of a sum that is not told: "millions of dollars"."""
    claim = Text(f"Text {name}.").commitment(
        amount=Amount(low=None, high=None, currency=currency), items=(item(thing, 3),)
    )
    return Entry(
        id=entry_id(claim), kind="commitment", lead=claim, claims=(claim,), relations=()
    )  # fmt: skip


@pytest.mark.parametrize(
    ("things", "rows"),
    [
        (("drones",), {"EUR": 1}),
        (("secrets",), {"USD": 0}),
        (("drones", "secrets"), {"EUR": 1}),
        (("drones", "drones", "secrets"), {"EUR": 2}),
    ],
)
def test_an_estimate_leaves_no_empty_row_of_the_money_it_stands_beside(
    things: Sequence[str], rows: Mapping[str, int]
) -> None:
    held = [_of_no_figure(str(n), thing, "USD") for n, thing in enumerate(things)]
    asked = TotalsQuery(prices=PRICES)
    slow, fast = (totals(kind(held, {}), asked) for kind in (Records, Columns))
    assert fast == slow
    assert {row.currency: len(row.estimates or ()) for row in fast.rows} == rows


def test_what_leads_in_the_place_of_a_dropped_row_tells_its_own_condition() -> None:
    """The lead is a row that the newest release no longer has; the claim behind it hangs on one."""
    claims = [
        Text(f"Text {n}.").commitment(
            amount=amount("5e6"), conditions=(Condition(text=f"if {n}", trigger="other"),)
        )
        for n in range(3)
    ]
    rows = [
        replace(claim, source=replace(claim.source, record=record, published=DAY))
        for claim, record in zip(claims, ("aid/7#1", "aid/8#2"), strict=False)
    ]
    held = [
        Entry(id=entry_id(some[0]), kind="commitment", lead=some[0], claims=some, relations=())
        for some in ((rows[0], claims[2]), (rows[1],))
    ]
    slow, fast = (
        totals(kind(held, {}), TotalsQuery(rules="strict")) for kind in (Records, Columns)
    )
    assert fast.left_out == slow.left_out
    assert {out.reason[-4:] for out in fast.left_out} == {"if 1", "if 2"}


def test_a_dimension_asked_for_twice_is_one_key_in_json_and_two_columns_in_csv() -> None:
    random = Random(5)  # noqa: S311 - no secret
    held = entries(random, 12)
    seen = sightings(random, held)
    asked = TotalsQuery(by=("donor", "stage", "donor"))
    slow, fast = totals(Records(held, seen), asked), totals(Columns(held, seen), asked)
    assert "".join(fast.json_text()) == "".join(slow.json_text())
    assert "".join(fast.csv_text(marked)) == "".join(slow.csv_text(marked))


@pytest.mark.parametrize("per_euro", ["1e-400", "1e-320", "3e-101", "1e101", "1e400"])
def test_rates_that_binary_figures_do_not_hold_convert_as_decimals(per_euro: str) -> None:
    random = Random(8)  # noqa: S311 - no secret
    held = entries(random, 40)
    seen = sightings(random, held)
    rates = [
        Rate(currency=code, day=DAY + timedelta(days=n), per_eur=Decimal(per), source="made up")
        for code, per in (("USD", per_euro), ("GBP", "0.84"))
        for n in range(0, 90, 20)
    ]
    for target in ("EUR", "USD", "GBP"):
        asked = TotalsQuery(currency=target, rates=Rates(rates))
        try:
            slow = totals(Records(held, seen), asked)
        except InvalidOperation:
            with pytest.raises(InvalidOperation):
                totals(Columns(held, seen), asked)
        else:
            assert totals(Columns(held, seen), asked).rows == slow.rows
