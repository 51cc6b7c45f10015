"""Blocks lose nothing: whatever would match shares a block."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from promise_builders import Text, amount, item

from pledgebook.model.claims import Claim
from pledgebook.model.values import Event, Period
from pledgebook.reconcile.clusters import order
from pledgebook.reconcile.kinds import MATCHERS

texts = st.builds(
    lambda n, days: Text(
        f"Source {n}.", published=None if days is None else date(2025, 1, 1) + timedelta(days=days)
    ),
    st.integers(0, 400),
    st.one_of(st.none(), st.integers(0, 500)),
)
figures = st.sampled_from([2_000_000, 2_050_000, 2_100_000, 2_200_000, 2_260_000, 2_500_000])
plain = st.builds(
    lambda f, c, b: amount(str(f), c, b),
    figures,
    st.sampled_from(["GBP", "USD", None]),
    st.sampled_from(["exact", "about", "at_least", "up_to"]),
)
converted = st.builds(
    lambda f, other: amount(str(f), "GBP", reported_as=(amount(str(other), "USD"),)),
    figures,
    figures,
)
yearly = st.builds(lambda f: amount(str(f // 4), "GBP", per="year"), figures)
items = st.lists(
    st.sampled_from(
        [
            item("air defence missiles", 50),
            item("missiles", 50),
            item("naval missiles", 50),
            item("drones"),
        ]
    ),
    max_size=2,
).map(tuple)
commitments = st.fixed_dictionaries(
    {
        "donors": st.sampled_from(["GBR", "GBR NOR", ""]),
        "amount": st.one_of(st.none(), plain, converted, yearly),
        "items": items,
        "purpose": st.sampled_from([None, "to buy missiles", "buying missiles"]),
        "stage": st.sampled_from(["pledged", "delivered", "withdrawn"]),
        "instrument": st.sampled_from(["loan", "personnel"]),
        "period": st.sampled_from([None, Period(duration="P4Y", text="four years")]),
        "newness": st.sampled_from(["new", "restated"]),
    }
)


def check(one: Claim, other: Claim) -> None:
    matcher = MATCHERS[one.kind]
    earlier, later = sorted((one, other), key=order)
    if matcher.match(earlier, later) is None:
        return
    # Claims without a named actor are compared last, whichever was published first.
    seeker, listed = (earlier, later) if matcher.unresolved(earlier) else (later, earlier)
    assert set(matcher.sought(seeker)) & set(matcher.keys(listed))


@given(texts, commitments, texts, commitments)
@settings(max_examples=600, deadline=None)
def test_commitments(t1: Text, v1: dict[str, Any], t2: Text, v2: dict[str, Any]) -> None:
    assume(t1.words != t2.words)
    check(t1.commitment(**v1), t2.commitment(**v2))


events = st.builds(
    lambda name, days: Event(
        name=name, date=None if days is None else date(2025, 3, 1) + timedelta(days=days)
    ),
    st.sampled_from(["harbour summit", "the summit", None]),
    st.one_of(st.none(), st.integers(0, 4)),
)


@given(texts, events, texts, events)
@settings(max_examples=200, deadline=None)
def test_participations(t1: Text, e1: Event, t2: Text, e2: Event) -> None:
    assume(t1.words != t2.words)
    check(t1.participation("NOR", "host", e1), t2.participation("NOR", "attended", e2))


wordings = st.sampled_from(["the shadow fleet of tankers", "shadow fleet", "two banks", "a truce"])


@given(texts, wordings, texts, wordings)
@settings(max_examples=300, deadline=None)
def test_other_kinds(t1: Text, w1: str, t2: Text, w2: str) -> None:
    assume(t1.words != t2.words)
    month = Period(duration="P1M", text="a month")
    check(t1.measure("GBR", w1), t2.measure("GBR", w2))
    check(t1.measure("", w1), t2.measure("GBR", w2))
    check(t1.plan_point(w1, goals=("deterrence",)), t2.plan_point(w2, goals=("deterrence",)))
    check(t1.proposal("FRA", w1, period=month), t2.proposal("FRA GBR", w2, period=month))
    check(t1.statement("person:a", w1), t2.statement("person:a", w2))
