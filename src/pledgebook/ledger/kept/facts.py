"""The columns: a row for each entry by id, a row for each claim in the order of its entry."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any, Protocol, get_args

import numpy as np
from numpy.typing import NDArray

from pledgebook.ledger.exact import EXACT
from pledgebook.ledger.kept.codes import different
from pledgebook.ledger.kept.gifts import Gifts
from pledgebook.ledger.kept.patterns import Pattern
from pledgebook.ledger.releases import Age, SeriesAge, newest_of
from pledgebook.model.claims import Commitment, Source
from pledgebook.model.spans import Span
from pledgebook.model.values import Actor
from pledgebook.model.vocabulary import AidType, Instrument, RelationKind

Ints = NDArray[np.int64]

#: Decimal places of the figures in columns; finer ones are kept apart, as text.
PLACES = 2
#: Bytes of an id's digest.
DIGEST = 32
#: What stands before the digest of an entry.
PREFIX = "entry:"
#: Where a code or place stands for nothing.
NONE = -1


#: Ids of actors, or the names of those without one.
Parties = tuple[tuple[str | None, str | None], ...]

AID_TYPES: tuple[AidType, ...] = get_args(AidType)
INSTRUMENTS: tuple[Instrument, ...] = get_args(Instrument)
RELATIONS: tuple[RelationKind, ...] = get_args(RelationKind)


class Figures(Protocol):
    """Sums in columns, as ``Facts`` has those of claims."""

    @property
    def low(self) -> Ints:
        """Lower ends."""

    @property
    def high(self) -> Ints:
        """Upper ends."""

    @property
    def open(self) -> NDArray[np.bool_]:
        """Whether they are open upwards."""

    @property
    def odd(self) -> Mapping[int, tuple[Decimal, Decimal | None]]:
        """Sums that do not fit."""

    @property
    def day(self) -> Ints:
        """Days that they count on."""

    @property
    def currency(self) -> Ints:
        """Currencies, by their places."""

    @property
    def currencies(self) -> Sequence[str]:
        """Codes."""

    @property
    def record(self) -> Ints:
        """Releases that they are of, by their places."""

    @property
    def releases(self) -> Sequence[SeriesAge]:
        """Releases of data sets."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Facts:
    """What totals need of all entries of one state of a book.

    Attributes:
        ids: digests of the entries, 32 bytes each, in order.
        pattern: of each entry, its place in ``patterns``.
        start: of each entry, the place of its first claim; one more than there are entries.
        whole: of each entry, the row of the entry that it is a part of, ``NONE`` for none.
        things: of each entry that is no part, the place in ``gifts`` of the things that its lead
            gives, ``NONE`` for none.
        donors, recipients: of each claim, its parties, in ``parties``.
        aid_type, instrument: of each claim, the places of its codes in ``AID_TYPES`` and
            ``INSTRUMENTS``.
        relation: of each claim, the place of its relation to its entry in ``RELATIONS``.
        day: of each claim, the ordinal of the day it counts on, 0 where it is not known.
        low, high: of each claim, in hundredths; of odd ones 0.
        open: of each claim, whether its sum is open upwards.
        currency: of each claim, the code in ``currencies``, ``NONE`` where none is printed.
        fault: of each claim, the rule in ``faults`` by which its sum is none, ``NONE`` for a sum.
        note: of each claim, what is to be known of its sum, in ``notes``.
        condition: of each claim that may lead its entry, the words in ``conditions`` that it hangs
            on first; ``NONE`` for none.
        record: of each claim, the release of a data set in ``releases`` that it is a record of,
            ``NONE`` for none.
        reprints: of each claim, at how many places besides the first its text was read.
        odd: sums that do not fit in hundredths, by the row of the claim.
        releases: releases of data sets.
        terms: ids of the texts that hold the terms of releases, of whatever day.
        told: words of notes and conditions.
        gifts: things, with their counts.
        judged: verdicts on the patterns, or on the first of them, by the name of counting rules and
            measure, as ``judging.Judged`` writes them; all releases newest that are.
    """

    ids: bytes
    pattern: Ints
    start: Ints
    whole: Ints
    things: Ints
    donors: Ints
    recipients: Ints
    aid_type: Ints
    instrument: Ints
    relation: Ints
    day: Ints
    low: Ints
    high: Ints
    open: NDArray[np.bool_]
    currency: Ints
    fault: Ints
    note: Ints
    condition: Ints
    record: Ints
    reprints: Ints
    patterns: Sequence[Pattern]
    parties: Sequence[Parties]
    currencies: Sequence[str]
    faults: Sequence[tuple[str, str]]
    odd: Mapping[int, tuple[Decimal, Decimal | None]]
    releases: Sequence[SeriesAge]
    terms: Sequence[str]
    told: Words
    gifts: Gifts
    judged: Mapping[tuple[str, str], bytes] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """Number of entries."""
        return len(self.pattern)

    @cached_property
    def nobody(self) -> int:
        """Place of no party at all in ``parties``, ``NONE`` where every claim names some."""
        return self.parties.index(()) if () in self.parties else NONE

    @cached_property
    def newest(self) -> dict[str, Age]:
        """The newest release of each data set that any claim is a record of."""
        used = different(self.record[self.record != NONE]).tolist() if self.releases else []
        return newest_of(self.releases[code] for code in used)

    @cached_property
    def stands(self) -> NDArray[np.bool_]:
        """Of each claim, whether no newer release restates or drops it."""
        of = [age == self.newest.get(series) for series, age in self.releases]
        found: NDArray[np.bool_] = np.array([*of, True], dtype=np.bool_)[self.record]
        return found

    def name(self, row: int) -> str:
        """Id of an entry."""
        return PREFIX + self.ids[DIGEST * row : DIGEST * (row + 1)].hex()

    @cached_property
    def every_name(self) -> NDArray[np.object_]:
        """Ids of all entries."""
        digits = self.ids.hex(" ", DIGEST)
        found = (PREFIX + digits.replace(" ", f" {PREFIX}")).split(" ") if digits else []
        return np.array(found, dtype=np.object_)

    def names(self, rows: Ints) -> list[str]:
        """Ids of entries."""
        found: list[str] = self.every_name[rows].tolist()
        return found


