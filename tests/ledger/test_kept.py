"""Columns beside the entries: of these entries and no others, and never the worse for their use."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from decision_books import add, decide, text
from hypothesis import given, settings
from hypothesis import strategies as st
from kept_books import RATES, query
from sqlalchemy import select
from test_decision_properties import Step, played, steps

from pledgebook.ledger import copying
from pledgebook.ledger.dialects import writing
from pledgebook.ledger.kept import storing
from pledgebook.ledger.store import Ledger
from pledgebook.ledger.tables import KEPT
from pledgebook.ledger.totals import Totals, TotalsQuery, totals
from pledgebook.ledger.view import View
from pledgebook.ledger.waterfall import waterfall
from pledgebook.model.values import Condition
from pledgebook.reconcile.fold import fold

NOR = text("Text one: NOR gives 5 million, SWE gives 8 million.")
SWE = text("Text two: SWE gives 8 million.", day=4)
BY_DONOR = TotalsQuery()


@contextmanager
def filled(book: str) -> Iterator[Ledger]:
    with Ledger.open(book, create=True) as ledger:
        add(ledger, NOR)
        add(ledger, SWE)
        ledger.project(fold)
        yield ledger


def loaded(view: View) -> View:
    """A view that has its records, so that it is not told from columns."""
    view.entries()
    assert view.facts() is None
    return view


def slowly(view: View, asked: TotalsQuery) -> Totals:
    return totals(loaded(view), asked)


def way(view: View) -> list[dict[str, Any]]:
    return [
        step.to_json() for step in waterfall(view, TotalsQuery(currency="USD", rates=RATES), {})
    ]


def donors(found: Totals) -> dict[str | None, str]:
    return {row.keys[0][1]: f"{row.low:f}".partition(".")[0] for row in found.rows}


def payloads(ledger: Ledger) -> dict[str, bytes]:
    with ledger.engine.connect() as connection:
        return {row.name: bytes(row.payload) for row in connection.execute(select(KEPT))}


def test_totals_are_told_without_reading_the_book(book: str) -> None:
    with filled(book) as ledger:
        for how in (None, fold):
            view = ledger.view(fold=how)
            found = totals(view, BY_DONOR)
            assert "_seen" not in view.__dict__
            assert donors(found) == {"NOR": "5000000", "SWE": "8000000"}
            assert found == slowly(ledger.view(fold=how), BY_DONOR)


def test_what_came_after_the_folding_is_told_from_records(book: str) -> None:
    with filled(book) as ledger:
        add(ledger, text("Text three: NOR gives 7 million."))
        view = ledger.view(fold=fold)
        assert view.facts() is None
        assert donors(totals(view, BY_DONOR)) == {"NOR": "12000000", "SWE": "8000000"}
        # Without a function that folds, the view is of the entries as they were folded.
        assert donors(totals(ledger.view(), BY_DONOR)) == {"NOR": "5000000", "SWE": "8000000"}
        ledger.project(fold)
        assert ledger.view(fold=fold).facts() is not None


def test_a_decision_shows_when_it_is_folded(book: str) -> None:
    with filled(book) as ledger:
        (claim,) = (c for c in ledger.view().claims() if c.source.id == SWE.snapshot.id)
        decide(ledger, "reject", claim.id)
        assert ledger.view(fold=fold).facts() is None
        ledger.project(fold)
        assert ledger.view(fold=fold).facts() is not None


def test_the_same_entries_give_the_same_bytes(book: str) -> None:
    with filled(book) as ledger:
        before = payloads(ledger)
        ledger.project(fold)
        assert payloads(ledger) == before


@pytest.mark.parametrize("name", ["low", "ids", "lists", "notes"])
def test_columns_that_were_changed_are_not_used(book: str, name: str) -> None:
    with filled(book) as ledger:
        raw = bytearray(payloads(ledger)[name])
        raw[-1] ^= 1
        with writing(ledger.engine) as connection:
            chosen = KEPT.update().where(KEPT.c.name == name)
            connection.execute(chosen.values(payload=bytes(raw)))
        view = ledger.view(fold=fold)
        assert view.facts() is None
        assert donors(totals(view, BY_DONOR)) == {"NOR": "5000000", "SWE": "8000000"}


def test_columns_of_other_code_are_not_used(book: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with filled(book) as ledger:
        monkeypatch.setattr(storing, "version", lambda: "another")
        assert ledger.view(fold=fold).facts() is None


@pytest.mark.parametrize(
    "changed", ["model/vocabulary.py", "ledger/counting.py", "ledger/resources/rules/kiel.yaml"]
)
def test_a_change_of_what_columns_are_made_by_makes_them_others(
    changed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Codes are kept by their places in the vocabulary: a new one before them would move them."""
    plain = Path.read_bytes

    def edited(path: Path) -> bytes:
        return plain(path) + (b"#" if path.as_posix().endswith(changed) else b"")

    before = storing.version.__wrapped__()
    monkeypatch.setattr(Path, "read_bytes", edited)
    assert storing.version.__wrapped__() != before


