"""The values of dimensions in columns, as ``tally.keys_of`` gives them of a claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import prod

import numpy as np

from pledgebook.ledger.kept.codes import numbered
from pledgebook.ledger.kept.facts import (
    AID_TYPES,
    INSTRUMENTS,
    NONE,
    Ints,
    actors,
    claim_of,
)
from pledgebook.ledger.kept.tallying import KeptTally
from pledgebook.ledger.tally import Keys, keys_of
from pledgebook.ledger.totals_rows import place_of
from pledgebook.model.claims import Commitment


@dataclass(frozen=True, slots=True, eq=False)
class KeysByRow:
    """Values of the dimensions asked for.

    Attributes:
        by: the dimensions.
        of: of each commitment, its values by number; ``NONE`` of other kinds. Numbers are in the
            order in which rows stand.
        count: how many there are.
        codes: by dimension, of each number its value by code.
        values: by dimension, the values by code.
    """

    by: Sequence[str]
    of: Ints
    count: int
    codes: Sequence[Ints]
    values: Sequence[Sequence[str | None]]

    def dimension(self, name: str) -> tuple[Ints, Sequence[str | None]]:
        """Of each number its value of a dimension by code, and the values."""
        place = self.by.index(name)
        return self.codes[place], self.values[place]

    def keys(self, number: int) -> Keys:
        """The values of a number."""
        parts = zip(self.codes, self.values, strict=True)
        return tuple(values[codes[number]] for codes, values in parts)


def keys_by_row(tally: KeptTally, by: Sequence[str]) -> KeysByRow:
    """Give the values of dimensions for every commitment, counted or left out."""
    rows = np.flatnonzero(tally.verdicts.told != NONE)
    number = np.zeros(len(rows), dtype=np.int64)
    dimensions = [_dimension(tally, name, rows) for name in by]
    spans = [max(len(values), 1) for _, values in dimensions]
    for (codes, _), span in zip(dimensions, spans, strict=True):
        number = number * span + codes
    numbers, place = numbered(number, prod(spans))
    of = np.full(tally.facts.count, NONE, dtype=np.int64)
    of[rows] = place
    found: list[Ints] = []
    for span in reversed(spans):
        numbers, codes = np.divmod(numbers, span)
        found.append(codes)
    return KeysByRow(by, of, len(numbers), found[::-1], [values for _, values in dimensions])


def _dimension(tally: KeptTally, name: str, rows: Ints) -> tuple[Ints, list[str | None]]:
    """Of each row its value of one dimension, by code, and the values in order."""
    codes, made = _made(tally, name, rows)
    folds = tally.rules.fold_donors
    told = [keys_of(claim, stage, day, (name,), folds)[0] for claim, stage, day in made]
    values = sorted(set(told), key=place_of)
    places = {value: place for place, value in enumerate(values)}
    return np.array([places[value] for value in told], dtype=np.int64)[codes], values


_Made = tuple[Commitment, str, date | None]
_FIRST = date(1970, 1, 1)
#: More months than there are.
_LAST = 12 * (date.max.year + 1)


def _made(tally: KeptTally, name: str, rows: Ints) -> tuple[Ints, list[_Made]]:
    """Of each row by number what its value is read from: a claim, a stage or a day."""
    facts, told = tally.facts, tally.verdicts.told[rows]
    if name == "stage":
        stages = tally.verdicts.stages.values
        return tally.verdicts.stage[rows], [(claim_of(), stage, None) for stage in stages]
    if name == "month":
        months, codes = numbered(_months(facts.day[told]), _LAST)
        return codes, [(claim_of(), "", _first_day(month)) for month in months.tolist()]
    named = tally.verdicts.named
    column = {"donor": facts.donors, "recipient": facts.recipients}.get(name)
    if column is not None:
        made: list[_Made] = [(claim_of(**{f"{name}s": actors(p)}), "", None) for p in facts.parties]
        return named(column, facts.nobody, rows, facts), made
    if name == "aid_type":
        codes, kinds = named(facts.aid_type, AID_TYPES.index("other"), rows, facts), AID_TYPES
        return codes, [(claim_of(aid_type=kind), "", None) for kind in kinds]
    codes = named(facts.instrument, INSTRUMENTS.index("unspecified"), rows, facts)
    return codes, [(claim_of(instrument=value), "", None) for value in INSTRUMENTS]


def _months(days: Ints) -> Ints:
    """Number the months of days, from the year 0 on; 0 where the day is not known."""
    since = (days - _FIRST.toordinal()).astype("datetime64[D]").astype("datetime64[M]")
    return np.where(days == 0, 0, since.astype(np.int64) + _FIRST.year * 12)


def _first_day(month: int) -> date | None:
    return date(month // 12, month % 12 + 1, 1) if month else None