def claim_of(**values: Any) -> Commitment:
    """Make a claim that has some values, and nothing else."""
    nothing: dict[str, Any] = {"evidence": (), "sentence": Span(0, 0), "reader": ""}
    return Commitment(source=Source(id=""), **nothing, **values)


def actors(parties: Parties) -> tuple[Actor, ...]:
    """Make the actors of a claim, as far as totals look at them."""
    return tuple(Actor(id=name, name=words or "", type="unnamed") for name, words in parties)


class Words:
    """Words that only some answers need; read when they are first asked for."""

    def __init__(self, notes: bytes, conditions: bytes) -> None:
        """Take the lists as they are kept, JSON."""
        self.raw_notes, self.raw_conditions = notes, conditions

    @cached_property
    def notes(self) -> list[list[str]]:
        """What is to be known of sums; the first is nothing."""
        return _read(self.raw_notes)

    @cached_property
    def conditions(self) -> list[str]:
        """Words that promises hang on."""
        return _read(self.raw_conditions)


def _read(raw: bytes) -> list[Any]:
    found: list[Any] = json.loads(raw)
    return found


def decimal_of(units: int) -> Decimal:
    """Give hundredths as a decimal."""
    return EXACT.scaleb(Decimal(units), -PLACES)


#: Figures beyond this do not fit a column.
_MOST = 2**62


def units_of(figure: Decimal) -> int | None:
    """Give a figure in hundredths; None where it does not fit."""
    scaled = EXACT.scaleb(figure, PLACES)
    if scaled != scaled.to_integral_value(context=EXACT):
        return None
    return int(scaled) if abs(scaled) < _MOST else None
