"""Sums told at one address: an edited page, and two data sets that name one source."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from promise_builders import Text, amount, item

from pledgebook.model.claims import Claim
from pledgebook.model.snapshots import Sighting
from pledgebook.reconcile.addresses import shared_addresses
from pledgebook.reconcile.fold import fold

PAGE = "https://ministry.example/aid"
FIRST = date(2025, 3, 3)
Seen = tuple[Claim, Sighting]


def edited(words: str, low: str, days: int = 0, url: str = PAGE, **more: Any) -> Seen:
    text = Text(words, published=FIRST + timedelta(days=days), url=url)
    return text.commitment(amount=amount(low), **more), text.sighting


def row(series: str, words: str, low: str, url: str = PAGE, **more: Any) -> Seen:
    """A row that names an address as its source."""
    text = Text(words, published=date(2025, 9, 1), url=url)
    claim = text.commitment(amount=amount(low), **{"announced_on": FIRST, **more})
    name = f"{series}/1#{words}"
    source = dataclasses.replace(claim.source, record=name, url=None)
    return dataclasses.replace(claim, source=source), text.sighting


def relations(seen: Iterable[Seen]) -> list[list[str]]:
    claims, sightings = zip(*seen, strict=True)
    return sorted([r.relation for r in e.relations] for e in fold(claims, sightings))


APART = [["first"], ["first"]]


def test_a_page_edited_to_another_sum_corrects_itself() -> None:
    before, after = edited("It gives 40.", "40000000"), edited("It gives 90.", "90000000", 2)
    assert relations([before, after]) == [["first", "corrects"]]
    assert relations([before, edited("It gives 90.", "90000000", 2, url=f"{PAGE}/2")]) == APART
    assert relations([before, edited("It gives 90.", "90000000", 80)]) == APART


@pytest.mark.parametrize(
    "other",
    [
        {"stage": "disbursed"},
        {"instrument": "loan"},
        {"items": (item("tents", 9),)},
        {"purpose": "rebuilding the harbour"},
        {"announced_on": FIRST + timedelta(days=1)},
    ],
)
def test_what_an_edited_page_tells_of_something_else_stays_apart(other: dict[str, Any]) -> None:
    mine: dict[str, Any] = {
        "instrument": "grant",
        "purpose": "teachers for schools",
        "announced_on": FIRST,
    }
    after = edited("It gives 90.", "90000000", 2, **{**mine, **other})
    assert relations([edited("It gives 40.", "40000000", **mine), after]) == APART


def test_two_data_sets_that_name_one_source_contradict_each_other() -> None:
    one, two = row("alpha", "A1", "83000000"), row("beta", "B7", "60600000")
    assert relations([one, two]) == [["first", "contradicts"]]
    later = row("beta", "B7", "60600000", announced_on=FIRST + timedelta(days=3))
    assert relations([one, later]) == APART
    assert relations([one, row("beta", "B7", "60600000", url=f"{PAGE}?year=2")]) == APART


def test_two_rows_of_one_source_leave_it_open_which_one_it_is() -> None:
    rows = [row("alpha", "A1", "83000000"), row("beta", "B1", "60600000")]
    for extra in (row("beta", "B2", "10000000"), row("alpha", "A2", "10000000")):
        assert len(relations([*rows, extra])) == 3
    exact = row("alpha", "A2", "60600000")
    assert relations([*rows, exact]) == [["first"], ["first", "same"]]


def test_a_row_is_no_text_of_the_page_that_it_names() -> None:
    """Rows of one source whose sums are near are told by two data sets; no page was changed."""
    near = [row("alpha", "A1", "2260000"), row("beta", "B1", "2200000")]
    assert relations(near) == [["first", "same"]]


def test_an_address_is_the_same_whatever_the_browser_adds() -> None:
    other = "http://www.Ministry.example/aid/#:~:text=forty"
    seen = [edited("One.", "1")[1], edited("Two.", "1", url=other)[1]]
    assert len(shared_addresses(seen)) == 2
    assert shared_addresses([*seen[:1], edited("Two.", "1", url=f"{PAGE}/x")[1]]) == {}
    assert shared_addresses([edited("Odd.", "1", url="http://[broken")[1]]) == {}


SEEN = st.one_of(
    st.builds(
        edited,
        st.sampled_from(["One.", "Two.", "Three."]),
        st.sampled_from(["40000000", "41000000", "90000000"]),
        st.integers(0, 50),
        items=st.sampled_from([(), (item("tents", 9),)]),
    ),
    st.builds(
        row,
        st.sampled_from(["alpha", "beta", "gamma"]),
        st.sampled_from(["R1", "R2"]),
        st.sampled_from(["40000000", "41000000", "90000000"]),
    ),
)


@given(st.lists(SEEN, min_size=1, max_size=8), st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_no_order_of_claims_or_sightings_shows(seen: list[Seen], chance: random.Random) -> None:
    claims = list({claim.id: claim for claim, _ in seen}.values())
    sightings = [sighting for _, sighting in seen]
    before = fold(claims, sightings)
    chance.shuffle(claims)
    chance.shuffle(sightings)
    assert fold(claims, sightings) == before
