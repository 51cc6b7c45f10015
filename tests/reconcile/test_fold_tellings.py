"""Folding by tellings gives what comparing every claim with every other gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import reduce
from typing import Any

import pairwise_fold as plain
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from promise_builders import Text, amount, item

from pledgebook.model.claims import Claim, Commitment
from pledgebook.model.snapshots import Sighting
from pledgebook.model.values import Event, Period
from pledgebook.reconcile.candidates import Graph
from pledgebook.reconcile.fold import fold
from pledgebook.reconcile.groups import Ends
from pledgebook.reconcile.kinds import matchers_of

FIRST = date(2025, 3, 3)
PAGES = (None, "https://ministry.example/aid", "https://harbour.example/1")

values = st.fixed_dictionaries(
    {
        "donors": st.sampled_from(["GBR", "GBR", "NOR", ""]),
        "amount": st.sampled_from(
            [
                amount("40000000"),
                amount("40400000"),
                amount("40400000", reported_as=(amount("44000000", "USD"),)),
                amount("44000000", "USD"),
                amount("10000000", per="year"),
                amount("90000000"),
                amount("44", None),
                None,
            ]
        ),
        "period": st.sampled_from([None, Period(duration="P4Y", text="four years")]),
        "items": st.sampled_from([(), (), (item("ambulances", 17),), (item("drones"),)]),
        "purpose": st.sampled_from([None, "for the grid", "for the power grid", "for mines"]),
        "newness": st.sampled_from(["unclear", "additional", "restated"]),
        "instrument": st.sampled_from(["unspecified", "loan", "grant"]),
        "stage": st.sampled_from(["pledged", "disbursed", "withdrawn"]),
        "firmness": st.sampled_from(["firm", "firm", "denied"]),
        "announced_on": st.sampled_from([None, None, FIRST]),
    }
)
#: Few values, so that many claims are one telling and many meet in one entry.
few = st.fixed_dictionaries(
    {
        "amount": st.sampled_from([amount("40000000"), amount("40400000"), amount("40000000")]),
        "newness": st.sampled_from(["unclear", "restated"]),
        "instrument": st.sampled_from(["unspecified", "loan", "grant"]),
        "stage": st.sampled_from(["pledged", "disbursed"]),
    }
)
texts = st.builds(
    lambda n, page: Text(
        f"Source {n}.",
        published=None if n == 9 else FIRST + timedelta(days=(0, 0, 0, 1, 1, 30, 300)[n % 7]),
        url=PAGES[page],
    ),
    st.integers(0, 12),
    st.integers(0, 2),
)
Given = list[tuple[Text, dict[str, Any]]]


def made(given_: Given) -> tuple[list[Claim], list[Sighting]]:
    claims = {claim.id: claim for claim in (t.commitment(**v) for t, v in given_)}
    return list(claims.values()), [t.sighting for t, _ in given_]


def check(claims: Sequence[Claim], sightings: Sequence[Sighting]) -> None:
    matcher = matchers_of(claims, sightings)[claims[0].kind]
    entries = fold(claims, sightings)
    wanted = plain.clusters(claims, matcher)
    assert sorted([c.id for c in e.claims] for e in entries) == sorted(
        [c.id for c in cluster] for cluster in wanted
    )
    seen: Mapping[str, list[Sighting]] = {
        text: [s for s in sightings if s.snapshot == text] for text in {c.source.id for c in claims}
    }
    for entry in entries:
        told = [(r.relation, r.reason, r.other) for r in entry.relations[1:]]
        assert told == plain.relations(entry.claims, matcher, seen)


@given(st.lists(st.tuples(texts, values), min_size=1, max_size=10))
@settings(max_examples=200, deadline=None)
def test_any_claims(given_: Given) -> None:
    check(*made(given_))


@given(st.lists(st.tuples(texts, few), min_size=4, max_size=25))
@settings(max_examples=200, deadline=None)
def test_a_promise_told_by_many(given_: Given) -> None:
    check(*made(given_))


EVENTS = [
    Event(name="Summit", date=FIRST),
    Event(name="London summit"),
    Event(name=None, place="Lancaster"),
]
others = st.one_of(
    st.lists(
        st.builds(
            lambda t, who, role, event: t.participation(who, role, event),
            texts,
            st.sampled_from(["NOR", "LVA"]),
            st.sampled_from(["attended", "host", "declined"]),
            st.sampled_from(EVENTS),
        ),
        min_size=1,
        max_size=14,
    ),
    st.lists(
        st.builds(
            lambda t, words: t.statement("person:a", words),
            texts,
            st.sampled_from(["we will stand by it", "we will stand by it now", "no"]),
        ),
        min_size=1,
        max_size=14,
    ),
    st.lists(
        st.builds(
            lambda t, who, what: t.measure(who, what, action="sanction"),
            texts,
            st.sampled_from(["NOR", "LVA", ""]),
            st.sampled_from(["old oil tankers", "oil tankers", "three banks"]),
        ),
        min_size=1,
        max_size=14,
    ),
    st.lists(
        st.builds(
            lambda t, who, words: t.proposal(who, words),
            texts,
            st.sampled_from(["FRA", "FRA GBR", ""]),
            st.sampled_from(["a truce at sea", "a truce at sea and in the air"]),
        ),
        min_size=1,
        max_size=14,
    ),
)


@given(others)
@settings(max_examples=200, deadline=None)
def test_other_kinds(claims: list[Claim]) -> None:
    check(list({claim.id: claim for claim in claims}.values()), [])


@pytest.mark.parametrize("count", [400])
def test_a_promise_of_hundreds_of_texts_is_compared_by_its_tellings(
    count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The number of comparisons is that of the tellings' pairs, not of the claims' pairs."""
    claims = [
        Text(f"Outlet {n}.", published=FIRST + timedelta(days=n % 5)).commitment(
            amount=amount("40000000")
        )
        for n in range(count)
    ]
    made_ = matchers_of(claims)["commitment"]
    compared, match = [0], type(made_).match

    def counted(self: Any, earlier: Commitment, later: Commitment) -> Any:
        compared[0] += 1
        return match(self, earlier, later)

    monkeypatch.setattr(type(made_), "match", counted)
    (entry,) = fold(claims, ())
    assert len(entry.claims) == count
    assert compared[0] < 3 * count


