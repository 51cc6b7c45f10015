"""Values that a claim carries: actors, sums of money, counts, periods, conditions, events.

Inexact stays inexact: a bound is part of a value, and an open side is None.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from pledgebook.model.vocabulary import ActorType, Bound, Per, Trigger


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody who speaks, is bound, takes part or is addressed.

    Attributes:
        id: ISO 3166-1 alpha-3 for a state, ``org:…``, ``person:…`` or ``group:…``; None where
            the text names nobody that can be identified.
        name: as the text (or, for a pronoun, its antecedent) prints it.
        type: what kind of actor.
        role: office of a person, as printed or from reference data.
        affiliation: actor id that a person acts for.
        count: how many an unnamed group is said to be.
    """

    id: str | None
    name: str
    type: ActorType
    role: str | None = None
    affiliation: str | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A sum of money with its bound.

    Attributes:
        low: lower end in units of ``currency``; None where the lower side is open (``up_to``).
        high: upper end; None where the upper side is open (``at_least``).
        currency: ISO 4217 code; None where none is printed and none carried.
        bound: ``exact`` and ``about`` have low = high = the printed figure.
        per: what stretch of time the figure is for.
        reported_as: the same sum as the text itself converts it.
    """

    low: Decimal | None
    high: Decimal | None
    currency: str | None
    bound: Bound = "exact"
    per: Per = "total"
    reported_as: tuple[Amount, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A count of things with its bound; ``unit`` None means pieces."""

    low: Decimal | None
    high: Decimal | None
    bound: Bound = "exact"
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A thing given, or bought with the money; ``category`` is a code of the item list."""

    name: str
    quantity: Quantity | None = None
    category: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of time: half-open dates, an ISO 8601 duration, and the words.

    Attributes:
        start: first day, None where not said.
        end: first day after it, None where not said.
        duration: ISO 8601 (``P1M``), None where not said.
        text: the words.
    """

    start: dt.date | None = None
    end: dt.date | None = None
    duration: str | None = None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What a promise hangs on, in the words of the text, and the kind of event it names."""

    text: str
    trigger: Trigger


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingSource:
    """Where the money comes from, in words; ``kind`` a code where known."""

    words: str
    kind: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A meeting. ``end_date`` is its last day where it runs over several."""

    name: str | None
    place: str | None = None
    date: dt.date | None = None
    end_date: dt.date | None = None
