"""Each decision: what it does to the folded view, and what is refused with nothing written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from decision_books import Clock, add, decide, gate, read, stage_change, sum_change, sums, text

from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.store import Ledger
from pledgebook.ledger.totals import TotalsQuery, totals
from pledgebook.model.claims import Commitment
from pledgebook.model.codec import claim_to_json
from pledgebook.model.entries import entry_id
from pledgebook.model.snapshots import Decision
from pledgebook.reconcile.fold import fold

ONE = text("NOR gives 5 million to it.")
AGAIN = text("So NOR gives 5 million too.", day=4)
OTHER = text("SWE gives 8 million to it.")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ledger(book: str, clock: Clock) -> Iterator[Ledger]:
    with Ledger.open(book, create=True, clock=clock) as opened:
        yield opened


def total(ledger: Ledger) -> list[tuple[Any, str]]:
    found = totals(ledger.view(fold=fold), TotalsQuery())
    return [(row.keys[0][1], f"{row.low / 1_000_000:f}") for row in found.rows]


def test_a_changed_value_stands_in_entries_and_totals(ledger: Ledger) -> None:
    (claim,) = add(ledger, ONE, misread=True)
    (before,) = ledger.view(fold=fold).entries()
    assert total(ledger) == [("NOR", "6")]
    name = decide(ledger, "change_value", before.id[:14], sum_change(claim, 5))
    view = ledger.view(fold=fold)
    (entry,) = view.entries()
    assert (entry.id, sums(ledger), total(ledger)) == (before.id, [("NOR", "5")], [("NOR", "5")])
    assert (entry.lead.replaces, entry.lead.reader) == (claim.id, "person/ana")
    assert entry.lead.id == read(ONE)[0].id
    assert view.as_read(entry.lead) == claim
    assert view.claim(claim.id) == view.claim(entry.lead.id) == entry.lead
    decided = view.decision(name[:18]).decision
    assert (decided.target, decided.value and decided.value["was"]["low"]) == (claim.id, "6000000")
    assert [d.id for d in view.decisions_about(entry)] == [name]


def test_a_value_whose_words_do_not_carry_it_is_refused(ledger: Ledger) -> None:
    (claim,) = add(ledger, ONE)
    head = ledger.head()
    for change, reason in (
        (sum_change(claim, 7), "the words do not say 7 million"),
        ({**sum_change(claim, 5), "value": {"low": "many"}}, "amount.low"),
        ({"field": "sum", "value": 5, "evidence": []}, "a commitment has no 'sum'"),
        (stage_change(claim, "given"), "stage: 'given' is none of"),
        ({"field": "stage", "value": "committed"}, "needs the words that carry it"),
        (sum_change(claim, 5), "already"),
        ({"field": "amount"}, "needs the field and its new value"),
    ):
        with pytest.raises(LedgerError, match=reason):
            decide(ledger, "change_value", claim.id, change)
    assert ledger.head() == head


def test_a_value_never_enters_without_the_gate(ledger: Ledger, clock: Clock) -> None:
    (claim,) = add(ledger, ONE, misread=True)
    decision = Decision(
        author="ana", at=clock.now, action="change_value", target=claim.id, reason="r",
        value=sum_change(claim, 5),
    )  # fmt: skip
    with pytest.raises(LedgerError, match="needs the gate"):
        ledger.decide(decision)
    with pytest.raises(LedgerError, match="needs the gate"):
        ledger.decide(decision, fold=fold)


def test_a_changed_stage(ledger: Ledger) -> None:
    (claim,) = add(ledger, ONE)
    decide(ledger, "change_stage", claim.id, stage_change(claim, "withdrawn"))
    (entry,) = ledger.view(fold=fold).entries()
    assert isinstance(entry.lead, Commitment)
    assert entry.lead.stage == "withdrawn"
    assert total(ledger) == [("NOR", "0")]


def test_a_changed_stage_needs_words(ledger: Ledger) -> None:
    (claim,) = add(ledger, ONE)
    with pytest.raises(LedgerError, match="stage needs the words that carry it"):
        decide(ledger, "change_stage", claim.id, {"stage": "withdrawn"})
    assert ledger.view(fold=fold).decisions() == ()


def test_changes_of_one_claim_add_up_and_the_newest_of_one_field_holds(
    ledger: Ledger, clock: Clock
) -> None:
    (claim,) = add(ledger, ONE, misread=True)
    decide(ledger, "change_value", claim.id, sum_change(claim, 5))
    clock.on(1)
    stage = stage_change(claim, "committed")
    decide(ledger, "change_value", claim.id, stage)
    clock.on(1)
    decide(ledger, "change_value", claim.id, {**stage, "value": "allocated"}, by="bo")
    (entry,) = ledger.view(fold=fold).entries()
    assert isinstance(entry.lead, Commitment)
    assert (sums(ledger), entry.lead.stage) == ([("NOR", "5")], "allocated")
    assert entry.lead.reader == "person/bo"


def test_an_added_claim(ledger: Ledger) -> None:
    ledger.add(ONE.document, [], ONE.reading([]))
    claim = replace(read(ONE)[0], reader="person/ana")
    wrong = read(ONE, misread=True)[0]
    with pytest.raises(LedgerError, match="do not say 6 million"):
        decide(ledger, "add_claim", ONE.snapshot.id, {"claim": claim_to_json(wrong)})
    decide(ledger, "add_claim", ONE.snapshot.id[:14], {"claim": claim_to_json(claim)})
    view = ledger.view(fold=fold)
    assert [c.id for c in view.claims()] == [claim.id]
    assert [e.lead.id for e in view.entries()] == [claim.id]
    assert [c.id for c in view.source(ONE.snapshot.id).claims] == [claim.id]
    with pytest.raises(LedgerError, match="this very claim already"):
        decide(ledger, "add_claim", ONE.snapshot.id, {"claim": claim_to_json(claim)})
    with pytest.raises(LedgerError, match="no source"):
        decide(ledger, "add_claim", "sha256:0", {"claim": claim_to_json(claim)})
    assert view.reviews() == ()


@pytest.mark.parametrize("by_entry", [True, False])
def test_a_rejection_and_its_undoing(ledger: Ledger, clock: Clock, by_entry: bool) -> None:  # noqa: FBT001
    (claim,) = add(ledger, ONE)
    add(ledger, OTHER)
    entry = next(e for e in ledger.view(fold=fold).entries() if claim in e.claims)
    name = decide(ledger, "reject", entry.id if by_entry else claim.id)
    assert sums(ledger) == [("SWE", "8")]
    clock.on(1)
    undo = decide(ledger, "undo", name[:20])
    assert sorted(sums(ledger)) == [("NOR", "5"), ("SWE", "8")]
    with pytest.raises(LedgerError, match="no longer holds"):
        decide(ledger, "undo", name)
    clock.on(1)
    decide(ledger, "undo", undo)
    assert sums(ledger) == [("SWE", "8")]


def test_a_rejected_entry_stays_so_when_an_earlier_source_comes(ledger: Ledger) -> None:
    (claim,) = add(ledger, AGAIN)
    (entry,) = ledger.view(fold=fold).entries()
    decide(ledger, "reject", entry.id)
    add(ledger, ONE)
    (left,) = ledger.view(fold=fold).entries()
    assert [c.source.id for c in left.claims] == [ONE.snapshot.id]
    assert claim not in left.claims


def test_the_newest_verdict_holds(ledger: Ledger, clock: Clock) -> None:
    (claim,) = add(ledger, ONE)
    for action, entries in (("reject", 0), ("accept", 1), ("unclear", 1), ("reject", 0)):
        decide(ledger, action, claim.id)
        assert len(ledger.view(fold=fold).entries()) == entries
        clock.on(1)


def test_an_accepted_claim_leads_and_an_unclear_one_does_not(ledger: Ledger, clock: Clock) -> None:
    add(ledger, ONE, stage="pledged")
    add(ledger, AGAIN, stage="committed")
    (entry,) = ledger.view(fold=fold).entries()
    other = next(c for c in entry.claims if c != entry.lead)
    decide(ledger, "accept", other.id)
    assert ledger.view(fold=fold).entries()[0].lead == other
    clock.on(1)
    decide(ledger, "unclear", other.id)
    assert ledger.view(fold=fold).entries()[0].lead == entry.lead


def test_merge_and_split(ledger: Ledger, clock: Clock) -> None:
    (one,), (other,) = add(ledger, ONE), add(ledger, OTHER)
    merge = decide(ledger, "merge", one.id, {"with": [other.id]})
    (entry,) = ledger.view(fold=fold).entries()
    assert {c.id for c in entry.claims} == {one.id, other.id}
    for former in (one, other):
        assert ledger.view(fold=fold).entry(entry_id(former)) == entry
    with pytest.raises(LedgerError, match="one already"):
        decide(ledger, "merge", one.id, {"with": [other.id]})
    clock.on(1)
    decide(ledger, "split", entry.id, {"claims": [entry.claims[0].id]})
    assert len(ledger.view(fold=fold).entries()) == 2
    clock.on(1)
    decide(ledger, "undo", merge)
    assert len(ledger.view(fold=fold).entries()) == 2


def test_what_cannot_be_merged_or_split(ledger: Ledger) -> None:
    (one,), (other,) = add(ledger, ONE), add(ledger, OTHER)
    said = OTHER.statement("person:x", "It gives.")
    ledger.add(OTHER.document, [other, said], OTHER.reading([other, said], "2"))
    for action, target, value, reason in (
        ("merge", one.id, {"with": [said.id]}, "kinds stay apart"),
        ("merge", one.id, {"with": []}, "needs two entries"),
        ("split", one.id, {"claims": [other.id]}, "is no claim of entry"),
        ("split", one.id, {"claims": [one.id]}, "one that stays"),
        ("accept", "entry:00", None, "no entry or claim has the id"),
        ("undo", "decision:00", None, "no decision has the id"),
        ("read_completely", "sha256:00", None, "no source has the id"),
    ):
        with pytest.raises(LedgerError, match=reason):
            decide(ledger, action, target, value)
    assert ledger.view().decisions() == ()


def test_who_and_why_are_needed(ledger: Ledger) -> None:
    (claim,) = add(ledger, ONE)
    with pytest.raises(LedgerError, match="who decides"):
        decide(ledger, "accept", claim.id, by=" ")


def test_a_source_read_completely(ledger: Ledger) -> None:
    (claim,) = add(ledger, ONE)
    name = decide(ledger, "read_completely", ONE.snapshot.id)
    (event,) = (e for e in ledger.view(fold=fold).events() if e.kind == "decision")
    assert (event.source, event.entry) == (ONE.snapshot.id, None)
    assert event.decision is not None
    assert event.decision.id == name
    assert ledger.view(fold=fold).reviews() == ()
    more = text(ONE.words)
    claims = [*read(more), read(more, stage="committed")[0]]
    ledger.add(more.document, claims, more.reading(claims, "2"))
    (review,) = ledger.view(fold=fold).reviews()
    assert (review.why, review.decision.decision.target) == ("source-gives-more", ONE.snapshot.id)
    assert claim.id in {c.id for c in ledger.view(fold=fold).claims()}


def test_the_toy_gate_can_refuse() -> None:
    wrong = read(ONE, misread=True)[0]
    assert gate(claim_to_json(wrong), ONE.document)
    assert not gate(claim_to_json(read(ONE)[0]), ONE.document)
