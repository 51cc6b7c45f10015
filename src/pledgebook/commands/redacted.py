"""What a reader is told of what was removed from a book: that, by whom and why; never what."""

from __future__ import annotations

from collections import Counter

from rich.console import Console
from rich.markup import escape

from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.redaction import Redacted
from pledgebook.ledger.view import View


def print_redacted(console: Console, view: View) -> None:
    """Print how many rows were removed; prints nothing for a book without a redaction."""
    every = view.redactions()
    if not every:
        return
    console.print(f"\n[bold]Redacted[/] ({len(every)} rows)")
    for (author, reason, day), count in Counter(map(_request, every)).items():
        rows = "1 row" if count == 1 else f"{count} rows"
        console.print(escape(f"  {rows}: {reason} ({author}, {day})"))


def _request(one: Redacted) -> tuple[str, str, str]:
    return one.author, one.reason, one.at[:10]


def check_not_redacted(view: View, name: str) -> None:
    """Raise LedgerError for a claim or source that was there and was removed."""
    for one in view.redactions():
        named = one.table in ("claims", "snapshots") and name.strip()
        if named and (one.key.startswith(name) or one.key.partition(":")[2].startswith(name)):
            day = one.at[:10]
            raise LedgerError(f"{name} was redacted on {day} by {one.author}: {one.reason}")
