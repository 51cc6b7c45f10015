"""Entries into columns; a function of the set of entries."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from pledgebook.ledger.counting import Counted, LeftOut, day_of, valued
from pledgebook.ledger.kept.codes import Codes
from pledgebook.ledger.kept.facts import (
    AID_TYPES,
    DIGEST,
    INSTRUMENTS,
    NONE,
    PREFIX,
    RELATIONS,
    Facts,
    Ints,
    Parties,
    Words,
    units_of,
)
from pledgebook.ledger.kept.gifts import Gifts
from pledgebook.ledger.kept.patterns import Pattern, leaders, pattern_of
from pledgebook.ledger.releases import SeriesAge, age_of, record_of
from pledgebook.ledger.reprints import places
from pledgebook.model.claims import Claim, Commitment
from pledgebook.model.entries import Entry
from pledgebook.model.snapshots import Sighting
from pledgebook.model.values import Actor, Item
from pledgebook.model.vocabulary import RelationKind

#: Where each text was read.
Sightings = Mapping[str, Sequence[Sighting]]


def facts_of(
    entries: Iterable[Entry],
    sightings: Sightings,
    terms: Sequence[str] = (),
) -> Facts | None:
    """Put entries into columns; None where some cannot be, and records are needed.

    ``terms`` are the texts that hold the terms of releases of data sets.
    """
    found = facts_of_several([(entries, sightings)], terms)
    return None if found is None else found[0]


def facts_of_several(
    states: Sequence[tuple[Iterable[Entry], Sightings]], terms: Sequence[str] = ()
) -> tuple[Facts, Ints] | None:
    """Put the entries of several states into columns by id, and say of which state each is.

    Each state has its entries and the sightings of its texts. None where some entries cannot be
    put into columns. An entry of two states is there twice.
    """
    ordered = sorted(
        ((entry, number) for number, (entries, _) in enumerate(states) for entry in entries),
        key=lambda one: (one[0].id, one[1]),
    )
    if any(_is_other_record(claim) for entry, _ in ordered for claim in entry.claims):
        return None
    if any(len(_digest(entry.id)) != DIGEST for entry, _ in ordered):
        return None
    making = _Making()
    for entry, number in ordered:
        making.take(entry, states[number][1])
    rows = {(entry.id, number): row for row, (entry, number) in enumerate(ordered)}
    wholes = [rows.get((entry.part_of or "", number), NONE) for entry, number in ordered]
    facts = making.facts([entry.id for entry, _ in ordered], wholes, terms)
    return facts, np.array([number for _, number in ordered], dtype=np.int64)


def _is_other_record(claim: Claim) -> bool:
    """Only commitments have columns that tell which release they are of."""
    return not isinstance(claim, Commitment) and record_of(claim) is not None


def _digest(name: str) -> bytes:
    try:
        return bytes.fromhex(name.removeprefix(PREFIX))
    except ValueError:
        return b""


#: Columns of claims, in the order in which they are made.
_OF_CLAIMS = (
    "donors", "recipients", "aid_type", "instrument", "relation",
    "day", "low", "high", "open", "fault", "note", "condition", "record", "reprints",
)  # fmt: skip


class _Making:
    """Columns in the making."""

    def __init__(self) -> None:
        self._sightings: Sightings = {}
        self._patterns = Codes[Pattern]()
        self._conditions = Codes[str]()
        self._parties = Codes[Parties]()
        self._faults = Codes[tuple[str, str]]()
        self._notes = Codes[tuple[str, ...]](())
        self._releases = Codes[SeriesAge]()
        self._gifts = Codes[tuple[Item, ...]]()
        self._entries: list[tuple[int, int]] = []
        self._starts: list[int] = [0]
        self._claims: list[tuple[int, ...]] = []
        self._codes: list[str | None] = []
        self._odd: dict[int, tuple[Decimal, Decimal | None]] = {}

    def take(self, entry: Entry, sightings: Sightings) -> None:
        """Add the row of an entry and those of its claims, whose texts were read at places."""
        self._sightings = sightings
        self._entries.append((self._patterns.of(pattern_of(entry)), self._things(entry)))
        if isinstance(entry.lead, Commitment):
            self._take_claims(entry, entry.lead)
        self._starts.append(len(self._claims))

    def _take_claims(self, entry: Entry, lead: Commitment) -> None:
        relations = {one.claim: one.relation for one in reversed(entry.relations)}
        claims = [claim for claim in entry.claims if isinstance(claim, Commitment)]
        may_lead = leaders(claims, claims.index(lead))
        for claim, leads in zip(claims, may_lead, strict=True):
            condition = self._condition(claim) if leads else NONE
            self._take_claim(entry, claim, relations.get(claim.id, "same"), condition)

    def _things(self, entry: Entry) -> int:
        lead = entry.lead
        if not isinstance(lead, Commitment) or not lead.items or entry.part_of is not None:
            return NONE
        return self._gifts.of(lead.items)

    def _condition(self, claim: Commitment) -> int:
        return self._conditions.of(claim.conditions[0].text) if claim.conditions else NONE

    def _record(self, claim: Commitment) -> int:
        age = age_of(claim)
        return NONE if age is None else self._releases.of(age)

    def _take_claim(
        self, entry: Entry, claim: Commitment, relation: RelationKind, condition: int
    ) -> None:
        worth, day = valued(entry, claim, claim.stage), day_of(entry, claim)
        low, high, fault, note = 0, 0, NONE, 0
        if isinstance(worth, LeftOut):
            fault = self._faults.of((worth.rule, worth.reason))
        else:
            low, high = self._figures(worth)
            note = self._notes.of(worth.notes)
        is_open = isinstance(worth, Counted) and worth.high is None
        self._codes.append(None if claim.amount is None else claim.amount.currency)
        self._claims.append(
            (
                self._parties.of(_named(claim.donors)),
                self._parties.of(_named(claim.recipients)),
                AID_TYPES.index(claim.aid_type),
                INSTRUMENTS.index(claim.instrument),
                RELATIONS.index(relation),
                0 if day is None else day.toordinal(),
                low,
                high,
                is_open,
                fault,
                note,
                condition,
                self._record(claim),
                max(places(self._sightings.get(claim.source.id, ())) - 1, 0),
            )
        )

    def _figures(self, worth: Counted) -> tuple[int, int]:
        low = units_of(worth.low)
        high = 0 if worth.high is None else units_of(worth.high)
        if low is None or high is None:
            self._odd[len(self._claims)] = worth.low, worth.high
            return 0, 0
        return low, high

    def facts(self, names: Sequence[str], wholes: Sequence[int], terms: Sequence[str]) -> Facts:
        """Give the columns; ``names`` are the ids of the entries, ``wholes`` rows of wholes."""
        currencies = sorted({code for code in self._codes if code is not None})
        coded = {code: n for n, code in enumerate(currencies)}
        claims = dict(zip(_OF_CLAIMS, _columns(self._claims, len(_OF_CLAIMS)), strict=True))
        pattern, things = _columns(self._entries, 2)
        return Facts(
            ids=b"".join(map(_digest, names)),
            pattern=pattern,
            start=np.array(self._starts, dtype=np.int64),
            whole=np.array(wholes, dtype=np.int64),
            things=things,
            **{**claims, "open": claims["open"].astype(np.bool_)},
            currency=np.array([_row(code, coded) for code in self._codes], dtype=np.int64),
            patterns=self._patterns.values,
            parties=self._parties.values,
            currencies=currencies,
            faults=self._faults.values,
            odd=self._odd,
            releases=self._releases.values,
            terms=terms,
            told=Words(_listed(self._notes.values), _listed(self._conditions.values)),
            gifts=Gifts.of(self._gifts.values),
        )


def _named(actors: Iterable[Actor]) -> Parties:
    return tuple((a.id, a.name if a.id is None else None) for a in actors)


def _columns(rows: Sequence[tuple[int, ...]], width: int) -> NDArray[np.int64]:
    return np.array(rows, dtype=np.int64).reshape(-1, width).T.copy()


def _row(name: str | None, rows: Mapping[str, int]) -> int:
    return NONE if name is None else rows.get(name, NONE)


def _listed(values: Sequence[object]) -> bytes:
    return json.dumps(values).encode("ascii")
