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
    Parties,
    Words,
    units_of,
)
from pledgebook.ledger.kept.patterns import Pattern, pattern_of
from pledgebook.ledger.releases import record_of
from pledgebook.ledger.reprints import places
from pledgebook.model.claims import Claim, Commitment
from pledgebook.model.entries import Entry
from pledgebook.model.snapshots import Sighting
from pledgebook.model.values import Actor
from pledgebook.model.vocabulary import RelationKind


def facts_of(entries: Iterable[Entry], sightings: Mapping[str, Sequence[Sighting]]) -> Facts | None:
    """Put entries into columns; None where some cannot be, and records are needed.

    Those of data sets in releases: which of them counts hangs on the other records of the book.
    """
    ordered = sorted(entries, key=lambda entry: entry.id)
    if any(record_of(claim) is not None for entry in ordered for claim in entry.claims):
        return None
    if any(len(_digest(entry.id)) != DIGEST for entry in ordered):
        return None
    making = _Making(sightings)
    for entry in ordered:
        making.take(entry)
    return making.facts(ordered)


def _digest(name: str) -> bytes:
    try:
        return bytes.fromhex(name.removeprefix(PREFIX))
    except ValueError:
        return b""


#: Columns of claims, in the order in which they are made.
_OF_CLAIMS = (
    "donors", "recipients", "aid_type", "instrument", "relation",
    "day", "low", "high", "open", "fault", "note", "reprints",
)  # fmt: skip


class _Making:
    """Columns in the making."""

    def __init__(self, sightings: Mapping[str, Sequence[Sighting]]) -> None:
        self._sightings = sightings
        self._reprints: dict[str, int] = {}
        self._patterns = Codes[Pattern]()
        self._conditions = Codes[str]()
        self._parties = Codes[Parties]()
        self._faults = Codes[tuple[str, str]]()
        self._notes = Codes[tuple[str, ...]](())
        self._entries: list[tuple[int, int]] = []
        self._starts: list[int] = [0]
        self._claims: list[tuple[int, ...]] = []
        self._codes: list[str | None] = []
        self._odd: dict[int, tuple[Decimal, Decimal | None]] = {}

    def take(self, entry: Entry) -> None:
        """Add the row of an entry and those of its claims."""
        self._entries.append((self._patterns.of(pattern_of(entry)), self._condition(entry.lead)))
        if isinstance(entry.lead, Commitment):
            relations = {one.claim: one.relation for one in reversed(entry.relations)}
            for claim in entry.claims:
                if isinstance(claim, Commitment):
                    self._take_claim(entry, claim, relations.get(claim.id, "same"))
        self._starts.append(len(self._claims))

    def _condition(self, lead: Claim) -> int:
        if not isinstance(lead, Commitment) or not lead.conditions:
            return NONE
        return self._conditions.of(lead.conditions[0].text)

    def _take_claim(self, entry: Entry, claim: Commitment, relation: RelationKind) -> None:
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
                self._reprinted(claim.source.id),
            )
        )

    def _figures(self, worth: Counted) -> tuple[int, int]:
        low = units_of(worth.low)
        high = 0 if worth.high is None else units_of(worth.high)
        if low is None or high is None:
            self._odd[len(self._claims)] = worth.low, worth.high
            return 0, 0
        return low, high

    def _reprinted(self, source: str) -> int:
        found = self._reprints.get(source)
        if found is None:
            found = max(places(self._sightings.get(source, ())) - 1, 0)
            self._reprints[source] = found
        return found

    def facts(self, ordered: Sequence[Entry]) -> Facts:
        """Give the columns."""
        rows = {entry.id: row for row, entry in enumerate(ordered)}
        currencies = sorted({code for code in self._codes if code is not None})
        coded = {code: n for n, code in enumerate(currencies)}
        claims = dict(zip(_OF_CLAIMS, _columns(self._claims, len(_OF_CLAIMS)), strict=True))
        pattern, condition = _columns(self._entries, 2)
        return Facts(
            ids=b"".join(_digest(entry.id) for entry in ordered),
            pattern=pattern,
            start=np.array(self._starts, dtype=np.int64),
            whole=np.array([_row(e.part_of, rows) for e in ordered], dtype=np.int64),
            condition=condition,
            **{**claims, "open": claims["open"].astype(np.bool_)},
            currency=np.array([_row(code, coded) for code in self._codes], dtype=np.int64),
            patterns=self._patterns.values,
            parties=self._parties.values,
            currencies=currencies,
            faults=self._faults.values,
            odd=self._odd,
            told=Words(_listed(self._notes.values), _listed(self._conditions.values)),
        )


def _named(actors: Iterable[Actor]) -> Parties:
    return tuple((a.id, a.name if a.id is None else None) for a in actors)


def _columns(rows: Sequence[tuple[int, ...]], width: int) -> NDArray[np.int64]:
    return np.array(rows, dtype=np.int64).reshape(-1, width).T.copy()


def _row(name: str | None, rows: Mapping[str, int]) -> int:
    return NONE if name is None else rows.get(name, NONE)


def _listed(values: Sequence[object]) -> bytes:
    return json.dumps(values).encode("ascii")