def told_by(count: int) -> list[Claim]:
    """Claims of one promise, in ten ways, a third of the texts telling it twice."""
    return [
        Text(f"Outlet {n}.", published=FIRST + timedelta(days=n % 5)).commitment(
            amount=amount("40000000"), stage=stage, instrument=("unspecified", "grant")[n % 2]
        )
        for n in range(count)
        for stage in (("pledged", "disbursed") if n % 3 == 0 else ("pledged",))
    ]


def test_a_claim_told_again_is_compared_with_nothing_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many texts tell a promise, a cluster is looked through by the ways of telling it."""
    looked, matches = Counter[int](), Graph.matches

    def counted(self: Graph, one: int, other: int) -> Any:
        looked[len(self.ordered)] += 1
        return matches(self, one, other)

    monkeypatch.setattr(Graph, "matches", counted)
    sizes = [len(fold(claims, ())[0].claims) for claims in (told_by(300), told_by(1200))]
    assert sizes == [400, 1600]
    assert len(looked) == 2
    assert looked[400] == looked[1600]


texts_told = st.lists(st.tuples(st.integers(0, 9), st.sampled_from("ab")), min_size=1, max_size=5)


@given(texts_told, texts_told)
def test_ends_tell_which_of_two_tellings_stands_first(
    one: list[tuple[int, str]], other: list[tuple[int, str]]
) -> None:
    ends = [reduce(Ends.with_, (Ends.of(*place) for place in places)) for places in (one, other)]
    wanted = any(a < b and here != there for a, here in one for b, there in other)
    assert ends[0].before(ends[1]) == wanted
    assert ends[0].only_text() == (one[0][1] if len({text for _, text in one}) == 1 else None)
