"""``restated``: what the newest release of a data set made of the one before."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import date, datetime
from typing import get_args

from rich.markup import escape

from pledgebook.commands.terminal import results
from pledgebook.commands.viewing import view_of
from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.restated import ChangeKind, RecordChange, restated
from pledgebook.ledger.store import Ledger
from pledgebook.model.values import Amount

#: Records of each kind that are listed; JSON has all.
MOST_SHOWN = 10


def run(
    book: str, kind: str | None, as_of: datetime | None, known_by: date | None, form: str
) -> int:
    """Print the records of the two newest releases that differ, kinds apart."""
    if kind is not None and kind not in get_args(ChangeKind):
        raise LedgerError(f"there is no kind {kind!r}; choose {', '.join(get_args(ChangeKind))}")
    with Ledger.open(book) as ledger:
        found = restated(view_of(ledger, as_of, known_by).entries())
    wanted = [change for change in found if kind is None or change.kind == kind]
    if form == "json":
        rows = [change.to_json() for change in wanted]
        sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
        return 0
    if not found:
        results().print("no data set in this book has two releases to compare")
    for pair in dict.fromkeys((c.series, c.older, c.newer) for c in wanted):
        some = [c for c in wanted if (c.series, c.older, c.newer) == pair]
        results().print(escape(f"{pair[0]}: release {pair[2]} beside release {pair[1]}"))
        for name in get_args(ChangeKind):
            _print_kind(name, [change for change in some if change.kind == name])
    return 0


def _print_kind(name: str, changes: Sequence[RecordChange]) -> None:
    """Records with a sum first: the others tell of things alone."""
    if not changes:
        return
    sums = [change for change in changes if change.before or change.after]
    results().print(f"{name}: {len(changes)} records, {len(sums)} of them with a sum")
    if name == "same":
        return
    for change in [*sums, *(c for c in changes if c not in sums)][:MOST_SHOWN]:
        told = f": {change.reason}" if change.reason else ""
        results().print(escape(f"  {change.record}: {_sums(change)}{told}"))
    if len(changes) > MOST_SHOWN:
        results().print(f"  and {len(changes) - MOST_SHOWN} more; --format json has all")


def _sums(change: RecordChange) -> str:
    before, after = _amount(change.before), _amount(change.after)
    if change.kind in ("new", "gone") or before == after:
        return after if change.kind != "gone" else before
    return f"{before} before, {after} now"


def _amount(amount: Amount | None) -> str:
    if amount is None:
        return "no sum"
    value = amount.high if amount.low is None else amount.low
    return f"{amount.currency or '?'} {value:,.0f}"
