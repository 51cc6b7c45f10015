"""Model values as JSON types: decimals and dates become strings, tuples lists."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from operator import attrgetter
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
    names = _FIELD_NAMES.get(cls)
    if names is None:
        names = _FIELD_NAMES[cls] = tuple(field.name for field in dataclasses.fields(cls))
    return names


def to_json(value: object) -> Any:
    """Turn a model value into JSON types: decimals and dates become strings, tuples lists."""
    kind = type(value)
    if kind in _UNCHANGED:
        return value
    if kind is tuple:
        return _parts_to_json(value)  # type: ignore[arg-type]
    write = _WRITERS.get(kind)
    if write is None:
        write = _WRITERS[kind] = _writer(kind)
    return write(value)


#: Fields that are printed only where they say something: role and affiliation belong to persons,
#: count to groups, reported conversions to the few amounts that have them, only what a person
#: changed replaces a claim, and only rows of a data set are its records.
SPARSE = frozenset({"role", "affiliation", "count", "reported_as", "replaces", "record"})


#: How each class met so far is written: looked up once, since an archive writes millions of values.
_WRITERS: dict[type, Callable[[Any], Any]] = {}


def _writer(kind: type) -> Callable[[Any], Any]:
    if issubclass(kind, Evidence):
        return evidence_to_json
    if issubclass(kind, Quantity):
        return _quantity_to_json
    if dataclasses.is_dataclass(kind):
        return _record_to_json
    if issubclass(kind, Decimal):
        return decimal_text
    if issubclass(kind, date):
        return _day_to_json
    if issubclass(kind, tuple):
        return _parts_to_json
    return _as_it_is


_Shape = tuple[tuple[str, ...], Callable[[object], tuple[object, ...]]]
_SHAPES: dict[type, _Shape] = {}


def _shape(cls: type) -> _Shape:
    """Names of a record's fields, and what reads them all at once; made once for each class."""
    shape = _SHAPES.get(cls)
    if shape is None:
        names = field_names(cls)
        # Of a single name the getter would give the value alone.
        parts = attrgetter(*names) if len(names) > 1 else _one_by_one(names)
        shape = _SHAPES[cls] = (names, parts)
    return shape


def _one_by_one(names: tuple[str, ...]) -> Callable[[object], tuple[object, ...]]:
    return lambda value: tuple(getattr(value, name) for name in names)


def _record_to_json(value: object) -> dict[str, Any]:
    out: dict[str, Any] = {}
    names, parts = _shape(type(value))
    for name, part in zip(names, parts(value), strict=True):
        if type(part) not in _UNCHANGED:
            if part != () or name not in SPARSE:
                out[name] = to_json(part)
        elif part is not None or name not in SPARSE:
            out[name] = part
    return out


def _day_to_json(value: date) -> str:
    return value.isoformat()


def _parts_to_json(value: tuple[object, ...]) -> list[Any]:
    return [to_json(part) for part in value] if value else []


def _as_it_is(value: object) -> object:
    return value


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
