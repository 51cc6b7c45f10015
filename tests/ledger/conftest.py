"""Sources and claims made for the tests of the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pledgebook.ledger.store import Ledger


@pytest.fixture
def book(tmp_path: Path) -> str:
    return str(tmp_path / "book.db")


@pytest.fixture
def ledger(book: str) -> Iterator[Ledger]:
    with Ledger.open(book, create=True) as opened:
        yield opened
