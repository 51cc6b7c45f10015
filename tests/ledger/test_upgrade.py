"""A small book of every schema is kept: today's program upgrades it, whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.schema import REVISIONS
from pledgebook.ledger.store import Ledger
from pledgebook.reconcile.fold import fold

BOOKS = Path(__file__).parent / "books"


def test_a_book_of_every_schema_is_kept() -> None:
    assert {path.stem for path in BOOKS.glob("*.db")} == {f"schema-{r}" for r in REVISIONS}


@pytest.fixture
def old(tmp_path: Path, revision: str) -> str:
    return str(shutil.copy(BOOKS / f"schema-{revision}.db", tmp_path / "book.db"))


def expected(revision: str) -> str:
    return (BOOKS / f"schema-{revision}.jsonl").read_text("utf-8")


@pytest.mark.parametrize("revision", REVISIONS[:-1])
def test_an_earlier_book_is_refused_until_it_is_upgraded(old: str, revision: str) -> None:
    before = Path(old).read_bytes()
    for create in (False, True):
        with pytest.raises(LedgerError, match="pledgebook upgrade --book") as caught:
            Ledger.open(old, create=create)
        assert revision in str(caught.value)
    assert Path(old).read_bytes() == before


@pytest.mark.parametrize("revision", REVISIONS)
def test_it_upgrades_whole(old: str, revision: str) -> None:
    with Ledger.open(old, upgrade=True) as ledger:
        assert ledger.export_entries() == expected(revision)
        assert ledger.verify().fault is None
        assert [h.kind for h in ledger.search("lends")][-1] == "source"
        ledger.project(fold)
        assert ledger.export_entries() == expected(revision)
        ledger.redact("2", author="ana", reason="asked for", fold=fold)
        assert ledger.verify().fault is None
    with Ledger.open(old) as ledger:
        assert ledger.verify().redacted > 0
