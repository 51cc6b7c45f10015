"""A cluster in the making, and whether another fits it, without going through its claims.

Claims that are alike in all that matching looks at are one telling (``reconcile.candidates``). A
cluster keeps of each telling which places stand first and last, and remembers how other tellings
match its own: a claim that tells what another has told before it costs no comparison.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, product
from typing import NamedTuple

from pledgebook.reconcile.candidates import Graph
from pledgebook.reconcile.matching import Level, Match

#: A place of a claim, and its text.
_Place = tuple[int, str]

#: Levels of two tellings that never match, and of two that match otherwise in the other order.
_NEVER, _EITHER = len(Level), len(Level) + 1


class Ends(NamedTuple):
    """Where a cluster tells one telling: the earliest and latest place, then that of another text.

    Of two tellings, some place of one stands before some place of another text of the other where
    that is so of these.
    """

    first: tuple[_Place, ...]
    last: tuple[_Place, ...]

    @classmethod
    def of(cls, place: int, text: str) -> Ends:
        """Ends of a telling told once."""
        return cls(((place, text),), ((place, text),))

    def with_(self, other: Ends) -> Ends:
        """Ends of both."""
        return Ends(
            _two_texts(sorted((*self.first, *other.first))),
            _two_texts(sorted((*self.last, *other.last), reverse=True)),
        )

    def before(self, other: Ends) -> bool:
        """Say whether one of these stands before one of the others, in another text."""
        pairs = product(self.first, other.last)
        return any(a < b and here != there for (a, here), (b, there) in pairs)

    def only_text(self) -> str | None:
        """The text of all of these; None where there are several."""
        return self.first[0][1] if len(self.first) == 1 else None


def _two_texts(places: Iterable[_Place]) -> tuple[_Place, ...]:
    """The first of some places, and the first of another text."""
    first, *others = places
    return first, *[one for one in others if one[1] != first[1]][:1]


@dataclass(slots=True)
class _Against:
    """What is known of one telling against those of a cluster, as far as they were looked at.

    Attributes:
        done: how many were looked at.
        level: the worst match.
        alike: of all matches the most alike.
        days: of all the fewest days apart; None where no day is known.
    """

    done: int = 0
    level: int = 0
    alike: float = 0.0
    days: int | None = None


class Group:
    """A cluster: its claims by place, told apart by telling and by text."""

    def __init__(self, graph: Graph, place: int) -> None:
        """Begin with one claim."""
        text = graph.ordered[place].source.id
        self.name = place
        self.tellings = {graph.telling[place]: Ends.of(place, text)}
        self._texts = {text: [place]}
        self._graph = graph
        self._order = list(self.tellings)
        self._against: dict[int, _Against] = {}

    def places(self) -> list[int]:
        """Places of its claims, in order."""
        return sorted(place for places in self._texts.values() for place in places)

    def take(self, other: Group) -> None:
        """Take in the claims of another."""
        for number, ends in other.tellings.items():
            own = self.tellings.get(number)
            if own is None:
                self._order.append(number)
            self.tellings[number] = ends if own is None else own.with_(ends)
        for text, places in other._texts.items():
            self._texts.setdefault(text, []).extend(places)

    def fits(self, other: Group, level: Level) -> bool:
        """Say whether every claim of one matches every claim of the other at a level or better."""
        known = self._by_tellings(other, level)
        found = self._in_one_text(other)
        if known is None:
            found = chain(found, self._in_two_texts(other))
        elif any(one.level > level for one in known):
            return False
        return all(match is not None and match.level <= level for match in found)

    def unlike(self, other: Group) -> tuple[float, int, int]:
        """Sort key of a cluster that fits: the more alike, the nearer in time, the earlier."""
        known = self._by_tellings(other, max(Level))
        found = [match.alike for match in self._in_one_text(other) if match is not None]
        if known is None:
            found += [match.alike for match in self._in_two_texts(other) if match is not None]
            apart = [self._graph.days_apart(a, b) for a in self._order for b in other.tellings]
        else:
            found += [one.alike for one in known]
            apart = [one.days for one in known]
        return -max(found), min((n for n in apart if n is not None), default=0), self.name

    def _by_tellings(self, other: Group, level: Level) -> list[_Against] | None:
        """The other's tellings against these; None where that does not tell how claims match."""
        if self._alone(other):
            return None
        found = [self._looked_at(number, level) for number in other.tellings]
        return None if any(one.level == _EITHER for one in found) else found

    def _looked_at(self, number: int, level: Level) -> _Against:
        """Look at one telling against these, up to the first that matches at no such level."""
        known = self._against.setdefault(number, _Against())
        while known.done < len(self._order) and known.level <= level:
            own = self._order[known.done]
            every = {
                None if match is None else (match.level, match.alike)
                for match in self._graph.matches(own, number)
            }
            one = every.pop()
            if every:
                known.level = _EITHER
            elif one is None:
                known.level = _NEVER
            else:
                known.level = max(known.level, one[0])
                known.alike = max(known.alike, one[1])
            known.days = _fewer(known.days, self._graph.days_apart(own, number))
            known.done += 1
        return known

    def _alone(self, other: Group) -> bool:
        """Say whether some telling of each is told in one and the same text alone."""
        return any(
            ends.only_text() == text
            for text in self._shared(other)
            if any(ends.only_text() == text for ends in self._told_in(text))
            for ends in other._told_in(text)
        )

    def _told_in(self, text: str) -> Iterator[Ends]:
        return (self.tellings[self._graph.telling[place]] for place in self._texts[text])

    def _shared(self, other: Group) -> Iterable[str]:
        return self._texts.keys() & other._texts.keys()

    def _in_one_text(self, other: Group) -> Iterator[Match | None]:
        """Matches of claims of a text that has claims in both."""
        for text in self._shared(other):
            for one, two in product(self._texts[text], other._texts[text]):
                yield self._graph.match(one, two)

    def _in_two_texts(self, other: Group) -> Iterator[Match | None]:
        """Matches of claims of different texts, by telling."""
        for (a, one), (b, two) in product(self.tellings.items(), other.tellings.items()):
            near = b in self._graph.near[a]
            if one.before(two):
                yield self._graph.told(a, b) if near else None
            if two.before(one):
                yield self._graph.told(b, a) if near else None


def _fewer(one: int | None, other: int | None) -> int | None:
    return min((n for n in (one, other) if n is not None), default=None)
