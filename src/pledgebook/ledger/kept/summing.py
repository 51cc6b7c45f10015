"""Columns into the rows of a total: the same rows that ``ledger.totals`` makes of records."""

from __future__ import annotations

import numpy as np

from pledgebook.ledger.kept.codes import order_of
from pledgebook.ledger.kept.facts import NONE, Ints
from pledgebook.ledger.kept.judging import COUNTED
from pledgebook.ledger.kept.keying import KeysByRow, keys_by_row
from pledgebook.ledger.kept.listing import LeftOuts
from pledgebook.ledger.kept.rows import KeptRows, Stretches
from pledgebook.ledger.kept.sums import summed
from pledgebook.ledger.kept.tallying import KeptTally
from pledgebook.ledger.totals_query import ORIGINAL, TotalsQuery
from pledgebook.ledger.totals_rows import Totals


def kept_totals(tally: KeptTally, query: TotalsQuery) -> Totals:
    """Sum what was judged by the dimensions of a query."""
    keys = keys_by_row(tally, query.by)
    out = np.flatnonzero(tally.verdicts.of != COUNTED)
    rows = _rows(tally, query, keys, _aside(tally, keys, out))
    rules, names = tally.verdicts.rules_of(out)
    every = LeftOuts(tally, out[order_of(rules, len(names))])
    return Totals(rows=rows, left_out=every, rules=tally.rules)


def _aside(tally: KeptTally, keys: KeysByRow, out: Ints) -> Stretches:
    """Commitments that are left out, which are in the order of ids, by values, then by rule."""
    rows = out[keys.of[out] != NONE]
    rules, names = tally.verdicts.rules_of(rows)
    rows = rows[order_of(keys.of[rows] * len(names) + rules, keys.count * len(names))]
    return Stretches(rows, np.searchsorted(keys.of[rows], np.arange(keys.count + 1)))


def _rows(tally: KeptTally, query: TotalsQuery, keys: KeysByRow, aside: Stretches) -> KeptRows:
    """A row for each of the values, and each currency, of what counts.

    And one of nothing for values of which all money is left out: "not counted" never looks like
    "none".
    """
    rows, codes = tally.verdicts.counted, len(tally.worth.currencies)
    group = keys.of[rows] * codes + tally.worth.currency[tally.verdicts.told[rows]]
    order = order_of(group, keys.count * codes)
    rows, group = rows[order], group[order]
    first = np.flatnonzero(np.diff(group, prepend=NONE))
    sums = summed(tally.facts, tally.worth, tally.verdicts.told[rows], first)
    groups = np.append(group[first], _empty(tally, query, keys, aside))
    sizes = np.zeros(len(groups), dtype=np.int64)
    sizes[: len(first)] = np.diff(first, append=len(rows))
    order = np.argsort(groups)
    number, currency = np.divmod(groups[order], max(codes, 1))
    return KeptRows(
        tally=tally,
        keys=keys,
        number=number,
        currency=currency,
        sums=sums.among(order),
        counted=Stretches(rows, np.append(0, np.cumsum(sizes[order]))),
        aside=aside,
    )


def _empty(tally: KeptTally, query: TotalsQuery, keys: KeysByRow, aside: Stretches) -> Ints:
    """Values of which nothing counts, with their own currency as printed, or the one asked for."""
    codes = tally.facts.currency[tally.verdicts.told[aside.rows]]
    rows = aside.rows[codes != NONE]
    none = len(tally.facts.currencies)
    least = np.full(keys.count, none, dtype=np.int64)
    np.minimum.at(least, keys.of[rows], codes[codes != NONE])
    least[keys.of[tally.verdicts.counted]] = none
    values = np.flatnonzero(least < none)
    found: Ints = values * len(tally.worth.currencies)
    return found + least[values] if query.currency == ORIGINAL else found
