"""``verify``, ``redact``, ``search``, ``backup``, ``restore``, ``upgrade``: the book as a thing."""

from __future__ import annotations

import dataclasses
import json
import sys
from pathlib import Path

from rich.markup import escape
from rich.table import Table

from pledgebook.commands.terminal import messages, results
from pledgebook.ledger import copying
from pledgebook.ledger.copying import head_from_text, head_text
from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.searching import Hit
from pledgebook.ledger.store import Ledger
from pledgebook.ledger.verifying import Fault, Verified
from pledgebook.reconcile.fold import fold


def verify(book: str, head: str | None) -> int:
    """Walk the chain and print its head, or the first bad row; gives 1 for a broken chain."""
    saved = None if head is None else head_from_text(_head_given(head))
    with Ledger.open(book) as ledger:
        found = ledger.verify(saved)
    if found.fault is not None:
        sys.stdout.write(f"{book}: {_fault_words(found.fault)}\n")
        sys.stdout.write(f"the {found.rows} rows before it are sound\n")
        return 1
    sys.stdout.write(f"{book}: {_sound_words(found)}\nhead {head_text(found.head)}\n")
    return 0


def _head_given(head: str) -> str:
    """A saved head itself, or a file that holds one in its last line."""
    path = Path(head)
    if ":" in head or not path.is_file():
        return head
    lines = path.read_text("utf-8", errors="replace").split()
    return lines[-1] if lines else ""


def _fault_words(fault: Fault) -> str:
    where = f"row {fault.seq}"
    if fault.table is not None:
        where += f" ({fault.table} {fault.key or ''})".replace(" )", ")")
    return f"{where} {fault.reason}"


def _sound_words(found: Verified) -> str:
    redacted = f", {found.redacted} of them redacted" if found.redacted else ""
    return f"{found.rows} rows, all as they were entered{redacted}"


def redact(name: str, book: str, author: str, reason: str) -> int:
    """Remove a row, claim or source for good."""
    with Ledger.open(book) as ledger:
        made = ledger.redact(name, author=author, reason=reason, fold=fold)
    messages().print(escape(f"{len(made)} rows emptied in {book}; their digests stay"))
    for one in made:
        sys.stdout.write(f"row {one.seq}\t{one.table}\t{one.key}\n")
    return 0


def search(words: list[str], book: str, kind: str | None, limit: int, form: str) -> int:
    """Print claims and sources that have the words; gives 0 also where there are none."""
    if limit < 1:
        raise LedgerError("--limit needs a number of at least 1")
    with Ledger.open(book) as ledger:
        hits = ledger.search(" ".join(words), kind, limit)
    if form == "json":
        found = [dataclasses.asdict(hit) for hit in hits]
        text = json.dumps(found, ensure_ascii=False, indent=2)
        sys.stdout.write(text.encode("utf-8", "replace").decode() + "\n")
        return 0
    if not hits:
        messages().print("nothing in this book has these words")
        return 0
    _print_hits(hits)
    if len(hits) == limit:
        messages().print(f"the newest {limit}; --limit shows more")
    return 0


def _print_hits(hits: list[Hit]) -> None:
    table = Table(box=None)
    for column in ("kind", "id", "sentence"):
        table.add_column(column, no_wrap=column != "sentence")
    for hit in hits:
        sentence = hit.sentence.encode("utf-8", "replace").decode()
        table.add_row(hit.kind, hit.id[:24], escape(sentence))
    results().print(table)


def backup(file: str, book: str) -> int:
    """Copy a book into a new file."""
    found = copying.backup(book, file)
    messages().print(escape(f"{file}: {_sound_words(found)}"))
    sys.stdout.write(f"head {head_text(found.head)}\n")
    return 0


def restore(file: str, book: str) -> int:
    """Make a book from a backup."""
    found = copying.restore(file, book)
    messages().print(escape(f"{book}: {_sound_words(found)}"))
    sys.stdout.write(f"head {head_text(found.head)}\n")
    return 0


def upgrade(book: str) -> int:
    """Bring a book of an earlier schema to today's."""
    with Ledger.open(book, upgrade=True) as ledger:
        found = ledger.verify()
    if found.fault is not None:
        sys.stdout.write(f"{book}: {_fault_words(found.fault)}\n")
        return 1
    messages().print(escape(f"{book}: today's schema; {_sound_words(found)}"))
    return 0
