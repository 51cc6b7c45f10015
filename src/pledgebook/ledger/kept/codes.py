"""Values by number, in the order in which they were met."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

_Value = TypeVar("_Value", bound=Hashable)


class Codes(Generic[_Value]):
    """Gives each value a number, the same again the same one.

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
