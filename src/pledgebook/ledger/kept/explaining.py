"""The way to a total in columns: the same steps that ``ledger.waterfall`` makes of records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pledgebook.ledger.kept.codes import Codes
from pledgebook.ledger.kept.facts import NONE, RELATIONS, Facts, Ints
from pledgebook.ledger.kept.judging import COUNTED as COUNTS
from pledgebook.ledger.kept.keying import keys_by_row
from pledgebook.ledger.kept.listing import Names
from pledgebook.ledger.kept.patterns import NO_SUM
from pledgebook.ledger.kept.sums import interval
from pledgebook.ledger.kept.tallying import KeptTally
from pledgebook.ledger.waterfall import (
    COUNTED,
    MEANINGS,
    OLDER,
    READ,
    REPRINT,
    Step,
    in_order,
    step_again,
)


def kept_steps(tally: KeptTally, where: Mapping[str, str]) -> tuple[Step, ...]:
    """Give the steps of the entries that have the values ``where`` asks for.

    The tally must be one of which every sum was converted.
    """
    told = _Told.of(tally)
    rows = np.flatnonzero(told.sums & _asked(tally, where)[told.entry])
    codes, names = _names(tally, told, rows)
    again = tally.facts.reprints[rows]
    figures = [(REPRINT, rows[again > 0]), (READ, rows)]
    figures += [(name, rows[codes == code]) for code, name in enumerate(names)]
    return in_order({
        name: _step(tally, told, name, some) for name, some in figures if len(some)
    })  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class _Told:
    """Of each claim: its entry, whether it tells a sum, its stage by number.

    And of each commitment the claim whose figure stands for it, ``NONE`` where none has any.
    """

    entry: Ints
    sums: NDArray[np.bool_]
    stage: Ints
    main: Ints

    @classmethod
    def of(cls, tally: KeptTally) -> _Told:
        facts = tally.facts
        entry = np.repeat(np.arange(facts.count), np.diff(facts.start))
        sums, stage = _by_claim(facts, entry)
        return cls(entry, sums, stage, _main(tally, entry, sums))


def _by_claim(facts: Facts, entry: Ints) -> tuple[NDArray[np.bool_], Ints]:
    """Of each claim whether it tells a sum, and its stage by number, from its pattern."""
    sizes = [len(pattern.claims) for pattern in facts.patterns]
    first = np.cumsum([0, *sizes])[:-1]
    stages = Codes[str]()
    told = [claim for pattern in facts.patterns for claim in pattern.claims]
    sums = np.array([claim.figure != NO_SUM for claim in told], dtype=np.bool_)
    stage = np.array([stages.of(claim.stage) for claim in told], dtype=np.int64)
    place = first[facts.pattern[entry]] + np.arange(len(entry)) - facts.start[entry]
    return sums[place], stage[place]


def _main(tally: KeptTally, entry: Ints, sums: NDArray[np.bool_]) -> Ints:
    """The claim that counts; of what is left out the lead, else the last claim that has a sum."""
    found = tally.verdicts
    main = np.full(tally.facts.count, NONE, dtype=np.int64)
    main[entry[sums]] = np.flatnonzero(sums)  # of several the last
    rows = np.flatnonzero(found.told != NONE)
    rows = rows[sums[found.told[rows]]]
    main[rows] = found.told[rows]
    return main


def _asked(tally: KeptTally, where: Mapping[str, str]) -> NDArray[np.bool_]:
    keys = keys_by_row(tally, tuple(where))
    fits = np.ones(keys.count, dtype=np.bool_)
    for codes, values, wanted in zip(keys.codes, keys.values, where.values(), strict=True):
        fits &= np.array([(value or "none") == wanted for value in values], dtype=np.bool_)[codes]
    return np.append(fits, False)[keys.of]


def _names(tally: KeptTally, told: _Told, rows: Ints) -> tuple[Ints, list[str]]:
    """Of each figure the name of its step, by number; and the names."""
    names = Codes[str]()
    known = tally.verdicts.known.values
    rules = [names.of(COUNTED if code == COUNTS else rule) for code, (rule, _) in enumerate(known)]
    again = [
        [names.of(step_again(relation, same_stage=same)) for relation in RELATIONS]
        for same in (False, True)
    ]
    main = told.main[told.entry[rows]]
    same = (told.stage[rows] == told.stage[main]).astype(np.int64)
    other = np.array(again, dtype=np.int64)[same, tally.facts.relation[rows]]
    other = np.where(tally.facts.stands[rows], other, names.of(OLDER))
    verdict = np.array(rules, dtype=np.int64)[tally.verdicts.of[told.entry[rows]]]
    return np.where(rows == main, verdict, other), names.values


def _step(tally: KeptTally, told: _Told, name: str, rows: Ints) -> Step:
    """Add up the figures of one step; they are in the order of their entries."""
    facts, worth = tally.facts, tally.worth
    reprints = facts.reprints[rows]
    times = {REPRINT: reprints, READ: reprints + 1}.get(name, np.ones(len(rows), dtype=np.int64))
    lacks = (facts.fault[rows] != NONE) | worth.lacks(rows)
    step = Step(name, _reason(tally, told, name, int(rows[0])), figures=int(times.sum()))
    step.unconverted = int(times[lacks].sum())
    for often in np.flatnonzero(np.bincount(times[~lacks])).tolist():
        step.add_sum(*interval(facts, worth, rows[~lacks & (times == often)]), often)
    entries = told.entry[rows]
    step.entries = Names(facts, entries[np.diff(entries, prepend=NONE) != 0])
    return step


def _reason(tally: KeptTally, told: _Told, name: str, row: int) -> str:
    """What a step means; of a rule with reasons of its own, that of its first figure."""
    entry = told.entry[row]
    if name in MEANINGS or told.main[entry] != row:
        return MEANINGS.get(name, "")
    (out,) = tally.left_out(np.array([entry]))
    return out.reason
