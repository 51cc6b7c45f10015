"""Every entry judged by its pattern: which of its claims counts at which stage, or which rule."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pledgebook.ledger.counting import LeftOut, Measured, telling
from pledgebook.ledger.kept.codes import Codes
from pledgebook.ledger.kept.facts import NONE, Facts, Ints
from pledgebook.ledger.kept.patterns import Pattern, stand_in
from pledgebook.ledger.rules import CountingRules
from pledgebook.model.vocabulary import Stage

#: Verdict of an entry that counts.
COUNTED = 0


@dataclass(slots=True, eq=False)
class Verdicts:
    """The verdicts on all entries.

    Attributes:
        of: of each entry, ``COUNTED`` or the number of its rule and reason in ``known``.
        told: of each commitment, the row of the claim that counts; of one that is left out, of
            its lead; ``NONE`` of other kinds.
        stage: the stage that the claim counts at, or that the lead tells, by number.
        known: rules and reasons.
        stages: stages.
        leads: of each pattern the place of its lead, and the stage that it tells.
    """

    of: Ints
    told: Ints
    stage: Ints
    known: Codes[tuple[str, str]]
    stages: Codes[Stage]
    leads: tuple[Ints, Ints]

    @property
    def counted(self) -> Ints:
        """Rows of the entries that count."""
        return np.flatnonzero(self.of == COUNTED)

    def lead(self, rows: Ints, facts: Facts) -> Ints:
        """Rows of the claims that lead entries."""
        found: Ints = facts.start[rows] + self.leads[0][facts.pattern[rows]]
        return found

    def named(self, column: Ints, silent: int, rows: Ints, facts: Facts) -> Ints:
        """Of entries what their lead says, as ``counting.named_by`` has it; ``silent`` is nothing.

        What the lead does not say is that of the claim that counts.
        """
        led = column[self.lead(rows, facts)]
        return np.where(led == silent, column[self.told[rows]], led)

    def leave_out(self, rows: Ints, codes: Ints | int, facts: Facts) -> None:
        """Leave entries out by rules; from then on their lead stands for them."""
        self.of[rows] = codes
        self.told[rows] = self.lead(rows, facts)
        self.stage[rows] = self.leads[1][facts.pattern[rows]]


def verdicts(facts: Facts, measure: Measured, rules: CountingRules) -> Verdicts:
    """Judge all entries by themselves."""
    known, stages = Codes(("", "")), Codes[Stage]()
    judged = [_judged(pattern, measure, rules, known, stages) for pattern in facts.patterns]
    code, place, stage = np.array(judged, dtype=np.int64).reshape(-1, 3).T
    place_of = place[facts.pattern]
    found = Verdicts(
        of=code[facts.pattern],
        told=np.where(place_of == NONE, NONE, facts.start[:-1] + place_of),
        stage=stage[facts.pattern],
        known=known,
        stages=stages,
        leads=_leads(facts, stages),
    )
    _leave_out_without_sum(facts, found)
    return found


def _judged(
    pattern: Pattern,
    measure: Measured,
    rules: CountingRules,
    known: Codes[tuple[str, str]],
    stages: Codes[Stage],
) -> tuple[int, int, int]:
    """The verdict on a pattern, the place of the claim that stands for it, and its stage."""
    entry = stand_in(pattern)
    told = telling(entry, measure, rules)
    if isinstance(told, LeftOut):
        place, stage = _lead(pattern, stages)
        return known.of((told.rule, told.reason)), place, stage
    place = next(n for n, claim in enumerate(entry.claims) if claim is told.claim)
    return COUNTED, place, stages.of(told.stage)


def _lead(pattern: Pattern, stages: Codes[Stage]) -> tuple[int, int]:
    if not pattern.claims:
        return NONE, NONE
    return pattern.lead, stages.of(pattern.claims[pattern.lead].stage)


def _leads(facts: Facts, stages: Codes[Stage]) -> tuple[Ints, Ints]:
    every = [_lead(pattern, stages) for pattern in facts.patterns]
    places, told = np.array(every, dtype=np.int64).reshape(-1, 2).T
    return places, told


def _leave_out_without_sum(facts: Facts, found: Verdicts) -> None:
    rows = found.counted
    fault = facts.fault[found.told[rows]]
    codes = np.array([found.known.of(one) for one in facts.faults], dtype=np.int64)
    out = fault != NONE
    found.leave_out(rows[out], codes[fault[out]], facts)
