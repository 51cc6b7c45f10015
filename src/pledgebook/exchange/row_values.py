"""The values of one claim from the cells of a row, built along the types of the contract."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from pledgebook.exchange.leaf_values import type_of_id
from pledgebook.exchange.leaves import fields, leaves, optional, parts
from pledgebook.exchange.row_cells import Piece, RowCells
from pledgebook.model.claims import KINDS
from pledgebook.model.values import Actor, Amount, Quantity

#: Reads the value at a path; of the n-th of a list, with its pieces by path.
Cut = dict[str, Piece | None]


def values_of(row: RowCells) -> dict[str, Any]:
    """Give the claim's fields that the row carries; faults and evidence stay in ``row``."""
    out: dict[str, Any] = {}
    fed = {path.partition(".")[0] for path in row.map.fields}
    for part in parts(KINDS[row.kind]):
        if part.name not in fed:
            continue
        name = part.name
        value = _list(row, name, part.type) if part.many else _single(row, name, part.type)
        if value is not None and value != ():
            out[name] = value
    return out


def _single(row: RowCells, path: str, cls: Any) -> Any:
    if not dataclasses.is_dataclass(cls):
        return row.read(path)
    cut = {p: next(iter(row.pieces(p)), None) for p in _below(row, path)}
    return _object(row, path, cls, None, cut)


def _list(row: RowCells, path: str, cls: Any) -> tuple[Any, ...]:
    if not dataclasses.is_dataclass(cls):
        pieces = row.pieces(path)
        read = [row.read(path, n, piece) for n, piece in enumerate(pieces) if piece is not None]
        return tuple(value for value in read if value is not None)
    below = _below(row, path)
    count = max((len(row.pieces(p)) for p in below[:1]), default=0)
    beside = {p: row.parallel(p, count) for p in below[1:]} if count else {}
    if below:
        beside[below[0]] = row.pieces(below[0])
    made = []
    for n in range(count):
        cut = {p: pieces[n] for p, pieces in beside.items()}
        made.append(_object(row, path, cls, n, cut))
    return tuple(value for value in made if value is not None)


def _below(row: RowCells, path: str) -> list[str]:
    """Paths under a value that the map feeds, the one that leads first."""
    fed = [p for p in leaves(row.kind) if p.startswith(f"{path}.") and row.feeds(p)]
    return sorted(fed, key=lambda p: not p.endswith((".name", ".text", ".words")))


def _object(row: RowCells, path: str, cls: Any, n: int | None, cut: Cut) -> Any:
    make = _MAKERS.get(cls)
    if make is not None:
        return make(row, path, n, cut)
    made: dict[str, Any] = {}
    told = len(row.faults)
    for part in parts(cls):
        below = f"{path}.{part.name}"
        read = (
            _object(row, below, part.type, n, cut) if part.composite else _read(row, below, n, cut)
        )
        made[part.name] = read
    if all(value is None for value in made.values()):
        return None
    for name, value in made.items():
        if value is None and not optional(fields(cls)[name]):
            if len(row.faults) == told:
                row.fault(f"{path}.{name}", f"{name} is missing beside the rest")
            return None
    return cls(**made)


def _read(row: RowCells, path: str, n: int | None, cut: Cut) -> Any:
    piece = cut.get(path)
    return None if piece is None else row.read(path, n, piece)


def _actor(row: RowCells, path: str, n: int | None, cut: Cut) -> Actor | None:
    name = cut.get(f"{path}.name") or cut.get(f"{path}.id")
    if name is None:
        return None
    given = _read(row, f"{path}.id", n, cut)
    kind: Any = _read(row, f"{path}.type", n, cut)
    if given is None and kind is None and f"{path}.name" in row.map.fields:
        return _named(row, f"{path}.name", n, name)
    if cut.get(f"{path}.name") is not None:
        row.cite(f"{path}.name", n, name)
    rest = {key: _read(row, f"{path}.{key}", n, cut) for key in ("role", "affiliation", "count")}
    named = f"{path}.name" if cut.get(f"{path}.name") is not None else f"{path}.id"
    words = row.plain(named, name)
    return Actor(id=given, name=words, type=kind or type_of_id(given), **rest)


