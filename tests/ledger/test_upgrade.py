"""A small book of every schema is kept: today's program upgrades it, whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlalchemy import Select, inspect, select
from sqlalchemy.dialects.sqlite import dialect

from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.lookups import of_claims
from pledgebook.ledger.schema import REVISIONS
from pledgebook.ledger.store import Ledger
from pledgebook.ledger.tables import CLAIMS
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


@pytest.mark.parametrize("revision", REVISIONS)
def test_claims_are_found_by_their_keys(old: str, revision: str) -> None:
    """No index on the id is kept up: a key begins with the id, and has an index."""
    with Ledger.open(old, upgrade=True) as ledger:
        indexes = inspect(ledger.engine).get_indexes("claims")
        assert [index["name"] for index in indexes] == ["ix_claims_snapshot"]
        ids = {claim.id for claim in ledger.view(fold=fold).claims()}
        (condition,) = of_claims(ids)
        query = select(CLAIMS.c.id).where(condition)
        with ledger.engine.connect() as connection:
            assert set(connection.execute(query).scalars()) == ids
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {_literal(query)}").all()
    assert not [step for step in plan if step.detail.startswith("SCAN")], revision


def _literal(query: Select[tuple[str]]) -> str:
    return str(query.compile(dialect=dialect(), compile_kwargs={"literal_binds": True}))
