"""The values of dimensions in columns, as ``tally.keys_of`` gives them of a claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from pledgebook.ledger.kept.codes import Codes
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
from pledgebook.model.claims import Commitment


@dataclass(frozen=True, slots=True, eq=False)
class KeysByRow:
    """Values of the dimensions asked for.

    Attributes:
        of: of each commitment, its values by number; ``NONE`` of other kinds.
        values: the values by number.
    """

    of: Ints
    values: Sequence[Keys]


def keys_by_row(tally: KeptTally, by: Sequence[str]) -> KeysByRow:
    """Give the values of dimensions for every commitment, counted or left out."""
    rows = np.flatnonzero(tally.verdicts.told != NONE)
    number = np.zeros(len(rows), dtype=np.int64)
    dimensions = [_dimension(tally, name, rows) for name in by]
    for codes, values in dimensions:
        number = number * max(len(values), 1) + codes
    numbers, place_ = np.unique(number, return_inverse=True)
    of = np.full(tally.facts.count, NONE, dtype=np.int64)
    of[rows] = place_
    return KeysByRow(of, _keys(numbers, [values for _, values in dimensions]))


def _keys(numbers: Ints, dimensions: Sequence[Sequence[str | None]]) -> list[Keys]:
    """Values of each number, which has a place for each dimension."""
    if not dimensions:
        return [()] * len(numbers)
    found: list[list[str | None]] = []
    for values in reversed(dimensions):
        numbers, codes = np.divmod(numbers, max(len(values), 1))
        found.append([values[code] for code in codes.tolist()])
    return list(zip(*reversed(found), strict=True))


def _dimension(tally: KeptTally, name: str, rows: Ints) -> tuple[Ints, list[str | None]]:
    """Of each row its value of one dimension, by number, and the values."""
    codes, made = _made(tally, name, rows)
    folds = tally.rules.fold_donors
    known = Codes[str | None]()
    same = [known.of(keys_of(claim, told, day, (name,), folds)[0]) for claim, told, day in made]
    return np.array(same, dtype=np.int64)[codes], known.values


_Made = tuple[Commitment, str, date | None]
_FIRST = date(1970, 1, 1)


def _made(tally: KeptTally, name: str, rows: Ints) -> tuple[Ints, list[_Made]]:
    """Of each row by number what its value is read from: a claim, a stage or a day."""
    facts, told = tally.facts, tally.verdicts.told[rows]
    if name == "stage":
        stages = tally.verdicts.stages.values
        return tally.verdicts.stage[rows], [(claim_of(), stage, None) for stage in stages]
    if name == "month":
        months, codes = np.unique(_months(facts.day[told]), return_inverse=True)
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
