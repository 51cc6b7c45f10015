"""Totals: entries summed per donor, recipient, aid type …, as intervals, never twice.

Every entry is either counted in one row or left out with the name of the rule that did it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pledgebook.ledger.counting import Counted, LeftOut, day_of
from pledgebook.ledger.estimates import Estimate
from pledgebook.ledger.rules import CountingRules
from pledgebook.ledger.tally import Keys, Tally, keys_of, tally
from pledgebook.ledger.totals_query import DIMENSIONS, ORIGINAL, BookView, TotalsQuery
from pledgebook.model.claims import Commitment
from pledgebook.model.plain import decimal_text

__all__ = ["DIMENSIONS", "ORIGINAL", "Note", "Totals", "TotalsQuery", "TotalsRow", "totals"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something to know about a counted entry: the rate taken, one year of an open-ended sum."""

    entry: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalsRow:
    """One total.

    Attributes:
        keys: values of the dimensions asked for, None where no source names one.
        low, high: the sum as an interval; high None where it is open upwards. Both 0 where all
            entries of the row are left out.
        currency: ISO 4217 code.
        entries: ids of the entries counted.
        left_out: entries with the same keys that are not counted, and why.
        notes: what to know about entries counted.
        estimates: what gifts in kind without a sum may be worth, beside the sum, never in it;
            None where no prices were given.
    """

    keys: tuple[tuple[str, str | None], ...]
    low: Decimal
    high: Decimal | None
    currency: str
    entries: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    notes: tuple[Note, ...] = ()
    estimates: tuple[Estimate, ...] | None = None

    def to_json(self) -> dict[str, Any]:
        """Write the row with its keys flat."""
        return {
            **dict(self.keys),
            "low": decimal_text(self.low),
            "high": None if self.high is None else decimal_text(self.high),
            "currency": self.currency,
            "entries": list(self.entries),
            "left_out": [_left_out_json(one) for one in self.left_out],
            "notes": [{"entry": one.entry, "note": one.note} for one in self.notes],
            **self._estimates_json(),
        }

    def _estimates_json(self) -> dict[str, Any]:
        if self.estimates is None:
            return {}
        highs = [one.high for one in self.estimates]
        return {
            "estimated_low": decimal_text(sum((e.low for e in self.estimates), Decimal(0))),
            "estimated_high": _sum_text(highs),
            "estimates": [one.to_json() for one in self.estimates],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """The rows, everything left out (also what belongs to no row), and the rules applied."""

    rows: tuple[TotalsRow, ...]
    left_out: tuple[LeftOut, ...]
    rules: CountingRules

    def to_json(self) -> list[dict[str, Any]]:
        """Write the rows."""
        return [row.to_json() for row in self.rows]


def _left_out_json(one: LeftOut) -> dict[str, str]:
    return {"entry": one.entry, "rule": one.rule, "reason": one.reason}


def _sum_text(highs: list[Decimal | None]) -> str | None:
    known = [high for high in highs if high is not None]
    return decimal_text(sum(known, Decimal(0))) if len(known) == len(highs) else None


def totals(view: BookView, query: TotalsQuery) -> Totals:
    """Sum the entries of a view; raises LedgerError for a question that cannot be asked."""
    found = tally(view, query)
    return Totals(rows=rows(found, query), left_out=found.left_out, rules=found.rules)


def rows(found: Tally, query: TotalsQuery) -> tuple[TotalsRow, ...]:
    """Sum what was judged by the dimensions of a query; ``found`` must be its tally."""
    folds = found.rules.fold_donors
    groups: dict[tuple[Keys, str], list[Counted]] = {}
    for one in found.counted.values():
        keys = keys_of(one.claim, one.stage, one.day, query.by, folds)
        groups.setdefault((keys, one.currency), []).append(one)
    seen = {keys for keys, _ in groups}
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
            beside.setdefault((keys, estimate.currency), []).append(estimate)
            groups.setdefault((keys, estimate.currency), [])
            seen.add(keys)
        elif (currency := _own_row(lead, query)) is not None and keys not in seen:
            groups[keys, currency] = []
            seen.add(keys)
    every = [
        _row(key, group, aside, None if query.prices is None else beside.get(key, ()), query)
        for key, group in groups.items()
    ]
    return tuple(sorted(every, key=_place))


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
    highs = [one.high for one in group]
    ordered = sorted(group, key=lambda one: one.entry.id)
    return TotalsRow(
        keys=tuple(zip(query.by, keys, strict=True)),
        low=sum((one.low for one in group), Decimal(0)),
        high=None if None in highs else sum((h for h in highs if h is not None), Decimal(0)),
        currency=currency,
        entries=tuple(one.entry.id for one in ordered),
        left_out=tuple(sorted(aside.get(keys, ()), key=lambda out: (out.rule, out.entry))),
        notes=tuple(Note(entry=o.entry.id, note=note) for o in ordered for note in o.notes),
        estimates=None if estimates is None else tuple(sorted(estimates, key=lambda e: e.entry)),
    )


def _place(row: TotalsRow) -> tuple[tuple[str, ...], str]:
    return tuple(value or "~" for _, value in row.keys), row.currency
