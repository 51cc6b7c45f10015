"""Values by number."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

_Value = TypeVar("_Value", bound=Hashable)


class Codes(Generic[_Value]):
    """Gives each value a number, in the order in which they are met, the same again the same one.

    Attributes:
        values: the values by number.
    """

    def __init__(self, *first: _Value) -> None:
        """Give the first values the first numbers."""
        self.values: list[_Value] = []
        self._codes: dict[_Value, int] = {}
        for value in first:
            self.of(value)

    def of(self, value: _Value) -> int:
        """Give the number of a value."""
        code = self._codes.get(value)
        if code is None:
            code = self._codes[value] = len(self.values)
            self.values.append(value)
        return code


#: Spans of numbers that are marked in a table; wider ones are sorted.
_SPAN = 2**20
#: How many different numbers are sorted by their digits, in time that grows with their count alone.
_DIGITS = 2**16

_Ints = NDArray[np.int64]


def different(given: _Ints) -> _Ints:
    """Give the different numbers among some, in order.

    As ``numpy.unique`` does, which loads more of numpy at its first use.
    """
    ordered = np.sort(given)
    found: _Ints = ordered[_firsts(ordered)]
    return found


def _firsts(ordered: _Ints) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = np.diff(ordered, prepend=ordered[:1] - 1) != 0
    return found


def marked(places: Sequence[int] | _Ints, span: int) -> NDArray[np.bool_]:
    """Mark some places from 0 to below a span."""
    found = np.zeros(span, dtype=np.bool_)
    found[np.array(places, dtype=np.int64)] = True
    return found


def numbered(given: _Ints, span: int) -> tuple[_Ints, _Ints]:
    """Give the different numbers among some from 0 to below a span, and of each its place there."""
    if span > _SPAN:
        order = np.argsort(given, kind="stable")
        ordered = given[order]
        first = _firsts(ordered)
        place = np.empty(len(given), dtype=np.int64)
        place[order] = np.cumsum(first) - 1
        return ordered[first], place
    there = np.zeros(span, dtype=np.bool_)
    there[given] = True
    return np.flatnonzero(there), (np.cumsum(there) - 1)[given]


def order_of(given: _Ints, span: int) -> _Ints:
    """Give the places of some numbers from 0 to below a span in order, like ones as they stand."""
    return np.argsort(given.astype(np.uint16) if span <= _DIGITS else given, kind="stable")


def ragged(first: _Ints, counts: _Ints) -> _Ints:
    """Give the numbers of stretches, one behind the other, each as long as its count."""
    before = np.cumsum(counts) - counts
    return np.repeat(first - before, counts) + np.arange(int(counts.sum()))
