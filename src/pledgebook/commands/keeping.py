"""``verify``, ``redact``, ``search``, ``backup``, ``restore``, ``upgrade``: the book as a thing."""

from __future__ import annotations

import dataclasses
import json
import sys
from datetime import date, datetime
from pathlib import Path

from rich.markup import escape
from rich.table import Table

from pledgebook.commands.terminal import messages, results
from pledgebook.folding import fold
from pledgebook.ledger import copying
from pledgebook.ledger.copying import head_from_text, head_text
from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.searching import Hit
from pledgebook.ledger.store import Ledger
from pledgebook.ledger.verifying import Fault, Verified


def verify(book: str, head: str | None) -> int:
    """Walk the chain and print its head, or the first bad row; gives 1 for a broken chain."""
    saved = None if head is None else head_from_text(head_given(head))
    with Ledger.open(book) as ledger:
        found = ledger.verify(saved)
    if found.fault is not None:
        sys.stdout.write(f"{book}: {_fault_words(found.fault)}\n")
        sys.stdout.write(f"the {found.rows} rows before it are sound\n")
        return 1
    sys.stdout.write(f"{book}: {_sound_words(found)}\nhead {head_text(found.head)}\n")
    if found.unprotected:
        tables = ", ".join(found.unprotected)
        sys.stdout.write(
            f"nothing refuses changes any more in {tables}: triggers were dropped or switched off; "
            "`pledgebook upgrade` sets them again\n"
        )
        return 1
    return 0


def head_given(head: str) -> str:
    """Give a saved head itself, or that of a file that holds one in its last line."""
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


def redact(name: str, book: str, author: str | None, reason: str) -> int:
    """Remove a row, claim or source for good; raises LedgerError where nobody is named."""
    if author is None:
        raise LedgerError("who removes it? give --by NAME, or set PLEDGEBOOK_AUTHOR once")
    with Ledger.open(book) as ledger:
        made = ledger.redact(name, author=author, reason=reason, fold=fold)
    messages().print(escape(f"{len(made)} rows emptied in {book}; their digests stay"))
    for one in made:
        sys.stdout.write(f"row {one.seq}\t{one.table}\t{one.key}\n")
    return 0


#: More hits than a book has: all are looked at where the clocks choose among them.
_ALL = 10_000_000


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What is searched for: words, the kind of record, most hits, and the two clocks."""

    words: str
    kind: str | None = None
    limit: int = 20
    as_of: datetime | None = None
    known_by: date | None = None


def _hits(ledger: Ledger, asked: Search) -> list[Hit]:
    """Hits of the book as it is, or those among them that the two clocks show."""
    if asked.as_of is None and asked.known_by is None:
        return ledger.search(asked.words, asked.kind, asked.limit)
    view = ledger.view(asked.as_of, asked.known_by, fold=fold)
    shown = {source.snapshot.id for source in view.sources()} | {c.id for c in view.claims()}
    homes = {claim.id: entry.id for entry in view.entries() for claim in entry.claims}
    every = ledger.search(asked.words, asked.kind, _ALL)
    found = [dataclasses.replace(h, entry=homes.get(h.id)) for h in every if h.id in shown]
    return found[: asked.limit]


def search(asked: Search, book: str, form: str) -> int:
    """Print claims and sources that have the words; gives 0 also where there are none."""
    limit = asked.limit
    if limit < 1:
        raise LedgerError("--limit needs a number of at least 1")
    with Ledger.open(book) as ledger:
        hits = _hits(ledger, asked)
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
        if found.fault is None and found.unprotected:
            ledger.protect(found.unprotected)
            tables = ", ".join(found.unprotected)
            messages().print(escape(f"{book}: changes are refused again in {tables}"))
    if found.fault is not None:
        sys.stdout.write(f"{book}: {_fault_words(found.fault)}\n")
        return 1
    messages().print(escape(f"{book}: today's schema; {_sound_words(found)}"))
    return 0
