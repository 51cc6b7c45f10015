"""The importer's gate: each value of a claim is read again from nothing but the words it cites.

The gate of prose judges what sentences say; a row has none. So a row has a rule of its own: the
words cited for a value must stand in a cell of the column that the map gives for it, and must say
the value when they are read again by the map's formats. A figure and its currency may stand in two
cells; a multiplier is the map's, and the claim says so. Who is bound is what the column says.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from pledgebook.exchange.cells import Cell
from pledgebook.exchange.errors import ExchangeError
from pledgebook.exchange.leaf_values import Readers, plain_words, typed, value_of
from pledgebook.exchange.leaves import evidence_field, leaves, parts
from pledgebook.exchange.maps import Leaf, TableMap
from pledgebook.exchange.row_text import RowText
from pledgebook.model.claims import Claim
from pledgebook.model.spans import Evidence
from pledgebook.model.values import Actor, Amount


@dataclasses.dataclass(frozen=True, slots=True)
class Carried:
    """One value of a claim: its path, its place in a list, and what it is a part of."""

    path: str
    n: int | None
    value: Any
    whole: Any


@dataclasses.dataclass(frozen=True, slots=True)
class RowCase:
    """A claim, the row it cites and the map by which the row is read."""

    claim: Claim
    row: RowText
    map: TableMap
    columns: Mapping[str, int]
    readers: Readers


def unborne(case: RowCase) -> Iterator[str]:
    """Name each value of a claim that its row does not carry; nothing where all are carried."""
    for carried in carried_values(case.claim, "", None):
        yield from _judge(case, carried)


def carried_values(value: Any, at: str, n: int | None) -> Iterator[Carried]:
    """Give every value of a claim that is not None, part by part."""
    for field in parts(type(value)):
        name, found = field.name, getattr(value, field.name)
        each = list(enumerate(found)) if field.many else [(n, found)]
        for place, part in each:
            if part is None:
                continue
            if field.composite:
                yield from carried_values(part, f"{at}{name}.", place)
            else:
                yield Carried(f"{at}{name}", place, part, value)


def _judge(case: RowCase, carried: Carried) -> Iterator[str]:
    path = _fed_by(case, carried)
    if path is None:
        if leaves(case.claim.kind)[carried.path].in_words:
            yield f"{carried.path}: the map feeds no such value"
        return
    name = evidence_field(path, carried.n, case.claim.kind)
    cited = [e for e in case.claim.evidence if e.field == name]
    leaf = case.map.fields[path]
    if not cited and leaf.kind.in_words and not _of_map(leaf, carried.value):
        yield f"{name}: no evidence is given"
    for evidence in cited:
        yield from _compare(case, carried, path, evidence)


def _of_map(leaf: Leaf, value: object) -> bool:
    """A currency that the map gives for every row may stand in no words (``currency-from-map``)."""
    return leaf.kind.type == "currency" and leaf.constant == value


def _fed_by(case: RowCase, carried: Carried) -> str | None:
    """Give the path that feeds a value: its own, or that of the whole it is read with."""
    if carried.path in case.map.fields:
        return carried.path
    head = carried.path.rpartition(".")[0]
    others = {Amount: ("figure", "words"), Actor: ("name", "id")}.get(
        type(carried.whole), ("figure",)
    )
    return next((p for o in others if (p := f"{head}.{o}") in case.map.fields), None)


def _compare(case: RowCase, carried: Carried, path: str, evidence: Evidence) -> Iterator[str]:
    leaf = case.map.fields[path]
    found = _cell_of(case, leaf, evidence)
    if isinstance(found, str):
        yield f"{evidence.field}: {found}"
        return
    try:
        said = _said(case, carried, path, evidence.quote, found)
    except ExchangeError as error:
        yield f"{evidence.field}: {error}"
        return
    if said != carried.value:
        yield f"{evidence.field}: the words {evidence.quote[:60]!r} say {said}, not {carried.value}"


def _cell_of(case: RowCase, leaf: Leaf, evidence: Evidence) -> Cell | str:
    """Give the cell in which the words stand; a sentence where they stand in none that may."""
    if evidence.place != "text":
        string = getattr(case.claim.source, evidence.place) or ""
    else:
        string = case.row.text
    if evidence.span.of(string) != evidence.quote:
        return f"the words {evidence.quote[:60]!r} do not stand at {evidence.start}"
    if leaf.column is None:
        return Cell(evidence.quote)
    cell, span = case.row.cells.get(case.columns.get(leaf.column, -1), (None, None))
    if evidence.place != "text" or cell is None or span is None or not span.holds(evidence.span):
        return f"the words stand outside the column {leaf.column!r}"
    return cell


def _said(case: RowCase, carried: Carried, path: str, words: str, cell: Cell) -> Any:
    """Read the cited words again: what they say of the value that is judged."""
    leaf, last = case.map.fields[path], path.rpartition(".")[2]
    if path == carried.path and leaf.kind.type != "actor":
        if leaf.column is None:
            return typed(leaf, words, cell, case.readers)
        return value_of(leaf, words, cell, case.readers, escaped=case.map.layout.escaped)
    if isinstance(carried.whole, Actor):
        return _said_of_actor(case, carried, leaf, words)
    if last == "words":
        amount = case.readers.amount(words)
        return None if amount is None else getattr(amount, carried.path.rpartition(".")[2])
    return _said_of_figure(case, carried, leaf, words, cell)


def _said_of_actor(case: RowCase, carried: Carried, leaf: Leaf, words: str) -> Any:
    """Judge id and type by the name where no column of their own gives them."""
    part = carried.path.rpartition(".")[2]
    plain = plain_words(leaf, words, escaped=case.map.layout.escaped)
    if part == "name":
        return plain
    mapped = leaf.values.get(" ".join(plain.split()).casefold())
    if part == "id" and mapped is not None:
        return mapped
    own = {"id", "type"} & {p.rpartition(".")[2] for p in case.map.fields if _beside(p, carried)}
    if mapped is not None or (part == "type" and own):
        return carried.value  # the type follows from the id, which is judged by itself
    actor = case.readers.actor(plain, case.claim.source.published)
    return None if actor is None else getattr(actor, part)


def _beside(path: str, carried: Carried) -> bool:
    return path.rpartition(".")[0] == carried.path.rpartition(".")[0]


def _said_of_figure(case: RowCase, carried: Carried, leaf: Leaf, words: str, cell: Cell) -> Any:
    part = carried.path.rpartition(".")[2]
    if part not in ("low", "high"):
        return carried.value  # bound, unit and the stretch of time are codes of the map
    said = value_of(leaf, words, cell, case.readers, escaped=case.map.layout.escaped)
    assert isinstance(said, Decimal)
    return said
