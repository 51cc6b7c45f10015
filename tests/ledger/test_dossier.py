"""One entry with its history, without loading the book."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from promise_builders import Text, amount

from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.store import Ledger
from pledgebook.model.snapshots import Decision
from pledgebook.reconcile.fold import fold

ONE = Text("Norway lends three million.", ref="one.txt")
TWO = Text("Oslo lends Kyiv three million.", ref="two.txt", publisher="Morning Sample")
OTHER = Text("Latvia lends nine million.", ref="other.txt")


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    for text, who, figure in ((ONE, "NOR", "3e6"), (TWO, "NOR", "3e6"), (OTHER, "LVA", "9e6")):
        claim = text.commitment(who, amount=amount(figure))
        ledger.add(text.document, [claim], text.reading([claim]))
    target = ONE.commitment("NOR", amount=amount("3e6")).id
    at = datetime(2025, 3, 9, tzinfo=UTC)
    ledger.decide(Decision(author="ana", at=at, action="accept", target=target, reason="read"))
    ledger.project(fold)
    return ledger


def test_it_is_the_entry_of_the_view_with_every_row_that_touches_it(filled: Ledger) -> None:
    for entry in filled.view().entries():
        found = filled.dossier(entry.id)
        assert found.entry == entry
        assert {s.id for s in found.snapshots} == {c.source.id for c in entry.claims}
        seqs = [event.seq for event in found.history]
        assert seqs == sorted(set(seqs))
        decided = any(c.source.ref == "one.txt" for c in entry.claims)
        assert len(seqs) == 4 * len(found.snapshots) + decided
        assert ("decisions" in {e.table for e in found.history}) == decided


def test_ids_may_be_shortened(filled: Ledger) -> None:
    entry = filled.view().entries()[0]
    for name in (entry.id[:20], entry.id.partition(":")[2][:14]):
        assert filled.dossier(name).entry == entry
    for name in ("", "entry:none", "entry:"):
        with pytest.raises(LedgerError, match=r"entry|fits"):
            filled.dossier(name)


def test_a_redaction_is_part_of_the_history(filled: Ledger) -> None:
    before = filled.dossier(filled.view().entries()[0].id)
    event = next(e for e in before.history if e.table == "sightings")
    filled.redact(str(event.seq), author="ana", reason="asked for", fold=fold)
    assert filled.redactions()[0].seq == event.seq
    for entry in filled.view().entries():
        assert filled.dossier(entry.id).entry == entry
