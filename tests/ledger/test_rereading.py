"""A newer reading under a decision: what was decided stands, and goes to review."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from decision_books import Clock, add, decide, read, sum_change, sums, text

from pledgebook.ledger.store import Ledger
from pledgebook.model.codec import claim_to_json
from pledgebook.reconcile.fold import fold

ONE = text("NOR gives 5 million to it.")
OTHER = text("SWE gives 8 million to it.")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ledger(book: str, clock: Clock) -> Iterator[Ledger]:
    with Ledger.open(book, create=True, clock=clock) as opened:
        yield opened


def whys(ledger: Ledger) -> list[str]:
    return [review.why for review in ledger.view(fold=fold).reviews()]


def test_without_a_decision_the_latest_reading_stands(ledger: Ledger) -> None:
    add(ledger, ONE, misread=True)
    add(ledger, ONE, "2")
    assert (sums(ledger), whys(ledger)) == ([("NOR", "5")], [])


def test_an_accepted_value_stands_and_both_are_shown(ledger: Ledger, clock: Clock) -> None:
    (claim,) = add(ledger, ONE)
    (entry,) = ledger.view(fold=fold).entries()
    accepted = decide(ledger, "accept", entry.id)
    (newer,) = add(ledger, ONE, "2", misread=True)
    assert sums(ledger) == [("NOR", "5")]
    assert ledger.view(fold=fold).entries()[0].id == entry.id
    (review,) = ledger.view(fold=fold).reviews()
    assert (review.why, review.decision.id) == ("claim-read-differently", accepted)
    assert (review.entry, review.claim, review.now) == (entry.id, claim.id, newer.id)
    (difference,) = review.differences
    assert difference.field == "amount"
    assert (difference.decided["low"], difference.now["low"]) == ("5000000", "6000000")
    clock.on(1)
    decide(ledger, "accept", entry.id)
    assert (sums(ledger), whys(ledger)) == ([("NOR", "5")], [])


def test_undoing_lets_the_newer_reading_stand(ledger: Ledger, clock: Clock) -> None:
    (claim,) = add(ledger, ONE)
    accepted = decide(ledger, "accept", claim.id)
    add(ledger, ONE, "2", misread=True)
    clock.on(1)
    decide(ledger, "undo", accepted)
    assert (sums(ledger), whys(ledger)) == ([("NOR", "6")], [])


def test_a_changed_value_stands_until_the_reader_agrees(ledger: Ledger) -> None:
    (claim,) = add(ledger, ONE, misread=True)
    decide(ledger, "change_value", claim.id, sum_change(claim, 5))
    add(ledger, ONE, "2", misread=True, stage="committed")
    assert (sums(ledger), whys(ledger)) == ([("NOR", "5")], ["claim-read-differently"])
    add(ledger, ONE, "3")
    assert (sums(ledger), whys(ledger)) == ([("NOR", "5")], [])


def test_a_claim_that_nothing_follows_stands_too(ledger: Ledger) -> None:
    (claim,) = add(ledger, ONE)
    decide(ledger, "accept", claim.id)
    ledger.add(ONE.document, [], ONE.reading([], "2"))
    assert (sums(ledger), whys(ledger)) == ([("NOR", "5")], ["claim-no-longer-read"])


def test_a_rejection_follows_the_words(ledger: Ledger) -> None:
    (claim,) = add(ledger, ONE)
    decide(ledger, "reject", claim.id)
    add(ledger, ONE, "2", stage="committed")
    assert (sums(ledger), whys(ledger)) == ([], ["claim-read-differently"])


def test_a_merge_follows_the_words(ledger: Ledger) -> None:
    (one,), (other,) = add(ledger, ONE), add(ledger, OTHER)
    decide(ledger, "merge", one.id, {"with": [other.id]})
    add(ledger, OTHER, "2", stage="committed")
    (entry,) = ledger.view(fold=fold).entries()
    assert len(entry.claims) == 2
    assert whys(ledger) == ["claim-read-differently"]


def test_an_added_claim_is_no_double_when_the_reader_learns_it(ledger: Ledger) -> None:
    ledger.add(ONE.document, [], ONE.reading([]))
    claim = read(ONE)[0]
    decide(ledger, "add_claim", ONE.snapshot.id, {"claim": claim_to_json(claim)})
    add(ledger, ONE, "2")
    assert (sums(ledger), whys(ledger)) == ([("NOR", "5")], [])
    add(ledger, ONE, "3", misread=True)
    assert (sums(ledger), whys(ledger)) == ([("NOR", "5")], ["claim-read-differently"])


def test_a_sibling_is_no_successor(ledger: Ledger) -> None:
    """Two claims of one reading that share words are two: neither follows the other."""
    claims = [read(ONE)[0], read(ONE, is_total=True)[0]]
    ledger.add(ONE.document, claims, ONE.reading(claims))
    decide(ledger, "reject", claims[0].id)
    ledger.add(ONE.document, claims[1:], ONE.reading(claims[1:], "2"))
    assert len(ledger.view(fold=fold).entries()) == 1
    assert whys(ledger) == ["claim-no-longer-read"]


LATER: list[tuple[dict[str, Any], bool]] = [({"stage": "committed"}, True), ({}, False)]


@pytest.mark.parametrize(("values", "differs"), LATER)
def test_a_later_source_that_differs_reopens_an_accepted_entry(
    ledger: Ledger,
    clock: Clock,
    values: dict[str, Any],
    differs: bool,  # noqa: FBT001
) -> None:
    add(ledger, ONE)
    (entry,) = ledger.view(fold=fold).entries()
    decide(ledger, "accept", entry.id)
    add(ledger, text("And NOR gives 5 million now.", day=5), **values)
    assert whys(ledger) == (["later-source-differs"] if differs else [])
    clock.on(1)
    decide(ledger, "accept", entry.id)
    assert whys(ledger) == []


def test_what_is_unclear_goes_to_review_until_decided(ledger: Ledger, clock: Clock) -> None:
    (claim,) = add(ledger, ONE)
    decide(ledger, "unclear", claim.id)
    assert whys(ledger) == ["called-unclear"]
    clock.on(1)
    decide(ledger, "accept", claim.id)
    assert whys(ledger) == []
