"""Claims from JSON, fast: a decoder for each type, made once; it says only that something is wrong.

Archives hold millions of claims that were checked when they came in. What this refuses,
``model.codec`` reads again slowly, field by field, to say which field does not fit and why.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from pledgebook.model.spans import Evidence

Decoder = Callable[[Any], Any]


class Refused(Exception):  # noqa: N818 - it is no error yet: the slow reading tells
    """Something in the data is not of its type."""


def decoder(hint: Any) -> Decoder:
    """Give what reads a value of a type; it raises for anything that is not one."""
    return _decoder(hint)


@cache
def _decoder(hint: Any) -> Decoder:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return decoder(next(a for a in args if a is not type(None)))
    if origin is typing.Literal:
        return _one_of(frozenset(args))
    if origin is tuple:
        return _listed(decoder(args[0]))
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _object(hint)
    return _SIMPLE.get(hint) or _instance(hint)


def _one_of(allowed: frozenset[Any]) -> Decoder:
    def read(data: Any) -> Any:
        if data not in allowed:
            raise Refused
        return data

    return read


def _listed(part: Decoder) -> Decoder:
    def read(data: Any) -> Any:
        if type(data) is not list:
            raise Refused
        return tuple([part(one) for one in data])

    return read


def _instance(hint: type) -> Decoder:
    def read(data: Any) -> Any:
        if not isinstance(data, hint) or (hint is int and isinstance(data, bool)):
            raise Refused
        return data

    return read


def _decimal(data: Any) -> Decimal:
    if isinstance(data, bool):
        raise Refused
    value = Decimal(data if type(data) is str else str(data))
    if not value.is_finite():
        raise Refused
    return value


def _float(data: Any) -> float:
    if isinstance(data, bool) or not isinstance(data, int | float):
        raise Refused
    return float(data)


_SIMPLE: dict[Any, Decoder] = {Decimal: _decimal, date: date.fromisoformat, float: _float}


def _object(cls: type) -> Decoder:
    """Give what reads an object: its fields, their keys, and what an absent one means."""
    names = {"place": "in"} if cls is Evidence else {}
    plan: list[tuple[str, str, Decoder]] = []
    absent: dict[str, None] = {}
    needed: set[str] = set()
    hints = typing.get_type_hints(cls)
    fields = [field.name for field in dataclasses.fields(cls)]
    for field in dataclasses.fields(cls):
        hint = hints[field.name]
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            if type(None) in typing.get_args(hint):
                absent[field.name] = None
            else:
                needed.add(field.name)

    def read(data: Any) -> Any:
        if type(data) is not dict:
            raise Refused
        if not plan:  # not before: an amount may hold amounts
            plan[:] = [(name, names.get(name, name), decoder(hints[name])) for name in fields]
        out: dict[str, Any] = dict(absent)
        for name, key, part in plan:
            value = data.get(key)
            if value is not None:
                out[name] = part(value)
            elif name in needed:
                raise Refused
        return cls(**out)

    return read
