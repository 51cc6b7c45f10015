"""Values by number."""

from __future__ import annotations

from collections.abc import Hashable
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


def numbered(given: _Ints, span: int) -> tuple[_Ints, _Ints]:
    """Give the different numbers among some from 0 to below a span, and of each its place there."""
    if span > _SPAN:
        return np.unique(given, return_inverse=True)
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
