"""Sums without rounding: what was added first never shows in the last digit."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Context, Decimal

#: Digits enough for any figure and rate added a billion times. The default context of 28 digits
#: rounds sums of sevenths (a sum per week over some days), and then depends on the order.
EXACT = Context(prec=200)


def added(figures: Iterable[Decimal]) -> Decimal:
    """Add figures, exactly; 0 for none."""
    found = Decimal(0)
    for figure in figures:
        found = EXACT.add(found, figure)
    return found


def added_or_open(figures: Iterable[Decimal | None]) -> Decimal | None:
    """Add upper ends; None where one of them is open."""
    every = list(figures)
    return None if None in every else added(figure for figure in every if figure is not None)
