"""Totals: entries summed per donor, recipient, aid type …, as intervals, never twice.

Every entry is either counted in one row or left out with the name of the rule that did it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Protocol, get_args, runtime_checkable

from pledgebook.ledger.conversion import Conversion, converted
from pledgebook.ledger.counting import Counted, LeftOut, Measured, day_of, judged
from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.parts import without_doubles
from pledgebook.ledger.rates import DatedRates
from pledgebook.ledger.releases import Releases
from pledgebook.ledger.rules import CountingRules, counting_rules
from pledgebook.model.book import BookDefinition
from pledgebook.model.claims import Commitment
from pledgebook.model.datasets import ReleaseTerms
from pledgebook.model.entries import Entry
from pledgebook.model.plain import decimal_text
from pledgebook.model.values import Actor
from pledgebook.model.vocabulary import Kind

#: What totals can be broken down by.
DIMENSIONS = ("donor", "recipient", "aid_type", "instrument", "stage", "month")

#: Currency in which every sum stays as printed.
ORIGINAL = "original"


class BookView(Protocol):
    """The part of the read view that totals need."""

    def definition(self) -> BookDefinition | None:
        """The book's definition."""

    def entries(self, kind: Kind | None = None) -> tuple[Entry, ...]:
        """The book's entries."""


@runtime_checkable
class HoldsReleases(Protocol):
    """A view that knows the terms of the releases in the book."""

    def releases(self) -> tuple[ReleaseTerms, ...]:
        """Terms of the releases that were taken in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalsQuery:
    """What is asked for.

    Attributes:
        by: dimensions of the rows, in order (``DIMENSIONS``); none gives one grand total.
        measure: ``any`` counts each entry once at its furthest stage; the others count entries
            that a source tells at that stage.
        currency: ISO 4217 code to convert to, or ``original`` for rows per currency.
        rules: name of the counting rules; None for the book's own, else ``default``.
        rates: dated rates to convert by, whatever the rules say.
        usual_rates: dated rates for what neither ``rates`` nor a release's own rates convert.
    """

    by: tuple[str, ...] = ("donor",)
    measure: Measured = "any"
    currency: str = ORIGINAL
    rules: str | None = None
    rates: DatedRates | None = None
    usual_rates: DatedRates | None = None


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
    """

    keys: tuple[tuple[str, str | None], ...]
    low: Decimal
    high: Decimal | None
    currency: str
    entries: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    notes: tuple[Note, ...] = ()

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


def totals(view: BookView, query: TotalsQuery) -> Totals:
    """Sum the entries of a view; raises LedgerError for a question that cannot be asked."""
    rules = counting_rules(_rules_name(view, query))
    _check(query)
    entries = view.entries()
    releases = Releases(entries, _terms(view, rules))
    counted, left_out = _judged(entries, query, rules, releases)
    wholes = {entry.id: entry.part_of for entry in entries}
    if query.currency != ORIGINAL:
        counted, without_rate = converted(counted, _conversion(query, rules, releases))
        left_out += without_rate
    counted, doubled = without_doubles(counted, wholes, by_donor="donor" in query.by)
    left_out = [*left_out, *doubled]
    rules = replace(rules, fold_donors={**releases.folds, **rules.fold_donors})
    rows = _rows(counted, left_out, {entry.id: entry for entry in entries}, query, rules)
    return Totals(rows=rows, left_out=tuple(left_out), rules=rules)


def _terms(view: BookView, rules: CountingRules) -> tuple[ReleaseTerms, ...]:
    """The terms of releases that the book holds, where the rules apply them."""
    if not rules.own_release or not isinstance(view, HoldsReleases):
        return ()
    return view.releases()


def _conversion(query: TotalsQuery, rules: CountingRules, releases: Releases) -> Conversion:
    """Rates that were asked for go before a release's own, those before the usual ones."""
    own = releases if rules.own_release and query.rates is None else None
    rates = query.usual_rates if query.rates is None else query.rates
    return Conversion(target=query.currency, rates=rates, releases=own)


