"""The rows of a total, and what can be counted of them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple, Protocol, TypeGuard, cast

import orjson

from pledgebook.ledger.conversion import CONVERTED
from pledgebook.ledger.counting import LeftOut
from pledgebook.ledger.estimates import Estimate
from pledgebook.ledger.exact import added, added_or_open
from pledgebook.ledger.rules import CountingRules
from pledgebook.model.plain import decimal_text


class Note(NamedTuple):
    """Something to know about a counted entry: the rate taken, one year of an open-ended sum."""

    entry: str
    note: str


class WritesItself(Protocol):
    """Rows that write themselves, faster than one by one."""

    def json_text(self) -> Iterable[str]:
        """Write the rows as ``Totals.json_text`` does; raises TypeError for lone surrogates."""

    def csv_text(self, field: Callable[[object], str]) -> Iterable[str]:
        """Write the rows as ``Totals.csv_text`` does."""


@cache
def _has(kind: Hashable, method: str) -> bool:
    """Say whether lists of a type have a method; there are few types, and many lists."""
    return hasattr(kind, method)


def _type(given: object) -> Hashable:
    return cast("Hashable", type(given))


def _writes_itself(given: object) -> TypeGuard[WritesItself]:
    return _has(_type(given), "csv_text")


def printed(found: object) -> str:
    """Write JSON as it is printed, with the fast writer where it can: answers name every entry."""
    try:
        return _printed(found)
    except TypeError:  # lone surrogates
        return json.dumps(found, ensure_ascii=False, indent=2)


def _printed(found: object) -> str:
    return orjson.dumps(found, option=orjson.OPT_INDENT_2).decode()


#: A sum; its upper end None where it is open.
Interval = tuple[Decimal, Decimal | None]


class AddsUp(Protocol):
    """Estimates that can be added up without being made."""

    def interval(self) -> Interval:
        """Add them up."""


def _adds_up(given: object) -> TypeGuard[AddsUp]:
    return _has(_type(given), "interval")


def _added_up(estimates: Sequence[Estimate]) -> Interval:
    if _adds_up(estimates):
        return estimates.interval()
    return added(one.low for one in estimates), added_or_open(one.high for one in estimates)


def _text(figure: Decimal | None) -> str | None:
    return None if figure is None else decimal_text(figure)


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
    entries: Sequence[str]
    left_out: Sequence[LeftOut]
    notes: Sequence[Note] = ()
    estimates: Sequence[Estimate] | None = None

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

    def cells(self) -> list[object]:
        """Values of the row's line in CSV."""
        by = "; ".join(f"{n} {rule}" for rule, n in sorted(count_rules(self.left_out).items()))
        high = None if self.high is None else decimal_text(self.high)
        sum_ = (decimal_text(self.low), high, self.currency)
        counts = (len(self.entries), len(self.left_out), by)
        return [*(value for _, value in self.keys), *sum_, *counts, *self._estimated()]

    def estimated(self) -> Interval | None:
        """Add up the estimates; None where no prices were given."""
        return None if self.estimates is None else _added_up(self.estimates)

    def _estimated(self) -> list[object]:
        found = self.estimated()
        return [] if found is None else [_text(end) for end in found]

    def _estimates_json(self) -> dict[str, Any]:
        found = self.estimated()
        if found is None or self.estimates is None:
            return {}
        return {
            "estimated_low": _text(found[0]),
            "estimated_high": _text(found[1]),
            "estimates": [one.to_json() for one in self.estimates],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """The rows, everything left out (also what belongs to no row), and the rules applied."""

    rows: Sequence[TotalsRow]
    left_out: Sequence[LeftOut]
    rules: CountingRules

    def to_json(self) -> list[dict[str, Any]]:
        """Write the rows."""
        return [row.to_json() for row in self.rows]

    def json_text(self) -> Iterable[str]:
        """Write the rows as they are printed: JSON with two blanks for each step inward.

        The text comes in stretches, since it may be long.
        """
        if _writes_itself(self.rows):
            with suppress(TypeError):  # lone surrogates
                return self.rows.json_text()
        return (printed(self.to_json()),)

    def csv_text(self, field: Callable[[object], str]) -> Iterable[str]:
        """Write the rows as lines of CSV, each value by ``field``, in stretches of the text.

        Keys, interval, currency, how many count and are left out, and by which rules, how many.
        """
        if _writes_itself(self.rows):
            return self.rows.csv_text(field)
        return (f"{','.join(map(field, row.cells()))}\n" for row in self.rows)


class CountsRules(Protocol):
    """Entries left out that can be counted without being made."""

    def by_rule(self) -> Counter[str]:
        """How many each rule leaves out."""

    def by_reason(self, rule: str) -> Counter[str]:
        """How many a rule leaves out for each reason."""


class CountsRates(Protocol):
    """Notes whose rates can be counted without their being made."""

    def by_rate(self, others: Iterable[Any]) -> Counter[str]:
        """How many sums of these and others are converted at each rate, in words."""


def _counts_rules(given: object) -> TypeGuard[CountsRules]:
    return _has(_type(given), "by_rule")


def _counts_rates(given: object) -> TypeGuard[CountsRates]:
    return _has(_type(given), "by_rate")


def count_rules(left_out: Sequence[LeftOut]) -> Counter[str]:
    """Count how many each rule leaves out."""
    if _counts_rules(left_out):
        return left_out.by_rule()
    return Counter(one.rule for one in left_out)


def count_reasons(left_out: Sequence[LeftOut], rule: str) -> Counter[str]:
    """Count how many a rule leaves out for each reason."""
    if _counts_rules(left_out):
        return left_out.by_reason(rule)
    return Counter(one.reason for one in left_out if one.rule == rule)


def count_rates(rows: Iterable[TotalsRow]) -> Counter[str]:
    """Count how many sums of some rows are converted at each rate, in words."""
    every = [row.notes for row in rows if row.entries]
    if every and _counts_rates(every[0]):
        return every[0].by_rate(every[1:])
    return Counter(one.note for some in every for one in some if one.note.startswith(CONVERTED))


def _left_out_json(one: LeftOut) -> dict[str, str]:
    return {"entry": one.entry, "rule": one.rule, "reason": one.reason}


def place(row: TotalsRow) -> tuple[tuple[tuple[str, bool], ...], str]:
    """Rows stand by their keys; what no source names comes last."""
    return tuple(place_of(value) for _, value in row.keys), row.currency


def place_of(value: str | None) -> tuple[str, bool]:
    """Sort key of a value of a dimension."""
    return value or "~", value is None
