"""One record of a book, read by look-ups: it tells what the view of the whole book tells."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from decision_books import add, decide, sum_change, text
from hypothesis import given, settings
from test_decision_properties import Step, played, steps

from pledgebook.commands.booking import shown
from pledgebook.commands.history import event_json, told_of
from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.store import Ledger
from pledgebook.ledger.view import View
from pledgebook.reconcile.fold import fold

ONE = text("NOR gives 5 million to it.")
TWO = text("Again: NOR gives 5 million to it.", day=5)
OTHER = text("SWE gives 8 million to it.")


def tells(view: View, name: str) -> str:
    """What ``show`` and ``history`` print of a record."""
    out: list[object] = []
    for tell in (shown, told_of):
        try:
            found = tell(view, name)
        except LedgerError as error:
            out.append(str(error))
            continue
        out.append([found[0], *map(event_json, found[1])] if isinstance(found, tuple) else found)
    return json.dumps(out, sort_keys=True)


def names(view: View) -> set[str]:
    claims = {name for c in view.claims() for name in (c.id, c.known_as)}
    full = {e.id for e in view.entries()} | claims | {s.snapshot.id for s in view.sources()}
    full |= {target for d in view.decisions() for target in [d.decision.target]}
    return full | {name[: name.find(":") + 9] for name in full}


def check(ledger: Ledger) -> None:
    ledger.project(fold)
    whole = ledger.view(fold=fold)
    for name in names(whole):
        assert tells(ledger.about(name, fold=fold), name) == tells(whole, name)


@settings(max_examples=25, deadline=None)
@given(steps)
def test_it_tells_what_the_whole_book_tells(done: list[Step]) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        played(Path(folder) / "book.db", done) as ledger,
    ):
        check(ledger)


@pytest.fixture
def decided(ledger: Ledger) -> Ledger:
    """A book of two entries: one of two sources with a changed value, one rejected."""
    (claim,), (other,) = add(ledger, ONE, misread=True), add(ledger, OTHER)
    add(ledger, TWO)
    decide(ledger, "change_value", claim.id, sum_change(claim, 5))
    decide(ledger, "reject", other.id)
    ledger.project(fold)
    return ledger


def test_it_is_the_same_in_each_database(decided: Ledger) -> None:
    check(decided)


def test_it_reads_no_other_source(decided: Ledger) -> None:
    (entry,) = decided.view(fold=fold).entries()
    view = decided.about(entry.id, fold=fold)
    assert {s.snapshot.id for s in view.sources()} == {ONE.snapshot.id, TWO.snapshot.id}
    assert view.entries() == (entry,)


def test_where_entries_lie_behind_the_whole_book_is_read(decided: Ledger) -> None:
    add(decided, text("LVA gives 2 million to it."))
    view = decided.about(ONE.snapshot.id, fold=fold)
    assert len(view.sources()) == 4


@pytest.mark.parametrize("name", ["", "entry:", "e", "%", "entry:_", ONE.sighting.ref])
def test_a_name_that_is_no_id_is_looked_for_in_the_whole_book(decided: Ledger, name: str) -> None:
    assert len(decided.about(name, fold=fold).sources()) == 3
    assert tells(decided.about(name, fold=fold), name) == tells(decided.view(fold=fold), name)


def test_a_beginning_of_an_id_needs_no_kind(decided: Ledger) -> None:
    whole = decided.view(fold=fold)
    (entry,) = whole.entries()
    for name in (entry.id, entry.id.partition(":")[2][:12]):
        assert shown(whole, name)["id"] == entry.id
