"""What one source adds, and what the same again adds: nothing."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime, timedelta

import pytest
from promise_builders import Text, amount
from tampering import ask

from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.intake import Added
from pledgebook.ledger.store import Ledger
from pledgebook.ledger.tables import APPEND_ONLY
from pledgebook.model.book import BookDefinition
from pledgebook.model.claims import Claim
from pledgebook.model.problems import Problem
from pledgebook.model.snapshots import Decision

TEXT = Text("Britain lends five million.", url="https://one.example/a", publisher="One")


def claims_of(text: Text, *figures: str) -> list[Claim]:
    return [text.commitment(amount=amount(figure, "GBP")) for figure in figures]


def add(ledger: Ledger, text: Text, *figures: str, version: str = "1") -> Added:
    claims = claims_of(text, *figures)
    return ledger.add(text.document, claims, text.reading(claims, version))


def rows(ledger: Ledger) -> int:
    return sum(ask(ledger.book, f"SELECT count(*) FROM {t}")[0][0] for t in APPEND_ONLY)  # noqa: S608


def test_a_new_source(ledger: Ledger) -> None:
    assert add(ledger, TEXT, "5e6", "6e6") == Added(
        snapshot_new=True, sighting_new=True, reading_new=True, claims_new=2
    )
    (source,) = ledger.view().sources()
    assert source.snapshot == TEXT.snapshot
    assert source.sightings == (TEXT.sighting,)
    assert source.reading == TEXT.reading(claims_of(TEXT, "5e6", "6e6"))
    assert list(source.claims) == claims_of(TEXT, "5e6", "6e6")


def test_the_same_again_adds_nothing(ledger: Ledger) -> None:
    add(ledger, TEXT, "5e6")
    before = rows(ledger)
    assert not add(ledger, TEXT, "5e6").anything
    assert rows(ledger) == before


def test_a_reprint_is_a_sighting_more(ledger: Ledger) -> None:
    add(ledger, TEXT, "5e6")
    before = rows(ledger)
    reprint = dataclasses.replace(
        TEXT, publisher="Two", url="https://two.example/b", published=date(2025, 3, 4)
    )
    added = add(ledger, reprint, "5e6")
    assert (added.snapshot_new, added.sighting_new, added.claims_new) == (False, True, 0)
    assert rows(ledger) == before + 1


def test_a_new_reader_adds_a_reading_that_holds(ledger: Ledger) -> None:
    add(ledger, TEXT, "5e6")
    added = add(ledger, TEXT, "5e6", "6e6", version="2")
    assert (added.sighting_new, added.reading_new, added.claims_new) == (False, True, 1)
    add(ledger, TEXT, "7e6", version="3")
    assert [c.id for c in ledger.view().claims()] == [claims_of(TEXT, "7e6")[0].id]


def test_a_source_without_claims_is_kept(ledger: Ledger) -> None:
    assert add(ledger, TEXT).reading_new
    (source,) = ledger.view().sources()
    assert source.claims == ()
    assert source.reading is not None


def test_a_claim_given_twice_is_one(ledger: Ledger) -> None:
    assert add(ledger, TEXT, "5e6", "5e6").claims_new == 1
    assert len(ledger.view().claims()) == 1


def test_parts_of_two_texts_are_refused(ledger: Ledger) -> None:
    other = Text("Another text.")
    with pytest.raises(LedgerError, match="different texts"):
        ledger.add(TEXT.document, claims_of(other, "5e6"), TEXT.reading([]))
    assert rows(ledger) == 0


def test_lone_surrogates_and_nul_are_kept(ledger: Ledger) -> None:
    odd = Text("A \ud800 text with \x00 in it.")
    add(ledger, odd)
    assert ledger.view().sources()[0].snapshot.text == odd.words


def test_the_clock_may_go_backwards(book: str) -> None:
    times = iter([datetime(2025, 5, 2, tzinfo=UTC), datetime(2025, 5, 1, tzinfo=UTC)])
    with Ledger.open(book, create=True, clock=lambda: next(times)) as ledger:
        add(ledger, TEXT, "5e6")
        add(ledger, Text("Later."), "6e6")
        assert ledger.verify().fault is None
        assert ledger.view().updated() == datetime(2025, 5, 2, tzinfo=UTC)


def definition(title: str) -> BookDefinition:
    return BookDefinition(
        id="b", title=title, summary="S", coalition="C", plan="P", points=(), actors=("GBR",)
    )


def test_the_last_definition_holds(ledger: Ledger) -> None:
    assert ledger.view().definition() is None
    for title in ("One", "Two", "One"):
        ledger.define(definition(title))
    before = rows(ledger)
    ledger.define(definition("One"))
    assert rows(ledger) == before == 3
    assert ledger.view().definition() == definition("One")


def test_runs_keep_what_could_not_be_read(ledger: Ledger) -> None:
    lost = Problem(code="binary", message="No text.", where="x.bin", fatal=True)
    ledger.run("add", {"inputs": 2}, [lost])
    ledger.run("add", {"inputs": 2}, [lost])
    assert ledger.view().problems() == (lost,)


NOON = datetime(2025, 3, 9, 12, tzinfo=UTC)


def test_decisions_are_replaced_and_undone(ledger: Ledger) -> None:
    add(ledger, TEXT, "5e6")
    claim = claims_of(TEXT, "5e6")[0].id

    def decide(minute: int, action: str, target: str, supersedes: str | None = None) -> str:
        at = NOON + timedelta(minutes=minute)
        values = {"author": "ana", "reason": "seen", "supersedes": supersedes}
        return ledger.decide(
            Decision(at=at, action=action, target=target, **values)  # type: ignore[arg-type]
        )

    first = decide(0, "reject", claim)
    assert decide(0, "reject", claim) == first
    second = decide(1, "accept", claim, first)
    assert [d.id for d in ledger.view().decisions()] == [first, second]
    undo = decide(2, "undo", second)
    assert [d.action for d in ledger.view()._seen.standing.decisions] == ["reject"]
    decide(3, "undo", undo)
    assert [d.action for d in ledger.view()._seen.standing.decisions] == ["accept"]
    with pytest.raises(LedgerError, match="no decision"):
        decide(4, "undo", "decision:0")
