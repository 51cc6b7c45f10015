"""``export table``: the entries or claims of a book as CSV or XLSX."""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from rich.markup import escape

from pledgebook.commands.terminal import messages
from pledgebook.exchange.errors import ExchangeError
from pledgebook.exchange.table_columns import dictionary, used
from pledgebook.exchange.table_export import claim_rows, csv_bytes, entry_rows, xlsx_bytes
from pledgebook.folding import fold
from pledgebook.ledger.store import Ledger
from pledgebook.ledger.view import View
from pledgebook.model.claims import KINDS, Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which rows are wanted, and as of when."""

    claims: bool = False
    kind: str | None = None
    as_of: datetime | None = None
    known_by: date | None = None


def describe() -> int:
    """Print every column and what it means, as CSV."""
    rows = ({"column": name, "meaning": meaning} for name, meaning in dictionary().items())
    sys.stdout.buffer.write(csv_bytes(("column", "meaning"), rows).removeprefix(b"\xef\xbb\xbf"))
    return 0


def run(file: str, book: str, asked: Asked) -> int:
    """Write the file whole, or leave what was there."""
    path = Path(file)
    if file != "-" and path.suffix.casefold() not in (".csv", ".xlsx"):
        raise ExchangeError(f"{file}: give a file that ends in .csv or .xlsx, or - for CSV")
    if asked.kind is not None and asked.kind not in KINDS:
        raise ExchangeError(f"there is no kind {asked.kind!r}; choose {', '.join(KINDS)}")
    with Ledger.open(book) as ledger:
        rows, withheld = _rows(ledger.view(asked.as_of, asked.known_by, fold=fold), asked)
    columns = used(rows) or ("kind",)
    if file == "-":
        sys.stdout.buffer.write(csv_bytes(columns, rows))
        return 0
    made = xlsx_bytes if path.suffix.casefold() == ".xlsx" else csv_bytes
    _write(path, made(columns, rows))
    what = "claims" if asked.claims else "entries"
    words = f"{len(rows)} {what} written to {file}"
    if withheld:
        words += f"; {withheld} left out, whose source's words may not be shown"
    messages().print(escape(words))
    return 0


def _rows(view: View, asked: Asked) -> tuple[list[dict[str, str]], int]:
    """Give the rows, and how many were left out because of rights."""
    sources = view.sources()
    texts = {source.snapshot.id: source.snapshot.text for source in sources}
    hidden = {name for name, rights in view.rights().items() if rights == "metadata"}
    if asked.claims:
        claims = [c for c in view.claims() if _is(asked, c)]
        shown = [c for c in claims if c.source.id not in hidden]
        return list(claim_rows(shown, texts)), len(claims) - len(shown)
    entries = [e for e in view.entries() if _is(asked, e.lead)]
    open_ones = [e for e in entries if e.lead.source.id not in hidden]
    return list(entry_rows(open_ones, texts)), len(entries) - len(open_ones)


def _is(asked: Asked, claim: Claim) -> bool:
    return asked.kind is None or claim.kind == asked.kind


def _write(path: Path, content: bytes) -> None:
    """Write beside the file, then put it in its place."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as out:
        out.write(content)
    os.chmod(out.name, 0o666 & ~_mask())  # noqa: PTH101 - a temporary file is for its maker alone
    Path(out.name).replace(path)


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
