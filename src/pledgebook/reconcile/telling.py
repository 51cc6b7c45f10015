"""Which earlier claim of an entry says most about one, at a cost that does not grow as its square.

Members that are alike in all that matching looks at, and seen at the same shared addresses, are one
telling; of each telling the earliest member is looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from pledgebook.model.claims import Claim
from pledgebook.model.snapshots import Sighting
from pledgebook.model.vocabulary import RelationKind
from pledgebook.reconcile.matching import Match, Matcher
from pledgebook.reconcile.releases import record_of

#: What says most about a claim, where several earlier claims say different things about it.
_WEIGHT: dict[RelationKind, int] = {
    "withdraws": 0,
    "corrects": 1,
    "contradicts": 2,
    "fulfils": 3,
    "updates": 4,
    "restates": 5,
    "same": 6,
}

#: Members up to which each is looked at by itself: telling them apart would cost more.
FEW = 8

#: Weight and level of a match, then the place of the earlier claim: the least says most.
_Rank = tuple[int, int, int]


class Told:
    """The members of an entry, in order, and what each is to those before it."""

    def __init__(
        self,
        members: Sequence[Claim],
        matcher: Matcher,
        sightings: Mapping[str, Sequence[Sighting]],
    ) -> None:
        """Tell the members apart by what matching looks at, where they are many."""
        self.members, self._matcher = members, matcher
        self._addresses = _shared(members, sightings)
        self._ranks: dict[tuple[int, int], tuple[int, int] | None] = {}
        self._best: dict[int, tuple[int, _Rank | None]] = {}
        numbers: dict[Hashable, int] = {}
        self._telling = [numbers.setdefault(self._signature(c), len(numbers)) for c in members]
        self._firsts: list[list[int]] = []
        self._by_text: dict[str, list[int]] = {}
        self._listed = 0

    def of(self, place: int) -> tuple[Match, Claim] | None:
        """Match of a member with the earlier one that says most; places are asked in order."""
        self._list(place)
        text = self.members[place].source.id
        own = self._by_text.get(text)
        if own is None:
            best = self._running(place)
        else:
            best = min(self._every(place, text, own), default=None)
        if best is None:
            return None
        other = self.members[best[2]]
        match = self._match(other, self.members[place])
        assert match is not None
        return match, other

    def _signature(self, claim: Claim) -> Hashable:
        if len(self.members) <= FEW:
            return claim.id
        return self._matcher.signature(claim), self._addresses.get(claim.source.id)

    def _list(self, place: int) -> None:
        """List the members before a place: of each telling the first two texts that tell it."""
        for before in range(self._listed, place):
            number, text = self._telling[before], self.members[before].source.id
            if number == len(self._firsts):
                self._firsts.append([])
            firsts = self._firsts[number]
            if not firsts or (len(firsts) == 1 and self.members[firsts[0]].source.id != text):
                firsts.append(before)
            self._by_text.setdefault(text, []).append(before)
        self._listed = max(self._listed, place)

    def _running(self, place: int) -> _Rank | None:
        """Best of the tellings so far, for one of a text with no earlier member; kept."""
        number = self._telling[place]
        done, best = self._best.get(number, (0, None))
        for other in range(done, len(self._firsts)):
            best = _least(best, self._rank(other, self._firsts[other][0], place))
        self._best[number] = len(self._firsts), best
        return best

    def _every(self, place: int, text: str, own: Iterable[int]) -> Iterator[_Rank]:
        """Ranks of the earlier members of other texts, by telling, and of each of its own text."""
        for number, firsts in enumerate(self._firsts):
            first = next((n for n in firsts if self.members[n].source.id != text), None)
            if first is not None:
                found = self._rank(number, first, place)
                if found is not None:
                    yield found
        for other in own:
            match = self._match(self.members[other], self.members[place])
            if match is not None:
                yield _WEIGHT[match.relation], match.level, other

    def _rank(self, number: int, first: int, place: int) -> _Rank | None:
        """Rank of the first of a telling, for a later member of another text."""
        key = number, self._telling[place]
        if key not in self._ranks:
            match = self._match(self.members[first], self.members[place])
            self._ranks[key] = None if match is None else (_WEIGHT[match.relation], match.level)
        found = self._ranks[key]
        return None if found is None else (*found, first)

    def _match(self, earlier: Claim, later: Claim) -> Match | None:
        match = self._matcher.match(earlier, later)
        if match is None or match.relation not in ("same", "contradicts"):
            return match
        if match.level > 0 and self._same_page(earlier, later):
            same = ("the page was changed", *match.differs, *match.same)
            return Match(level=match.level, same=same, relation="corrects")
        return match

    def _same_page(self, one: Claim, other: Claim) -> bool:
        """Say whether two different texts were seen at one address: the page was edited.

        A row of a data set only names its sources, and is no text of theirs.
        """
        if one.source.id == other.source.id or record_of(one) or record_of(other):
            return False
        here = self._addresses.get(one.source.id, frozenset())
        return not here.isdisjoint(self._addresses.get(other.source.id, frozenset()))


def _least(one: _Rank | None, other: _Rank | None) -> _Rank | None:
    return one if other is None or (one is not None and one <= other) else other


def _shared(
    members: Iterable[Claim], sightings: Mapping[str, Sequence[Sighting]]
) -> dict[str, frozenset[str]]:
    """Addresses of each text of an entry at which another of its texts was seen."""
    seen = {
        text: {s.url for s in sightings.get(text, ()) if s.url is not None}
        for text in {claim.source.id for claim in members}
    }
    counts = Counter(url for urls in seen.values() for url in urls)
    found = {text: frozenset(u for u in urls if counts[u] > 1) for text, urls in seen.items()}
    return {text: urls for text, urls in found.items() if urls}
