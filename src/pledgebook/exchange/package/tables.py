"""The tables of a release and their fields: the data dictionary, from which all files are made."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

import yaml

from pledgebook.exchange.leaves import LeafKind, every_leaf
from pledgebook.exchange.table_columns import dictionary, value_columns

FieldType = Literal["string", "integer", "number", "decimal", "boolean", "date", "datetime"]

#: How a value of the contract is typed; several values in one cell are always a string.
_TYPES: dict[str, FieldType] = {
    "figure": "decimal",
    "whole": "integer",
    "day": "date",
    "truth": "boolean",
}
_UNITS = {
    "amount.low": "units of amount_currency",
    "amount.high": "units of amount_currency",
    "items.quantity.low": "pieces, or items_quantity_unit",
    "items.quantity.high": "pieces, or items_quantity_unit",
}
#: Values of type str that are codes or ids, no words of the source. Anything else is withheld
#: where a source may only be named, so that a new field is never shown by oversight.
_NO_WORDS = ("affiliation", "category", "duration", "kind", "representing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One column.

    Attributes:
        name: of the column.
        type: of its values; ``decimal`` has 20 digits before the point and 18 behind it.
        meaning: what it holds.
        unit: of its figures, None where it has none.
        null: what an empty cell means; ``never`` where it is never empty.
        source: where in the book it comes from.
        path: path of the record contract, None for what is no value of a claim.
        words: whether it holds words of the source.
        references: ``TABLE.FIELD`` that it points at, None for none.
    """

    name: str
    type: FieldType
    meaning: str
    null: str
    source: str
    unit: str | None = None
    path: str | None = None
    words: bool = False
    references: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table: its fields in order, and those that tell its rows apart."""

    name: str
    title: str
    about: str
    key: tuple[str, ...]
    fields: tuple[Field, ...]
    keyless: tuple[str, ...] = ()

    @property
    def primary(self) -> tuple[str, ...]:
        """The key, where none of its fields is ever empty; else nothing."""
        return () if self.keyless else self.key

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the columns."""
        return tuple(field.name for field in self.fields)


@cache
def tables() -> dict[str, Table]:
    """Give the tables by name, in the order in which they are written."""
    file = resources.files("pledgebook.exchange").joinpath("resources/release_tables.yaml")
    every: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    return {name: _table(name, about) for name, about in every.items()}


def _table(name: str, about: dict[str, Any]) -> Table:
    # An unquoted `null:` is a key None in YAML.
    own = tuple(
        Field(name=field, **{key or "null": value for key, value in told.items()})
        for field, told in about["fields"].items()
    )
    return Table(
        name=name,
        title=about["title"],
        about=about["about"],
        key=tuple(about["key"]),
        keyless=tuple(about.get("keyless", ())),
        fields=own + (value_fields() if about.get("values") else ()),
    )


@cache
def value_fields() -> tuple[Field, ...]:
    """Give a column for every value of the record contract, over all kinds."""
    every = every_leaf()
    return tuple(_value_field(path, every[path]) for path in value_columns())


def _value_field(path: str, leaf: LeafKind) -> Field:
    meaning = dictionary()[path].replace("yes for", "true for")
    return Field(
        name=path.replace(".", "_"),
        type="string" if leaf.listed else _TYPES.get(leaf.type, "string"),
        meaning=f"{meaning}; several parted by ;" if leaf.listed else meaning,
        unit=_UNITS.get(path),
        null="the source does not say it, or the kind has no such value"
        + (", or the source may only be named" if _is_words(path, leaf) else ""),
        source=f"record contract, {path}",
        path=path,
        words=_is_words(path, leaf),
    )


def _is_words(path: str, leaf: LeafKind) -> bool:
    return leaf.type == "words" and path.rpartition(".")[2] not in _NO_WORDS
