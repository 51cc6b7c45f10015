"""Claims as JSON objects and back, driven by the types themselves."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

from pledgebook.model.claims import CONTRACT_VERSION, KINDS, Claim
from pledgebook.model.decoding import decoder
from pledgebook.model.plain import evidence_to_json, to_json
from pledgebook.model.spans import Evidence


class RecordError(ValueError):
    """A JSON object is not a record of the contract; the message names the field."""


def claim_to_json(claim: Claim) -> dict[str, Any]:
    """Write a claim as one object of the contract."""
    return {
        "v": CONTRACT_VERSION,
        "kind": claim.kind,
        "id": claim.id,
        "source": to_json(claim.source),
        **claim.values(),
        "evidence": [evidence_to_json(e) for e in claim.evidence],
        "sentence": {"start": claim.sentence.start, "end": claim.sentence.end},
        "reader": claim.reader,
        "confidence": claim.confidence,
        "problems": list(claim.problems),
        **({} if claim.replaces is None else {"replaces": claim.replaces}),
    }


def claim_from_json(data: Mapping[str, Any]) -> Claim:
    """Read a whole claim; raises RecordError naming the field that does not fit.

    The id is computed, never trusted: a given id that differs raises RecordError.
    """
    kind = data.get("kind")
    if kind not in KINDS:
        message = f"kind: {kind!r} is none of {', '.join(KINDS)}"
        raise RecordError(message)
    if data.get("v", CONTRACT_VERSION) != CONTRACT_VERSION:
        message = f"v: version {data.get('v')!r} is not {CONTRACT_VERSION}"
        raise RecordError(message)
    claim = _read(KINDS[kind], data)
    if data.get("id") not in (None, claim.id):
        message = f"id: {data.get('id')} is not the id of these values ({claim.id})"
        raise RecordError(message)
    return claim


def _read(cls: type[Claim], data: Mapping[str, Any]) -> Claim:
    """Read the fields fast; what does not fit is read again, to say which field and why."""
    try:
        claim: Claim = decoder(cls)(data)
    except Exception:  # noqa: BLE001 - whatever it is, the slow reading tells it in words
        claim = _object(cls, {k: v for k, v in data.items() if k not in ("v", "kind", "id")}, "")
    return claim


@cache
def _hints(cls: type) -> dict[str, Any]:
    return typing.get_type_hints(cls)


def _object(cls: type, data: object, path: str) -> Any:
    if not isinstance(data, Mapping):
        message = f"{path or 'record'}: an object is needed, not {type(data).__name__}"
        raise RecordError(message)
    names = {"place": "in"} if cls is Evidence else {}
    hints, out = _hints(cls), {}
    for field in dataclasses.fields(cls):
        key = names.get(field.name, field.name)
        where = f"{path}.{key}" if path else key
        if data.get(key) is not None:
            out[field.name] = _value(hints[field.name], data[key], where)
        elif _needed(field) and not _optional(hints[field.name]):
            message = f"{where}: is missing"
            raise RecordError(message)
        elif _needed(field):
            out[field.name] = None
    try:
        return cls(**out)
    except ValueError as error:
        message = f"{path or 'record'}: {error}"
        raise RecordError(message) from error


def _needed(field: dataclasses.Field[Any]) -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def _optional(hint: Any) -> bool:
    return type(None) in typing.get_args(hint)


def _value(hint: Any, data: Any, path: str) -> Any:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return _value(next(a for a in args if a is not type(None)), data, path)
    if origin is typing.Literal:
        return _one_of(args, data, path)
    if origin is tuple:
        return _list(args[0], data, path)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _object(hint, data, path)
    if hint is Decimal:
        return _decimal(data, path)
    if hint is date:
        return _date(data, path)
    if hint is float and isinstance(data, int) and not isinstance(data, bool):
        return float(data)
    if not isinstance(data, hint) or (hint is int and isinstance(data, bool)):
        message = f"{path}: {data!r} is not of type {hint.__name__}"
        raise RecordError(message)
    return data


def _one_of(allowed: tuple[Any, ...], data: Any, path: str) -> Any:
    if data not in allowed:
        message = f"{path}: {data!r} is none of {', '.join(map(str, allowed))}"
        raise RecordError(message)
    return data


def _list(hint: Any, data: Any, path: str) -> tuple[Any, ...]:
    if not isinstance(data, list):
        message = f"{path}: a list is needed, not {type(data).__name__}"
        raise RecordError(message)
    return tuple(_value(hint, part, f"{path}.{n}") for n, part in enumerate(data))


def _decimal(data: Any, path: str) -> Decimal:
    try:
        if isinstance(data, bool):
            raise InvalidOperation
        value = Decimal(str(data))
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite():
        message = f"{path}: {data!r} is not a number"
        raise RecordError(message)
    return value


def _date(data: Any, path: str) -> date:
    try:
        return date.fromisoformat(data)
    except (TypeError, ValueError) as error:
        message = f"{path}: {data!r} is not a date as YYYY-MM-DD"
        raise RecordError(message) from error
