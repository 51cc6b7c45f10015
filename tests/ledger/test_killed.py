"""A writer killed anywhere leaves the book at the last finished source; running again completes."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from killed_writer import SOURCES, add_all, sources, watching

from pledgebook.ledger import opening
from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.store import Ledger
from pledgebook.reconcile.fold import fold

#: Parts that the run is cut into: the schema is made, sources are added, the entries are folded.
PARTS = 14


def run_until(book: str, statement: int) -> list[str]:
    script = Path(__file__).parent / "killed_writer.py"
    command = [sys.executable, str(script), book, str(statement)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.stdout.split()


@dataclass(frozen=True)
class Whole:
    """A run that nothing disturbed: how many statements, and the entries it left."""

    statements: int
    entries: str


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    book = str(tmp_path_factory.mktemp("whole") / "book.db")
    heard: list[bool] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "engine_for", watching(heard.append))
        add_all(book)
    with Ledger.open(book) as ledger:
        return Whole(statements=len(heard), entries=ledger.export_entries())


def kept(book: str) -> int:
    """Finished sources in the book; none where its making was cut off."""
    try:
        ledger = Ledger.open(book)
    except LedgerError as error:
        assert "holds no book" in str(error) or "there is no book" in str(error)  # noqa: PT017
        return 0
    with ledger:
        assert ledger.verify().fault is None
        view = ledger.view(fold=fold)
        for source in view.sources():
            assert source.reading is not None
            assert len(source.claims) == 2
        return len(view.sources())


@pytest.mark.parametrize("part", range(1, PARTS + 1))
def test_killed(tmp_path: Path, part: int, whole: Whole) -> None:
    book = str(tmp_path / "book.db")
    output = run_until(book, whole.statements * part // PARTS)
    acknowledged = sum(word.isdigit() for word in output)
    assert "inside" in output, "the writer was not killed inside a transaction"
    assert acknowledged <= kept(book) <= acknowledged + 1
    add_all(book)
    with Ledger.open(book) as ledger:
        assert len(ledger.view().sources()) == SOURCES == len(sources())
        assert ledger.export_entries() == whole.entries
        assert ledger.verify().fault is None
