"""Books for the tests of the ledger: each in SQLite and in PostgreSQL."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from throwaway_postgresql import REQUIRED, Server, programs, server

from pledgebook.ledger.store import Ledger

DATABASES = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    if programs() is None and not os.environ.get(REQUIRED):
        pytest.skip("PostgreSQL's server is not installed (apt-get install postgresql)")
    with server() as running:
        yield running


@pytest.fixture(params=DATABASES)
def book(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a book can be made, in each database: the file or database holds none yet."""
    if request.param == "sqlite":
        return str(tmp_path / "book.db")
    running: Server = request.getfixturevalue("postgresql")
    return running.database()


@pytest.fixture
def ledger(book: str) -> Iterator[Ledger]:
    with Ledger.open(book, create=True) as opened:
        yield opened
