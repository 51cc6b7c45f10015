"""The columns that ``export table`` writes, and the cells of one claim: the data dictionary."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any

import yaml

from pledgebook.exchange.leaves import element, every_leaf, fields
from pledgebook.exchange.pieces import join
from pledgebook.model.plain import decimal_text

#: Between several values in one cell.
SEPARATOR = ";"
#: Paths under which a map may feed a value, but which no export needs.
_VIRTUAL = ("figure", "words")


@cache
def dictionary() -> dict[str, str]:
    """Give the meaning of every column in the order in which they are written."""
    text = resources.files("pledgebook.exchange").joinpath("resources/table_columns.yaml")
    about: dict[str, str] = yaml.safe_load(text.read_text("utf-8"))
    return about


@cache
def value_columns() -> tuple[str, ...]:
    """Give the columns of values, which are paths of the contract."""
    return tuple(path for path in every_leaf() if not _virtual(path))


def _virtual(path: str) -> bool:
    head, _, last = path.rpartition(".")
    return last in _VIRTUAL and (head == "amount" or head.endswith(".quantity"))


def cells_of(value: Any, at: str = "") -> dict[str, str]:
    """Give the words of every value of a claim by path; of a list, joined into one cell."""
    out: dict[str, str] = {}
    for name, hint in fields(type(value)).items():
        inner, many = element(hint)
        found, path = getattr(value, name), f"{at}{name}"
        if found is None:
            continue
        if many and dataclasses.is_dataclass(inner):
            out |= _beside([cells_of(part, f"{path}.") for part in found])
        elif many:
            out |= {path: join([printed(part) for part in found], SEPARATOR)} if found else {}
        elif dataclasses.is_dataclass(inner):
            out |= cells_of(found, f"{path}.")
        else:
            out[path] = printed(found)
    return out


def _beside(parts: list[dict[str, str]]) -> dict[str, str]:
    """Join the parts of list members; a part that one of them lacks is empty in its place."""
    paths = dict.fromkeys(path for part in parts for path in part)
    return {path: join([part.get(path, "") for part in parts], SEPARATOR) for path in paths}


def printed(value: object) -> str:
    """Print a value: decimals without exponent, days as YYYY-MM-DD, yes or no."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return decimal_text(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def used(rows: Iterable[dict[str, str]]) -> tuple[str, ...]:
    """Give the columns that hold something in some row, in the order of the dictionary."""
    filled = {column for row in rows for column, words in row.items() if words}
    return tuple(column for column in dictionary() if column in filled)
