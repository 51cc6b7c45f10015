"""Totals of a large made-up book, told from the columns beside its entries.

    python bench/totals_kept.py [--claims 200000] [--book FILE_OR_ADDRESS]

Makes the book where it is not there (minutes), then prints processor milliseconds of the whole
command in this process, best of three: the book opened, the answer made and written.
"""

from __future__ import annotations

import argparse
import io
import tempfile
import time
from contextlib import redirect_stdout
from typing import Any

from pledgebook.commands import totalling
from pledgebook.folding import fold
from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.store import Ledger
from totals_book import fill, opened

_BASE: dict[str, Any] = {
    "by": "donor", "measure": "any", "currency": "EUR", "rules": None, "rates": None,
    "prices": None, "as_of": None, "known_by": None, "form": "csv",
}  # fmt: skip
_ASKED: tuple[dict[str, Any], ...] = (
    *({"by": by} for by in ("donor", "recipient", "aid_type", "instrument", "stage", "month")),
    *({"rules": rules} for rules in ("kiel", "iati", "fts", "strict")),
    *({"measure": measure} for measure in ("pledge", "commitment", "disbursement")),
    *({"currency": "original", "form": form} for form in ("csv", "table", "json")),
    *({"form": form} for form in ("table", "json")),
)


def milliseconds(book: str, asked: totalling.Asked, *, way: bool) -> float:
    """Answer into memory; the best of three."""
    found = []
    for _ in range(3):
        begun = time.process_time()
        with redirect_stdout(io.StringIO()):
            if way:
                totalling.print_waterfall(book, asked, None)
            else:
                totalling.print_totals(book, asked)
        found.append((time.process_time() - begun) * 1000)
    return min(found)


def measure(book: str) -> None:
    """Ask every question of a book."""
    for given in _ASKED:
        asked = totalling.Asked(**{**_BASE, **given})
        ways = (False,) if asked.currency == "original" else (False, True)
        told = [milliseconds(book, asked, way=way) for way in ways]
        words = " ".join(f"{name}={value}" for name, value in given.items())
        print(f"{words:<40}" + "".join(f"{one:8.0f} ms" for one in told), flush=True)


def main() -> None:
    """Make the book if need be, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=200_000)
    parser.add_argument("--book")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        book = given.book or f"{folder}/book.db"
        try:
            Ledger.open(book).close()
        except LedgerError:
            fill(opened(book), given.claims)
            with Ledger.open(book) as ledger:
                ledger.project(fold)
        measure(book)


if __name__ == "__main__":
    main()