def _named(row: RowCells, path: str, n: int | None, piece: Piece) -> Actor | None:
    """Give the actor that words name: by the map's own list, else by the reader of actors."""
    leaf = row.map.fields[path]
    words = row.plain(path, piece)
    given = leaf.values.get(" ".join(words.split()).casefold())
    if given is not None:
        row.cite(path, n, piece)
        return Actor(id=given, name=words, type=type_of_id(given))
    actor = row.readers.actor(words, row.source.published)
    if actor is None:
        rule = f"{words[:60]!r} is no actor that is known; say under values who it is"
        row.fault(path, rule, "actor-unknown")
        return None
    at = piece.words.find(actor.name)
    if piece.span is not None and at >= 0:
        start = piece.span.start + at
        span = dataclasses.replace(piece.span, start=start, end=start + len(actor.name))
        piece = Piece(actor.name, piece.cell, span)
    row.cite(path, n, piece)
    return actor


def _amount(row: RowCells, path: str, n: int | None, cut: Cut) -> Amount | None:
    words = cut.get(f"{path}.words")
    if words is not None:
        return _amount_in_words(row, path, words)
    ends = _ends(row, path, n, cut)
    if ends is None:
        return None
    currency = _read(row, f"{path}.currency", n, cut)
    if currency is None:
        row.problems.add("currency-missing")
    elif row.map.fields[f"{path}.currency"].column is None and not any(
        e.field == f"{path}.currency" for e in row.evidence
    ):
        row.problems.add("currency-from-map")
    per: Any = _read(row, f"{path}.per", n, cut) or "total"
    return Amount(low=ends[0], high=ends[1], bound=ends[2], currency=currency, per=per)


def _amount_in_words(row: RowCells, path: str, piece: Piece) -> Amount | None:
    amount = row.readers.amount(row.plain(f"{path}.words", piece))
    if amount is None:
        row.fault(f"{path}.words", f"{piece.words[:60]!r} holds no single sum of money")
        return None
    row.cite(f"{path}.words", None, piece)
    return amount


def _quantity(row: RowCells, path: str, n: int | None, cut: Cut) -> Quantity | None:
    ends = _ends(row, path, n, cut)
    if ends is None:
        return None
    unit = _read(row, f"{path}.unit", n, cut)
    return Quantity(low=ends[0], high=ends[1], bound=ends[2], unit=unit)


def _ends(
    row: RowCells, path: str, n: int | None, cut: Cut
) -> tuple[Decimal | None, Decimal | None, Any] | None:
    """Give both ends and the bound of a sum or count; None where the row has none."""
    one = _read(row, f"{path}.figure", n, cut)
    low, high = (_read(row, f"{path}.{end}", n, cut) for end in ("low", "high"))
    piece = cut.get(f"{path}.bound")
    stated = piece is not None and piece.span is not None
    if one is None and low is None and high is None and not (stated and _split(row, path)):
        return None
    _note_multiplier(row, path)
    bound = _read(row, f"{path}.bound", n, cut)
    if one is not None:
        bound = bound or "exact"
        low, high = (None if bound == "up_to" else one), (None if bound == "at_least" else one)
    bound = bound or _bound_of(low, high)
    if not _agree(low, high, bound):
        row.fault(path, f"the ends {low} and {high} are not what {bound!r} means")
        return None
    return low, high, bound


def _split(row: RowCells, path: str) -> bool:
    return row.feeds(f"{path}.low") or row.feeds(f"{path}.high")


def _note_multiplier(row: RowCells, path: str) -> None:
    for end in ("figure", "low", "high"):
        leaf = row.map.fields.get(f"{path}.{end}")
        if leaf is not None and leaf.numbers.multiplier != 1:
            row.problems.add("multiplier-from-map")


def _bound_of(low: Decimal | None, high: Decimal | None) -> str:
    if low is None:
        return "up_to"
    if high is None:
        return "at_least"
    return "exact" if low == high else "range"


def _agree(low: Decimal | None, high: Decimal | None, bound: str) -> bool:
    if low is None and high is None:
        return True
    match bound:
        case "exact" | "about":
            return low is not None and low == high
        case "at_least":
            return high is None
        case "up_to":
            return low is None
        case _:
            return low is not None and high is not None and low <= high


_MAKERS: dict[Any, Callable[[RowCells, str, int | None, Cut], Any]] = {
    Actor: _actor,
    Amount: _amount,
    Quantity: _quantity,
}
