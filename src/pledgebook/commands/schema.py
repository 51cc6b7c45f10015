"""``schema``: the record contract as JSON Schema, made from the package's own types."""

from __future__ import annotations

import dataclasses
import types
import typing
from datetime import date
from decimal import Decimal
from typing import Any

from pledgebook.model.claims import CONTRACT_VERSION, KINDS, Claim
from pledgebook.model.plain import SPARSE
from pledgebook.model.spans import Evidence
from pledgebook.model.values import Quantity

_DECIMAL = {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"}


def schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of one claim."""
    definitions: dict[str, Any] = {}
    kinds = [_claim(kind, cls, definitions) for kind, cls in KINDS.items()]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Pledgebook claim",
        "oneOf": kinds,
        "$defs": definitions,
    }


def _claim(kind: str, cls: type[Claim], definitions: dict[str, Any]) -> dict[str, Any]:
    body = _object(cls, definitions)
    head = {
        "v": {"const": CONTRACT_VERSION},
        "kind": {"const": kind},
        "id": {"type": "string", "pattern": rf"^{kind}:[0-9a-f]{{64}}$"},
    }
    body["title"] = kind
    body["properties"] = {**head, **body["properties"]}
    body["required"] = [*head, *body["required"]]
    return body


def _object(cls: type, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = typing.get_type_hints(cls)
    names = {"place": "in"} if cls is Evidence else {}
    properties, required = {}, []
    for field in dataclasses.fields(cls):
        name = names.get(field.name, field.name)
        properties[name] = _type(hints[field.name], definitions)
        if field.name not in SPARSE and name != "in":
            required.append(name)
    if cls is Quantity:
        properties["low"] = properties["high"] = {"type": ["number", "null"]}
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _type(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        inner = next(a for a in args if a is not type(None))
        return {"anyOf": [_type(inner, definitions), {"type": "null"}]}
    if origin is typing.Literal:
        return {"enum": list(args)}
    if origin is tuple:
        return {"type": "array", "items": _type(args[0], definitions)}
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _reference(hint, definitions)
    plain: dict[Any, dict[str, Any]] = {
        Decimal: _DECIMAL,
        date: {"type": "string", "format": "date"},
        bool: {"type": "boolean"},
        int: {"type": "integer"},
        float: {"type": "number"},
        str: {"type": "string", "minLength": 1},
    }
    return dict(plain[hint])


def _reference(cls: type, definitions: dict[str, Any]) -> dict[str, Any]:
    name = cls.__name__.lower()
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = _object(cls, definitions)
    return {"$ref": f"#/$defs/{name}"}
