"""Kinds of event: a correction, a change in the world and a withdrawal are told apart by rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from decision_books import NOON, Clock, add, decide, read, stage_change, sum_change, text

from pledgebook.ledger.events import Event, EventKind
from pledgebook.ledger.store import Ledger
from pledgebook.reconcile.fold import fold

ONE = text("NOR gives 5 million to it.", url="https://a.example/1")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ledger(book: str, clock: Clock) -> Iterator[Ledger]:
    with Ledger.open(book, create=True, clock=clock) as opened:
        yield opened


def of_kind(ledger: Ledger, *kinds: EventKind) -> list[Event]:
    return [event for event in ledger.view(fold=fold).events() if event.kind in kinds]


def told(ledger: Ledger) -> list[tuple[str, str]]:
    """Kinds of what sources told after the first, with the verb."""
    kinds: tuple[EventKind, ...] = ("correction", "change", "withdrawal", "contradiction", "told")
    return [(e.kind, e.words.partition(":")[0]) for e in of_kind(ledger, *kinds)]


@pytest.mark.parametrize(
    ("stage", "kind", "words"),
    [
        ("committed", "change", "Evening Sample tells another stage"),
        ("delivered", "change", "Evening Sample says that it was kept"),
        ("withdrawn", "withdrawal", "Evening Sample says that it was withdrawn"),
        ("pledged", "told", "Evening Sample tells it too"),
    ],
)
def test_a_later_source(ledger: Ledger, stage: str, kind: str, words: str) -> None:
    add(ledger, ONE)
    add(ledger, text("And NOR gives 5 million now.", day=5), stage=stage)
    assert told(ledger) == [(kind, words)]


def test_a_changed_page_corrects_itself(ledger: Ledger) -> None:
    add(ledger, ONE, instrument="loan")
    later = replace(text("Corrected: NOR gives 5 million to it.", day=4), url=ONE.url)
    add(ledger, later, instrument="grant")
    assert told(ledger) == [("correction", "Evening Sample corrects it")]


def test_what_persons_do(ledger: Ledger, clock: Clock) -> None:
    (claim,) = add(ledger, ONE, misread=True)
    change = decide(ledger, "change_value", claim.id, sum_change(claim, 5))
    for stage in ("committed", "withdrawn"):
        clock.on(1)
        decide(ledger, "change_stage", claim.id, stage_change(claim, stage))
    clock.on(1)
    undo = decide(ledger, "undo", change)
    kinds: tuple[EventKind, ...] = ("correction", "change", "withdrawal", "decision")
    found = of_kind(ledger, *kinds)
    assert [event.kind for event in found] == list(kinds)
    assert [event.taken_back for event in found] == [undo, None, None, None]
    (entry,) = ledger.view(fold=fold).entries()
    assert {event.entry for event in found} == {entry.id}
    assert all(claim.id in event.claims for event in found)


def test_sources_sightings_and_readings(ledger: Ledger, clock: Clock) -> None:
    add(ledger, ONE)
    clock.on(60)
    add(ledger, replace(ONE, url="https://b.example/2", publisher="Other"))
    clock.on(60)
    add(ledger, ONE, "2", misread=True)
    found = of_kind(ledger, "source", "sighting", "reading")
    assert [(e.kind, (e.entered - NOON).seconds // 60) for e in found] == [
        ("source", 0),
        ("reading", 0),
        ("sighting", 60),
        ("reading", 120),
    ]
    assert found[-1].words == "read by rules 2: 1 claims, 1 new, 1 no longer given"
    assert found[2].words == "seen too at Other, https://b.example/2"
    past = ledger.view(as_of=datetime(2025, 5, 1, 12, 30, tzinfo=UTC), fold=fold).events()
    assert [e.kind for e in past] == ["source", "reading", "first"]


def test_more_money_is_a_change(ledger: Ledger) -> None:
    both = text("NOR gives 5 million. Then NOR gives 9 million.")
    older, newer = read(both, newness="restated")[0], read(both, newness="additional")[1]
    ledger.add(both.document, [older, newer], both.reading([older, newer]))
    assert told(ledger) == [("change", "Evening Sample tells it as additional")]
