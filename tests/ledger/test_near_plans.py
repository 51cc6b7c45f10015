"""What lies around one record is found by indexes: no table that grows with the book is scanned."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from decision_books import add, decide, sum_change, text
from sqlalchemy import Connection, event

from pledgebook.ledger.dialects import reading
from pledgebook.ledger.store import Ledger
from pledgebook.reconcile.fold import fold

#: Tables that grow with the sources; decisions are all read, they are as many as people make.
GROWING = ("snapshots", "sightings", "readings", "claims", "entries", "entry_claims", "runs")
Asked = tuple[str, Any]


@pytest.fixture
def decided(ledger: Ledger) -> Ledger:
    """A book of two entries, one of them of two sources and with a changed value."""
    (claim,) = add(ledger, text("NOR gives 5 million to it."), misread=True)
    add(ledger, text("Again: NOR gives 5 million to it.", day=5))
    add(ledger, text("SWE gives 8 million to it."))
    decide(ledger, "change_value", claim.id, sum_change(claim, 5))
    ledger.project(fold)
    return ledger


@contextmanager
def listening(ledger: Ledger) -> Iterator[list[Asked]]:
    """Gather the questions put to a book."""
    asked: list[Asked] = []

    def hear(_c: Connection, _cursor: object, statement: str, given: Any, *_rest: object) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            asked.append((statement, given))

    event.listen(ledger.engine, "before_cursor_execute", hear)
    try:
        yield asked
    finally:
        event.remove(ledger.engine, "before_cursor_execute", hear)


def scanned(ledger: Ledger, asked: list[Asked]) -> set[str]:
    """Give the growing tables that the database would walk through to answer."""
    with reading(ledger.engine) as connection:
        if connection.dialect.name == "sqlite":
            explain, scan = "EXPLAIN QUERY PLAN", r"^SCAN (\w+)"
        else:
            # A small table is always scanned; without that choice a scan means: there is no index.
            connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
            explain, scan = "EXPLAIN", r"Seq Scan on (\w+)"
        plans = [connection.exec_driver_sql(f"{explain} {s}", given) for s, given in asked]
        lines = [str(row[-1]) for plan in plans for row in plan]
    return {found[1] for line in lines if (found := re.search(scan, line))} & set(GROWING)


def test_a_record_is_looked_up_by_indexes(decided: Ledger) -> None:
    view = decided.view(fold=fold)
    names = [view.entries()[0].id, view.claims()[0].id, view.sources()[0].snapshot.id]
    names += [claim.known_as for claim in view.claims()]
    names += [name[: name.find(":") + 9] for name in names]
    names += [name.partition(":")[2][:12] for name in names[:4]]
    for name in names:
        with listening(decided) as asked:
            found = decided.about(name, fold=fold)
            assert found.sources()
        tables = {table for s, _ in asked for table in GROWING if re.search(rf"\b{table}\b", s)}
        assert {"snapshots", "sightings", "readings", "claims", "entries"} <= tables
        assert scanned(decided, asked) == set(), name


def test_a_scan_is_found(decided: Ledger) -> None:
    with listening(decided) as asked, decided.engine.connect() as connection:
        connection.exec_driver_sql("SELECT seq FROM claims WHERE payload = 'none'").all()
    assert scanned(decided, asked) == {"claims"}
