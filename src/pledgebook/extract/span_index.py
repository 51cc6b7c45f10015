"""Look-up of things that stand at ordered, disjoint places of a text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

from pledgebook.model.spans import Span

T = TypeVar("T")


class SpanIndex(Generic[T]):
    """Items in order of their spans, none overlapping another; found by bisection."""

    def __init__(self, items: Sequence[T], span_of: Callable[[T], Span]) -> None:
        """Index ``items``; ``span_of`` gives the place of one."""
        self.items = tuple(items)
        self._span_of = span_of
        self._starts = [span_of(item).start for item in self.items]
        self._ends = [span_of(item).end for item in self.items]

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def within(self, span: Span) -> tuple[T, ...]:
        """Items that lie wholly inside ``span``."""
        first = bisect_left(self._starts, span.start)
        last = bisect_right(self._ends, span.end)
        return self.items[first:last]

    def touching(self, span: Span) -> tuple[T, ...]:
        """Items that share at least one code point with ``span``."""
        first = bisect_right(self._ends, span.start)
        last = bisect_left(self._starts, span.end)
        return self.items[first:last]

    def at(self, offset: int) -> T | None:
        """Give the item that covers the code point at ``offset``, or None."""
        n = bisect_right(self._starts, offset) - 1
        return self.items[n] if n >= 0 and offset < self._ends[n] else None

    def before(self, offset: int) -> tuple[T, ...]:
        """Items that end at or before ``offset``."""
        return self.items[: bisect_right(self._ends, offset)]

    def position(self, span: Span) -> int:
        """Place in ``items`` of the first item that ends after ``span`` starts."""
        return bisect_right(self._ends, span.start)
