"""A release is the same whichever database the book is kept in."""

from __future__ import annotations

from pathlib import Path

from decision_books import add, decide, sum_change, text
from release_books import files, released

from pledgebook.ledger import copying
from pledgebook.ledger.store import Ledger


def test_a_copy_of_the_book_gives_the_same_bytes(ledger: Ledger, tmp_path: Path) -> None:
    (claim,) = add(ledger, text("NOR gives 5 million."), misread=True)
    first = released(ledger, tmp_path / "r1")
    add(ledger, text("Ásta says: NOR gives 6 million.", day=5), stage="committed")
    add(ledger, text("NOR gives 6 million.", day=7, url="https://b.example/2"))
    decide(ledger, "change_value", claim.id, sum_change(claim, 5))
    copying.backup(ledger.book, str(tmp_path / "copy.db"))
    with Ledger.open(str(tmp_path / "copy.db")) as copy:
        assert files(copy, "r2", first) == files(ledger, "r2", first)
