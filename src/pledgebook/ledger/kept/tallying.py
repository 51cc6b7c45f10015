"""A tally of columns: what each entry is worth to a total, or the rule that leaves it out.

It goes the way of ``ledger.tally``, step by step, with the same rules, rates and doubles.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from pledgebook.ledger.conversion import Conversion
from pledgebook.ledger.counting import LeftOut
from pledgebook.ledger.kept.converting import Worth, as_printed, in_one_currency, without_rate
from pledgebook.ledger.kept.doubles import kept_doubles
from pledgebook.ledger.kept.facts import NONE, Facts, Ints
from pledgebook.ledger.kept.judging import Ask, Verdicts, verdicts
from pledgebook.ledger.kept.patterns import CONDITION
from pledgebook.ledger.kept.pricing import Beside, priced_beside
from pledgebook.ledger.parts import part, parts_counted
from pledgebook.ledger.rules import CountingRules
from pledgebook.ledger.totals_query import TotalsQuery


@dataclass(frozen=True, eq=False)
class KeptTally:
    """Every entry, judged once.

    Attributes:
        facts: the columns.
        verdicts: what counts, and what does not by which rule.
        worth: sums, converted where one currency is asked for.
        over: of each part that gives way to its whole, the row of the whole; else ``NONE``.
        rules: the rules applied, with the folds of releases in them.
        beside: what gifts in kind without a sum may be worth; None where no prices were given.
    """

    facts: Facts
    verdicts: Verdicts
    worth: Worth
    over: Ints
    rules: CountingRules
    beside: Beside | None = None

    @cached_property
    def _own(self) -> NDArray[np.bool_]:
        """Of each rule and reason, whether each entry has it in words of its own."""
        known = self.verdicts.known.values
        return np.array([CONDITION in reason for _, reason in known], dtype=np.bool_)

    def has_own_reason(self, rows: Ints) -> NDArray[np.bool_]:
        """Say of entries that do not count whether their reason has words of their own."""
        own: NDArray[np.bool_] = self._own[self.verdicts.of[rows]] | (self.over[rows] != NONE)
        return own

    def left_out(self, rows: Ints) -> list[LeftOut]:
        """Say of entries that do not count by which rule, in the order of the rows."""
        known = self.verdicts.known.values
        codes, special = self.verdicts.of[rows].tolist(), self.has_own_reason(rows).tolist()
        every = zip(rows.tolist(), self.facts.names(rows), codes, special, strict=True)
        return [
            self._out(row, name, *known[code]) if its_own else LeftOut(name, *known[code])
            for row, name, code, its_own in every
        ]

    def _out(self, row: int, name: str, rule: str, reason: str) -> LeftOut:
        """What is left out for a reason of its own."""
        if self.over[row] != NONE:
            return part(name, self.facts.name(self.over[row]))
        words = self.facts.told.conditions[self.facts.condition[self.verdicts.led[row]]]
        return LeftOut(name, rule, reason.replace(CONDITION, words))


def kept_tally(
    facts: Facts,
    query: TotalsQuery,
    ask: Ask,
    how: Conversion | None,
    *,
    every_sum: bool = False,
) -> KeptTally:
    """Judge all entries; ``how`` converts their sums, None leaves them as printed.

    Without ``every_sum`` only the sums that count are converted.
    """
    found = verdicts(facts, ask)
    beside = None if query.prices is None else priced_beside(facts, found, query.prices, ask, how)
    if how is None:
        worth = as_printed(facts, () if beside is None else beside.figures.currencies)
    else:
        rows = np.flatnonzero(facts.fault == NONE) if every_sum else found.told[found.counted]
        worth = in_one_currency(facts, rows, how)
        without_rate(facts, found, worth)
    over = _leave_out_doubles(facts, found, by_donor="donor" in query.by)
    folds = {**ask.releases.folds, **ask.rules.fold_donors}
    return KeptTally(facts, found, worth, over, replace(ask.rules, fold_donors=folds), beside)


def _leave_out_doubles(facts: Facts, found: Verdicts, *, by_donor: bool) -> Ints:
    """Leave out what would count twice; gives the wholes that stand for parts."""
    split, parts, wholes = kept_doubles(facts, found, by_donor=by_donor)
    gone = parts_counted("")
    found.leave_out(split, found.known.of((gone.rule, gone.reason)), facts)
    found.leave_out(parts, found.known.of((part("", "").rule, "")), facts)
    over = np.full(facts.count, NONE, dtype=np.int64)
    over[parts] = wholes
    return over
