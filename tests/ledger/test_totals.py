"""Totals count each promise once, say what they leave out, and keep inexact sums inexact."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from promise_builders import Text, amount, item

from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.rates import Rate, Rates
from pledgebook.ledger.rules import counting_rules, rule_names
from pledgebook.ledger.totals import DIMENSIONS, Totals, TotalsQuery, totals
from pledgebook.model.book import BookDefinition
from pledgebook.model.claims import Claim
from pledgebook.model.entries import Entry
from pledgebook.model.values import Actor, Condition, Period
from pledgebook.model.vocabulary import Kind
from pledgebook.reconcile.fold import fold

DAY = date(2025, 3, 3)
UKR = Actor(id="UKR", name="Ukraine", type="state")


@dataclass
class Folded:
    """A view of claims that were folded without a book."""

    claims: list[Claim] = field(default_factory=list)
    rules: str = "default"

    def entries(self, kind: Kind | None = None) -> tuple[Entry, ...]:
        assert kind is None
        return fold(self.claims, ())

    def definition(self) -> BookDefinition | None:
        return BookDefinition(
            id="b", title="B", summary="S", coalition="C", plan="P", points=(), rules=self.rules
        )


def text(words: str = "A source tells of money.", days: int = 0) -> Text:
    return Text(words, published=DAY + timedelta(days=days))


def ask(claims: list[Claim], **query: Any) -> Totals:
    return totals(Folded(claims), TotalsQuery(**query))


def table(found: Totals) -> list[tuple[Any, ...]]:
    return [(*(v for _, v in r.keys), str(r.low), str(r.high), r.currency) for r in found.rows]


def rules_of(found: Totals) -> dict[str, str]:
    return {out.rule: out.reason for out in found.left_out}


def test_two_outlets_one_story() -> None:
    claims: list[Claim] = [
        text(f"Outlet {n}.", n).commitment(amount=amount("1600000000", "GBP")) for n in range(3)
    ]
    found = ask(claims)
    assert table(found) == [("GBR", "1600000000", "1600000000", "GBP")]
    assert len(found.rows[0].entries) == 1


def test_rows_per_currency() -> None:
    one = text()
    claims: list[Claim] = [
        one.commitment(amount=amount("5000000", currency)) for currency in ("GBP", "USD")
    ]
    assert table(ask(claims)) == [
        ("GBR", "5000000", "5000000", "GBP"),
        ("GBR", "5000000", "5000000", "USD"),
    ]


def test_a_part_is_never_added_to_its_whole() -> None:
    one = text("Four and a half, of which one for drones.")
    whole = one.commitment(amount=amount("4500000"))
    part = one.commitment(amount=amount("1000000"), items=(item("drones"),), within=whole.id)
    found = ask([whole, part])
    assert table(found) == [("GBR", "4500000", "4500000", "EUR")]
    assert "which counts whole" in rules_of(found)["part-of"]
    assert found.rows[0].left_out == found.left_out


def meeting() -> list[Claim]:
    one = text("Twenty-one in all; eleven and four and a half by name.")
    whole = one.commitment(donors="", amount=amount("21000000"))
    return [
        whole,
        one.commitment(donors="DEU", amount=amount("11000000"), within=whole.id),
        one.commitment(donors="GBR NOR", amount=amount("4500000"), within=whole.id),
    ]


def test_by_donor_the_parts_of_a_joint_sum_count() -> None:
    found = ask(meeting())
    assert table(found) == [
        ("DEU", "11000000", "11000000", "EUR"),
        ("GBR+NOR", "4500000", "4500000", "EUR"),
        (None, "0", "0", "EUR"),
    ]
    assert set(rules_of(found)) == {"parts-counted"}


def test_without_donors_the_whole_counts() -> None:
    found = ask(meeting(), by=("recipient",))
    assert table(found) == [("UKR", "21000000", "21000000", "EUR")]
    assert [out.rule for out in found.left_out] == ["part-of", "part-of"]


def test_parts_of_a_running_total_count() -> None:
    one = text("Forty since the start, of which two now.")
    level = one.commitment(amount=amount("40000000"), is_total=True)
    now = one.commitment(amount=amount("2000000"), within=level.id)
    found = ask([level, now])
    assert table(found) == [("GBR", "2000000", "2000000", "EUR")]
    assert set(rules_of(found)) == {"running-total"}


def test_a_circle_of_parts_ends() -> None:
    one, other = text("One says so."), text("Another says the reverse.")
    big, small = (one.commitment(amount=amount(f)) for f in ("9000000", "2000000"))
    within_big = other.commitment(amount=amount("2000000"), within=big.id)
    within_small = other.commitment(amount=amount("9000000"), within=small.id)
    found = ask([big, small, within_big, within_small])
    assert len(found.rows[0].entries) + len(found.left_out) == 2


@pytest.mark.parametrize(
    ("bounds", "low", "high"),
    [
        (["exact", "about"], "10000000", "10000000"),
        (["exact", "at_least"], "10000000", "None"),
        (["exact", "up_to"], "5000000", "10000000"),
        (["at_least", "up_to"], "5000000", "None"),
    ],
)
def test_bounds_make_intervals(bounds: list[Any], low: str, high: str) -> None:
    one = text()
    claims: list[Claim] = [
        one.commitment(amount=amount("5000000", bound=b), items=(item(name),))
        for b, name in zip(bounds, ("drones", "shells"), strict=True)
    ]
    assert table(ask(claims)) == [("GBR", low, high, "EUR")]


def test_joint_donors_are_one_key() -> None:
    claims: list[Claim] = [text().commitment(donors="NOR GBR", amount=amount("450000000", "GBP"))]
    assert table(ask(claims)) == [("GBR+NOR", "450000000", "450000000", "GBP")]


LEFT_OUT: list[tuple[str, dict[str, Any]]] = [
    ("denied", {"firmness": "denied"}),
    ("withdrawn", {"stage": "withdrawn"}),
    ("called-for", {"stage": "called_for"}),
    ("running-total", {"is_total": True}),
    ("not-firm", {"firmness": "considered"}),
    ("conditional", {"firmness": "conditional"}),
    ("restated", {"newness": "restated"}),
    ("no-amount", {"amount": None}),
    ("no-currency", {"amount": amount("5000000", None)}),
]


@pytest.mark.parametrize(("rule", "values"), LEFT_OUT, ids=[rule for rule, _ in LEFT_OUT])
def test_left_out_by_name(rule: str, values: dict[str, Any]) -> None:
    claim = text().commitment(**{"amount": amount("5000000"), **values})
    found = ask([claim])
    assert list(rules_of(found)) == [rule]
    assert [row.entries for row in found.rows if row.entries] == []
    for row in found.rows:
        assert row.low == row.high == 0
        assert row.left_out == found.left_out


def test_no_rate_is_named() -> None:
    claims: list[Claim] = [text().commitment(amount=amount("5000000", "GBP"))]
    found = ask(claims, currency="EUR")
    assert "--rates" in rules_of(found)["no-rate"]
    rates = Rates([Rate(currency="USD", day=DAY, per_eur=Decimal("1.05"), source="t")])
    found = ask(claims, currency="EUR", rates=rates)
    assert rules_of(found)["no-rate"] == "no rate of GBP for 2025-03-03 in the rates given"


def test_conversion_at_the_announcement() -> None:
    rates = Rates(
        Rate(currency=c, day=DAY + timedelta(days=d), per_eur=Decimal(r), source="table")
        for c, d, r in (("GBP", -5, "0.80"), ("GBP", 5, "0.50"), ("USD", -5, "1.20"))
    )
    claims: list[Claim] = [
        text("One.").commitment(amount=amount("8000000", "GBP"), announced_on=DAY),
        text("Two.").commitment(amount=amount("1000001", "EUR")),
    ]
    found = ask(claims, currency="EUR", rates=rates)
    assert table(found) == [("GBR", "11000001.00", "11000001.00", "EUR")]
    assert [n.note for n in found.rows[0].notes] == [
        "converted at 0.8 GBP per EUR of 2025-02-26 (table)"
    ]
    found = ask(claims, currency="USD", rates=rates)
    assert found.rows[0].low == Decimal("13200001.20")


def test_older_money_counts_where_it_is_told_as_new() -> None:
    claims: list[Claim] = [
        text("Signed today.").commitment(amount=amount("2260000000", "GBP"), newness="new"),
        text("Told again.", 2).commitment(amount=amount("2200000000", "GBP"), newness="restated"),
    ]
    assert table(ask(claims)) == [("GBR", "2260000000", "2260000000", "GBP")]


def test_personnel_never_counts_as_money() -> None:
    claim = text().commitment(instrument="personnel", items=(item("soldiers", 900),))
    found = ask([claim], by=())
    assert found.rows == ()
    assert list(rules_of(found)) == ["no-amount"]


def test_other_kinds_promise_no_money() -> None:
    one = text()
    claims = [one.statement("person:a", "we give"), one.measure("GBR", "oil", amount=amount("5e6"))]
    found = ask(claims)
    assert found.rows == ()
    assert [out.rule for out in found.left_out] == ["not-a-commitment"] * 2


STAGED: list[Claim] = [
    text("Pledged.").commitment(amount=amount("5000000"), stage="pledged"),
    text("Paid.", 9).commitment(amount=amount("5000000"), stage="disbursed"),
]


@pytest.mark.parametrize(
    ("measure", "counted"),
    [("any", 1), ("pledge", 1), ("disbursement", 1), ("commitment", 0), ("delivery", 0)],
)
def test_measures(measure: Any, counted: int) -> None:
    found = ask(STAGED, measure=measure, by=("stage",))
    assert sum(len(row.entries) for row in found.rows) == counted
    if not counted:
        assert list(rules_of(found)) == ["other-stage"]


def test_each_entry_counts_at_its_furthest_stage() -> None:
    assert table(ask(STAGED, by=("stage",))) == [("disbursed", "5000000", "5000000", "EUR")]


def test_a_sum_per_year() -> None:
    year = amount("1000000", per="year")
    three = Period(start=date(2025, 1, 1), end=date(2028, 1, 1), text="for three years")
    found = ask([text().commitment(amount=year, period=three)])
    assert found.rows[0].low == 3_000_000
    found = ask([text().commitment(amount=year)])
    assert found.rows[0].low == 1_000_000
    assert "open-ended" in found.rows[0].notes[0].note


def test_contradicting_sources_are_noted() -> None:
    claims: list[Claim] = [
        text("A loan.").commitment(amount=amount("5000000"), instrument="loan"),
        text("A grant.", 1).commitment(amount=amount("5000000"), instrument="grant"),
    ]
    found = ask(claims)
    assert found.rows[0].low == 5_000_000
    assert [n.note for n in found.rows[0].notes] == [
        "sources contradict each other: called grant here and loan there"
    ]


def test_rules_switch_what_counts() -> None:
    condition = Condition(text="if parliament agrees", trigger="legislature")
    one = text()
    claims: list[Claim] = [
        one.commitment(amount=amount("1000000")),
        one.commitment(amount=amount("2000000"), conditions=(condition,)),
        one.commitment(amount=amount("4000000"), stage="committed"),
        one.commitment(amount=amount("8000000"), instrument="sale", stage="committed"),
        one.commitment(amount=amount("16000000"), firmness="conditional", stage="committed"),
        one.commitment(amount=amount("32000000"), newness="restated", stage="committed"),
    ]
    sums = {
        name: int(sum(row.low for row in ask(claims, rules=name).rows)) // 1_000_000
        for name in rule_names()
    }
    assert sums == {"default": 15, "fts": 4, "iati": 23, "kiel": 55, "strict": 5}
    assert ask(claims).rules == counting_rules("default")
    assert totals(Folded(claims, "strict"), TotalsQuery()).rules.name == "strict"


def test_all_dimensions_and_json() -> None:
    claim = text().commitment(
        amount=amount("5000000", "GBP"), instrument="loan", announced_on=date(2025, 2, 28)
    )
    (row,) = ask([claim], by=DIMENSIONS).to_json()
    entry = fold([claim], ())[0].id
    assert row == {
        "donor": "GBR",
        "recipient": "UKR",
        "aid_type": "military",
        "instrument": "loan",
        "stage": "pledged",
        "month": "2025-02",
        "low": "5000000",
        "high": "5000000",
        "currency": "GBP",
        "entries": [entry],
        "left_out": [],
        "notes": [],
    }


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"by": ("colour",)}, "choose from donor, recipient"),
        ({"measure": "hope"}, "choose from any, pledge"),
        ({"currency": "euro"}, "neither a code"),
        ({"rules": "mine"}, "choose default, fts"),
    ],
)
def test_questions_that_cannot_be_asked(query: dict[str, Any], words: str) -> None:
    with pytest.raises(LedgerError, match=words):
        ask([], **query)


entries_ = st.lists(
    st.tuples(
        st.sampled_from(["GBR", "NOR", "GBR NOR", ""]),
        st.integers(1, 9),
        st.sampled_from(["exact", "at_least", "up_to"]),
        st.sampled_from(["firm", "conditional"]),
        st.sampled_from(["new", "restated"]),
    ),
    max_size=8,
)


@given(values=entries_)
@settings(max_examples=60, deadline=None)
def test_every_entry_is_counted_once_or_left_out_by_name(values: list[tuple[Any, ...]]) -> None:
    claims: list[Claim] = [
        text(f"Text {n}.").commitment(
            donors=donors,
            amount=amount(f"{figure}000000", bound=bound),
            firmness=firmness,
            newness=newness,
        )
        for n, (donors, figure, bound, firmness, newness) in enumerate(values)
    ]
    found = ask(claims)
    counted = [name for row in found.rows for name in row.entries]
    left_out = [out.entry for out in found.left_out]
    assert sorted(counted + left_out) == sorted(e.id for e in fold(claims, ()))
    assert sorted(o.entry for r in found.rows for o in r.left_out) == sorted(left_out)


class _Held(Folded):
    """A view of one entry, as it is."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self._entry = entry

    def entries(self, kind: Kind | None = None) -> tuple[Entry, ...]:
        del kind
        return (self._entry,)


