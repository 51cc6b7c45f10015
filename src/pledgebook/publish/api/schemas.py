"""JSON Schema of payloads, from the very dataclasses that pages are made of."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from pledgebook.model.plain import SPARSE

Schema = dict[str, Any]

#: Types that JSON has, or that payloads write as words.
_PLAIN: dict[object, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    type(None): {"type": "null"},
    None: {"type": "null"},
    Decimal: {"type": "string", "description": "a decimal number, never rounded"},
    date: {"type": "string", "format": "date"},
    datetime: {"type": "string", "format": "date-time"},
}


class Schemas:
    """Schemas of dataclasses by name, each written once; ``of`` refers to them."""

    def __init__(self) -> None:
        """Nothing is described yet."""
        self.components: dict[str, Schema] = {}

    def of(self, kind: Any) -> Schema:
        """Describe a type as ``model.plain.to_json`` writes its values; {} where it can be any."""
        if kind in _PLAIN:
            return dict(_PLAIN[kind])
        if dataclasses.is_dataclass(kind) and isinstance(kind, type):
            return self._record(kind)
        origin, parts = get_origin(kind), get_args(kind)
        if origin is Literal:
            return {"enum": list(parts)}
        if origin in (Union, types.UnionType):
            return {"anyOf": [self.of(part) for part in parts]}
        if origin is tuple:
            return self._row(parts)
        if origin in (dict, Mapping):
            return {"type": "object", "additionalProperties": self.of(parts[1])}
        return {}

    def _row(self, parts: tuple[Any, ...]) -> Schema:
        if len(parts) == 2 and parts[1] is Ellipsis:  # noqa: PLR2004 - ``tuple[X, ...]``
            return {"type": "array", "items": self.of(parts[0])}
        every = [self.of(part) for part in parts]
        return {"type": "array", "prefixItems": every, "minItems": len(every), "items": False}

    def _record(self, kind: type) -> Schema:
        name = f"{kind.__module__.rpartition('.')[2]}.{kind.__name__}"
        if name not in self.components:
            self.components[name] = {}  # stands while its own fields are described
            hints = get_type_hints(kind)
            fields = [field.name for field in dataclasses.fields(kind)]
            self.components[name] = {
                "type": "object",
                "description": _first_line(kind),
                "properties": {field: self.of(hints[field]) for field in fields},
                "required": [field for field in fields if field not in SPARSE],
                "additionalProperties": False,
            }
        return {"$ref": f"#/components/schemas/{name}"}


def _first_line(kind: type) -> str:
    return (kind.__doc__ or "").strip().partition("\n")[0]
