"""Blocks by time: claims are only compared with those told in the same weeks, or undated."""

from __future__ import annotations

from collections.abc import Hashable

from pledgebook.model.claims import Claim
from pledgebook.reconcile.matching import WINDOW, day

_ALL = "all"
_UNDATED = "undated"


def weeks(claim: Claim) -> tuple[Hashable, ...]:
    """Blocks of time under which a claim is listed; each is as long as the window of news."""
    published = day(claim)
    return (_UNDATED if published is None else published.toordinal() // WINDOW), _ALL


def weeks_around(claim: Claim) -> tuple[Hashable, ...]:
    """Blocks of time in which a claim looks: its own, both neighbours, and the undated."""
    published = day(claim)
    if published is None:
        return (_ALL,)
    block = published.toordinal() // WINDOW
    return block - 1, block, block + 1, _UNDATED
