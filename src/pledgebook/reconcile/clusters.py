"""Claims into clusters: a claim joins only where it fits every member.

Claims are sorted first, so the result is a function of their set. Clusters are joined level by
level, the best agreement first, so that a contradicting claim never takes the place of an
agreeing one. Of two that contradict each other, neither may fit a third that does not fit the
other: which of them is meant would be a guess.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from pledgebook.model.claims import Claim
from pledgebook.reconcile.candidates import NO_COMPONENTS, Graph
from pledgebook.reconcile.groups import Group
from pledgebook.reconcile.matching import Level, Matcher, day

Cluster = list[Claim]


def order(claim: Claim) -> tuple[date, str]:
    """Sort key: publication, then the id it is known by; a claim without a day comes last."""
    published = day(claim)
    return (date.max if published is None else published), claim.known_as


def clusters(
    claims: Iterable[Claim], matcher: Matcher, components: Mapping[str, int] = NO_COMPONENTS
) -> list[Cluster]:
    """Cluster the claims of one kind; members and clusters in order.

    ``components`` are those of their texts, where they are known.
    """
    ordered = sorted(claims, key=order)
    graph = Graph(ordered, matcher, components)
    every = range(len(ordered))
    unnamed = [n for n in every if matcher.unresolved(ordered[n])]
    named = sorted(set(every) - set(unnamed))
    groups = [_Groups(graph, part) for part in (named, unnamed)]
    for group in groups:
        for level in Level:
            group.join(level)
    groups[0].take_in(groups[1])
    return [[ordered[n] for n in sorted(c)] for c in sorted(groups[0].members(), key=min)]


class _Groups:
    """Clusters of places, joined along the matches between them."""

    def __init__(self, graph: Graph, places: Iterable[int]) -> None:
        self.graph = graph
        self._groups = {place: Group(graph, place) for place in places}
        self._homes: dict[int, dict[int, None]] = {}

    def _list(self, group: Group) -> None:
        for number in group.tellings:
            self._homes.setdefault(number, {})[group.name] = None

    def members(self) -> list[list[int]]:
        """All clusters."""
        return [group.places() for group in self._groups.values()]

    def join(self, level: Level) -> None:
        """Let each cluster, in order, join one before it that it fits at this level.

        Clusters are listed once they have their place, so that a promise of many texts does not
        meet those that are still to come; contradictions are looked for among all.
        """
        self._homes, placed = {}, set[int]()
        if level is Level.CONTRADICTS:
            for group in self._groups.values():
                self._list(group)
        for name, group in list(self._groups.items()):
            fits = [n for n in self._near(group) if n in placed and self._fit(n, group, level)]
            choice = self._choice(fits, group, level)
            if choice is None or (level is Level.CONTRADICTS and self._is_open(choice, name)):
                placed.add(name)
                self._list(group)
            else:
                self._put(group, choice)

    def take_in(self, unnamed: _Groups) -> None:
        """Let clusters whose actor is not named join one where it alone fits; keep the others."""
        for group in list(unnamed._groups.values()):
            fits = [n for n in self._near(group) if self._fit(n, group, Level.CONTRADICTS)]
            if len(fits) == 1:
                self._put(group, fits[0])
            else:
                self._groups[group.name] = group

    def _near(self, group: Group) -> list[int]:
        """Other listed clusters with a telling that matches one of these."""
        near = {other for number in group.tellings for other in self.graph.near[number]}
        found = {home for number in near for home in self._homes.get(number, ())}
        return sorted(found - {group.name})

    def _fit(self, name: int, group: Group, level: Level) -> bool:
        return self._groups[name].fits(group, level)

    def _choice(self, fits: list[int], group: Group, level: Level) -> int | None:
        """The likeliest fit; a contradiction is only pinned on a claim where one alone fits."""
        if not fits or (level is Level.CONTRADICTS and len(fits) > 1):
            return None
        return fits[0] if len(fits) == 1 else min(fits, key=lambda n: self._groups[n].unlike(group))

    def _is_open(self, one: int, other: int) -> bool:
        """Say whether one of two clusters fits a third too, which does not fit the other."""
        return any(
            not self._fit(third, self._groups[away], Level.CONTRADICTS)
            for near, away in ((one, other), (other, one))
            for third in self._near(self._groups[near])
            if third not in (one, other) and self._fit(third, self._groups[near], Level.CONTRADICTS)
        )

    def _put(self, group: Group, name: int) -> None:
        self._groups.pop(group.name, None)
        for number in group.tellings:
            self._homes.get(number, {}).pop(group.name, None)
        self._groups[name].take(group)
        self._list(self._groups[name])
