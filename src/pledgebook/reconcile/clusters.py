"""Claims into clusters: a claim joins only where it fits every member.

Claims are sorted first, so the result is a function of their set. Clusters are joined level by
level, the best agreement first, so that a contradicting claim never takes the place of an
agreeing one. Of two that contradict each other, neither may fit a third that does not fit the
other: which of them is meant would be a guess.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from pledgebook.model.claims import Claim
from pledgebook.reconcile.candidates import Graph, matches
from pledgebook.reconcile.matching import Level, Matcher, day, days_apart

Cluster = list[Claim]


def order(claim: Claim) -> tuple[date, str]:
    """Sort key: publication, then the id it is known by; a claim without a day comes last."""
    published = day(claim)
    return (date.max if published is None else published), claim.known_as


def clusters(claims: Iterable[Claim], matcher: Matcher) -> list[Cluster]:
    """Cluster the claims of one kind; members and clusters in order."""
    ordered = sorted(claims, key=order)
    graph = matches(ordered, matcher)
    every = range(len(ordered))
    unnamed = [n for n in every if matcher.unresolved(ordered[n])]
    named = sorted(set(every) - set(unnamed))
    groups = [_Groups(ordered, graph, part) for part in (named, unnamed)]
    for group in groups:
        for level in Level:
            group.join(level)
    groups[0].take_in(groups[1])
    return [[ordered[n] for n in sorted(c)] for c in sorted(groups[0].members(), key=min)]


class _Groups:
    """Clusters of places, joined along the matches between them."""

    def __init__(self, ordered: Sequence[Claim], graph: Graph, places: Iterable[int]) -> None:
        self.ordered, self.graph = ordered, graph
        self._groups: dict[int, list[int]] = {place: [place] for place in places}
        self._home = {place: place for place in self._groups}

    def members(self) -> list[list[int]]:
        """All clusters."""
        return list(self._groups.values())

    def join(self, level: Level) -> None:
        """Let each cluster, in order, join one before it that it fits at this level."""
        placed: set[int] = set()
        for name in list(self._groups):
            group = self._groups[name]
            fits = [n for n in self._near(group) if n in placed and self._fit(n, group, level)]
            choice = self._choice(fits, group, level)
            if choice is None or (level is Level.CONTRADICTS and self._is_open(choice, name)):
                placed.add(name)
            else:
                self._put(self._groups.pop(name), choice)

    def take_in(self, unnamed: _Groups) -> None:
        """Let clusters whose actor is not named join one where it alone fits; keep the others."""
        for group in unnamed.members():
            fits = [n for n in self._near(group) if self._fit(n, group, Level.CONTRADICTS)]
            if len(fits) == 1:
                self._put(group, fits[0])
            else:
                self._groups[group[0]] = group

    def _near(self, group: Sequence[int]) -> list[int]:
        homes = (self._home.get(other) for place in group for other in self.graph[place])
        return sorted({home for home in homes if home is not None})

    def _fit(self, name: int, group: Sequence[int], level: Level) -> bool:
        """Say whether every claim of one cluster matches every claim of the other."""
        members = self._groups[name]
        return all(
            (match := self.graph[a].get(b)) is not None and match.level <= level
            for a in group
            for b in members
        )

    def _choice(self, fits: list[int], group: Sequence[int], level: Level) -> int | None:
        """The likeliest fit; a contradiction is only pinned on a claim where one alone fits."""
        if not fits or (level is Level.CONTRADICTS and len(fits) > 1):
            return None
        return fits[0] if len(fits) == 1 else min(fits, key=lambda n: self._unlike(n, group))

    def _is_open(self, one: int, other: int) -> bool:
        """Say whether one of two clusters fits a third too, which does not fit the other."""
        return any(
            not self._fit(third, self._groups[away], Level.CONTRADICTS)
            for near, away in ((one, other), (other, one))
            for third in self._near(self._groups[near])
            if third not in (one, other) and self._fit(third, self._groups[near], Level.CONTRADICTS)
        )

    def _unlike(self, name: int, group: Sequence[int]) -> tuple[float, int, int]:
        """Sort key: the more alike in the rest, the nearer in time, the earlier."""
        pairs = [(a, b) for a in group for b in self._groups[name]]
        alike = max(self.graph[a][b].alike for a, b in pairs)
        days = [days_apart(self.ordered[a], self.ordered[b]) for a, b in pairs]
        known = [n for n in days if n is not None]
        return -alike, min(known, default=0), name

    def _put(self, group: Sequence[int], name: int) -> None:
        self._groups[name].extend(group)
        self._home.update(dict.fromkeys(group, name))
