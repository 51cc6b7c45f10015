"""Which claims are worth comparing: those that share a block, found without looking at the rest.

The cost grows with the number of claims and of the pairs that share a rare block, not with the
square of their number.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from pledgebook.model.claims import Claim
from pledgebook.reconcile.matching import Match, Matcher, day

#: Matches of a set of claims: of each place those it matches, both ways.
Graph = Mapping[int, Mapping[int, Match]]


def matches(ordered: Sequence[Claim], matcher: Matcher) -> Graph:
    """Compare claims, sorted by day, with those that share a block; each pair once.

    Claims whose actor is not named look for all others, whenever told.
    """
    found: dict[int, dict[int, Match]] = {n: {} for n in range(len(ordered))}
    for earlier, later in _pairs(ordered, matcher):
        match = matcher.match(ordered[earlier], ordered[later])
        if match is not None:
            found[earlier][later] = found[later][earlier] = match
    return found


def _pairs(ordered: Sequence[Claim], matcher: Matcher) -> Iterator[tuple[int, int]]:
    index = _Index(ordered, matcher)
    named = [n for n, claim in enumerate(ordered) if not matcher.unresolved(claim)]
    for place in named:
        yield from ((other, place) for other in index.near(place))
        index.put(place)
    for place in sorted(set(range(len(ordered))) - set(named)):
        yield from ((min(place, o), max(place, o)) for o in index.near(place))
        index.put(place)


class _Index:
    """Places of claims by block.

    Where a match must share several of a claim's blocks, it shares one of its rarest, whatever
    those that many share: a claim looks, and is looked for, under those alone.
    """

    def __init__(self, ordered: Sequence[Claim], matcher: Matcher) -> None:
        self.matcher = matcher
        self.ordered = ordered
        self._days = [day(claim) or date.max for claim in ordered]
        self._listed: dict[Hashable, list[int]] = {}
        self._rare: dict[Hashable, list[int]] = {}
        self._several = any(matcher.needed(claim) > 1 for claim in ordered)
        self._counts: Counter[Hashable] = Counter()
        if self._several:
            self._counts.update(key for claim in ordered for key in matcher.keys(claim))

    def put(self, place: int) -> None:
        """List a claim."""
        for key in self.matcher.keys(self.ordered[place]):
            _add(self._listed, key, place)
        if self._several:
            for key in self._rarest(place):
                _add(self._rare, key, place)

    def near(self, place: int) -> list[int]:
        """Places listed so far that share enough blocks with a claim, in order."""
        found: set[int] = set()
        first = self._first(place)
        for key in self._rarest(place):
            found.update(_since(self._listed.get(key), first))
        if self._several:
            for key in self.matcher.sought(self.ordered[place]):
                found.update(_since(self._rare.get(key), first))
        return sorted(found)

    def _rarest(self, place: int) -> Sequence[Hashable]:
        claim = self.ordered[place]
        keys = list(dict.fromkeys(self.matcher.sought(claim)))
        needed = self.matcher.needed(claim)
        if needed <= 1:
            return keys
        keys.sort(key=lambda key: (self._counts[key], repr(key)))
        return keys[: len(keys) - needed + 1]

    def _first(self, place: int) -> int:
        """First place whose day lies within the matcher's reach."""
        reach, told = self.matcher.reach, self._days[place]
        if reach is None or told == date.max:
            return 0
        return bisect_left(self._days, told - timedelta(days=reach))


def _add(index: dict[Hashable, list[int]], key: Hashable, place: int) -> None:
    places = index.setdefault(key, [])
    if not places or places[-1] != place:
        places.append(place)


def _since(places: list[int] | None, first: int) -> Sequence[int]:
    if places is None:
        return ()
    return places if first == 0 else places[bisect_left(places, first) :]
