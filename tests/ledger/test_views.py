"""The book as it stands, as it stood on a day, and as sources of a day told it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from promise_builders import Text, amount

from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.store import Ledger
from pledgebook.model.claims import Claim
from pledgebook.model.snapshots import Decision
from pledgebook.reconcile.fold import fold

START = datetime(2025, 4, 1, 9, tzinfo=UTC)
MARCH = Text("Early news of a loan.", published=date(2025, 3, 1), url="https://a.example/1")
APRIL = Text("The loan in later news.", published=date(2025, 4, 1), url="https://b.example/1")


class Clock:
    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ledger(book: str, clock: Clock) -> Iterator[Ledger]:
    with Ledger.open(book, create=True, clock=clock) as opened:
        yield opened


def loan(text: Text) -> Claim:
    return text.commitment(amount=amount("5e6", "GBP"))


def add(ledger: Ledger, text: Text, version: str = "1") -> None:
    claims = [loan(text)]
    ledger.add(text.document, claims, text.reading(claims, version))


def test_the_present_is_what_was_folded(ledger: Ledger) -> None:
    add(ledger, MARCH)
    view = ledger.view()
    assert [c.id for c in view.claims()] == [loan(MARCH).id]
    with pytest.raises(LedgerError, match="no entries yet"):
        view.entries()
    assert ledger.project(fold) == 1
    assert ledger.view().entries() == fold([loan(MARCH)], [MARCH.sighting])


def test_a_view_is_whole_while_sources_are_added(ledger: Ledger) -> None:
    add(ledger, MARCH)
    ledger.project(fold)
    add(ledger, APRIL)
    old = ledger.view()
    assert (len(old.sources()), len(old.entries()), old.behind > 0) == (1, 1, True)
    new = ledger.view(fold=fold)
    assert len(new.sources()) == 2
    assert new.entries()[0].witnesses == 2
    ledger.project(fold)
    assert ledger.view().entries() == new.entries()
    assert ledger.view().behind == 0


def test_as_of(ledger: Ledger, clock: Clock) -> None:
    add(ledger, APRIL)
    clock.now = START + timedelta(days=1)
    add(ledger, MARCH)
    clock.now = START + timedelta(days=2)
    ledger.decide(
        Decision(
            author="ana", at=clock.now, action="reject", target=loan(APRIL).id, reason="misread"
        )
    )
    ledger.project(fold)
    seen = [
        [len(e.claims) for e in ledger.view(as_of=START + timedelta(hours=h), fold=fold).entries()]
        for h in (-1, 1, 25, 49)
    ]
    assert seen == [[], [1], [2], [1]]
    past = ledger.view(as_of=START + timedelta(hours=1), fold=fold)
    assert past.updated() == START
    assert len(ledger.view().entries()) == 1


def test_known_by(ledger: Ledger) -> None:
    undated = replace(MARCH, words="News without a day.", published=None)
    for text in (APRIL, MARCH, undated):
        add(ledger, text)
    view = ledger.view(known_by=date(2025, 3, 15), fold=fold)
    assert [s.snapshot.id for s in view.sources()] == [MARCH.snapshot.id]
    assert [e.witnesses for e in view.entries()] == [1]


def test_known_by_hides_later_sightings_of_a_known_text(ledger: Ledger) -> None:
    add(ledger, MARCH)
    add(ledger, replace(MARCH, publisher="B", url="https://c.example", published=date(2025, 5, 1)))
    (entry,) = ledger.view(known_by=date(2025, 4, 1), fold=fold).entries()
    assert (entry.witnesses, entry.outlets) == (1, 1)
    (entry,) = ledger.view(fold=fold).entries()
    assert (entry.witnesses, entry.outlets) == (1, 2)


def test_an_earlier_state_needs_the_fold(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="folds"):
        ledger.view(known_by=date(2025, 4, 1))
    with pytest.raises(LedgerError, match="time zone"):
        ledger.view(as_of=START.replace(tzinfo=None), fold=fold)


def test_the_earliest_sighting_names_the_source(ledger: Ledger) -> None:
    later = replace(MARCH, url="https://z.example", published=date(2025, 3, 9))
    add(ledger, later)
    add(ledger, MARCH)
    (claim,) = ledger.view().claims()
    assert claim.source.published == date(2025, 3, 1)
    assert claim.source.url == "https://a.example/1"


def test_ids_may_be_shortened(ledger: Ledger) -> None:
    add(ledger, MARCH)
    add(ledger, APRIL)
    ledger.project(fold)
    view = ledger.view()
    (entry,) = view.entries()
    claim = loan(MARCH)
    bare = claim.id.partition(":")[2]
    for name in (claim.id, claim.id[:20], bare[:12]):
        assert view.claim(name).id == claim.id
    assert view.entry(entry.id[6:16]) == entry
    assert view.source(MARCH.snapshot.id[:20]).snapshot == MARCH.snapshot
    assert view.source("https://b.example/1").snapshot == APRIL.snapshot
    with pytest.raises(LedgerError, match="fits 2 ids"):
        view.claim("commitment:")
    for unknown in ("statement:12", "", "zz"):
        with pytest.raises(LedgerError, match="no claim has the id"):
            view.claim(unknown)


def test_a_claim_is_as_the_latest_reader_gives_it(ledger: Ledger) -> None:
    add(ledger, MARCH)
    surer = replace(loan(MARCH), confidence=0.9)
    ledger.add(MARCH.document, [surer], MARCH.reading([surer], version="2"))
    (claim,) = ledger.view().claims()
    assert claim.confidence == 0.9
