"""Which claims are worth comparing: those that share a block, found without looking at the rest.

The cost grows with the number of claims and of the pairs that share a rare block, not with the
square of their number.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from pledgebook.model.claims import Claim
from pledgebook.reconcile.matching import Match, Matcher, day, days_apart

#: Where nothing is known of components, all texts may have to do with each other.
NO_COMPONENTS: Mapping[str, int] = {}


class Graph:
    """Which of some claims match, compared kind by kind of telling.

    Claims that are alike in all that a matcher looks at (``Matcher.signature``) are one *telling*.
    Whether claims of two texts match depends on their tellings and on which is told first, so a
    promise that hundreds of texts tell in a few ways costs a few comparisons. Two claims of one
    text are compared by themselves.

    Attributes:
        ordered: the claims, by day; a claim is named by its place here.
        telling: telling of each place.
        near: tellings that match one, in either order.
    """

    def __init__(
        self,
        ordered: Sequence[Claim],
        matcher: Matcher,
        components: Mapping[str, int] = NO_COMPONENTS,
    ) -> None:
        """Compare tellings that share a block, and a component where those of texts are told."""
        self.ordered, self._matcher = ordered, matcher
        self._component = [components.get(claim.source.id) for claim in ordered]
        numbers: dict[Hashable, int] = {}
        self.telling = [
            numbers.setdefault((component, matcher.signature(claim)), len(numbers))
            for component, claim in zip(self._component, ordered, strict=True)
        ]
        self._members: list[list[int]] = [[] for _ in numbers]
        for place, number in enumerate(self.telling):
            self._members[number].append(place)
        self._told: dict[tuple[int, int], Match | None] = {}
        self._of_one_text: dict[tuple[int, int], Match | None] = {}
        self.near: list[set[int]] = [set() for _ in numbers]
        self._compare()

    def _compare(self) -> None:
        for tellings in self._by_component():
            firsts = [self.ordered[self._members[number][0]] for number in tellings]
            for one, other in _pairs(firsts, self._matcher):
                self._link(tellings[one], tellings[other])
        for number, members in enumerate(self._members):
            if len(members) > 1:
                self._link(number, number)

    def _by_component(self) -> Iterable[list[int]]:
        """Tellings that may match: nothing is looked for beside one that is alone."""
        found: dict[int | None, list[int]] = {}
        for number, members in enumerate(self._members):
            found.setdefault(self._component[members[0]], []).append(number)
        return (tellings for tellings in found.values() if len(tellings) > 1)

    def _link(self, one: int, other: int) -> None:
        """Tellings of one day may each be told first; of two days the order is known."""
        a, b = self._members[one], self._members[other]
        if len(a) == len(b) == 1:
            match = self._matcher.match(self.ordered[a[0]], self.ordered[b[0]])
            if match is None:
                return
            self._told[one, other] = match
        elif self.told(one, other) is None:
            same_day = day(self.ordered[a[0]]) == day(self.ordered[b[0]])
            if not same_day or self.told(other, one) is None:
                return
        self.near[one].add(other)
        self.near[other].add(one)

    def told(self, earlier: int, later: int) -> Match | None:
        """Give the match of two tellings, in two texts where they are told in two."""
        key = earlier, later
        if key not in self._told:
            a, b = self._two(earlier, later)
            self._told[key] = self._matcher.match(self.ordered[a], self.ordered[b])
        return self._told[key]

    def matches(self, one: int, other: int) -> list[Match | None]:
        """Give the matches of two tellings in two texts, in each order in which they are told."""
        if other not in self.near[one]:
            return [None]
        a, b = self._members[one], self._members[other]
        found = [self.told(one, other)] if a[0] < b[-1] else []
        if one != other and b[0] < a[-1]:
            found.append(self.told(other, one))
        return found

    def days_apart(self, one: int, other: int) -> int | None:
        """Days between two tellings; None where one has no day."""
        return days_apart(*(self.ordered[self._members[number][0]] for number in (one, other)))

    def _two(self, one: int, other: int) -> tuple[int, int]:
        """A place of each telling, in two texts where they are told in two."""
        first, second = self._members[one][0], self._members[other][-1]
        text = self.ordered[second].source.id
        for place in self._members[one]:
            if self.ordered[place].source.id != text:
                return place, second
        for place in self._members[other]:
            if self.ordered[place].source.id != self.ordered[first].source.id:
                return first, place
        return first, second

    def match(self, one: int, other: int) -> Match | None:
        """Give the match of two claims; None where their tellings share no block."""
        key = min(one, other), max(one, other)
        a, b = (self.telling[place] for place in key)
        if b not in self.near[a]:
            return None
        earlier, later = (self.ordered[place] for place in key)
        if earlier.source.id != later.source.id:
            return self.told(a, b)
        if key not in self._of_one_text:
            self._of_one_text[key] = self._matcher.match(earlier, later)
        return self._of_one_text[key]


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
            if key in self._listed:
                found.update(_since(self._listed[key], first))
        if self._several:
            for key in self.matcher.sought(self.ordered[place]):
                if key in self._rare:
                    found.update(_since(self._rare[key], first))
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


def _since(places: list[int], first: int) -> Sequence[int]:
    return places if first == 0 else places[bisect_left(places, first) :]
