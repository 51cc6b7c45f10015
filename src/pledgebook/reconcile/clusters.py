"""Claims into clusters: a claim joins only where it fits every member.

Claims are sorted first, so the result is a function of their set. Clusters are joined level by
level, the best agreement first, so that a contradicting claim never takes the place of an
agreeing one. Blocks keep the number of comparisons near-linear.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from datetime import date

from pledgebook.model.claims import Claim
from pledgebook.reconcile.matching import Level, Match, Matcher, day

Cluster = list[Claim]


def order(claim: Claim) -> tuple[date, str]:
    """Sort key: publication, then the id it is known by; a claim without a day comes last."""
    published = day(claim)
    return (date.max if published is None else published), claim.known_as


def clusters(claims: Iterable[Claim], matcher: Matcher) -> list[Cluster]:
    """Cluster the claims of one kind; members and clusters in order."""
    found: list[Cluster] = [[claim] for claim in sorted(claims, key=order)]
    named = [c for c in found if not matcher.unresolved(c[0])]
    unnamed = [c for c in found if matcher.unresolved(c[0])]
    named, unnamed = (_by_levels(group, matcher) for group in (named, unnamed))
    joined = _with_unnamed(named, unnamed, matcher)
    return sorted((sorted(c, key=order) for c in joined), key=lambda c: order(c[0]))


def _by_levels(found: list[Cluster], matcher: Matcher) -> list[Cluster]:
    for level in Level:
        found = _joined(found, matcher, level)
    return found


class _Blocks:
    """Clusters by the keys of their members."""

    def __init__(self, matcher: Matcher) -> None:
        self.matcher = matcher
        self.clusters: list[Cluster] = []
        self._places: dict[Hashable, dict[int, None]] = {}

    def put(self, cluster: Cluster, place: int | None = None) -> None:
        """Add a cluster, or add its members to the one at ``place``."""
        if place is None:
            place = len(self.clusters)
            self.clusters.append([])
        self.clusters[place].extend(cluster)
        for claim in cluster:
            for key in self.matcher.keys(claim):
                self._places.setdefault(key, {})[place] = None

    def near(self, cluster: Cluster) -> list[int]:
        """Places of the clusters that share a block with this one, in order."""
        found: set[int] = set()
        for claim in cluster:
            for key in self.matcher.sought(claim):
                found.update(self._places.get(key, ()))
        return sorted(found)


def _joined(found: Sequence[Cluster], matcher: Matcher, level: Level) -> list[Cluster]:
    blocks = _Blocks(matcher)
    for cluster in found:
        fits = [p for p in blocks.near(cluster) if fit(blocks.clusters[p], cluster, matcher, level)]
        blocks.put(cluster, _choice(fits, level))
    return blocks.clusters


def _choice(fits: list[int], level: Level) -> int | None:
    """The earliest fit; a contradiction is only pinned on a claim where one alone fits."""
    if not fits or (level is Level.CONTRADICTS and len(fits) > 1):
        return None
    return fits[0]


def _with_unnamed(named: list[Cluster], unnamed: list[Cluster], matcher: Matcher) -> list[Cluster]:
    """Let a claim whose actor is not named join a cluster where exactly one fits."""
    blocks = _Blocks(matcher)
    for cluster in named:
        blocks.put(cluster)
    alone: list[Cluster] = []
    for cluster in unnamed:
        fits = [
            p
            for p in blocks.near(cluster)
            if fit(blocks.clusters[p], cluster, matcher, Level.CONTRADICTS)
        ]
        if len(fits) == 1:
            blocks.put(cluster, fits[0])
        else:
            alone.append(cluster)
    return [*blocks.clusters, *alone]


def fit(one: Cluster, other: Cluster, matcher: Matcher, level: Level) -> bool:
    """Say whether every claim of one cluster matches every claim of the other."""
    return all(_fits(compare(a, b, matcher), level) for a in one for b in other)


def _fits(match: Match | None, level: Level) -> bool:
    return match is not None and match.level <= level


def compare(one: Claim, other: Claim, matcher: Matcher) -> Match | None:
    """Compare two claims, the earlier one first."""
    earlier, later = sorted((one, other), key=order)
    return matcher.match(earlier, later)
