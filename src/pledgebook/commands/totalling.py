"""``totals`` and ``explain-total``: sums under named rules, and the way to them."""

from __future__ import annotations

import csv
import gc
import io
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from itertools import chain
from typing import cast

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from pledgebook.commands.long_tables import Column, LongTable
from pledgebook.commands.terminal import results
from pledgebook.commands.viewing import view_of
from pledgebook.ledger.conversion import CONVERTED, NO_RATE
from pledgebook.ledger.counting import Measured
from pledgebook.ledger.ecb import EcbRates
from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.prices import read_prices
from pledgebook.ledger.rates import read_rates
from pledgebook.ledger.store import Ledger
from pledgebook.ledger.totals import Totals, TotalsQuery, totals
from pledgebook.ledger.totals_query import DIMENSIONS
from pledgebook.ledger.totals_rows import (
    TotalsRow,
    count_rates,
    count_reasons,
    count_rules,
    printed,
)
from pledgebook.ledger.waterfall import Step, waterfall

#: Distinct rates that a table names below its rows; the others are counted, and JSON has all.
MOST_RATES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The options of both verbs, as given; None where they are not.

    Attributes:
        by, measure, currency, rules: as ``TotalsQuery`` has them; ``by`` with commas.
        rates, prices: files.
        as_of, known_by: the two clocks.
        form: ``table``, ``json`` or ``csv``.
    """

    by: str
    measure: str
    currency: str
    rules: str | None
    rates: str | None
    prices: str | None
    as_of: datetime | None
    known_by: date | None
    form: str

    def query(self) -> TotalsQuery:
        """Make the question; raises LedgerError for files that cannot be read."""
        return TotalsQuery(
            by=tuple(key.strip() for key in self.by.split(",") if key.strip()),
            measure=cast("Measured", self.measure),
            currency=self.currency,
            rules=self.rules,
            rates=None if self.rates is None else read_rates(self.rates),
            usual_rates=EcbRates(),
            prices=None if self.prices is None else read_prices(self.prices),
        )


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let no cycles be looked for: an answer makes a million objects, and no cycles of them."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


@_uncollected()
def print_totals(book: str, asked: Asked) -> int:
    """Print totals of a book under one set of counting rules."""
    query = asked.query()
    with Ledger.open(book) as ledger:
        found = totals(view_of(ledger, asked.as_of, asked.known_by), query)
        if asked.form == "json":
            sys.stdout.writelines(chain(found.json_text(), "\n"))
    if asked.form == "csv":
        _csv(found, query)
    elif asked.form == "table":
        _table(results(), found, query)
    return 0


@_uncollected()
def print_waterfall(book: str, asked: Asked, where: str | None) -> int:
    """Print the way from all figures read to the total."""
    query, only = asked.query(), _where(where)
    with Ledger.open(book) as ledger:
        view = view_of(ledger, asked.as_of, asked.known_by)
        steps = waterfall(view, query, only)
    if asked.form == "json":
        sys.stdout.write(printed([step.to_json() for step in steps]) + "\n")
    elif asked.form == "csv":
        _steps_csv(steps)
    else:
        _steps_table(results(), steps, query)
    return 0


def _where(text: str | None) -> dict[str, str]:
    """Read ``donor=GBR,aid_type=military``; raises LedgerError for anything else."""
    only: dict[str, str] = {}
    for part in (text or "").split(","):
        key, sign, value = (piece.strip() for piece in part.partition("="))
        if not part.strip():
            continue
        if not sign or key not in DIMENSIONS or not value:
            raise LedgerError(f"--where {part!r} is not KEY=VALUE with a key of {DIMENSIONS}")
        only[key] = value
    return only


def _table(console: Console, found: Totals, query: TotalsQuery) -> None:
    keys = [Column(key.replace("_", " ")) for key in query.by]
    beside = [] if query.prices is None else [Column("in kind, estimated beside", "right")]
    LongTable(
        title=f"Totals, counting rules: {found.rules.name}",
        columns=[*keys, Column("total", "right"), Column("entries", "right"), *beside],
        rows=[_cells(row) for row in found.rows],
    ).print(console)
    _left_out(console, found)
    _rates(console, found)


def _cells(row: TotalsRow) -> list[str]:
    keys = [str(value) for _, value in row.keys]
    beside = [] if row.estimates is None else [_beside(row)]
    return [*keys, _interval(row.low, row.high, row.currency), str(len(row.entries)), *beside]


def _beside(row: TotalsRow) -> str:
    found = row.estimated() if row.estimates else None
    return "" if found is None else _interval(*found, row.currency)


def _left_out(console: Console, found: Totals) -> None:
    rules = _commonest(count_rules(found.left_out))
    if rules:
        console.print("left out: " + ", ".join(f"{n} by {rule}" for rule, n in rules))
    lacking = _commonest(count_reasons(found.left_out, NO_RATE))
    if lacking:
        # As one text: there may be one for each day.
        console.out("\n".join(f"  {n} without a rate: {why}" for why, n in lacking))


def _rates(console: Console, found: Totals) -> None:
    rates = count_rates(found.rows)
    for rate, count in _commonest(rates)[:MOST_RATES]:
        console.print(escape(f"converted: {count} at {rate.removeprefix(CONVERTED)}"))
    if len(rates) > MOST_RATES:
        console.print(f"  and at {len(rates) - MOST_RATES} other rates; --format json has all")


def _commonest(counts: Counter[str]) -> list[tuple[str, int]]:
    """The commonest first; of two that are as common, by their words."""
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))


def _csv(found: Totals, query: TotalsQuery) -> None:
    """A row for each total: keys, interval, currency, how many count and are left out by what."""
    estimated = ("estimated_low", "estimated_high") if query.prices is not None else ()
    columns = (*query.by, "low", "high", "currency", "entries", "left_out", "left_out_by")
    sys.stdout.write(f"{','.join((*columns, *estimated))}\n")
    sys.stdout.writelines(found.csv_text(cache(_field)))  # few values, many rows


def _field(value: object) -> str:
    """A cell as it stands in a line."""
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow((_cell(value), "end"))
    return out.getvalue().removesuffix(",end")


def _cell(value: object) -> str:
    """A cell, where nothing is empty and no word can pass for a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text


def _steps_table(console: Console, steps: Sequence[Step], query: TotalsQuery) -> None:
    table = Table(title="From all figures read to the total", title_justify="left")
    for name in ("step", "figures", "sum", "no rate", "what it is"):
        table.add_column(name, justify="left" if name in ("step", "what it is") else "right")
    for step in steps:
        sign = "" if step.name in ("read", "counted") else "- "
        sum_ = sign + _interval(step.low, step.high, query.currency)
        lacking = str(step.unconverted or "")
        table.add_row(step.name, str(step.figures), sum_, lacking, escape(step.reason))
    console.print(table)


def _steps_csv(steps: Sequence[Step]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    names = ("step", "figures", "low", "high", "unconverted", "entries", "reason")
    writer.writerow(names)
    for step in steps:
        row = {**replace(step, entries=()).to_json(), "entries": len(step.entries)}
        writer.writerow([_cell(row[name]) for name in names])


def _interval(low: object, high: object, currency: object) -> str:
    if high is None:
        return f"at least {currency} {_figure(low)}"
    if low == high:
        return f"{currency} {_figure(low)}"
    return f"{currency} {_figure(low)} to {_figure(high)}"


def _figure(value: object) -> str:
    return f"{float(str(value)):,.0f}"
