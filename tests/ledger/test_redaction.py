"""What is redacted is gone from file, entries and search; the chain verifies and tells who."""

from __future__ import annotations

from pathlib import Path

import pytest
from promise_builders import Text, amount
from sqlalchemy.exc import DBAPIError
from tampering import ask, raw, tamper

from pledgebook.ledger.dialects import is_address
from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.store import Ledger
from pledgebook.reconcile.fold import fold

SECRET = Text("Ferdinand Quillfeather of 9 Elm Lane lends two million.", ref="secret.txt")
OPEN = Text("Norway lends three million.", ref="open.txt")


@pytest.fixture
def filled(book: str) -> str:
    with Ledger.open(book, create=True) as ledger:
        for text in (SECRET, OPEN):
            claim = text.commitment(amount=amount("2e6"))
            said = text.statement("person:x", text.words)
            ledger.add(text.document, [claim, said], text.reading([claim, said]))
        ledger.project(fold)
    return book


def test_a_source_is_removed_for_good(filled: str) -> None:
    with Ledger.open(filled) as ledger:
        before = ledger.head()
        made = ledger.redact(SECRET.snapshot.id, author="ana", reason="asked for", fold=fold)
        assert [(r.table, r.author, r.reason) for r in made] == [
            (table, "ana", "asked for")
            for table in ("snapshots", "sightings", "readings", "claims", "claims")
        ]
        found = ledger.verify(before)
        assert (found.fault, found.redacted) == (None, 5)
        assert ledger.redactions() == made
        assert ledger.search("quillfeather") == []
        assert len(ledger.search("norway")) == 3
        view = ledger.view(fold=fold)
        assert [s.snapshot.id for s in view.sources()] == [OPEN.snapshot.id]
        assert len(view.entries()) == 2
        assert "Quillfeather" not in ledger.export_entries()
    if not is_address(filled):
        for file in Path(filled).parent.iterdir():
            content = file.read_bytes().lower()
            assert b"quillfeather" not in content, file
            assert b"norway" in content or file.name != "book.db"


def test_a_claim_is_removed_and_does_not_come_back(filled: str) -> None:
    claim = SECRET.commitment(amount=amount("2e6"))
    with Ledger.open(filled) as ledger:
        (made,) = ledger.redact(claim.id[:24], author="ana", reason="asked for", fold=fold)
        assert made.table == "claims"
        assert claim.id not in {c.id for c in ledger.view().claims()}
        assert len(ledger.view().claims()) == 3
        assert [h.kind for h in ledger.search("quillfeather")] == ["statement", "source"]
        again = ledger.add(SECRET.document, [claim], SECRET.reading([claim], "2"))
        assert again.claims_new == 0
        ledger.project(fold)
        assert claim.id not in {c.id for c in ledger.view().claims()}
        assert ledger.verify().fault is None
        with pytest.raises(LedgerError, match="has been redacted before"):
            ledger.redact(claim.id, author="ana", reason="again", fold=fold)


def test_a_row_by_its_number(filled: str) -> None:
    with Ledger.open(filled) as ledger:
        number = ledger.view().claim(OPEN.commitment(amount=amount("2e6")).id)
        (seq,) = ask(filled, f"SELECT seq FROM claims WHERE id = '{number.id}'")[0]  # noqa: S608
        (made,) = ledger.redact(str(seq), author="ana", reason="asked for", fold=fold)
        assert (made.seq, made.table) == (seq, "claims")
        assert ledger.verify().fault is None
        with pytest.raises(LedgerError, match="who redacted what; it stays"):
            ledger.redact(str(ledger.head().seq), author="ana", reason="hide", fold=fold)
        with pytest.raises(LedgerError, match="no row 9999"):
            ledger.redact("9999", author="ana", reason="asked for", fold=fold)


@pytest.mark.parametrize(("author", "reason"), [("", "why"), ("ana", " ")])
def test_who_and_why_are_needed(filled: str, author: str, reason: str) -> None:
    with Ledger.open(filled) as ledger:
        head = ledger.head()
        with pytest.raises(LedgerError, match="who asks for it and why"):
            ledger.redact(SECRET.snapshot.id, author=author, reason=reason, fold=fold)
        with pytest.raises(LedgerError, match="no claim or source"):
            ledger.redact("sha256:none", author="ana", reason="why", fold=fold)
        assert ledger.head() == head


def test_the_door_opens_only_for_what_a_redaction_names(filled: str) -> None:
    with Ledger.open(filled) as ledger:
        made = ledger.redact(SECRET.snapshot.id, author="ana", reason="asked for", fold=fold)
    taken = made[0].seq
    for statement in (
        "UPDATE snapshots SET payload = NULL, salt = NULL",
        f"UPDATE snapshots SET payload = '{{}}' WHERE seq = {taken}",  # noqa: S608
        f"UPDATE snapshots SET payload = NULL, hash = 'x' WHERE seq = {taken}",  # noqa: S608
        f"DELETE FROM snapshots WHERE seq = {taken}",  # noqa: S608
    ):
        with pytest.raises(DBAPIError, match="append-only"), raw(filled) as connection:
            connection.exec_driver_sql(statement)


def test_a_redaction_taken_back_shows(filled: str) -> None:
    with Ledger.open(filled) as ledger:
        made = ledger.redact(SECRET.snapshot.id, author="ana", reason="asked for", fold=fold)
    tamper(filled, "UPDATE redactions SET redacted = '2' WHERE redacted = '1'")
    with Ledger.open(filled) as ledger:
        found = ledger.verify().fault
    assert found is not None
    assert found.seq == made[0].seq == 1
