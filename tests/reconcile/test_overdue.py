"""What is overdue on the day somebody looks, and what is not."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from promise_builders import Text, amount

from pledgebook.model.claims import Claim, Commitment
from pledgebook.model.entries import Entry
from pledgebook.model.values import Condition, Period
from pledgebook.reconcile.fold import fold
from pledgebook.reconcile.overdue import Overdue, day_looked_at, overdue

JUNE = Period(end=date(2025, 7, 1), text="by the end of June 2025")
LATER = date(2025, 8, 1)


def told(words: str, day: date | None = date(2025, 3, 3), **values: Any) -> Commitment:
    given = {"amount": amount("20000000"), "period": JUNE, **values}
    return Text(words, published=day).commitment(**given)


def entry(*claims: Claim) -> Entry:
    (found,) = fold(claims, ())
    return found


def looked(*claims: Claim, on: date = LATER) -> Overdue | None:
    return overdue(entry(*claims), on)


def test_a_period_that_ended_without_a_delivery_is_overdue() -> None:
    claim = told("promised")
    found = looked(claim)
    assert found is not None
    assert found.since == date(2025, 7, 1)
    assert found.claim == claim.id
    assert found.words == "by the end of June 2025"
    assert found.reason == "its time ended on 2025-06-30; no source tells a delivery"


@pytest.mark.parametrize(
    ("on", "is_overdue"), [(date(2025, 6, 30), False), (date(2025, 7, 1), True)]
)
def test_the_last_day_of_a_period_still_belongs_to_it(on: date, is_overdue: bool) -> None:  # noqa: FBT001
    assert (looked(told("promised"), on=on) is not None) is is_overdue


@pytest.mark.parametrize(
    "values",
    [
        {"period": None},
        {"period": Period(start=date(2025, 1, 1), text="from 2025")},
        {"period": Period(duration="P3Y", text="for three years")},
        {"stage": "delivered"},
        {"stage": "disbursed"},
        {"stage": "called_for"},
        {"stage": "withdrawn"},
        {"firmness": "denied"},
        {"firmness": "considered"},
        {"is_total": True},
        {"problems": ("announced-in-period",)},
        {"period": Period(start=date(2024, 1, 1), end=date(2025, 1, 1), text="in 2024")},
    ],
    ids=str,
)
def test_what_is_never_overdue(values: dict[str, Any]) -> None:
    if "problems" in values:
        claim = told("promised")
        object.__setattr__(claim, "problems", values["problems"])
    else:
        claim = told("promised", **values)
    assert looked(claim) is None


@pytest.mark.parametrize(
    ("duration", "since"),
    [
        ("P3M", date(2025, 6, 3)),
        ("P2W", date(2025, 3, 17)),
        ("P1Y", date(2026, 3, 3)),
        ("P1Y1M1D", date(2026, 4, 4)),
    ],
)
def test_a_period_may_be_given_by_start_and_length(duration: str, since: date) -> None:
    period = Period(start=date(2025, 3, 3), duration=duration, text="for a time")
    found = looked(told("promised", period=period), on=date(2027, 1, 1))
    assert found is not None
    assert found.since == since


@pytest.mark.parametrize("duration", ["P", "PT6H", "three months", "P9999Y"])
def test_a_length_that_cannot_be_read_gives_no_deadline(duration: str) -> None:
    period = Period(start=date(2025, 3, 3), duration=duration, text="for a time")
    assert looked(told("promised", period=period), on=date(2027, 1, 1)) is None


def test_a_delivery_told_by_another_source_ends_it() -> None:
    kept = told("handed over", date(2025, 6, 20), stage="delivered", period=None)
    assert looked(told("promised"), kept) is None


def test_a_delivery_told_after_its_time_ends_it_too() -> None:
    kept = told("handed over", date(2025, 7, 20), stage="delivered", period=None)
    assert looked(told("promised"), kept) is None


def test_the_latest_end_that_a_source_gives_holds() -> None:
    longer = Period(end=date(2025, 10, 1), text="by the end of September")
    both = told("promised"), told("put off", date(2025, 4, 9), period=longer)
    assert looked(*both) is None
    found = looked(*both, on=date(2025, 10, 1))
    assert found is not None
    assert found.since == date(2025, 10, 1)


def test_what_was_withdrawn_or_denied_last_is_not_overdue() -> None:
    gone = told("taken back", date(2025, 6, 20), stage="withdrawn", period=None)
    assert looked(told("promised"), gone) is None
    denied = told("no such promise", date(2025, 6, 20), firmness="denied", period=None)
    assert looked(told("promised"), denied) is None


def test_a_denial_before_the_promise_does_not_hide_it() -> None:
    denied = told("nothing planned", date(2025, 2, 20), firmness="denied", period=None)
    assert looked(denied, told("promised")) is not None


def test_a_condition_is_named_in_the_reason() -> None:
    hangs = (Condition(text="if parliament agrees", trigger="legislature"),)
    found = looked(told("promised", firmness="conditional", conditions=hangs))
    assert found is not None
    assert found.reason.endswith("; it hangs on a condition")


def yearly(words: str, day: date, **values: Any) -> Commitment:
    given = {"amount": amount("1000000000", per="year"), "period": None, **values}
    return Text(words, published=day).commitment(**given)


def test_a_delivered_year_is_not_the_last_year_of_a_sum_per_year() -> None:
    until = Period(start=date(2025, 1, 1), end=date(2028, 1, 1), text="each year until 2027")
    promised = yearly("promised", date(2025, 1, 5), period=until)
    first = yearly("first year paid", date(2025, 12, 1), stage="disbursed")
    last = yearly("third year paid", date(2027, 12, 1), stage="disbursed")
    found = overdue(entry(promised, first), date(2028, 2, 1))
    assert found is not None
    assert "no source tells a delivery of the last year" in found.reason
    assert overdue(entry(promised, first), date(2027, 12, 31)) is None
    pair = [e for e in fold([promised, last], ()) if promised in e.claims]
    # Nearly three years apart are more than one announcement's news: two entries, so still overdue.
    assert overdue(pair[0], date(2028, 2, 1)) is not None


def test_a_sum_per_year_without_an_end_is_never_overdue() -> None:
    assert overdue(entry(yearly("as long as it takes", date(2025, 1, 5))), date(2040, 1, 1)) is None


def package(*stages: Any, sums: tuple[str, ...] = ("8000000", "12000000")) -> Overdue | None:
    whole = told("a package")
    parts = [
        entry(told(f"part {n}", period=None, stage=stage, amount=amount(figure)))
        for n, (stage, figure) in enumerate(zip(stages, sums, strict=False))
    ]
    return overdue(entry(whole), LATER, parts)


def test_a_package_is_kept_by_its_parts() -> None:
    assert package("delivered", "delivered") is None
    half = package("delivered", "pledged")
    assert half is not None
    assert half.reason.endswith("1 of 2 parts delivered")
    assert package("delivered", "pledged", sums=("20000000", "1000000")) is None
    none = package("pledged", "pledged")
    assert none is not None
    assert none.reason.endswith("0 of 2 parts delivered")


def test_other_kinds_are_never_overdue() -> None:
    point = Text("a point").plan_point("keep aid flowing")
    assert looked(point) is None


@pytest.mark.parametrize(
    ("as_of", "known_by", "day"),
    [
        (None, None, date(2026, 1, 1)),
        (datetime(2025, 5, 1, 9, tzinfo=UTC), None, date(2025, 5, 1)),
        (None, date(2025, 4, 1), date(2025, 4, 1)),
        (datetime(2025, 5, 1, tzinfo=UTC), date(2025, 6, 1), date(2025, 5, 1)),
    ],
)
def test_the_day_looked_at_is_that_of_the_view(
    as_of: datetime | None, known_by: date | None, day: date
) -> None:
    assert day_looked_at(as_of, known_by, date(2026, 1, 1)) == day
