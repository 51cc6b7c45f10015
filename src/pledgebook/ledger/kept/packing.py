"""Columns of numbers as bytes, each number in as few as the column's largest needs.

Columns are read, and their checksums made, with each question: half the bytes is half that time.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

#: Bytes that a number may have.
_SIZES = (1, 2, 4, 8)


def packed(column: Ints | NDArray[np.bool_]) -> bytes:
    """Write numbers, little-endian."""
    least, most = int(column.min(initial=0)), int(column.max(initial=0))
    size = next(n for n in _SIZES if -(2 ** (8 * n - 1)) <= least and most < 2 ** (8 * n - 1))
    return column.astype(f"<i{size}").tobytes()


def unpacked(raw: bytes, count: int) -> Ints:
    """Read as many numbers back."""
    size = len(raw) // count if count else 1
    return np.frombuffer(raw, dtype=f"<i{size}").astype(np.int64)
