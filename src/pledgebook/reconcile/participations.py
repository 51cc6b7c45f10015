"""When two participations are one seat at one meeting."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from datetime import timedelta

from pledgebook.model.claims import Participation
from pledgebook.model.values import Event
from pledgebook.model.vocabulary import RelationKind, Role
from pledgebook.reconcile.actors import actor_key
from pledgebook.reconcile.blocking import weeks, weeks_around
from pledgebook.reconcile.matching import (
    Level,
    Match,
    apart,
    day,
    own_values,
    within_days,
)
from pledgebook.reconcile.words import content_words, overlap, tokens

#: Share of the shorter event name's words that two names of one meeting have in common.
_NAME = 0.5

#: Days by which two sources may date one meeting apart (a dinner before, a second day).
_DATES = 2

#: Days of news around a meeting that neither source dates.
_NEWS = 14

#: Roles that can be told of one seat as things move on.
_STEPS: frozenset[tuple[Role, Role]] = frozenset(
    {
        ("invited", "attended"),
        ("invited", "joined"),
        ("undecided", "attended"),
        ("undecided", "joined"),
        ("undecided", "declined"),
        ("invited", "declined"),
        ("invited", "undecided"),
    }
)

#: Roles that say nothing against each other.
_ALIKE: frozenset[frozenset[Role]] = frozenset({frozenset({"host", "attended"})})


class Participations:
    """Compares participations."""

    reach: int | None = None

    def keys(self, claim: Participation) -> Iterator[Hashable]:
        """The actor (an unnamed group by its count) with the meeting's day, and with the weeks."""
        who, held = _who(claim), claim.event.date
        if held is not None:
            yield who, held
        yield from ((who, week) for week in weeks(day(claim)))

    def sought(self, claim: Participation) -> Iterator[Hashable]:
        """The same, with the neighbouring days and weeks."""
        who, held = _who(claim), claim.event.date
        if held is not None:
            yield from ((who, held + timedelta(days=n)) for n in range(-_DATES, _DATES + 1))
        yield from ((who, week) for week in weeks_around(day(claim)))

    def needed(self, claim: Participation) -> int:
        """One shared block is enough."""
        del claim
        return 1

    def signature(self, claim: Participation) -> Hashable:
        """All its values, and the day."""
        return own_values(claim)

    def unresolved(self, claim: Participation) -> bool:
        """Never: an unnamed group is kept by its count."""
        del claim
        return False

    def match(self, earlier: Participation, later: Participation) -> Match | None:
        """Compare two participations."""
        if _who(earlier) != _who(later) or earlier.source.id == later.source.id:
            return None
        event = _same_event(earlier, later)
        if event is None:
            return None
        level, differs, relation = _roles(earlier.role, later.role)
        same = ("same actor", event, apart(earlier, later))
        return Match(level=level, same=same, differs=differs, relation=relation)


def _who(claim: Participation) -> Hashable:
    if claim.actor.id is None and claim.actor.count is not None:
        return claim.actor.count
    return actor_key(claim.actor)


def _roles(earlier: Role, later: Role) -> tuple[Level, tuple[str, ...], RelationKind]:
    if earlier == later:
        return Level.AGREES, (), "same"
    if frozenset({earlier, later}) in _ALIKE:
        return Level.NEAR, (), "same"
    if (earlier, later) in _STEPS:
        return Level.NEAR, (), "updates"
    return Level.CONTRADICTS, (f"{later} here and {earlier} there",), "contradicts"


def _same_event(one: Participation, other: Participation) -> str | None:
    a, b = one.event, other.event
    named, placed = _names_agree(a, b), _places_agree(a, b)
    if a.date is not None and b.date is not None:
        dated = abs((a.date - b.date).days) <= _DATES
        # A house and its city do not share a word: a common name makes up for the place.
        return "same day of meeting" if dated and (placed if named is None else named) else None
    if not placed or not within_days(one, other, _NEWS):
        return None
    return "same meeting by its name" if named else None


def _names_agree(one: Event, other: Event) -> bool | None:
    if one.name is None or other.name is None:
        return None
    return overlap(content_words(one.name), content_words(other.name)) >= _NAME


def _places_agree(one: Event, other: Event) -> bool:
    if one.place is None or other.place is None:
        return True
    return bool(set(tokens(one.place)) & set(tokens(other.place)))
