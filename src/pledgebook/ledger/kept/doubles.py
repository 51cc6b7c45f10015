"""What would count twice, in columns: as ``ledger.parts.doubles`` finds it of records."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np
from numpy.typing import NDArray

from pledgebook.ledger.kept.codes import numbered
from pledgebook.ledger.kept.facts import NONE, Facts, Ints, actors, claim_of
from pledgebook.ledger.kept.judging import COUNTED, Verdicts
from pledgebook.ledger.parts import donors_of, is_finer


def kept_doubles(facts: Facts, found: Verdicts, *, by_donor: bool) -> tuple[Ints, Ints, Ints]:
    """Give the wholes that give way to their parts, the parts that give way, and to which wholes.

    All are rows of entries that count.
    """
    stands = found.of == COUNTED
    rows = np.flatnonzero((facts.whole != NONE) & stands)
    split = np.zeros(facts.count, dtype=np.bool_)
    if by_donor:
        for own, above in _upwards(rows, facts.whole):
            counts = stands[above]
            finer = _finer(facts, found, own[counts], above[counts])
            split[above[counts][finer]] = True
    stands &= ~split
    over = np.full(facts.count, NONE, dtype=np.int64)
    for own, above in _upwards(rows[stands[rows]], facts.whole):
        first = stands[above] & (over[own] == NONE)
        over[own[first]] = above[first]
    parts = np.flatnonzero(over != NONE)
    return np.flatnonzero(split), parts, over[parts]


def _upwards(rows: Ints, whole: Ints) -> Iterator[tuple[Ints, Ints]]:
    """Of entries the wholes above them, a step at a time.

    Where sources make a circle of them, no more steps than there are parts, and none back to the
    entry itself.
    """
    above = whole[rows]
    for _ in range(np.count_nonzero(whole != NONE)):
        goes_on = (above != NONE) & (above != rows)
        rows, above = rows[goes_on], above[goes_on]
        if not len(rows):
            return
        yield rows, above
        above = whole[above]


def _finer(facts: Facts, found: Verdicts, parts: Ints, wholes: Ints) -> NDArray[np.bool_]:
    """Say of parts and their wholes whether the part names its donors more closely."""
    count = len(facts.parties)
    codes = [found.named(facts.donors, facts.nobody, rows, facts) for rows in (parts, wholes)]
    pairs, pair = numbered(codes[0] * count + codes[1], count * count)
    donors = cache(lambda code: donors_of(claim_of(donors=actors(facts.parties[code]))))
    both = zip(*(side.tolist() for side in np.divmod(pairs, count)), strict=True)
    finer = [is_finer(donors(one), donors(other)) for one, other in both]
    return np.array(finer, dtype=np.bool_)[pair]