@pytest.mark.parametrize(
    ("by", "lead", "later", "row"),
    [
        ("instrument", {"instrument": "loan"}, {"instrument": "unspecified"}, "loan"),
        ("instrument", {"instrument": "unspecified"}, {"instrument": "loan"}, "loan"),
        ("aid_type", {"aid_type": "military"}, {"aid_type": "financial"}, "military"),
        ("aid_type", {"aid_type": "other"}, {"aid_type": "financial"}, "financial"),
        ("recipient", {"recipients": (UKR,)}, {"recipients": ()}, "UKR"),
        ("recipient", {"recipients": ()}, {"recipients": (UKR,)}, "UKR"),
        ("donor", {"donors": "GBR"}, {"donors": ""}, "GBR"),
    ],
)
def test_a_promise_stands_under_the_names_of_its_lead(
    by: str, lead: dict[str, Any], later: dict[str, Any], row: str
) -> None:
    """So a list and a total agree, whichever claim tells the furthest stage."""
    first = text().commitment(amount=amount("2200000"), **lead)
    then = text("Signed.", 3).commitment(amount=amount("2260000"), stage="committed", **later)
    entry = Entry(
        id="entry:0",
        kind="commitment",
        lead=first,
        claims=(first, then),
        relations=(),
        witnesses=2,
        outlets=2,
    )
    found = totals(_Held(entry), TotalsQuery(by=(by,), currency="original"))
    assert table(found) == [(row, "2260000", "2260000", "EUR")]
