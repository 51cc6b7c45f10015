"""The rows of a total, and what can be counted of them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
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
    """A list of a row that writes itself as JSON, at the depth at which it stands in the rows."""

    def text(self) -> str:
        """The list as JSON."""


@cache
def _has(kind: Hashable, method: str) -> bool:
    """Say whether lists of a type have a method; there are few types, and many lists."""
    return hasattr(kind, method)


def _type(given: object) -> Hashable:
    return cast("Hashable", type(given))


def _writes_itself(given: object) -> TypeGuard[WritesItself]:
    return _has(_type(given), "text")


def printed(found: object) -> str:
    """Write JSON as it is printed, with the fast writer where it can: answers name every entry."""
    try:
        return _printed(found)
    except TypeError:  # lone surrogates
        return json.dumps(found, ensure_ascii=False, indent=2)


def _printed(found: object) -> str:
    return orjson.dumps(found, option=orjson.OPT_INDENT_2).decode()


def _text(given: Sequence[Any]) -> object:
    return orjson.Fragment(given.text()) if _writes_itself(given) else list(given)


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

    def with_texts(self) -> dict[str, Any]:
        """Write the row for ``orjson``, with the lists that write themselves faster as texts."""
        if not _writes_itself(self.left_out):
            return self.to_json()
        return {
            **dict(self.keys),
            "low": decimal_text(self.low),
            "high": None if self.high is None else decimal_text(self.high),
            "currency": self.currency,
            **{name: _text(getattr(self, name)) for name in ("entries", "left_out", "notes")},
            **self._estimates_json(),
        }

    def _estimates_json(self) -> dict[str, Any]:
        if self.estimates is None:
            return {}
        high = added_or_open(one.high for one in self.estimates)
        return {
            "estimated_low": decimal_text(added(one.low for one in self.estimates)),
            "estimated_high": None if high is None else decimal_text(high),
            "estimates": [one.to_json() for one in self.estimates],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """The rows, everything left out (also what belongs to no row), and the rules applied."""

    rows: tuple[TotalsRow, ...]
    left_out: Sequence[LeftOut]
    rules: CountingRules

    def to_json(self) -> list[dict[str, Any]]:
        """Write the rows."""
        return [row.to_json() for row in self.rows]

    def json_text(self) -> str:
        """Write the rows as they are printed: JSON with two blanks for each step inward."""
        try:
            return _printed([row.with_texts() for row in self.rows])
        except TypeError:  # lone surrogates
            return printed(self.to_json())


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
    return tuple((value or "~", value is None) for _, value in row.keys), row.currency
