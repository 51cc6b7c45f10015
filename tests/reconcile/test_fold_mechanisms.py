"""Tranches, conversions, programmes and disputed sums: each by its mechanism, in own words."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from promise_builders import Text, amount, item

from pledgebook.model.claims import Claim, Commitment
from pledgebook.model.entries import Entry
from pledgebook.reconcile.clusters import order
from pledgebook.reconcile.fold import fold
from pledgebook.reconcile.kinds import matchers_of

FIRST = date(2025, 3, 3)
SUM: dict[str, Any] = {"amount": amount("40000000")}


def told(words: str, days: int = 0, **values: Any) -> Commitment:
    text = Text(words, published=FIRST + timedelta(days=days), publisher=f"{words} News")
    return text.commitment(**{**SUM, **values})


def sizes(*claims: Claim) -> list[int]:
    return sorted(len(entry.claims) for entry in fold(claims, ()))


@pytest.mark.parametrize("newness", ["additional", "new"])
def test_a_sum_called_further_weeks_later_is_a_tranche_of_its_own(newness: str) -> None:
    assert sizes(told("one"), told("two", 21, newness=newness)) == [1, 1]
    assert sizes(told("one"), told("two", 3, newness=newness)) == [2]


def test_a_tranche_is_retold_beside_the_sum_it_comes_on_top_of() -> None:
    both = Text("both", published=FIRST + timedelta(days=21))
    claims = [
        told("one"),
        both.commitment(**SUM, newness="additional"),
        both.commitment(**{**SUM, "purpose": "of March"}, newness="restated"),
    ]
    told_as = [
        [c.newness for c in entry.claims if isinstance(c, Commitment)] for entry in fold(claims, ())
    ]
    assert sorted(told_as) == [["additional"], ["unclear", "restated"]]


def test_programmes_of_one_sum_are_two() -> None:
    guns: dict[str, Any] = {"purpose": "for artillery shells"}
    mines: dict[str, Any] = {"purpose": "to clear land mines"}
    assert sizes(told("one", **guns), told("two", 1, **mines)) == [1, 1]
    assert sizes(told("one", **guns), told("two", 1, purpose="to buy shells")) == [2]
    assert sizes(told("one", **guns), told("two", 1)) == [2]


POUNDS = amount("35000000", "GBP")
BOTH = amount("35000000", "GBP", reported_as=(amount("44000000", "USD"),))
DOLLARS = amount("44000000", "USD")


def test_a_conversion_that_one_source_prints_holds_for_the_same_sum_of_others() -> None:
    pair = [told("one", amount=POUNDS), told("three", 2, amount=DOLLARS)]
    assert sizes(*pair) == [1, 1]
    assert sizes(*pair, told("two", 1, amount=BOTH)) == [3]
    other_donor = told("two", 1, amount=BOTH, donors="NOR")
    assert sizes(*pair, other_donor) == [1, 1, 1]


def test_sums_of_two_currencies_stay_apart_where_no_source_prints_a_conversion() -> None:
    near = told("two", 1, amount=amount("44100000", "USD"))
    assert sizes(told("one", amount=POUNDS), near) == [1, 1]


def test_two_sums_for_the_same_counted_things_stand_side_by_side() -> None:
    one = told("one", items=(item("ambulances", 17),), amount=amount("3700000"))
    two = told("two", 1, items=(item("ambulances", 17),), amount=amount("5400000"))
    (entry,) = fold([one, two], ())
    assert entry.relations[1].relation == "contradicts"
    reason = entry.relations[1].reason
    assert "EUR 5.4m here and EUR 3.7m there for the same things (ambulances)" in reason
    assert "here: two News, there: one News" in reason
    others = told("two", 1, items=(item("ambulances", 16),), amount=amount("5400000"))
    assert sizes(one, others) == [1, 1]


def test_one_announcement_dated_alike_by_both_may_be_told_years_apart() -> None:
    dated: dict[str, Any] = {"announced_on": FIRST}
    assert sizes(told("one", **dated), told("two", 600, **dated)) == [2]
    assert sizes(told("one", **dated), told("two", 600)) == [1, 1]
    near = told("two", 600, **dated, amount=amount("45000000"))
    (entry,) = fold([told("one", **dated), near], ())
    assert entry.relations[1].relation == "contradicts"
    far = told("two", 600, **dated, amount=amount("80000000"))
    assert sizes(told("one", **dated), far) == [1, 1]


def test_of_two_that_fit_the_likelier_is_joined() -> None:
    grid = told("one", purpose="for the power grid")
    other = told("two", 21, newness="additional")
    paid = told("three", 30, stage="disbursed", purpose="for its power grid")
    (entry,) = (e for e in fold([grid, other, paid], ()) if paid in e.claims)
    assert entry.claims == (grid, paid)
    assert entry.relations[1].relation == "fulfils"


mixed = st.fixed_dictionaries(
    {
        "donors": st.sampled_from(["GBR", "NOR", ""]),
        "amount": st.sampled_from([POUNDS, BOTH, DOLLARS, amount("36000000", "GBP"), None]),
        "items": st.sampled_from([(), (item("ambulances", 17),), (item("drones"),)]),
        "purpose": st.sampled_from([None, "for the grid", "for land mines"]),
        "newness": st.sampled_from(["unclear", "additional", "restated"]),
        "announced_on": st.sampled_from([None, FIRST, FIRST + timedelta(days=30)]),
        "stage": st.sampled_from(["pledged", "disbursed"]),
    }
)
sources = st.builds(
    lambda n, days: Text(f"Source {n}.", published=FIRST + timedelta(days=days)),
    st.integers(0, 5),
    st.sampled_from([0, 1, 20, 60, 500]),
)
several = st.lists(st.builds(lambda t, v: t.commitment(**v), sources, mixed), max_size=10)


@given(claims=several, seed=st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_any_order_of_arrival_gives_the_same_entries(
    claims: list[Claim], seed: random.Random
) -> None:
    unique = list({claim.id: claim for claim in claims}.values())
    shuffled = list(unique)
    seed.shuffle(shuffled)
    assert fold(unique, ()) == fold(shuffled, ())


@given(claims=several)
@settings(max_examples=150, deadline=None)
def test_every_two_claims_of_an_entry_fit_each_other(claims: list[Claim]) -> None:
    """A claim joins only where it fits all members: no chain of likenesses grows into one."""
    found: tuple[Entry, ...] = fold(claims, ())
    matcher = matchers_of({c.id: c for c in claims}.values())["commitment"]
    for entry in found:
        ordered = sorted(entry.claims, key=order)
        for n, later in enumerate(ordered):
            assert all(matcher.match(earlier, later) for earlier in ordered[:n])
