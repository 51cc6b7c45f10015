"""What is told months later, over years, or through a rounding, and still is one promise."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from promise_builders import Text, amount, item, state

from pledgebook.model.claims import Claim
from pledgebook.model.entries import Entry
from pledgebook.model.values import Period
from pledgebook.reconcile.fold import fold

FIRST = date(2025, 3, 3)


def told(*tellings: tuple[int, dict[str, Any]]) -> tuple[Entry, ...]:
    """Fold texts told so many days after the first."""
    claims: Sequence[Claim] = [
        Text(f"Text {n}.", published=FIRST + timedelta(days=days)).commitment(**values)
        for n, (days, values) in enumerate(tellings)
    ]
    return fold(claims, ())


EXACT: dict[str, Any] = {"amount": amount("16900000", "AUD")}
ROUND: dict[str, Any] = {"amount": amount("17000000", "AUD")}
BOUND: dict[str, Any] = {"amount": amount("16900000", "AUD", "at_least")}


@pytest.mark.parametrize(
    ("later", "relation"),
    [
        ({**EXACT, "stage": "allocated"}, "updates"),
        ({**EXACT, "stage": "disbursed"}, "fulfils"),
        ({**EXACT, "stage": "withdrawn"}, "withdraws"),
        ({**EXACT, "newness": "restated"}, "restates"),
    ],
)
def test_a_rounded_sum_is_followed_for_months(later: dict[str, Any], relation: str) -> None:
    (entry,) = told((0, ROUND), (180, later))
    assert entry.relations[1].relation == relation


def test_a_rounding_does_not_keep_a_later_stage_of_the_exact_sum_away() -> None:
    (entry,) = told((0, EXACT), (1, ROUND), (180, {**EXACT, "stage": "allocated"}))
    assert entry.witnesses == 3


def test_a_bound_is_followed_for_months() -> None:
    (entry,) = told((0, BOUND), (180, {**EXACT, "stage": "disbursed"}))
    assert entry.relations[1].relation == "fulfils"


@pytest.mark.parametrize(
    ("earlier", "later", "days"),
    [
        (ROUND, EXACT, 180),  # nothing says that it is the older one
        (ROUND, {**EXACT, "stage": "allocated"}, 360),  # by then it may be the next year's
        (ROUND, {**EXACT, "stage": "allocated", "recipients": ()}, 180),
        (EXACT, {"amount": amount("17300000", "AUD"), "stage": "allocated"}, 180),  # as exact
        (ROUND, {"amount": amount("18e6", "AUD", "at_least"), "stage": "allocated"}, 180),
        (
            {**ROUND, "instrument": "loan"},
            {**EXACT, "stage": "allocated", "instrument": "grant"},
            180,
        ),
        ({**ROUND, "stage": "called_for"}, EXACT, 180),
        (
            {**ROUND, "purpose": "for the delta authority"},
            {**EXACT, "stage": "allocated", "purpose": "for the mountain cooperative"},
            180,
        ),
    ],
)
def test_a_rounded_sum_months_later_is_another(
    earlier: dict[str, Any], later: dict[str, Any], days: int
) -> None:
    assert len(told((0, earlier), (days, later))) == 2


def test_a_rounded_sum_is_followed_where_what_it_is_for_is_told_alike() -> None:
    promised = {**ROUND, "purpose": "for school meals in the delta"}
    paid = {**EXACT, "stage": "disbursed", "purpose": "for meals in the schools of the delta"}
    (entry,) = told((0, promised), (180, paid))
    assert entry.relations[1].relation == "fulfils"


def test_a_row_without_a_day_follows_no_rounding_by_the_day_of_its_release() -> None:
    """The day on which a data set comes out says nothing of what it records."""
    paid = {**EXACT, "stage": "disbursed"}
    row = Text("A row.", published=FIRST + timedelta(days=180)).commitment(**paid)
    row = dataclasses.replace(row, source=dataclasses.replace(row.source, record="set/1#row 1"))
    promised = Text("Text 0.", published=FIRST).commitment(**ROUND)
    assert len(fold([promised, row], ())) == 2


def things(name: str, count: int | None, **more: Any) -> dict[str, Any]:
    return {"items": (item(name, count),), "instrument": "in_kind", **more}


def test_as_many_things_delivered_months_later_under_another_name_are_those_promised() -> None:
    promised = things("transport aircraft", 2)
    (entry,) = told((0, promised), (115, things("transport planes", 2, stage="delivered")))
    assert entry.relations[1].relation == "fulfils"


@pytest.mark.parametrize(
    "later",
    [
        things("transport planes", 2),  # nothing says that it is the older promise
        things("transport planes", 3, stage="delivered"),
        things("transport planes", None, stage="delivered"),
    ],
)
def test_other_things_months_later_are_another_promise(later: dict[str, Any]) -> None:
    assert len(told((0, things("transport aircraft", 2)), (115, later))) == 2


@pytest.mark.parametrize(
    ("promised", "delivered", "entries"),
    [
        ("type 7 ferries", "type 7 boats", 1),
        ("ferries of type 2", "type 2B ferries", 1),
        ("type 7 ferries", "new ferries", 1),
        ("type 7 ferries", "type 9 ferries", 2),
        ("type 2 ferries", "type 26 ferries", 2),
    ],
)
def test_as_many_of_another_model_are_other_things(
    promised: str, delivered: str, entries: int
) -> None:
    later = things(delivered, 12, stage="delivered")
    assert len(told((0, things(promised, 12)), (115, later))) == entries


def test_a_single_thing_of_another_name_is_no_mark_of_a_promise() -> None:
    one, other = things("hospital ship", 1), things("supply ship", 1, stage="delivered")
    assert len(told((0, one), (115, other))) == 2


def lasting(duration: str) -> Period:
    return Period(duration=duration, text=duration)


YEARLY: dict[str, Any] = {
    "amount": amount("5000000", "NZD", per="year"),
    "period": lasting("P4Y"),
}


@pytest.mark.parametrize(
    "whole",
    [
        {"amount": amount("20000000", "NZD"), "period": lasting("P4Y")},
        {"amount": amount("20000000", "NZD")},
        {"amount": amount("19900000", "NZD", "about"), "period": lasting("P48M")},
        {
            "amount": amount("20000000", "NZD"),
            "period": Period(start=date(2025, 7, 1), end=date(2029, 7, 1), text="to 2029"),
        },
    ],
)
def test_a_sum_per_year_makes_the_whole_over_its_time(whole: dict[str, Any]) -> None:
    (entry,) = told((0, YEARLY), (1, whole))
    assert "NZD 5m a year makes NZD 20m over its time" in entry.relations[1].reason
    (turned,) = told((0, whole), (1, YEARLY))
    assert turned.witnesses == 2


def test_a_sum_per_month_makes_the_whole_too() -> None:
    monthly = {"amount": amount("2000000", per="month"), "period": lasting("P6M")}
    assert len(told((0, monthly), (1, {"amount": amount("12000000")}))) == 1


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        (YEARLY, {"amount": amount("5000000", "NZD")}),
        (YEARLY, {"amount": amount("20000000", "NZD"), "period": lasting("P5Y")}),
        (YEARLY, {"amount": amount("20000000", "AUD")}),
        ({**YEARLY, "period": None}, {"amount": amount("20000000", "NZD")}),
        ({**YEARLY, "period": lasting("P6M")}, {"amount": amount("2500000", "NZD")}),
        ({**YEARLY, "period": lasting("P9D")}, {"amount": amount("20000000", "NZD")}),
        (YEARLY, {"amount": amount("20000000", "NZD"), "recipients": (state("MDA"),)}),
    ],
)
def test_a_sum_per_year_is_not_another_whole(part: dict[str, Any], whole: dict[str, Any]) -> None:
    assert len(told((0, part), (1, whole))) == 2


CONVERTED = amount("253000000", reported_as=(amount("298000000", "USD"),))


def test_a_printed_conversion_holds_for_what_the_sum_rounds() -> None:
    (entry,) = told(
        (0, {"amount": amount("252700000")}),
        (1, {"amount": amount("298000000", "USD")}),
        (2, {"amount": CONVERTED}),
    )
    assert entry.witnesses == 3
    assert "EUR 252.7m is printed rounded as USD 298m" in entry.relations[1].reason


@pytest.mark.parametrize("figure", ["245000000", "254000000"])
def test_a_printed_conversion_holds_for_no_other_sum(figure: str) -> None:
    entries = told(
        (0, {"amount": amount(figure)}),
        (1, {"amount": CONVERTED}),
        (1, {"amount": amount("298000000", "USD")}),
    )
    assert sorted(entry.witnesses for entry in entries) == [1, 2]


def test_a_printed_conversion_holds_for_no_other_donor() -> None:
    entries = told(
        (0, {"amount": amount("252700000"), "donors": "NOR"}),
        (1, {"amount": CONVERTED}),
        (2, {"amount": amount("298000000", "USD"), "donors": "NOR"}),
    )
    assert len(entries) == 3
