"""From sums to places along a line: the end of the scale, and round figures to mark on it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

#: Steps between marks, as people count.
_STEPS = (1, 2, 2.5, 5, 10)
#: Marks that a phone's width has room for.
_MARKS = 3


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale from 0 to ``end``, in shares of the width."""

    end: float
    step: float

    def share(self, value: Decimal | float) -> float:
        """Place of a value; nothing stands beyond the end."""
        return min(1.0, float(value) / self.end)

    @property
    def marks(self) -> tuple[float, ...]:
        """Round figures from 0 up to the end."""
        return tuple(self.step * n for n in range(int(self.end / self.step + 1e-9) + 1))


def scale_for(values: Iterable[Decimal | float], room: float = 1.0) -> Scale:
    """Make a scale that holds all values; ``room`` above 1 leaves space beyond the largest."""
    largest = max((float(value) for value in values), default=0.0) * room or 1.0
    rough = largest / _MARKS
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(size * factor for factor in _STEPS if size * factor >= rough * 0.999)
    return Scale(end=largest, step=step)