def _rules_name(view: BookView, query: TotalsQuery) -> str:
    if query.rules is not None:
        return query.rules
    definition = view.definition()
    return "default" if definition is None else definition.rules


def _check(query: TotalsQuery) -> None:
    strange = [name for name in query.by if name not in DIMENSIONS]
    if strange:
        raise LedgerError(f"totals by {', '.join(strange)}? choose from {', '.join(DIMENSIONS)}")
    if query.measure not in get_args(Measured):
        choices = ", ".join(get_args(Measured))
        raise LedgerError(f"there is no measure {query.measure!r}; choose from {choices}")
    if query.currency != ORIGINAL and not re.fullmatch("[A-Z]{3}", query.currency):
        raise LedgerError(f"currency {query.currency!r} is neither a code as EUR nor 'original'")


def _judged(
    entries: Iterable[Entry], query: TotalsQuery, rules: CountingRules, releases: Releases
) -> tuple[dict[str, Counted], list[LeftOut]]:
    counted: dict[str, Counted] = {}
    left_out: list[LeftOut] = []
    for entry in entries:
        found = judged(entry, query.measure, rules, releases)
        if isinstance(found, Counted):
            counted[entry.id] = found
        else:
            left_out.append(found)
    return counted, left_out


_Keys = tuple[str | None, ...]


def _rows(
    counted: Mapping[str, Counted],
    left_out: Iterable[LeftOut],
    entries: Mapping[str, Entry],
    query: TotalsQuery,
    rules: CountingRules,
) -> tuple[TotalsRow, ...]:
    groups: dict[tuple[_Keys, str], list[Counted]] = {}
    for one in counted.values():
        keys = _keys(one.claim, one.stage, one.day, query, rules)
        groups.setdefault((keys, one.currency), []).append(one)
    aside: dict[_Keys, list[LeftOut]] = {}
    for out in left_out:
        lead = entries[out.entry].lead
        if isinstance(lead, Commitment):
            keys = _keys(lead, lead.stage, day_of(entries[out.entry], lead), query, rules)
            aside.setdefault(keys, []).append(out)
            _empty_row(groups, keys, lead, query)
    rows = [_row(keys, cur, group, aside, query) for (keys, cur), group in groups.items()]
    return tuple(sorted(rows, key=_place))


def _empty_row(
    groups: dict[tuple[_Keys, str], list[Counted]],
    keys: _Keys,
    lead: Commitment,
    query: TotalsQuery,
) -> None:
    """Money that is left out keeps its row, so that "not counted" never looks like "none"."""
    if lead.amount is None or lead.amount.currency is None:
        return
    if not any(known == keys for known, _ in groups):
        currency = lead.amount.currency if query.currency == ORIGINAL else query.currency
        groups[keys, currency] = []


def _keys(
    claim: Commitment, stage: str, day: date | None, query: TotalsQuery, rules: CountingRules
) -> _Keys:
    values = {
        "donor": _joint(claim.donors, rules.fold_donors),
        "recipient": _joint(claim.recipients, {}),
        "aid_type": claim.aid_type,
        "instrument": claim.instrument,
        "stage": stage,
        "month": None if day is None else f"{day:%Y-%m}",
    }
    return tuple(values[name] for name in query.by)


def _joint(actors: Iterable[Actor], folds: Mapping[str, str]) -> str | None:
    """Several donors of one sum are one key, ``GBR+NOR``: never split, never counted twice."""
    names = {actor.name if actor.id is None else folds.get(actor.id, actor.id) for actor in actors}
    return "+".join(sorted(names)) or None


def _row(
    keys: _Keys,
    currency: str,
    group: list[Counted],
    aside: Mapping[_Keys, list[LeftOut]],
    query: TotalsQuery,
) -> TotalsRow:
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
    )


def _place(row: TotalsRow) -> tuple[tuple[str, ...], str]:
    return tuple(value or "~" for _, value in row.keys), row.currency
