"""Backups are whole, verified, of one state, portable between databases, and overwrite nothing."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from promise_builders import Text, amount
from tampering import ask, tamper

from pledgebook.ledger.copying import backup, head_from_text, head_text, restore
from pledgebook.ledger.dialects import is_address
from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.store import Ledger
from pledgebook.ledger.tables import METADATA
from pledgebook.reconcile.fold import fold

BOOKS = Path(__file__).parent / "books"


def add(ledger: Ledger, n: int) -> None:
    text = Text(f"Source {n} of many lends {n + 1} million.", ref=f"{n}.txt")
    claim = text.commitment(amount=amount(f"{n + 1}e6"))
    ledger.add(text.document, [claim], text.reading([claim]))


@pytest.fixture
def filled(book: str) -> str:
    with Ledger.open(book, create=True) as ledger:
        for n in range(4):
            add(ledger, n)
        ledger.redact("4", author="ana", reason="asked for", fold=fold)
    return book


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return str(tmp_path / "again.db")
    return str(request.getfixturevalue("postgresql").database())


def contents(book: str) -> dict[str, list[tuple[object, ...]]]:
    found = {}
    for name, table in METADATA.tables.items():
        rows = ask(book, f"SELECT * FROM {name}")  # noqa: S608
        found[name] = sorted((tuple(row)[: len(table.c)] for row in rows), key=lambda r: str(r[0]))
    assert found["claims"]
    assert found["entries"]
    return found


def test_there_and_back(filled: str, empty: str, tmp_path: Path) -> None:
    file = str(tmp_path / "copy.db")
    with Ledger.open(filled) as ledger:
        head, entries, hits = ledger.head(), ledger.export_entries(), ledger.search("lends")
    assert backup(filled, file).head == head
    assert restore(file, empty).head == head
    assert contents(empty) == contents(filled)
    with Ledger.open(empty) as ledger:
        assert ledger.verify(head).fault is None
        assert ledger.export_entries() == entries
        assert ledger.search("lends") == hits
        assert len(ledger.redactions()) == 1
        add(ledger, 9)
        assert ledger.verify(head).fault is None
    assert [p.name for p in tmp_path.iterdir() if ".part" in p.name] == []


def test_nothing_is_overwritten(filled: str, tmp_path: Path) -> None:
    file = tmp_path / "copy.db"
    file.write_text("a letter", encoding="utf-8")
    with pytest.raises(LedgerError, match="nothing is ever overwritten"):
        backup(filled, str(file))
    assert file.read_text("utf-8") == "a letter"
    with pytest.raises(LedgerError, match=r"exists|holds a book already"):
        restore(str(BOOKS / "schema-0002.db"), filled)
    with pytest.raises(LedgerError, match="there is no backup"):
        restore(str(tmp_path / "none.db"), str(tmp_path / "new.db"))
    with pytest.raises(LedgerError, match="there is no folder"):
        backup(filled, str(tmp_path / "no" / "copy.db"))


def test_a_broken_book_or_backup_is_refused(filled: str, empty: str, tmp_path: Path) -> None:
    file = str(tmp_path / "copy.db")
    backup(filled, file)
    tamper(file, "UPDATE claims SET kind = 'statement' WHERE seq = 8")
    with pytest.raises(LedgerError, match=r"row 8 was edited: its column kind"):
        restore(file, empty)
    assert is_address(empty) or not Path(empty).exists()
    tamper(filled, "DELETE FROM readings WHERE seq = 3")
    with pytest.raises(LedgerError, match="row 3 is missing"):
        backup(filled, str(tmp_path / "other.db"))
    assert not (tmp_path / "other.db").exists()


def test_a_backup_of_an_earlier_schema(empty: str) -> None:
    old = BOOKS / "schema-0001.db"
    before = old.read_bytes()
    restore(str(old), empty)
    assert old.read_bytes() == before
    with Ledger.open(empty) as ledger:
        assert ledger.export_entries() == (BOOKS / "schema-0001.jsonl").read_text("utf-8")
        assert ledger.search("lends") != []


def test_some_other_file_is_no_backup(empty: str, tmp_path: Path) -> None:
    letter = tmp_path / "letter.db"
    letter.write_text("This is a letter and no database. " * 50, encoding="utf-8")
    with pytest.raises(LedgerError, match="not a Pledgebook book"):
        restore(str(letter), empty)
    assert is_address(empty) or not Path(empty).exists()


def test_a_backup_while_another_writes(filled: str, tmp_path: Path) -> None:
    stop = threading.Event()
    failures: list[Exception] = []

    def write() -> None:
        try:
            with Ledger.open(filled) as ledger:
                for n in range(10, 400):
                    if stop.is_set():
                        return
                    add(ledger, n)
        except Exception as error:  # noqa: BLE001
            failures.append(error)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        made = [backup(filled, str(tmp_path / f"copy{n}.db")) for n in range(3)]
    finally:
        stop.set()
        writer.join()
    assert failures == []
    with Ledger.open(filled) as ledger:
        for found in made:
            assert ledger.verify(found.head).fault is None
            assert (found.rows - 17) % 4 == 0  # whole sources only


def test_heads_are_written_and_read(filled: str) -> None:
    with Ledger.open(filled) as ledger:
        head = ledger.head()
    read = head_from_text(head_text(head) + "\n")
    assert (read.seq, read.hash) == (head.seq, head.hash)
    for odd in (
        "",
        "12",
        "12:",
        ":" + head.hash,
        "x:" + head.hash,
        "12:" + "g" * 64,
        "²:" + "0" * 64,
    ):
        with pytest.raises(LedgerError, match="is no saved head"):
            head_from_text(odd)


def test_what_is_no_backup_is_named(tmp_path: Path) -> None:
    given = tmp_path / "notes.txt"
    given.write_text("no book at all", encoding="utf-8")
    with pytest.raises(LedgerError, match=r"^\S*notes\.txt is not a Pledgebook book"):
        restore(str(given), str(tmp_path / "new.db"))
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
