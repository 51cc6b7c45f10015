"""Claims that only an earlier reading gave, and rejected things that are told again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from decision_books import Clock, add, decide, text

from pledgebook.commands.history import event_line, told_of
from pledgebook.ledger.events import Event
from pledgebook.ledger.reviews import Review
from pledgebook.ledger.store import Ledger
from pledgebook.reconcile.fold import fold

ONE = text("NOR gives 5 million to it.")
AGAIN = text("Again: NOR gives 5 million to it.", day=5)
OTHER = text("SWE gives 8 million to it.", day=6)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ledger(book: str, clock: Clock) -> Iterator[Ledger]:
    with Ledger.open(book, create=True, clock=clock) as opened:
        yield opened


def dropped(ledger: Ledger, name: str) -> list[Event]:
    ledger.project(fold)
    _, events = told_of(ledger.about(name, fold=fold), name)
    assert events == told_of(ledger.view(fold=fold), name)[1]
    return [event for event in events if event.kind == "dropped"]


def test_a_claim_read_otherwise_stays_in_the_history_of_what_follows_it(
    ledger: Ledger, clock: Clock
) -> None:
    (old,) = add(ledger, ONE, misread=True)
    entered = clock.now
    clock.on(60)
    (new,) = add(ledger, ONE, "2")
    (entry,) = ledger.view(fold=fold).entries()
    for name in (entry.id, new.source.id, old.id, old.id[:24]):
        (event,) = dropped(ledger, name)
        assert (event.former, event.entry, event.entered) == (old, entry.id, entered)
        assert "takes the same words otherwise" in event.words
        assert "EUR 6m" in event_line(event)
    assert dropped(ledger, new.id) == []


def test_a_claim_that_nothing_follows_is_told_with_its_text(ledger: Ledger) -> None:
    (old,) = add(ledger, ONE)
    ledger.add(ONE.document, [], ONE.reading([], "2"))
    for name in (old.id, old.source.id):
        (event,) = dropped(ledger, name)
        assert (event.entry, "no longer gives it" in event.words) == (None, True)
    assert [e.kind for e in ledger.view(fold=fold).events()] == [
        "source", "reading", "reading", "dropped",
    ]  # fmt: skip


def test_what_a_person_kept_is_not_dropped(ledger: Ledger, clock: Clock) -> None:
    (claim,) = add(ledger, ONE)
    decide(ledger, "accept", claim.id)
    clock.on(60)
    add(ledger, ONE, "2", misread=True)
    add(ledger, ONE, "3", misread=True)
    assert dropped(ledger, claim.id) == []


def test_the_clocks_hold_for_it(ledger: Ledger, clock: Clock) -> None:
    add(ledger, ONE, misread=True)
    before = clock.now
    clock.on(60)
    add(ledger, ONE, "2")
    then = ledger.view(as_of=before, fold=fold)
    assert [e.kind for e in then.events()] == ["source", "reading", "first"]
    day_before = ledger.view(known_by=date(2025, 3, 1), fold=fold)
    assert (day_before.events(), day_before.former()) == ((), ())


def again(ledger: Ledger) -> list[Review]:
    view = ledger.view(fold=fold)
    return [review for review in view.reviews() if review.why == "rejected-told-again"]


@pytest.mark.parametrize("by", ["entry", "claim"])
def test_a_rejected_thing_that_another_source_tells_opens_a_review(
    ledger: Ledger, clock: Clock, by: str
) -> None:
    (claim,) = add(ledger, ONE)
    (entry,) = ledger.view(fold=fold).entries()
    rejected = decide(ledger, "reject", entry.id if by == "entry" else claim.id)
    add(ledger, OTHER)
    assert again(ledger) == []
    clock.on(60)
    (told,) = add(ledger, AGAIN)
    (review,) = again(ledger)
    (home,) = [e for e in ledger.view(fold=fold).entries() if told in e.claims]
    assert (review.decision.id, review.entry, review.claim) == (rejected, home.id, told.id)
    ledger.project(fold)
    assert again(ledger) == [review]


@pytest.mark.parametrize("action", ["accept", "reject", "unclear", "undo"])
def test_looking_at_it_closes_the_review(ledger: Ledger, clock: Clock, action: str) -> None:
    (claim,) = add(ledger, ONE)
    rejected = decide(ledger, "reject", claim.id)
    clock.on(60)
    (told,) = add(ledger, AGAIN)
    assert len(again(ledger)) == 1
    clock.on(60)
    decide(ledger, action, rejected if action == "undo" else told.id)
    assert again(ledger) == []


def test_what_stood_beside_a_rejected_claim_was_seen(ledger: Ledger) -> None:
    (claim,) = add(ledger, ONE)
    add(ledger, AGAIN)
    decide(ledger, "reject", claim.id)
    assert again(ledger) == []


def test_a_rejected_misreading_that_is_read_right_is_no_other_source(ledger: Ledger) -> None:
    (claim,) = add(ledger, ONE, misread=True)
    decide(ledger, "reject", claim.id)
    add(ledger, ONE, "2")
    assert again(ledger) == []
