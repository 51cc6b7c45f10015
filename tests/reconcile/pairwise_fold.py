"""The folding told the plain way: every claim against every other. Slow, to compare with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pledgebook.model.claims import Claim
from pledgebook.model.snapshots import Sighting
from pledgebook.model.vocabulary import RelationKind
from pledgebook.reconcile.clusters import order
from pledgebook.reconcile.matching import Level, Match, Matcher, days_apart
from pledgebook.reconcile.releases import record_of

WEIGHT: dict[RelationKind, int] = {
    "withdraws": 0,
    "corrects": 1,
    "contradicts": 2,
    "fulfils": 3,
    "updates": 4,
    "restates": 5,
    "same": 6,
}
Graph = dict[int, dict[int, Match]]


def graph_of(ordered: Sequence[Claim], matcher: Matcher) -> Graph:
    found: Graph = {n: {} for n in range(len(ordered))}
    for later in range(len(ordered)):
        for earlier in range(later):
            match = matcher.match(ordered[earlier], ordered[later])
            if match is not None:
                found[earlier][later] = found[later][earlier] = match
    return found


class Plain:
    """Clusters of places, joined one by one."""

    def __init__(self, ordered: Sequence[Claim], graph: Graph, places: Iterable[int]) -> None:
        self.ordered, self.graph = ordered, graph
        self.groups = {place: [place] for place in places}

    def fits(self, one: Sequence[int], other: Sequence[int], level: Level) -> bool:
        found = [self.graph[a].get(b) for a in one for b in other]
        return all(match is not None and match.level <= level for match in found)

    def is_open(self, one: int, other: int) -> bool:
        for near, away in ((one, other), (other, one)):
            for third in self.groups.keys() - {one, other}:
                group = self.groups[third]
                joined = self.fits(group, self.groups[near], Level.CONTRADICTS)
                if joined and not self.fits(group, self.groups[away], Level.CONTRADICTS):
                    return True
        return False

    def unlike(self, name: int, group: Sequence[int]) -> tuple[float, int, int]:
        pairs = [(a, b) for a in group for b in self.groups[name]]
        days = [days_apart(self.ordered[a], self.ordered[b]) for a, b in pairs]
        near = min((n for n in days if n is not None), default=0)
        return -max(self.graph[a][b].alike for a, b in pairs), near, name

    def join(self, level: Level) -> None:
        placed: list[int] = []
        for name in list(self.groups):
            group = self.groups[name]
            fits = [n for n in placed if self.fits(group, self.groups[n], level)]
            choice = min(fits, key=lambda n: self.unlike(n, group)) if fits else None
            if level is Level.CONTRADICTS and choice is not None:
                choice = None if len(fits) > 1 or self.is_open(choice, name) else choice
            if choice is None:
                placed.append(name)
            else:
                self.groups[choice].extend(self.groups.pop(name))


def clusters(claims: Iterable[Claim], matcher: Matcher) -> list[list[Claim]]:
    ordered = sorted(claims, key=order)
    graph = graph_of(ordered, matcher)
    unnamed = [n for n, claim in enumerate(ordered) if matcher.unresolved(claim)]
    named = [n for n in range(len(ordered)) if n not in unnamed]
    known, crowd = (Plain(ordered, graph, part) for part in (named, unnamed))
    for level in Level:
        known.join(level)
        crowd.join(level)
    homes = list(known.groups)
    for group in crowd.groups.values():
        fits = [n for n in homes if known.fits(group, known.groups[n], Level.CONTRADICTS)]
        known.groups[fits[0] if len(fits) == 1 else group[0]] = (
            [*known.groups[fits[0]], *group] if len(fits) == 1 else group
        )
    return [[ordered[n] for n in sorted(group)] for group in known.groups.values()]


def relations(
    members: Sequence[Claim], matcher: Matcher, seen: Mapping[str, Sequence[Sighting]]
) -> list[tuple[str, str, str]]:
    """Relation, reason and other claim of each member but the first."""
    out: list[tuple[str, str, str]] = []
    for place, claim in enumerate(members[1:], start=1):
        pairs = [(matched(other, claim, matcher, seen), other) for other in members[:place]]
        found = [(match, other) for match, other in pairs if match is not None]
        match, other = min(found, key=lambda pair: (WEIGHT[pair[0].relation], pair[0].level))
        out.append((match.relation, match.reason, other.id))
    return out


def matched(
    earlier: Claim, later: Claim, matcher: Matcher, seen: Mapping[str, Sequence[Sighting]]
) -> Match | None:
    match = matcher.match(earlier, later)
    if match is None or match.relation not in ("same", "contradicts") or match.level == 0:
        return match
    texts = earlier.source.id, later.source.id
    if texts[0] == texts[1] or record_of(earlier) or record_of(later):
        return match
    here, there = ({s.url for s in seen.get(text, ()) if s.url} for text in texts)
    if not here & there:
        return match
    same = ("the page was changed", *match.differs, *match.same)
    return Match(level=match.level, same=same, relation="corrects")