def test_columns_of_other_entries_are_not_used(book: str) -> None:
    """As where a program that knows no columns has folded the entries."""
    with filled(book) as ledger:
        kept = payloads(ledger)
        add(ledger, text("Text three: NOR gives 7 million."))
        ledger.project(fold)
        with writing(ledger.engine) as connection:
            connection.execute(KEPT.delete())
            connection.execute(KEPT.insert(), [{"name": n, "payload": p} for n, p in kept.items()])
        assert ledger.view(fold=fold).facts() is None


def test_an_earlier_day_is_told_from_records(book: str) -> None:
    with filled(book) as ledger:
        view = ledger.view(known_by=date(2025, 3, 3), fold=fold)
        assert donors(totals(view, BY_DONOR)) == {"NOR": "5000000", "SWE": "8000000"}
        view = ledger.view(known_by=date(2025, 3, 2), fold=fold)
        assert totals(view, BY_DONOR).rows == ()


def test_a_folding_that_fails_leaves_all_as_it_was(
    book: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with filled(book) as ledger:
        before, entries = payloads(ledger), ledger.export_entries()
        add(ledger, text("Text three: NOR gives 7 million."))

        def fails(*_: Any) -> None:
            raise RuntimeError

        monkeypatch.setattr(storing, "write", fails)
        with pytest.raises(RuntimeError):
            ledger.project(fold)
        assert payloads(ledger) == before
        assert ledger.export_entries() == entries


def test_a_backup_has_them(tmp_path: Path, book: str) -> None:
    with filled(book) as ledger:
        before = payloads(ledger)
    copying.backup(book, str(tmp_path / "copy.db"))
    with Ledger.open(str(tmp_path / "copy.db")) as ledger:
        assert payloads(ledger) == before
        assert ledger.view(fold=fold).facts() is not None


def test_words_that_were_redacted_are_gone_from_them(book: str) -> None:
    hangs = text("Text three: NOR gives 7 million.")
    with filled(book) as ledger:
        (claim,) = add(
            ledger,
            hangs,
            conditions=(Condition(text="if harvests fail", trigger="other"),),
            stage="pledged",
        )
        ledger.project(fold)
        assert any(b"harvests" in raw for raw in payloads(ledger).values())
        ledger.redact(claim.id, author="ana", reason="asked for", fold=fold)
        assert not any(b"harvests" in raw for raw in payloads(ledger).values())
        assert ledger.view(fold=fold).facts() is not None


@given(done=steps, random=st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_columns_of_any_book_give_the_totals_of_its_records(
    done: Sequence[Step], random: Random
) -> None:
    with tempfile.TemporaryDirectory() as folder, played(Path(folder) / "b.db", done) as ledger:
        ledger.project(fold)
        assert ledger.view(fold=fold).facts() is not None
        for _ in range(3):
            asked = query(random)
            found = totals(ledger.view(fold=fold), asked)
            assert found == slowly(ledger.view(fold=fold), asked)
            assert way(ledger.view(fold=fold)) == way(loaded(ledger.view(fold=fold)))
