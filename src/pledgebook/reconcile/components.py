"""Texts that have nothing to do with each other, on whatever day the book is seen.

Folding looks from a claim to those that it matches, to those of its own text, to the sum that it is
a part of, to conversions printed of its sum, and to what a decision names beside it. Along these
looks texts hang together as *components*. Taking claims away adds no look, so what any of the
claims of a component fold into does not depend on the others, whichever of them stand.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence

from pledgebook.model.claims import Claim, Commitment
from pledgebook.model.snapshots import Sighting
from pledgebook.reconcile.addresses import shared_addresses
from pledgebook.reconcile.candidates import Graph
from pledgebook.reconcile.clusters import order
from pledgebook.reconcile.commitments import Commitments
from pledgebook.reconcile.conversions import Conversions, sum_key
from pledgebook.reconcile.kinds import MATCHERS
from pledgebook.reconcile.matching import Matcher
from pledgebook.reconcile.money import SameSum, converted
from pledgebook.reconcile.releases import series_of


def components(
    claims: Sequence[Claim],
    sightings: Iterable[Sighting],
    joined: Iterable[Collection[str]] = (),
) -> Mapping[str, int]:
    """Give the component of each text that has claims, by number.

    Args:
        claims: every claim that may ever stand: of each reading, under each of the days on which
            its text was seen, and as persons changed it.
        sightings: of their texts.
        joined: sets of texts whose claims a decision names together.
    """
    ordered = sorted(claims, key=order)
    sets = _Sets(sorted({claim.source.id for claim in ordered}))
    for names in (*_looks(ordered, list(sightings)), *joined):
        sets.join(names)
    return sets.numbers()


def _looks(claims: Sequence[Claim], sightings: Sequence[Sighting]) -> Iterator[Iterable[str]]:
    promises = [claim for claim in claims if isinstance(claim, Commitment)]
    known = AnyConversion.of(promises)
    matchers = {
        **MATCHERS,
        "commitment": EverCommitments(known, series_of(promises), shared_addresses(sightings)),
    }
    for kind, matcher in matchers.items():
        yield from _matching(_Together([c for c in claims if c.kind == kind], matcher))
    yield from _within(promises)
    yield from _converted(promises, known)


class _Together(Graph):
    """Which tellings hang together: two that do so already need not be compared."""

    def __init__(self, ordered: Sequence[Claim], matcher: Matcher) -> None:
        self._heads: dict[int, int] = {}
        super().__init__(ordered, matcher)

    def _head(self, telling: int) -> int:
        heads = self._heads
        while (above := heads.get(telling, telling)) != telling:
            heads[telling] = telling = heads.get(above, above)
        return telling

    def _link(self, one: int, other: int) -> None:
        if one != other and self._head(one) == self._head(other):
            return
        super()._link(one, other)
        if other in self.near[one]:
            self._heads[self._head(one)] = self._head(other)


def _matching(graph: Graph) -> Iterator[Iterable[str]]:
    """Texts of tellings that match."""
    texts: list[list[str]] = [[] for _ in graph.near]
    for claim, telling in zip(graph.ordered, graph.telling, strict=True):
        texts[telling].append(claim.source.id)
    for telling, near in enumerate(graph.near):
        if near:
            others = (name for other in near if other > telling for name in texts[other])
            yield (*texts[telling], *others)


def _within(promises: Iterable[Commitment]) -> Iterator[Iterable[str]]:
    """Texts of a part and of its whole."""
    homes = {name: c.source.id for c in promises for name in (c.id, c.known_as)}
    for claim in promises:
        if claim.within in homes:
            yield claim.source.id, homes[claim.within]


def _converted(promises: Iterable[Commitment], known: Conversions) -> Iterator[Iterable[str]]:
    """Texts of one sum, or of its roundings, of which one of them prints what it comes to."""
    texts: dict[object, list[str]] = {}
    for claim in promises:
        for key in (sum_key(claim), *known.near(claim)):
            if key in known.printed:
                texts.setdefault(key, []).append(claim.source.id)
    yield from texts.values()


class EverCommitments(Commitments):
    """Compares commitments of whichever day."""

    def signature(self, claim: Commitment) -> Hashable:
        """A row that two releases have in the same words is a record of both, one at a time."""
        found = super().signature(claim)
        return found if claim.source.record is None else (found, claim.source)


class AnyConversion(Conversions):
    """Compares sums through whichever printed conversion fits best.

    Of several the fold takes the first, and which that is changes with the claims that stand.
    """

    def same(self, one: Commitment, other: Commitment) -> SameSum | None:
        """Compare two sums of different currencies."""
        a, b = one.amount, other.amount
        if a is None or b is None or a.per != b.per or None in (a.currency, b.currency):
            return None
        if a.currency == b.currency:
            return None
        found = [
            *(converted(a, (worth,), b) for worth in self.told(one)),
            *(converted(b, (worth,), a) for worth in self.told(other)),
            self._through_rounding(one, other),
            self._through_rounding(other, one),
        ]
        return min((same for same in found if same is not None), key=_level, default=None)


def _level(same: SameSum) -> int:
    return same.level


class _Sets:
    """Sets of names, joined one with another."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._parent = {name: name for name in names}

    def _head(self, name: str) -> str:
        parent = self._parent
        while parent[name] != name:
            parent[name] = name = parent[parent[name]]
        return name

    def join(self, names: Iterable[str]) -> None:
        heads = {self._head(name) for name in names if name in self._parent}
        least = min(heads, default="")
        for head in heads:
            self._parent[head] = least

    def numbers(self) -> dict[str, int]:
        """Of each name the number of its set, in the order of the least names."""
        found: dict[str, int] = {}
        return {name: found.setdefault(self._head(name), len(found)) for name in self._names}
