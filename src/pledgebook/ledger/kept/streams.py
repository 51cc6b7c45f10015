"""Texts of many rows made at once: pieces of text in columns, joined in the order of the rows.

A row may have a hundred thousand pieces and a text a hundred thousand rows, so nothing is done row
by row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pledgebook.ledger.kept.facts import Ints

#: A piece of text by row or item, or the same one for all.
Pieces = NDArray[np.object_] | str


def pieces(texts: Sequence[str]) -> NDArray[np.object_]:
    """Put texts into a column."""
    return np.array(texts, dtype=np.object_)


class Each(NamedTuple):
    """One piece for each row."""

    text: Pieces

    def width(self) -> int:
        """One."""
        return 1

    def put(self, out: NDArray[np.object_], at: Ints) -> None:
        """Put it."""
        out[at] = self.text


class Lists(NamedTuple):
    """A list for each row.

    Attributes:
        counts: how many items each row has.
        items: the pieces of all items, those of a row behind those of the row before.
        opening, between, closing: what stands before the first, before the others, and at the end.
        empty: what stands for a list of no items.
    """

    counts: Ints
    items: tuple[Pieces, ...]
    opening: str
    between: str
    closing: str
    empty: str

    def width(self) -> Ints:
        """A piece before each item, its own, and one at the end."""
        found: Ints = self.counts * (1 + len(self.items)) + 1
        return found

    def put(self, out: NDArray[np.object_], at: Ints) -> None:
        """Put them."""
        each = 1 + len(self.items)
        before = np.cumsum(self.counts) - self.counts
        item = np.repeat(at - before * each, self.counts)
        item += np.arange(len(item)) * each
        out[item] = self.between
        for place, text in enumerate(self.items, start=1):
            out[item + place] = text
        some = self.counts > 0
        out[at[some]] = self.opening
        out[(at + self.counts * each)[some]] = self.closing
        out[at[~some]] = self.empty


def joined(count: int, parts: Sequence[Each | Lists], end: str = "") -> Iterator[str]:
    """Join the pieces of some rows, and what stands behind them all; gives stretches of the text.

    No stretch has all pieces, so that those of one stay near at hand while they are joined.
    """
    widths = [part.width() for part in parts]
    width = np.zeros(count, dtype=np.int64)
    for own in widths:
        width += own
    at = np.cumsum(width) - width
    out = np.empty(int(width.sum()) + 1, dtype=np.object_)
    out[-1] = end
    for part, own in zip(parts, widths, strict=True):
        part.put(out, at)
        at = at + own
    return ("".join(out[n : n + _AT_ONCE].tolist()) for n in range(0, len(out), _AT_ONCE))


#: Pieces that are joined at once.
_AT_ONCE = 8192
