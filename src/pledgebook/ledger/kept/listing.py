"""Lists of entries that are made when somebody looks at them: most answers only count them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, overload

import numpy as np

from pledgebook.ledger.counting import LeftOut
from pledgebook.ledger.estimates import Estimate
from pledgebook.ledger.kept.codes import different
from pledgebook.ledger.kept.facts import NONE, Facts, Ints
from pledgebook.ledger.kept.sums import Interval
from pledgebook.ledger.totals_rows import Note

if TYPE_CHECKING:
    from pledgebook.ledger.kept.pricing import Beside
    from pledgebook.ledger.kept.tallying import KeptTally

_Item = TypeVar("_Item")


class Listed(Sequence[_Item]):
    """A list that is made once, when its items are first asked for; equal to a tuple of them."""

    @cached_property
    def items(self) -> tuple[_Item, ...]:
        """The items."""
        return tuple(self._made())

    def _made(self) -> Iterable[_Item]:
        raise NotImplementedError

    @overload
    def __getitem__(self, index: int) -> _Item: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[_Item, ...]: ...
    def __getitem__(self, index: int | slice) -> _Item | tuple[_Item, ...]:
        return self.items[index]

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[_Item]:
        return iter(self.items)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self.items == tuple(other)

    def __hash__(self) -> int:
        return hash(self.items)

    def __repr__(self) -> str:
        return repr(self.items)


class Names(Listed[str]):
    """Ids of entries."""

    def __init__(self, facts: Facts, rows: Ints) -> None:
        """Take the rows, in order."""
        self._facts, self.rows = facts, rows

    def _made(self) -> Iterable[str]:
        return self._facts.names(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


class LeftOuts(Listed[LeftOut]):
    """Entries left out, and why."""

    def __init__(self, tally: KeptTally, rows: Ints) -> None:
        """Take the rows, in order."""
        self._tally, self.rows = tally, rows

    def _made(self) -> Iterable[LeftOut]:
        return self._tally.left_out(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def by_rule(self) -> Counter[str]:
        """How many each rule leaves out."""
        found = Counter[str]()
        for (rule, _), count in self._counts():
            found[rule] += count
        return found

    def by_reason(self, rule: str) -> Counter[str]:
        """How many a rule leaves out for each reason; of a rule that gives general ones."""
        return Counter({why: count for (by, why), count in self._counts() if by == rule})

    def _counts(self) -> list[tuple[tuple[str, str], int]]:
        counts = np.bincount(self._tally.verdicts.of[self.rows]).tolist()
        known = self._tally.verdicts.known.values
        return [(known[code], count) for code, count in enumerate(counts) if count]


class Estimates(Listed[Estimate]):
    """What gifts in kind may be worth."""

    def __init__(self, beside: Beside, gifts: Ints, added: Interval) -> None:
        """Take the gifts, in the order of their entries, and their sum."""
        self._beside, self.gifts, self._added = beside, gifts, added

    def _made(self) -> Iterable[Estimate]:
        return self._beside.estimates(self.gifts)

    def __len__(self) -> int:
        return len(self.gifts)

    def interval(self) -> Interval:
        """Give their sum."""
        return self._added


class Noted(Listed[Note]):
    """Entries that count, each with what is to be known of it."""

    def __init__(self, tally: KeptTally, rows: Ints) -> None:
        """Take the rows, in order."""
        self._tally, self.rows = tally, rows

    def _made(self) -> Iterable[Note]:
        told = self._tally.verdicts.told[self.rows]
        notes, names = self._notes(told), self._tally.facts.names(self.rows)
        for name, said, at in zip(names, notes, self._rates(told), strict=True):
            for note in said:
                yield Note(name, note)
            if at is not None:
                yield Note(name, at)

    def _notes(self, told: Ints) -> Iterable[Sequence[str]]:
        codes = self._tally.facts.note[told]
        if not codes.any():
            return [()] * len(codes)
        notes = self._tally.facts.told.notes
        return [notes[code] for code in codes.tolist()]

    def _rates(self, told: Ints) -> Iterable[str | None]:
        worth = self._tally.worth
        codes = worth.factor[told]
        words = {code: worth.note(code) for code in different(codes).tolist()}
        return [words[code] for code in codes.tolist()]

    def by_rate(self, others: Iterable[Noted]) -> Counter[str]:
        """How many of these and others are converted at each rate, in words."""
        rows = np.concatenate([self.rows, *(other.rows for other in others)])
        worth = self._tally.worth
        factors = worth.factor[self._tally.verdicts.told[rows]]
        counts = np.bincount(factors[factors != NONE])
        codes = np.flatnonzero(counts)
        found = Counter[str]()
        for words, count in zip(worth.rates(codes.tolist()), counts[codes].tolist(), strict=True):
            found[words] += count
        return found
