"""What is given in kind, in columns: the things that entries name, with their counts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from pledgebook.ledger.kept.codes import Codes
from pledgebook.model.values import Item, Quantity

Ints = NDArray[np.int64]

#: Where a thing has no count at all, or a count no end on this side.
UNCOUNTED, OPEN = -2, -1
#: Counts beyond this, and broken ones, are kept apart, as text.
_MOST = 2**31

#: A thing by its name, and by its category in the list of items.
Thing = tuple[str, str | None]
#: A thing with both ends of its count, as text; or without a count.
Written = tuple[str, str | None, tuple[str | None, str | None] | None]


@dataclass(frozen=True, kw_only=True, eq=False)
class Gifts:
    """Lists of things, each of which entries name together.

    Attributes:
        start: of each list, the place of its first thing; one more than there are lists.
        thing: of each, its place in ``things``.
        low, high: of each, the ends of its count; ``OPEN`` or ``UNCOUNTED``.
        words: things, and the lists whose counts do not fit, by place; JSON, read when asked for.
    """

    start: Ints
    thing: Ints
    low: Ints
    high: Ints
    words: bytes

    @classmethod
    def of(cls, lists: Iterable[Sequence[Item]]) -> Gifts:
        """Put lists into columns."""
        things, odd = Codes[Thing](), dict[int, list[Written]]()
        rows: list[tuple[int, int, int]] = []
        start = [0]
        for place, items in enumerate(lists):
            if not all(_fits(item.quantity) for item in items):
                odd[place] = [_written(item) for item in items]
            rows += [(things.of((i.name, i.category)), *_counts(i.quantity)) for i in items]
            start.append(len(rows))
        thing, low, high = np.array(rows, dtype=np.int64).reshape(-1, 3).T.copy()
        words = json.dumps({"things": things.values, "odd": list(odd.items())})
        places = np.array(start, dtype=np.int64)
        return cls(start=places, thing=thing, low=low, high=high, words=words.encode("ascii"))

    @cached_property
    def _words(self) -> tuple[list[Thing], dict[int, list[Written]]]:
        found = json.loads(self.words)
        odd = {place: [tuple(one) for one in some] for place, some in found["odd"]}
        return [(name, category) for name, category in found["things"]], odd

    @property
    def things(self) -> Sequence[Thing]:
        """Things, by place."""
        return self._words[0]

    @property
    def odd(self) -> Mapping[int, Sequence[Written]]:
        """Lists whose counts do not fit, by place."""
        return self._words[1]

    def items(self, place: int) -> tuple[Item, ...]:
        """Give a list."""
        return tuple(map(_read, self.odd[place] if place in self.odd else self._listed(place)))

    def _listed(self, place: int) -> Iterator[Written]:
        for n in range(self.start[place], self.start[place + 1]):
            name, category = self.things[self.thing[n]]
            ends = int(self.low[n]), int(self.high[n])
            low, high = (None if end == OPEN else str(end) for end in ends)
            yield name, category, None if ends[0] == UNCOUNTED else (low, high)

    def followed(self, other: Gifts) -> Gifts:
        """Give the lists of both, those of the other behind these."""
        if len(other.start) == 1:
            return self
        lists, things = len(self.start) - 1, len(self.things)
        odd = {**self.odd, **{lists + place: some for place, some in other.odd.items()}}
        words = {"things": [*self.things, *other.things], "odd": list(odd.items())}
        return Gifts(
            start=np.concatenate([self.start, other.start[1:] + self.start[-1]]),
            thing=np.concatenate([self.thing, other.thing + things]),
            low=np.concatenate([self.low, other.low]),
            high=np.concatenate([self.high, other.high]),
            words=json.dumps(words).encode("ascii"),
        )


#: Names of the columns.
COLUMNS = tuple(one.name for one in fields(Gifts) if one.name != "words")


def _fits(quantity: Quantity | None) -> bool:
    ends = () if quantity is None else (quantity.low, quantity.high)
    return all(end is None or (0 <= end < _MOST and end == int(end)) for end in ends)


def _counts(quantity: Quantity | None) -> tuple[int, int]:
    if quantity is None:
        return UNCOUNTED, UNCOUNTED
    ends = (quantity.low, quantity.high) if _fits(quantity) else (None, None)
    low, high = (OPEN if end is None else int(end) for end in ends)
    return low, high


def _written(item: Item) -> Written:
    ends = None if item.quantity is None else (_text(item.quantity.low), _text(item.quantity.high))
    return item.name, item.category, ends


def _text(end: Decimal | None) -> str | None:
    return None if end is None else str(end)


def _read(written: Written) -> Item:
    name, category, ends = written
    low, high = (None if end is None else Decimal(end) for end in ends or (None, None))
    quantity = None if ends is None else Quantity(low=low, high=high)
    return Item(name=name, category=category, quantity=quantity)
