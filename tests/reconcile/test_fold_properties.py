"""The fold is a function of sets: no order of claims, sightings or decisions shows in it."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from promise_builders import Text, amount

from pledgebook.model.claims import Claim
from pledgebook.model.entries import Entry, entry_id
from pledgebook.model.snapshots import Decision
from pledgebook.model.values import Period
from pledgebook.reconcile.fold import fold

FIGURES = ("2000000000", "2200000000", "2260000000", "2300000000")

promises = st.fixed_dictionaries(
    {
        "donors": st.sampled_from(["GBR", "NOR", "GBR NOR", ""]),
        "amount": st.one_of(
            st.builds(
                amount,
                st.sampled_from(FIGURES),
                st.sampled_from(["GBP", None]),
                st.sampled_from(["exact", "at_least", "about"]),
            ),
            st.sampled_from(
                [
                    amount("2260000000", "GBP", reported_as=(amount("2800000000", "USD"),)),
                    amount("2800000000", "USD"),
                    amount("1130000000", "GBP", per="year"),
                ]
            ),
        ),
        "period": st.sampled_from([None, Period(duration="P2Y", text="two years")]),
        "instrument": st.sampled_from(["loan", "grant", "unspecified"]),
        "stage": st.sampled_from(["pledged", "disbursed", "withdrawn"]),
        "newness": st.sampled_from(["new", "restated"]),
    }
)
texts = st.builds(
    lambda n, days: Text(f"Source number {n}.", published=date(2025, 3, 1) + timedelta(days=days)),
    st.integers(0, 4),
    st.one_of(st.integers(0, 60), st.sampled_from([90, 250, 330, 700])),
)
claims_ = st.lists(st.builds(lambda t, v: t.commitment(**v), texts, promises), max_size=9)


@given(claims=claims_, seed=st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_order_does_not_show(claims: list[Claim], seed: random.Random) -> None:
    shuffled = list(claims)
    seed.shuffle(shuffled)
    unique = {c.id: c for c in claims}
    assert fold(list(unique.values()), ()) == fold(
        {c.id: unique[c.id] for c in shuffled}.values(), ()
    )


@given(claims=claims_)
@settings(max_examples=60, deadline=None)
def test_every_claim_has_one_entry_and_one_relation(claims: list[Claim]) -> None:
    entries = fold(claims, ())
    placed = [claim.id for entry in entries for claim in entry.claims]
    assert sorted(placed) == sorted({claim.id for claim in claims})
    for entry in entries:
        assert [r.claim for r in entry.relations] == [c.id for c in entry.claims]
        assert entry.id == entry_id(entry.claims[0])
        assert entry.lead in entry.claims


NOON = datetime(2025, 3, 9, 12, tzinfo=UTC)


def decision(action: Any, target: str, value: dict[str, Any] | None = None) -> Decision:
    return Decision(
        author="ana", at=NOON, action=action, target=target, reason="seen by hand", value=value
    )


def two_entries() -> tuple[tuple[Claim, Claim], tuple[Entry, ...]]:
    loan = Text("A loan.").commitment(amount=amount(FIGURES[0], "GBP"))
    other = Text("Other money.").commitment(amount=amount("5000000000", "GBP"))
    return (loan, other), fold([loan, other], ())


def test_a_rejected_claim_leaves_the_entries() -> None:
    claims, entries = two_entries()
    for target in (claims[0].id, entry_id(claims[0])):
        (left,) = fold(claims, (), [decision("reject", target)])
        assert left.claims == (claims[1],)
    assert len(entries) == 2


def test_a_merge_puts_entries_together_and_says_why() -> None:
    claims, entries = two_entries()
    merge = decision("merge", entries[0].id, {"with": [entries[1].id]})
    (one,) = fold(claims, (), [merge])
    assert one.relations[1].reason == "joined by a decision: seen by hand"
    assert one.id == entries[0].id


def test_a_split_takes_claims_out() -> None:
    claim = Text("A loan.").commitment(amount=amount(FIGURES[0], "GBP"))
    again = Text("A loan again.").commitment(amount=amount(FIGURES[0], "GBP"))
    (entry,) = fold([claim, again], ())
    split = decision("split", entry.id, {"claims": [again.id]})
    assert len(fold([claim, again], (), [split])) == 2


def test_other_decisions_do_not_touch_the_folding() -> None:
    claims, entries = two_entries()
    others = [decision(a, claims[0].id) for a in ("accept", "unclear", "change_value")]
    assert fold(claims, (), others) == entries
