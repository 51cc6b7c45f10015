"""Totals of a large made-up book, told from the columns beside its entries.

    python bench/totals_kept.py [--claims 200000] [--rounds 2] [--book FILE_OR_ADDRESS] [--rich]

Makes the book where it is not there (minutes), in SQLite or, at a postgresql:// address, in
PostgreSQL. Then asks a spread of questions, each some times, through the commands themselves: the
book opened, the answer made and written to memory. Prints the median and the 95th percentile of
each group of questions in milliseconds: processor time of this process (of PostgreSQL's server
not) and wall time. ``--rich`` makes a book that has gifts in kind and two releases of a data set
too, and asks with a list of prices besides.
"""

from __future__ import annotations

import argparse
import io
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import redirect_stdout
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from pledgebook.commands import totalling
from pledgebook.folding import fold
from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.rules import rule_names
from pledgebook.ledger.store import Ledger
from pledgebook.ledger.totals_query import DIMENSIONS
from totals_book import FIRST, LAST, fill, opened, price_list

_BASE: dict[str, Any] = {
    "by": "donor", "measure": "any", "currency": "EUR", "rules": None, "rates": None,
    "prices": None, "as_of": None, "known_by": None, "form": "csv",
}  # fmt: skip
_FORMS = ("csv", "table", "json")
_MEASURES = ("pledge", "commitment", "disbursement")

#: A question, and whether it is of the way to a total.
Asked = tuple[dict[str, Any], bool]


def groups(prices: str | None) -> Iterator[tuple[str, list[Asked]]]:
    """Give groups of questions by name; those with a list of prices where there is one."""
    if prices is not None:
        yield from _with_prices(prices)
    for form in _FORMS:
        for currency in ("EUR", "original"):
            asked = [{"by": by, "form": form, "currency": currency} for by in DIMENSIONS]
            yield f"one dimension, {currency}, {form}", [(one, False) for one in asked]
    chosen = [{"rules": name} for name in rule_names()] + [{"measure": name} for name in _MEASURES]
    yield "each of the rules and measures, EUR, csv", [(one, False) for one in chosen]
    ways = [*chosen, *({"form": form} for form in _FORMS)]
    yield "explain-total: rules, measures, formats", [(one, True) for one in ways]
    for name, days in (("--known-by", _known_by()), ("--as-of", _as_of())):
        yield f"{name}: ten days, totals", [(one, False) for one in days]
        yield f"{name}: ten days, explain-total", [(one, True) for one in days]
    for form in ("csv", "json"):
        yield f"six dimensions, EUR, {form}", [({"by": ",".join(DIMENSIONS), "form": form}, False)]


def _with_prices(prices: str) -> Iterator[tuple[str, list[Asked]]]:
    for form in _FORMS:
        for currency in ("EUR", "original"):
            asked = [
                {"by": by, "form": form, "currency": currency, "prices": prices}
                for by in DIMENSIONS
            ]
            yield f"--prices, one dimension, {currency}, {form}", [(one, False) for one in asked]
    chosen = [{"rules": name, "prices": prices} for name in rule_names()]
    yield "--prices, each of the rules, EUR, csv", [(one, False) for one in chosen]
    days = [{**one, "prices": prices} for one in (*_known_by(), *_as_of())]
    yield "--known-by and --as-of with --prices: ten days each", [(one, False) for one in days]


def _days() -> list[date]:
    """Ten days, from the first weeks of the book to its last."""
    span = (LAST - FIRST).days
    return [FIRST + timedelta(days=20 + (span - 40) * n // 9) for n in range(10)]


def _known_by() -> list[dict[str, Any]]:
    return [{"known_by": day} for day in _days()]


def _as_of() -> list[dict[str, Any]]:
    return [{"as_of": datetime(d.year, d.month, d.day, 12, tzinfo=UTC)} for d in _days()]


#: Processor and wall milliseconds.
Times = tuple[float, float]


def milliseconds(book: str, given: dict[str, Any], *, way: bool) -> Times:
    """Answer into memory."""
    cpu, wall = time.process_time(), time.perf_counter()
    asked = totalling.Asked(**{**_BASE, **given})
    with redirect_stdout(io.StringIO()):
        if way:
            totalling.print_waterfall(book, asked, None)
        else:
            totalling.print_totals(book, asked)
    return (time.process_time() - cpu) * 1000, (time.perf_counter() - wall) * 1000


def percentile(values: Sequence[float], share: float) -> float:
    """Give the value that this share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


def line(name: str, times: Sequence[Times]) -> str:
    """Write a row of the table."""
    found = [percentile([one[n] for one in times], share) for n in (0, 1) for share in (0.5, 0.95)]
    return f"| {name} | {len(times)} | " + " | ".join(f"{one:.0f}" for one in found) + " |"


def measure(book: str, rounds: int, prices: str | None) -> None:
    """Ask every question of a book; the first answer reads rates and code, and does not count."""
    begun = milliseconds(book, {}, way=False)
    print(f"first answer: {begun[0]:.0f} ms cpu, {begun[1]:.0f} ms wall\n")
    print("| what | answers | cpu p50 | cpu p95 | wall p50 | wall p95 |\n|---|---|---|---|---|---|")
    present: list[Times] = []
    for name, asked in groups(prices):
        times = [
            milliseconds(book, given, way=way)
            for given, way in asked
            for _ in range(rounds if len(asked) > 1 else 1)
        ]
        print(line(name, times), flush=True)
        if not name.startswith(("--known", "--as-of", "six")):
            present += times
    print(line("all of the present book but six dimensions", present))


def main() -> None:
    """Make the book if need be, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--book")
    parser.add_argument("--rich", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        book = given.book or f"{folder}/book.db"
        try:
            Ledger.open(book).close()
        except LedgerError:
            fill(opened(book), given.claims, rich=given.rich)
            with Ledger.open(book) as ledger:
                ledger.project(fold)
        prices = Path(folder) / "prices.csv"
        prices.write_text(price_list(), encoding="utf-8")
        measure(book, given.rounds, str(prices) if given.rich else None)


if __name__ == "__main__":
    main()
