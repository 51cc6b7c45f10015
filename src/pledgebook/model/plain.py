"""Model values as JSON types: decimals and dates become strings, tuples lists."""

from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal
from typing import Any

from pledgebook.model.spans import Evidence
from pledgebook.model.values import Quantity


def decimal_text(value: Decimal) -> str:
    """Write a decimal without exponent and without trailing zeros: ``1600000000``, ``2.5``."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


#: Most values by far: an archive writes hundreds of millions of them.
_UNCHANGED = frozenset({str, int, float, bool, type(None)})


_FIELD_NAMES: dict[type, tuple[str, ...]] = {}


def field_names(cls: type) -> tuple[str, ...]:
    """Names of a dataclass's fields, in order; looked up once for each class."""
    if cls not in _FIELD_NAMES:
        _FIELD_NAMES[cls] = tuple(field.name for field in dataclasses.fields(cls))
    return _FIELD_NAMES[cls]


def to_json(value: object) -> Any:
    """Turn a model value into JSON types: decimals and dates become strings, tuples lists."""
    if type(value) in _UNCHANGED:
        return value
    if isinstance(value, Evidence):
        return evidence_to_json(value)
    if isinstance(value, Quantity):
        return _quantity_to_json(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            name: to_json(getattr(value, name))
            for name in field_names(type(value))
            if not _left_out(value, name)
        }
    if isinstance(value, Decimal):
        return decimal_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [to_json(part) for part in value]
    return value


#: Fields that are printed only where they say something: role and affiliation belong to persons,
#: count to groups, reported conversions to the few amounts that have them, and only what a person
#: changed replaces a claim.
SPARSE = frozenset({"role", "affiliation", "count", "reported_as", "replaces"})


def _left_out(value: object, name: str) -> bool:
    return name in SPARSE and getattr(value, name) in (None, ())


def _quantity_to_json(value: Quantity) -> dict[str, Any]:
    return {
        "low": _number(value.low),
        "high": _number(value.high),
        "bound": value.bound,
        "unit": value.unit,
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def evidence_to_json(value: Evidence) -> dict[str, Any]:
    """Write evidence; ``in`` is left out where it is ``text``."""
    out: dict[str, Any] = {
        "field": value.field,
        "start": value.start,
        "end": value.end,
        "quote": value.quote,
    }
    if value.place != "text":
        out["in"] = value.place
    return out
