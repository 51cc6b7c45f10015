"""Totals: entries summed per donor, recipient, aid type …, as intervals, never twice.

Every entry is either counted in one row or left out with the name of the rule that did it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pledgebook.ledger.counting import Counted, LeftOut, day_of
from pledgebook.ledger.estimates import Estimate
from pledgebook.ledger.exact import added, added_or_open
from pledgebook.ledger.tally import Keys, Tally, keys_of, tally, tally_of_facts
from pledgebook.ledger.totals_query import DIMENSIONS, ORIGINAL, BookView, TotalsQuery
from pledgebook.ledger.totals_rows import Note, Totals, TotalsRow, place
from pledgebook.model.claims import Commitment

__all__ = ["DIMENSIONS", "ORIGINAL", "Note", "Totals", "TotalsQuery", "TotalsRow", "totals"]


def totals(view: BookView, query: TotalsQuery) -> Totals:
    """Sum the entries of a view; raises LedgerError for a question that cannot be asked."""
    kept = tally_of_facts(view, query)
    if kept is not None:
        from pledgebook.ledger.kept.summing import kept_totals  # noqa: PLC0415 - numpy

        return kept_totals(kept, query)
    found = tally(view, query)
    return Totals(rows=rows(found, query), left_out=found.left_out, rules=found.rules)


def rows(found: Tally, query: TotalsQuery) -> tuple[TotalsRow, ...]:
    """Sum what was judged by the dimensions of a query; ``found`` must be its tally."""
    folds = found.rules.fold_donors
    groups: dict[tuple[Keys, str], list[Counted]] = {}
    for one in found.counted.values():
        keys = keys_of(one.named, one.stage, one.day, query.by, folds)
        groups.setdefault((keys, one.currency), []).append(one)
    own: dict[Keys, set[str]] = {}
    aside: dict[Keys, list[LeftOut]] = {}
    beside: dict[tuple[Keys, str], list[Estimate]] = {}
    for out in found.left_out:
        entry = found.entries[out.entry]
        lead = entry.lead
        if not isinstance(lead, Commitment):
            continue
        keys = keys_of(lead, lead.stage, day_of(entry, lead), query.by, folds)
        aside.setdefault(keys, []).append(out)
        estimate = found.estimates.get(out.entry)
        if estimate is not None:
            key = keys, estimate.counted.currency
            beside.setdefault(key, []).append(estimate.estimate)
            groups.setdefault(key, [])
        elif (currency := _own_row(lead, query)) is not None:
            own.setdefault(keys, set()).add(currency)
    seen = {keys for keys, _ in groups}
    groups.update({(keys, min(some)): [] for keys, some in own.items() if keys not in seen})
    every = [
        _row(key, group, aside, None if query.prices is None else beside.get(key, ()), query)
        for key, group in groups.items()
    ]
    return tuple(sorted(every, key=place))


def _own_row(lead: Commitment, query: TotalsQuery) -> str | None:
    """Money that is left out keeps its row, so that "not counted" never looks like "none"."""
    if lead.amount is None or lead.amount.currency is None:
        return None
    return lead.amount.currency if query.currency == ORIGINAL else query.currency


def _row(
    key: tuple[Keys, str],
    group: list[Counted],
    aside: Mapping[Keys, list[LeftOut]],
    estimates: Sequence[Estimate] | None,
    query: TotalsQuery,
) -> TotalsRow:
    keys, currency = key
    ordered = sorted(group, key=lambda one: one.entry.id)
    return TotalsRow(
        keys=tuple(zip(query.by, keys, strict=True)),
        low=added(one.low for one in group),
        high=added_or_open(one.high for one in group),
        currency=currency,
        entries=tuple(one.entry.id for one in ordered),
        left_out=tuple(sorted(aside.get(keys, ()), key=lambda out: (out.rule, out.entry))),
        notes=tuple(Note(entry=o.entry.id, note=note) for o in ordered for note in o.notes),
        estimates=None if estimates is None else tuple(sorted(estimates, key=lambda e: e.entry)),
    )
