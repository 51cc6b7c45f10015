"""Columns into the rows of a total: the same rows that ``ledger.totals`` makes of records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from pledgebook.ledger.exact import EXACT
from pledgebook.ledger.kept.converting import Worth
from pledgebook.ledger.kept.facts import NONE, Facts, Ints, decimal_of
from pledgebook.ledger.kept.judging import COUNTED
from pledgebook.ledger.kept.keying import KeysByRow, keys_by_row
from pledgebook.ledger.kept.listing import LeftOuts, Names, Noted
from pledgebook.ledger.kept.tallying import KeptTally
from pledgebook.ledger.totals_query import ORIGINAL, TotalsQuery
from pledgebook.ledger.totals_rows import Totals, TotalsRow, place


def kept_totals(tally: KeptTally, query: TotalsQuery) -> Totals:
    """Sum what was judged by the dimensions of a query."""
    keys = keys_by_row(tally, query.by)
    out = np.flatnonzero(tally.verdicts.of != COUNTED)
    aside = _Aside.of(tally, keys, out)
    rows = [*_counted_rows(tally, query, keys, aside), *_empty_rows(tally, query, keys, aside)]
    left_out = LeftOuts(tally, out[_by_rule(tally, out)])
    return Totals(rows=tuple(sorted(rows, key=place)), left_out=left_out, rules=tally.rules)


@dataclass(frozen=True, slots=True, eq=False)
class _Aside:
    """Commitments that are left out, by their values, then by rule and id.

    Attributes:
        rows: their rows.
        start: by the number of their values, where they begin in ``rows``; one more than numbers.
    """

    rows: Ints
    start: Ints

    @classmethod
    def of(cls, tally: KeptTally, keys: KeysByRow, out: Ints) -> _Aside:
        rows = out[keys.of[out] != NONE]
        rows = rows[_by_rule(tally, rows)]
        rows = rows[np.argsort(keys.of[rows], kind="stable")]
        start = np.searchsorted(keys.of[rows], np.arange(len(keys.values) + 1))
        return cls(rows, start)

    def at(self, number: int) -> Ints:
        return self.rows[self.start[number] : self.start[number + 1]]


def _by_rule(tally: KeptTally, rows: Ints) -> Ints:
    """Order rows, which are in the order of ids, by rule."""
    rules = [rule for rule, _ in tally.verdicts.known.values]
    ranks = {rule: rank for rank, rule in enumerate(sorted(set(rules)))}
    ranked = np.array([ranks[rule] for rule in rules], dtype=np.int64)
    return np.argsort(ranked[tally.verdicts.of[rows]], kind="stable")


def _counted_rows(
    tally: KeptTally, query: TotalsQuery, keys: KeysByRow, aside: _Aside
) -> Iterator[TotalsRow]:
    """A row for each of the values, and each currency, of what counts."""
    rows = tally.verdicts.counted
    told, codes = tally.verdicts.told[rows], tally.worth.currencies
    group = keys.of[rows] * len(codes) + tally.worth.currency[told]
    order = np.argsort(group, kind="stable")
    rows, told, group = rows[order], told[order], group[order]
    numbers, first = np.unique(group, return_index=True)
    sums = _sums(tally.facts, tally.worth, told, first)
    ends = [*first.tolist(), len(rows)][1:]
    beside: dict[int, LeftOuts] = {}
    parts = zip(numbers.tolist(), first.tolist(), ends, sums, strict=True)
    for number, begin, end, (low, high) in parts:
        value, code = divmod(number, len(codes))
        if value not in beside:
            beside[value] = LeftOuts(tally, aside.at(value))
        yield TotalsRow(
            keys=tuple(zip(query.by, keys.values[value], strict=True)),
            low=low,
            high=high,
            currency=codes[code],
            entries=Names(tally.facts, rows[begin:end]),
            left_out=beside[value],
            notes=Noted(tally, rows[begin:end]),
        )


def interval(facts: Facts, worth: Worth, rows: Ints) -> tuple[Decimal, Decimal | None]:
    """Sum some claims, at least one."""
    (found,) = _sums(facts, worth, rows, np.zeros(1, dtype=np.int64))
    return found


def _sums(
    facts: Facts, worth: Worth, told: Ints, first: Ints
) -> list[tuple[Decimal, Decimal | None]]:
    """Sums of groups of claims, which begin at ``first``."""
    if not len(told):
        return []
    lows, highs = _added(worth.low[told], first), _added(worth.high[told], first)
    open_ = np.logical_or.reduceat(facts.open[told], first).tolist()
    found = [(low, None if o else h) for low, h, o in zip(lows, highs, open_, strict=True)]
    if worth.odd:
        groups = np.searchsorted(first, np.arange(len(told)), side="right") - 1
        for row, group in zip(told.tolist(), groups.tolist(), strict=True):
            if row in worth.odd:
                found[group] = _with_odd(found[group], worth.odd[row])
    return found


def _with_odd(
    one: tuple[Decimal, Decimal | None], odd: tuple[Decimal, Decimal | None]
) -> tuple[Decimal, Decimal | None]:
    high = None if one[1] is None or odd[1] is None else EXACT.add(one[1], odd[1])
    return EXACT.add(one[0], odd[0]), high


#: Figures are added in two halves, so that no sum of a million of them overflows.
_HALF = 32


def _added(figures: Ints, first: Ints) -> list[Decimal]:
    upper = np.add.reduceat(figures >> _HALF, first).tolist()
    lower = np.add.reduceat(figures & (2**_HALF - 1), first).tolist()
    return [decimal_of((a << _HALF) + b) for a, b in zip(upper, lower, strict=True)]


def _empty_rows(
    tally: KeptTally, query: TotalsQuery, keys: KeysByRow, aside: _Aside
) -> Iterator[TotalsRow]:
    """Rows of money left out where nothing counts: "not counted" never looks like "none"."""
    seen = set(keys.of[tally.verdicts.counted].tolist())
    codes = tally.facts.currency[tally.verdicts.told[aside.rows]]
    least: dict[int, int] = {}
    for value, code in zip(keys.of[aside.rows].tolist(), codes.tolist(), strict=True):
        if code != NONE:
            least[value] = min(code, least.get(value, code))
    for value in sorted(least.keys() - seen):
        own = tally.facts.currencies[least[value]]
        yield TotalsRow(
            keys=tuple(zip(query.by, keys.values[value], strict=True)),
            low=Decimal(0),
            high=Decimal(0),
            currency=own if query.currency == ORIGINAL else query.currency,
            entries=(),
            left_out=LeftOuts(tally, aside.at(value)),
        )
