"""The status of a point: set by a person on evidence, undone, reread, seen from a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from decision_books import Clock, add, text

from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.store import Ledger
from pledgebook.model.book import BookDefinition, PlanPointDefinition
from pledgebook.model.snapshots import Decision
from pledgebook.reconcile.fold import fold

EARLY, LATE = text("NOR gives 5 million"), text("SWE gives 7 million", day=9)


@pytest.fixture(name="clock")
def _clock() -> Clock:
    return Clock()


@pytest.fixture(name="ledger")
def _ledger(book: str, clock: Clock) -> Iterator[Ledger]:
    points = tuple(
        PlanPointDefinition(ordinal=n, text=f"point {n}", goals=("other",)) for n in (1, 2)
    )
    with Ledger.open(book, create=True, clock=clock) as ledger:
        ledger.define(
            BookDefinition(id="b", title="B", summary="S", coalition="C", plan="P", points=points)
        )
        add(ledger, EARLY)
        add(ledger, LATE)
        ledger.project(fold)
        yield ledger


def put(ledger: Ledger, clock: Clock, status: Any, *claims: str, point: str = "1") -> str:
    clock.on(1)
    decision = Decision(
        author="ana", at=clock.now, action="set_status", target=point, reason="seen",
        value={"status": status, "claims": list(claims)},
    )  # fmt: skip
    return ledger.decide(decision, fold=fold)


def undo(ledger: Ledger, clock: Clock, name: str) -> str:
    clock.on(1)
    return ledger.decide(
        Decision(author="ana", at=clock.now, action="undo", target=name, reason="no"), fold=fold
    )


def held(ledger: Ledger, point: int = 1, **scope: Any) -> list[int]:
    return [s.status for s in ledger.view(fold=fold, **scope).statuses().get(point, ())]


def lead(ledger: Ledger, donor: str) -> str:
    claims = ledger.view(fold=fold).claims("commitment")
    return next(c.id for c in claims if c.source.ref and c.source.ref.startswith(donor))


def test_the_newest_holds_and_the_earlier_ones_stay(ledger: Ledger, clock: Clock) -> None:
    entry = ledger.view(fold=fold).entries()[0]
    put(ledger, clock, 1, entry.id[:14])
    put(ledger, clock, 0, point="2")
    put(ledger, clock, 2, lead(ledger, "SWE"), point="point:1")
    assert (held(ledger), held(ledger, 2)) == ([1, 2], [0])
    first = ledger.view(fold=fold).statuses()[1][0]
    assert (first.evidence, first.text) == ((entry.lead.known_as,), "point 1")


def test_an_undo_lets_the_one_before_hold_and_can_be_undone(ledger: Ledger, clock: Clock) -> None:
    put(ledger, clock, 1, lead(ledger, "NOR"))
    second = put(ledger, clock, 3, lead(ledger, "NOR"))
    back = undo(ledger, clock, second)
    assert held(ledger) == [1]
    undo(ledger, clock, back)
    assert held(ledger) == [1, 3]


def test_a_day_shows_what_was_published_by_then(ledger: Ledger, clock: Clock) -> None:
    put(ledger, clock, 1, lead(ledger, "NOR"))
    put(ledger, clock, 2, lead(ledger, "NOR"), lead(ledger, "SWE"))
    assert held(ledger, known_by=date(2025, 3, 5)) == [1]
    assert held(ledger, known_by=date(2025, 3, 9)) == [1, 2]
    assert held(ledger, known_by=date(2025, 3, 1)) == []


def test_a_status_without_evidence_counts_from_the_day_it_was_set(
    ledger: Ledger, clock: Clock
) -> None:
    put(ledger, clock, 1, lead(ledger, "NOR"))
    put(ledger, clock, 0)
    day = clock.now.date()
    assert held(ledger) == held(ledger, known_by=day) == [1, 0]
    assert held(ledger, known_by=day - timedelta(days=1)) == [1]
    assert held(ledger, known_by=date(2025, 3, 1)) == []


def test_a_zero_with_evidence_counts_from_the_day_of_its_text(ledger: Ledger, clock: Clock) -> None:
    put(ledger, clock, 0, lead(ledger, "SWE"))
    assert held(ledger, known_by=date(2025, 3, 8)) == []
    assert held(ledger, known_by=date(2025, 3, 9)) == [0]


def test_a_moment_shows_what_was_decided_by_then(ledger: Ledger, clock: Clock) -> None:
    put(ledger, clock, 1, lead(ledger, "NOR"))
    then = clock.now
    put(ledger, clock, 3, lead(ledger, "NOR"))
    assert held(ledger, as_of=then) == [1]
    assert held(ledger, as_of=datetime(2025, 1, 1, tzinfo=UTC)) == []


def test_a_new_reading_leaves_it_and_opens_a_review(ledger: Ledger, clock: Clock) -> None:
    put(ledger, clock, 2, lead(ledger, "NOR"))
    add(ledger, EARLY, version="2", misread=True)
    ledger.project(fold)
    view = ledger.view(fold=fold)
    assert held(ledger) == [2]
    assert [r.why for r in view.reviews()] == ["claim-read-differently"]
    put(ledger, clock, 2, lead(ledger, "NOR"))
    assert ledger.view(fold=fold).reviews() == ()


def test_the_history_of_the_evidence_tells_of_it_and_no_entry_changes(
    ledger: Ledger, clock: Clock
) -> None:
    before = ledger.export_entries()
    name = put(ledger, clock, 1, lead(ledger, "NOR"))
    ledger.project(fold)
    assert ledger.export_entries() == before
    for view in (
        ledger.view(fold=fold),
        ledger.about(lead(ledger, "NOR"), fold=fold),
    ):
        found = [e for e in view.events() if lead(ledger, "NOR") in e.claims]
        assert name in [e.decision.id for e in found if e.decision is not None]


@pytest.mark.parametrize(
    ("point", "status", "cited", "message"),
    [
        ("3", 1, "NOR", "'3' is none; the plan of this book has points 1, 2"),
        ("one", 1, "NOR", "'one' is none"),
        ("1", 4, "NOR", "status: 4 is none; there are 0 none, 1 minimum"),
        ("1", True, "NOR", "status: True is none"),
        ("1", None, "NOR", "status: None is none"),
        ("1", 1, "", "needs what it rests on"),
    ],
)
def test_what_is_no_status_is_refused_in_words(
    ledger: Ledger, clock: Clock, point: str, status: Any, cited: str, message: str
) -> None:
    with pytest.raises(LedgerError) as caught:
        put(ledger, clock, status, *([lead(ledger, cited)] if cited else []), point=point)
    assert message in str(caught.value)
    assert ledger.view(fold=fold).decisions() == ()
