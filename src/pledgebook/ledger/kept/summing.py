"""Columns into the rows of a total: the same rows that ``ledger.totals`` makes of records."""

from __future__ import annotations

import numpy as np

from pledgebook.ledger.kept.codes import marked, order_of
from pledgebook.ledger.kept.facts import NONE, Ints
from pledgebook.ledger.kept.judging import COUNTED
from pledgebook.ledger.kept.keying import KeysByRow, keys_by_row
from pledgebook.ledger.kept.listing import LeftOuts
from pledgebook.ledger.kept.rows import KeptRows, Stretches
from pledgebook.ledger.kept.sums import summed
from pledgebook.ledger.kept.tallying import KeptTally
from pledgebook.ledger.totals_query import TotalsQuery
from pledgebook.ledger.totals_rows import Totals


def kept_totals(tally: KeptTally, query: TotalsQuery) -> Totals:
    """Sum what was judged by the dimensions of a query."""
    keys = keys_by_row(tally, query.by)
    out = np.flatnonzero(tally.verdicts.of != COUNTED)
    rows = _rows(tally, keys, _aside(tally, keys, out))
    rules, names = tally.verdicts.rules_of(out)
    every = LeftOuts(tally, out[order_of(rules, len(names))])
    return Totals(rows=rows, left_out=every, rules=tally.rules)


def _aside(tally: KeptTally, keys: KeysByRow, out: Ints) -> Stretches:
    """Commitments that are left out, which are in the order of ids, by values, then by rule."""
    rows = out[keys.of[out] != NONE]
    rules, names = tally.verdicts.rules_of(rows)
    rows = rows[order_of(keys.of[rows] * len(names) + rules, keys.count * len(names))]
    return Stretches(rows, np.searchsorted(keys.of[rows], np.arange(keys.count + 1)))


def _rows(tally: KeptTally, keys: KeysByRow, aside: Stretches) -> KeptRows:
    """A row for each of the values, and each currency, of what counts or is estimated.

    And one of nothing for values of which all money is left out: "not counted" never looks like
    "none".
    """
    rows, codes = tally.verdicts.counted, len(tally.worth.currencies)
    group = keys.of[rows] * codes + tally.worth.currency[tally.verdicts.told[rows]]
    order = order_of(group, keys.count * codes)
    rows, group = rows[order], group[order]
    first = np.flatnonzero(np.diff(group, prepend=NONE))
    sums = summed(tally.facts, tally.worth, tally.verdicts.told[rows], first)
    gifts, beside = _gifts(tally, keys)
    alone = marked(beside, keys.count * codes) & ~marked(group, keys.count * codes)
    groups = np.append(group[first], np.flatnonzero(alone))
    groups = np.append(groups, _empty(tally, keys, aside, groups))
    sizes = np.zeros(len(groups), dtype=np.int64)
    sizes[: len(first)] = np.diff(first, append=len(rows))
    order = np.argsort(groups)
    number, currency = np.divmod(groups[order], max(codes, 1))
    places = np.searchsorted(beside, np.append(groups[order], keys.count * codes))
    return KeptRows(
        tally=tally,
        keys=keys,
        number=number,
        currency=currency,
        sums=sums.among(order),
        counted=Stretches(rows, np.append(0, np.cumsum(sizes[order]))),
        aside=aside,
        gifts=None if tally.beside is None else Stretches(gifts, places),
    )


def _gifts(tally: KeptTally, keys: KeysByRow) -> tuple[Ints, Ints]:
    """Gifts in kind that have an estimate by the group that they stand beside; the groups."""
    beside = tally.beside
    if beside is None:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    codes = tally.worth.currencies
    places = [codes.index(code) if code in codes else NONE for code in beside.worth.currencies]
    currency = np.array(places, dtype=np.int64)[beside.worth.currency[beside.rated]]
    group = keys.of[beside.rows[beside.rated]] * len(codes) + currency
    order = np.argsort(group, kind="stable")
    return beside.rated[order], group[order]


def _empty(tally: KeptTally, keys: KeysByRow, aside: Stretches, others: Ints) -> Ints:
    """Values of which nothing counts, with their own currency as printed, or the one asked for.

    ``others`` are the groups of what counts or is estimated: a gift that has a sum without a figure
    ("millions of dollars") and an estimate has its row among them, so its values are none of these.
    """
    rows, told = aside.rows, tally.verdicts.told[aside.rows]
    rows, told = (some[tally.facts.currency[told] != NONE] for some in (rows, told))
    codes = len(tally.worth.currencies)
    least = np.full(keys.count, codes, dtype=np.int64)
    np.minimum.at(least, keys.of[rows], tally.worth.currency[told])
    least[others // max(codes, 1)] = codes
    values = np.flatnonzero(least < codes)
    found: Ints = values * codes + least[values]
    return found
