"""The values of a claim as typed cells, as far as the rights of its source allow."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from pledgebook.exchange.package.tables import Field, value_fields
from pledgebook.exchange.table_columns import cells_of
from pledgebook.model.claims import Claim
from pledgebook.model.plain import to_json
from pledgebook.model.values import Amount

Cell = str | int | float | bool | Decimal | date | None
Row = tuple[Cell, ...]

#: Digits of a decimal behind and before its point (``decimal128(38, 18)`` in Parquet).
SCALE, WHOLE = 18, 20
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def value_cells(claim: Claim, *, named_only: bool) -> Row:
    """Give the values of a claim, in the order of ``value_fields``."""
    words = cells_of(claim)
    return tuple(
        None
        if (field.words and named_only) or not words.get(field.path or "")
        else _typed(field, words[field.path or ""])
        for field in value_fields()
    )


def _typed(field: Field, words: str) -> Cell:
    if field.type == "decimal":
        figure = Decimal(words)
        return figure if fits(figure) else None
    if field.type == "date":
        return date.fromisoformat(words)
    if field.type == "boolean":
        return words == "yes"
    return int(words) if field.type == "integer" else words


def fits(figure: Decimal) -> bool:
    """Say whether the decimals of a release hold a figure without loss."""
    _, digits, exponent = figure.normalize().as_tuple()
    assert isinstance(exponent, int)
    return -exponent <= SCALE and len(digits) + exponent <= WHOLE


def not_carried(claim: Claim) -> tuple[str, ...]:
    """Columns of a claim's figures that the decimals of a release cannot hold."""
    amount = getattr(claim, "amount", None)
    if not isinstance(amount, Amount):
        return ()
    ends = {"amount_low": amount.low, "amount_high": amount.high}
    return tuple(name for name, end in ends.items() if end is not None and not fits(end))


def reported_as(claim: Claim) -> str | None:
    """Give the sums by which the text itself converts the claim's, as JSON."""
    amount = getattr(claim, "amount", None)
    if not isinstance(amount, Amount) or not amount.reported_as:
        return None
    return as_json(to_json(amount.reported_as))


def as_json(value: object) -> str:
    """Write a value as one line of JSON, keys in order."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def joined(names: Iterable[str]) -> str | None:
    """Write codes or ids into one cell; None for none."""
    return "; ".join(names) or None


def place(ref: str | None) -> str | None:
    """Give an address whole, and of a path the file's name only: folders tell of their owner."""
    if ref is None or _ADDRESS.match(ref):
        return ref
    return re.split(r"[\\/]", ref)[-1] or ref
