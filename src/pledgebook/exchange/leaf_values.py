"""One value from the words of its cell: the same reading for the importer and for its gate."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from pledgebook.exchange.cells import Cell
from pledgebook.exchange.errors import ExchangeError
from pledgebook.exchange.figures import day, figure, whole
from pledgebook.exchange.maps import Leaf
from pledgebook.exchange.pieces import unescaped
from pledgebook.exchange.row_text import unbroken
from pledgebook.model.values import Actor, Amount
from pledgebook.model.vocabulary import ActorType

_ACTOR_ID = re.compile(r"[A-Z]{3}|(?:org|person|group):[^\s:]+(?::[^\s:]+)*")
_TYPES: dict[str, ActorType] = {"org": "organisation", "person": "person", "group": "group"}
_TRUTHS = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Readers:
    """What other rooms know of words; given by the caller, so that this room imports neither.

    Attributes:
        actor: the actor that words name as a whole and where in them it is named; None where they
            name nobody that is known, or somebody else beside.
        amount: the one sum of money that words hold ("€1.6bn"); None where they hold none or more.
        is_currency: says whether a code is one of ISO 4217.
    """

    actor: Callable[[str, date | None], Actor | None]
    amount: Callable[[str], Amount | None]
    is_currency: Callable[[str], bool]


def value_of(leaf: Leaf, words: str, cell: Cell, readers: Readers, *, escaped: bool) -> Any:
    """Read the words of one piece of a cell as the map says.

    Gives str, Decimal, int, date or bool. Raises ExchangeError for words that carry no value of
    this type.
    """
    plain = plain_words(leaf, words, escaped=escaped)
    mapped = leaf.values.get(" ".join(plain.split()).casefold())
    return typed(leaf, plain if mapped is None else mapped, cell, readers)


def plain_words(leaf: Leaf, words: str, *, escaped: bool) -> str:
    """Give the words of a piece without the form in which the row prints them."""
    plain = unbroken(words)
    return unescaped(plain) if escaped and leaf.separator is not None else plain


def typed(leaf: Leaf, words: str, cell: Cell, readers: Readers) -> Any:
    """Read words as the type of a leaf, after the map's own words have been replaced."""
    match leaf.kind.type:
        case "figure":
            return figure(Cell(words, cell.type), leaf.numbers)
        case "whole":
            return whole(Cell(words, cell.type), leaf.numbers)
        case "day":
            return day(Cell(words, cell.type), leaf.dates)
        case "code":
            return _code(leaf, words)
        case "currency":
            return _currency(words, readers)
        case "truth":
            return _truth(words)
        case "id":
            return _id(words)
        case _:
            return words


def _code(leaf: Leaf, words: str) -> str:
    code = "_".join(words.split())
    for known in leaf.kind.codes:
        if code.casefold() == known.casefold():
            return known
    listed = ", ".join(leaf.kind.codes)
    raise ExchangeError(f"{words[:60]!r} is none of {listed}; say under values what it stands for")


def _currency(words: str, readers: Readers) -> str:
    if not readers.is_currency(words):
        raise ExchangeError(
            f"{words[:60]!r} is no currency's code; say under values what it stands for"
        )
    return words


def _truth(words: str) -> bool:
    if words.casefold() not in _TRUTHS:
        raise ExchangeError(f"{words[:60]!r} is neither yes nor no")
    return _TRUTHS[words.casefold()]


def _id(words: str) -> str:
    if not _ACTOR_ID.fullmatch(words):
        raise ExchangeError(f"{words[:60]!r} is no actor id (GBR, org:eu, person:…, group:…)")
    return words


def type_of_id(name: str) -> ActorType:
    """Give the type of actor that the form of an id tells."""
    return _TYPES.get(name.partition(":")[0], "state")
