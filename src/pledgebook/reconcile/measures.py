"""When two measures are one act of pressure: who acts, how, and on what."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from itertools import product

from pledgebook.model.claims import Measure
from pledgebook.model.vocabulary import RelationKind
from pledgebook.reconcile.actors import actor_keys
from pledgebook.reconcile.blocking import weeks, weeks_around
from pledgebook.reconcile.matching import (
    WINDOW,
    Level,
    Match,
    agree_or_open,
    apart,
    day,
    own_values,
    within_days,
)
from pledgebook.reconcile.money import same_amount
from pledgebook.reconcile.stages import moved
from pledgebook.reconcile.words import content_words, overlap

#: Share of the shorter object's words that two names of one object have in common.
_OBJECT = 0.5


class Measures:
    """Compares measures."""

    reach: int | None = WINDOW

    def keys(self, claim: Measure) -> Iterator[Hashable]:
        """Action with each actor and each word of the object, by weeks."""
        return product([claim.action], _marks(claim), weeks(day(claim)))

    def sought(self, claim: Measure) -> Iterator[Hashable]:
        """The same, with the neighbouring weeks."""
        return product([claim.action], _marks(claim), weeks_around(day(claim)))

    def needed(self, claim: Measure) -> int:
        """One shared block is enough."""
        del claim
        return 1

    def signature(self, claim: Measure) -> Hashable:
        """All its values, and the day."""
        return own_values(claim)

    def unresolved(self, claim: Measure) -> bool:
        """Say whether nobody is named who acts."""
        return not claim.actors

    def match(self, earlier: Measure, later: Measure) -> Match | None:
        """Compare two measures."""
        if earlier.action != later.action or earlier.source.id == later.source.id:
            return None
        actors = agree_or_open(actor_keys(earlier.actors), actor_keys(later.actors))
        targets = _meet(actor_keys(earlier.targets), actor_keys(later.targets))
        if not actors or not targets or not within_days(earlier, later, WINDOW):
            return None
        if not _objects_agree(earlier, later) or not _sums_agree(earlier, later):
            return None
        return _judged(earlier, later)


def _marks(claim: Measure) -> list[Hashable]:
    words = [] if claim.object is None else sorted(content_words(claim.object))
    return [*sorted(actor_keys(claim.actors)), *(("object", word) for word in words)]


def _meet(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or bool(one & other)


def _objects_agree(one: Measure, other: Measure) -> bool:
    if one.object is None or other.object is None:
        return one.object is other.object and bool(one.actors)
    return overlap(content_words(one.object), content_words(other.object)) >= _OBJECT


def _sums_agree(one: Measure, other: Measure) -> bool:
    if one.amount is None or other.amount is None:
        return True
    return same_amount(one.amount, other.amount) is not None


def _judged(earlier: Measure, later: Measure) -> Match:
    same = ("same actor and action", "same object", apart(earlier, later))
    if (earlier.firmness == "denied") != (later.firmness == "denied"):
        differs = ("denied in one, not in the other",)
        return Match(level=Level.CONTRADICTS, same=same, differs=differs, relation="contradicts")
    step = moved(earlier.stage, later.stage)
    if step is None:
        return Match(level=Level.AGREES, same=same)
    relation: RelationKind = "withdraws" if step[0] == "withdraws" else "updates"
    return Match(level=Level.AGREES, same=(step[1], *same), relation=relation)
