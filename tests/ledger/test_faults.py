"""Kill -9, full disks, two writers, a clock gone back: nothing acknowledged is ever lost.

A sample of what ``make faults`` strikes in full.
"""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fault_judge import SCRIPT, Struck, finished, kill_at_statement, kill_at_time, lost, statements
from fault_verbs import ROWS, SOURCES, VERBS, claims_of, prepare, texts
from throwaway_postgresql import Server

from pledgebook.ledger.dialects import is_address
from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.store import Ledger
from pledgebook.reconcile.fold import fold


@pytest.fixture(params=["sqlite", "postgresql"])
def new_book(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    if request.param == "postgresql":
        running = request.getfixturevalue("postgresql")
        return lambda: str(running.database())
    numbers = iter(range(1000))
    return lambda: str(tmp_path / f"book{next(numbers)}.db")


@pytest.mark.parametrize("verb", VERBS)
def test_killed_at_a_statement(new_book: Callable[[], str], verb: str) -> None:
    heard = statements(verb, new_book())
    inside = [place for place, point in enumerate(heard, 1) if point.inside]
    for place in (inside[len(inside) // 4], inside[len(inside) * 3 // 4]):
        book = new_book()
        VERBS[verb].prepare(book)
        struck = kill_at_statement(verb, book, place)
        assert struck.inside, "the verb was not killed inside a transaction"
        assert lost(book, struck) == []
        assert finished(verb, book) == []


def test_killed_after_rows_went_by_copy(postgresql: Server) -> None:
    """Between COPY and commit: the rows are with the server, and the book shows none of them."""
    heard = statements("import", postgresql.database())
    copied = [place for place, point in enumerate(heard, 1) if point.copied]
    assert len(copied) >= 4, "the import sent no rows by COPY"
    for place in (copied[0], copied[-1]):
        book = postgresql.database()
        struck = kill_at_statement("import", book, place)
        assert struck == Struck(inside=True, acknowledged=(), copied=True)
        with Ledger.open(book) as ledger:
            assert ledger.verify().rows == 0
        assert lost(book, struck) == []
        assert finished("import", book) == []


@pytest.mark.parametrize("verb", ["add", "import"])
def test_killed_at_a_moment(new_book: Callable[[], str], verb: str) -> None:
    book = new_book()
    VERBS[verb].prepare(book)
    assert lost(book, kill_at_time(verb, book, random.Random(verb))) == []  # noqa: S311
    assert finished(verb, book) == []


def test_the_judge_finds_what_is_lost(new_book: Callable[[], str]) -> None:
    book = new_book()
    prepare(book)
    gone = Struck(inside=None, acknowledged=("snapshots sha256:gone",))
    assert lost(book, gone) == ["lost: snapshots sha256:gone"]


def test_the_judge_finds_what_is_not_finished(tmp_path: Path) -> None:
    """A table's import is judged by its own rows: another verb's sources do not stand for them."""
    book = str(tmp_path / "book.db")
    prepare(book)
    assert len(finished("import", book)) == SOURCES


def test_a_full_disk_keeps_what_was_acknowledged(tmp_path: Path) -> None:
    book = str(tmp_path / "book.db")
    prepare(book)
    with Ledger.open(book) as ledger:
        head = ledger.head()
        pages = sqlite3.connect(book).execute("PRAGMA page_count").fetchone()[0]
        with ledger.engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 2}")
        big = texts()[0].__class__("Many words. " * 20_000, ref="big.txt")
        with pytest.raises(LedgerError, match="the disk is full; nothing of the last source"):
            ledger.add(big.document, [], big.reading([]))
    with Ledger.open(book) as ledger:
        assert ledger.head() == head
        assert ledger.verify(head).fault is None
        assert len(ledger.view().sources()) == SOURCES


def test_a_file_that_may_not_grow(tmp_path: Path) -> None:
    """The limit of a process's files stands for a disk that fills while a source is written."""
    book = str(tmp_path / "book.db")
    prepare(book)
    size = max(p.stat().st_size for p in tmp_path.iterdir())
    code = (
        "import resource, signal, sys; sys.path[:0] = sys.argv[1:3]\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "from promise_builders import Text\n"
        "from pledgebook.ledger.store import Ledger\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({size + 20_000},) * 2)\n"
        "big = Text('Many words. ' * 40_000)\n"
        "with Ledger.open(sys.argv[3]) as ledger:\n"
        "    try:\n"
        "        ledger.add(big.document, [], big.reading([]))\n"
        "    except Exception as error:\n"
        "        print(type(error).__name__, error)\n"
    )
    paths = [str(SCRIPT.parent), str(SCRIPT.parents[1] / "reconcile")]
    done = subprocess.run(
        [sys.executable, "-c", code, *paths, book], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert done.stdout.startswith("LedgerError")
    assert "disk" in done.stdout
    with Ledger.open(book) as ledger:
        assert ledger.verify().fault is None
        assert len(ledger.view().sources()) == SOURCES


def test_two_writers_at_once(new_book: Callable[[], str]) -> None:
    book = new_book()
    verbs = ["add", "add", "import", "import"]
    command = [sys.executable, str(SCRIPT)]
    writers = [
        subprocess.Popen([*command, verb, book, "0"], stdout=subprocess.PIPE, text=True)
        for verb in verbs
    ]
    for writer in writers:
        lines = writer.communicate()[0].splitlines()
        assert lines[-1] == "done"
    with Ledger.open(book) as ledger:
        found = ledger.verify()
        # Each source and each row of the table is there once, with one row for each run of ``add``
        # and one for the table: the second import of it finds nothing new.
        due = SOURCES * 5 + ROWS * 4 + verbs.count("add") + 1
        assert (found.rows, found.fault) == (due, None)


def test_a_clock_that_goes_back_never_breaks_as_of(new_book: Callable[[], str]) -> None:
    book, noon = new_book(), datetime(2025, 5, 2, 12, tzinfo=UTC)
    hours = iter([0, 2, -5, 1, 3])
    clock = lambda: noon + timedelta(hours=next(hours))  # noqa: E731
    seen: list[int] = []
    with Ledger.open(book, create=True, clock=clock) as ledger:
        for n, text in enumerate(texts()[:5]):
            ledger.add(text.document, claims_of(n, text), text.reading(claims_of(n, text)))
        for hour in (-6, 0, 1, 2, 3):
            view = ledger.view(noon + timedelta(hours=hour), fold=fold)
            seen.append(len(view.sources()))
        assert ledger.verify().fault is None
    # What was entered by a clock gone back counts from the row before it, never earlier.
    assert seen == [0, 1, 1, 4, 5]
    assert is_address(book) or Path(book).exists()
