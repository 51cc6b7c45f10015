"""Every entry judged by its pattern: which of its claims counts at which stage, or which rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, get_args

import numpy as np
import orjson

from pledgebook.ledger.counting import LeftOut, Measured, leading, standing, telling
from pledgebook.ledger.kept.codes import Codes
from pledgebook.ledger.kept.facts import NONE, Facts, Ints
from pledgebook.ledger.kept.patterns import Pattern, stand_in
from pledgebook.ledger.releases import Releases
from pledgebook.ledger.rules import CountingRules, counting_rules, rule_names
from pledgebook.model.claims import Claim
from pledgebook.model.entries import Entry
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
        led: of each commitment, the row of the claim that leads it among those that no newer
            release restates or drops; else the lead.
        stage: the stage that the claim counts at, or that the lead tells, by number.
        known: rules and reasons.
        stages: stages.
        leads: of each pattern the place of its lead, and the stage that it tells.
    """

    of: Ints
    told: Ints
    led: Ints
    stage: Ints
    known: Codes[tuple[str, str]]
    stages: Codes[Stage]
    leads: tuple[Ints, Ints]

    @property
    def counted(self) -> Ints:
        """Rows of the entries that count."""
        return np.flatnonzero(self.of == COUNTED)

    def rules_of(self, rows: Ints) -> tuple[Ints, list[str]]:
        """The rules that leave entries out, by their places among all names in order; the names."""
        rules = [rule for rule, _ in self.known.values]
        names = sorted(set(rules))
        places = {rule: place for place, rule in enumerate(names)}
        return np.array([places[rule] for rule in rules], dtype=np.int64)[self.of[rows]], names

    def lead(self, rows: Ints, facts: Facts) -> Ints:
        """Rows of the claims that lead entries."""
        found: Ints = facts.start[rows] + self.leads[0][facts.pattern[rows]]
        return found

    def named(self, column: Ints, silent: int, rows: Ints, facts: Facts) -> Ints:
        """Of entries what their lead says, as ``counting.named_by`` has it; ``silent`` is nothing.

        What the lead does not say is that of the claim that counts.
        """
        counts = self.of[rows] == COUNTED
        led = column[np.where(counts, self.led[rows], self.lead(rows, facts))]
        return np.where(led == silent, column[self.told[rows]], led)

    def leave_out(self, rows: Ints, codes: Ints | int, facts: Facts) -> None:
        """Leave entries out by rules; from then on their lead stands for them."""
        self.of[rows] = codes
        self.told[rows] = self.lead(rows, facts)
        self.stage[rows] = self.leads[1][facts.pattern[rows]]


#: What is asked of patterns: a name of counting rules and a measure.
Question = tuple[str, Measured]


class Ask(NamedTuple):
    """By what patterns are judged."""

    measure: Measured
    rules: CountingRules
    releases: Releases


#: Numbers that a verdict on a pattern has.
_COLUMNS = 4


class Judged:
    """The verdicts on patterns, as far as they were judged.

    Attributes:
        known: rules and reasons.
        stages: stages.
        told: of each pattern its verdict in ``known``, the places of the claim that stands for it
            and of the one that leads it, and its stage.
    """

    def __init__(self, raw: bytes | None = None) -> None:
        """Take verdicts as they were written."""
        found = {} if raw is None else orjson.loads(raw)
        self.known = Codes(("", ""), *map(tuple, found.get("known", ())))
        self.stages = Codes[Stage](*found.get("stages", ()))
        self.told: list[int] = found.get("told", [])

    def judge(self, patterns: Sequence[Pattern], ask: Ask) -> Ints:
        """Judge the patterns that are not yet; gives four columns for all."""
        for pattern in patterns[len(self.told) // _COLUMNS :]:
            self.told += _judged(pattern, ask, self.known, self.stages)
        return np.array(self.told, dtype=np.int64).reshape(-1, _COLUMNS).T

    def written(self) -> bytes:
        """Write the verdicts."""
        found = {"known": self.known.values[1:], "stages": self.stages.values, "told": self.told}
        return orjson.dumps(found)


def judged_by_all(
    patterns: Sequence[Pattern], releases: Releases
) -> Iterator[tuple[Question, bytes]]:
    """Judge patterns by all counting rules and measures; gives the verdicts as they are kept."""
    for name in rule_names():
        for measure in get_args(Measured):
            found = Judged()
            found.judge(patterns, Ask(measure, counting_rules(name), releases))
            yield (name, measure), found.written()


def verdicts(facts: Facts, ask: Ask) -> Verdicts:
    """Judge all entries by themselves."""
    judged = Judged(facts.judged.get((ask.rules.name, ask.measure)))
    code, place, led, stage = judged.judge(facts.patterns, ask)
    known, stages = judged.known, judged.stages
    found = Verdicts(
        of=code[facts.pattern],
        told=_rows(facts, place),
        led=_rows(facts, led),
        stage=stage[facts.pattern],
        known=known,
        stages=stages,
        leads=_leads(facts, stages),
    )
    _leave_out_without_sum(facts, found)
    return found


def _rows(facts: Facts, place: Ints) -> Ints:
    """Rows of the claims at a place of each pattern."""
    of = place[facts.pattern]
    return np.where(of == NONE, NONE, facts.start[:-1] + of)


def _judged(
    pattern: Pattern, ask: Ask, known: Codes[tuple[str, str]], stages: Codes[Stage]
) -> tuple[int, int, int, int]:
    """The verdict on a pattern, the places of the claim that stands for it and its lead; a stage.

    What is left out has the stage that its own lead tells.
    """
    entry = stand_in(pattern)
    told = telling(entry, *ask)
    place, stage = _lead(pattern, stages)
    if isinstance(told, LeftOut):
        claims = standing(entry, ask.releases)
        led = _place(entry, leading(entry, claims)) if claims else place
        return known.of((told.rule, told.reason)), place, led, stage
    place, led = _place(entry, told.claim), _place(entry, told.lead)
    return COUNTED, place, led, stages.of(told.stage)


def _place(entry: Entry, claim: Claim) -> int:
    return next(n for n, one in enumerate(entry.claims) if one is claim)


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
