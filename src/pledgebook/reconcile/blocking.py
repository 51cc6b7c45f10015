"""Blocks by time: claims are only compared with those told in the same weeks, or undated."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date

from pledgebook.reconcile.matching import WINDOW

_ALL = "all"
_UNDATED = "undated"


def weeks(*days: date | None) -> tuple[Hashable, ...]:
    """Blocks of time under which a claim told on these days is listed.

    Each block is as long as the window of news. A day that is not known is left out; a claim
    without any is undated.
    """
    blocks = {day.toordinal() // WINDOW for day in days if day is not None}
    return (*sorted(blocks), _ALL) if blocks else (_UNDATED, _ALL)


def weeks_around(*days: date | None) -> tuple[Hashable, ...]:
    """Blocks of time in which a claim looks: its own, both neighbours, and the undated."""
    blocks = {day.toordinal() // WINDOW for day in days if day is not None}
    if not blocks:
        return (_ALL,)
    return (*sorted({b + n for b in blocks for n in (-1, 0, 1)}), _UNDATED)
