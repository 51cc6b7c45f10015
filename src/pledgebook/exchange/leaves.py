"""What a table can feed: every value of each kind of claim, by its dotted path.

A list has no index in a path: ``donors.name`` is the name of every donor. ``amount.figure`` and
``items.quantity.figure`` stand for both ends of a sum or count that is printed as one figure.
"""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Literal

from pledgebook.model.claims import ENVELOPE, KINDS
from pledgebook.model.values import (
    Actor,
    Amount,
    Condition,
    Event,
    FundingSource,
    Item,
    Period,
    Quantity,
)

LeafType = Literal["words", "actor", "id", "code", "currency", "figure", "whole", "day", "truth"]
#: The part of a value that its own name stands for in a map: ``donors`` is ``donors.name``.
MAIN: dict[type, str] = {
    Actor: "name",
    Amount: "figure",
    Condition: "text",
    Event: "name",
    FundingSource: "words",
    Item: "name",
    Period: "text",
    Quantity: "figure",
}
#: Fields that no table carries: both point at other values of the same text.
LEFT_OUT = frozenset({"within", "reported_as"})


@dataclass(frozen=True, slots=True)
class LeafKind:
    """The type of one value: how its words are read, and the closed list of a ``code``."""

    type: LeafType
    codes: tuple[str, ...] = ()
    listed: bool = False

    @property
    def in_words(self) -> bool:
        """Say whether words must carry it (a code or yes/no may be the map's own)."""
        return self.type not in ("code", "truth")


def bare(hint: Any) -> Any:
    """Give the type without ``| None``."""
    parts = [part for part in typing.get_args(hint) if part is not type(None)]
    return parts[0] if optional(hint) else hint


def optional(hint: Any) -> bool:
    """Say whether a type allows None."""
    return type(None) in typing.get_args(hint)


def element(hint: Any) -> tuple[Any, bool]:
    """Give the type of one value and whether it stands in a list."""
    hint = bare(hint)
    if typing.get_origin(hint) is tuple:
        return typing.get_args(hint)[0], True
    return hint, False


def fields(cls: Any) -> dict[str, Any]:
    """Give the fields of a claim or value that a table can carry, with their types."""
    return _fields(cls)


@cache
def _fields(cls: Any) -> dict[str, Any]:
    hints = typing.get_type_hints(cls)
    skipped = LEFT_OUT | set(ENVELOPE)
    return {f.name: hints[f.name] for f in dataclasses.fields(cls) if f.name not in skipped}


@dataclass(frozen=True, slots=True)
class Part:
    """One field of a claim or value: its type, whether it is a list, and whether it has parts."""

    name: str
    type: Any
    many: bool
    composite: bool


def parts(cls: Any) -> tuple[Part, ...]:
    """Give the fields that a table can carry, taken apart once."""
    return _parts(cls)


@cache
def _parts(cls: Any) -> tuple[Part, ...]:
    found = []
    for name, hint in fields(cls).items():
        inner, many = element(hint)
        found.append(Part(name, inner, many, dataclasses.is_dataclass(inner)))
    return tuple(found)


@cache
def leaves(kind: str) -> dict[str, LeafKind]:
    """Give every path that a table can feed for a kind of claim."""
    return dict(_leaves(KINDS[kind], "", listed=False))


def every_leaf() -> dict[str, LeafKind]:
    """Give every path over all kinds; one that several kinds share is given once."""
    return {path: leaf for kind in KINDS for path, leaf in leaves(kind).items()}


def _leaves(cls: Any, at: str, *, listed: bool) -> Iterator[tuple[str, LeafKind]]:
    if MAIN.get(cls) == "figure":
        yield f"{at}figure", LeafKind("figure", listed=listed)
    if cls is Amount:
        yield f"{at}words", LeafKind("words", listed=listed)
    for name, hint in fields(cls).items():
        inner, many = element(hint)
        if dataclasses.is_dataclass(inner):
            yield from _leaves(inner, f"{at}{name}.", listed=listed or many)
        else:
            yield f"{at}{name}", _leaf(cls, name, inner, listed=listed or many)


def _leaf(cls: Any, name: str, hint: Any, *, listed: bool) -> LeafKind:
    if typing.get_origin(hint) is Literal:
        return LeafKind("code", tuple(map(str, typing.get_args(hint))), listed)
    if name == "currency":
        return LeafKind("currency", listed=listed)
    if cls is Actor and name in ("id", "name"):
        return LeafKind("id" if name == "id" else "actor", listed=listed)
    simple: dict[Any, LeafType] = {
        Decimal: "figure",
        int: "whole",
        date: "day",
        bool: "truth",
        str: "words",
    }
    return LeafKind(simple[hint], listed=listed)


@cache
def full_path(kind: str, path: str) -> str | None:
    """Give the whole path of a name that a map may use (``donors`` is ``donors.name``)."""
    known = leaves(kind)
    while path not in known:
        main = next((m for m in dict.fromkeys(MAIN.values()) if f"{path}.{m}" in known), None)
        if main is None or f"{path}.{main}" == path:
            return None
        path = f"{path}.{main}"
    return path


@cache
def evidence_field(path: str, n: int | None, kind: str) -> str:
    """Name the evidence of a value: ``donors.0`` for ``donors.name``, ``amount.currency``."""
    parts = path.split(".")
    short = path
    if len(parts) > 1 and full_path(kind, ".".join(parts[:-1])) == path:
        short = ".".join(parts[:-1])
    head, _, rest = short.partition(".")
    if short.endswith((".figure", ".words")) and head == "amount":
        short, rest = head, ""
    index = f".{n}" if n is not None else ""
    return f"{head}{index}{'.' + rest if rest else ''}"
