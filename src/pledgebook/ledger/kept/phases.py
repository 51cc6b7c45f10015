"""What components were while some of their texts had not come yet: kept where it was so for long.

From one day on which a text comes to the next a component is in a *phase*: some of its texts are
there, the others not. What the texts of a phase fold into does not depend on anything else
(``reconcile.components``), so a day on which just those are there is told from what is kept of the
phase. Most phases last some days, and are a handful on any one day: those are folded anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pledgebook.ledger.kept.days import Days
from pledgebook.ledger.kept.facts import NONE, Facts, Ints
from pledgebook.ledger.kept.making import facts_of_several
from pledgebook.ledger.standing import Scope, Standing
from pledgebook.ledger.witnessing import Fold, folded_apart
from pledgebook.model.entries import Entry

#: Days that a phase lasts at the least to be kept, on one of the clocks.
_LASTING = 30
#: How many times the texts of a component its phases may have together, the longest ones first: a
#: thing that is told once a month for ten years would be kept sixty times over.
_TIMES = 4
_DAY = 86_400 * 1_000_000


@dataclass(frozen=True, kw_only=True, eq=False)
class Phases:
    """The phases that are kept, and their entries.

    Attributes:
        texts: places in ``Days.texts`` of the texts of each phase, by phase.
        start: of each phase, the place of its first text; one more than there are phases.
        facts: columns of the entries of all phases, by id; one of several phases is there as often.
        of: of each of these entries, its phase.
    """

    texts: Ints
    start: Ints
    facts: Facts
    of: Ints

    def held(self, days: Days, scope: Scope) -> NDArray[np.bool_]:
        """Say of phases whether a scope shows just their texts of their components."""
        if len(self.start) == 1:
            return np.zeros(0, dtype=np.bool_)
        there = days.texts_there(scope)
        shown = np.add.reduceat(there.astype(np.int64), days.start[:-1])
        every = np.logical_and.reduceat(there[self.texts], self.start[:-1])
        found: NDArray[np.bool_] = every & (shown[self.components(days)] == np.diff(self.start))
        return found

    def components(self, days: Days) -> Ints:
        """Give the component of each phase."""
        first = self.texts[self.start[:-1]]
        found: Ints = np.searchsorted(days.start, first, side="right") - 1
        return found


def phases_of(state: Standing, days: Days, fold: Fold) -> Phases | None:
    """Fold the phases that last; None where they have no columns.

    Args:
        state: what stands now.
        days: on which days it is there.
        fold: folds claims into entries.
    """
    lasting = _lasting(days)
    found = facts_of_several(_folded(state, days, lasting, fold), state.sightings)
    if found is None:
        return None
    facts, of = found
    start = np.cumsum([0, *map(len, lasting)])
    texts = np.array([row for rows in lasting for row in rows], dtype=np.int64)
    return Phases(texts=texts, start=start, facts=facts, of=of)


def _lasting(days: Days) -> list[tuple[int, ...]]:
    """The texts of the phases to keep, by component; each phase once."""
    component = days.component_of_texts()
    at_once = np.logical_and.reduceat(days.entered != NONE, days.start[:-1])
    every: dict[tuple[int, ...], int] = {}
    for clock in (days.known, days.moments[days.entered] // _DAY):
        order = np.lexsort((clock, component))
        lasts = np.diff(clock[order])
        ends = (lasts >= _LASTING) & (np.diff(component) == 0) & at_once[component[:-1]]
        for end in np.flatnonzero(ends).tolist():
            rows = tuple(sorted(order[days.start[component[end]] : end + 1].tolist()))
            every[rows] = max(int(lasts[end]), every.get(rows, 0))
    room = (_TIMES * np.diff(days.start)).tolist()
    kept = []
    for rows in sorted(every, key=lambda rows: (-every[rows], rows)):
        of = component[rows[0]]
        if len(rows) <= room[of]:
            room[of] -= len(rows)
            kept.append(rows)
    return sorted(kept)


def _folded(
    state: Standing, days: Days, phases: Sequence[tuple[int, ...]], fold: Fold
) -> list[Sequence[Entry]]:
    """Entries of each phase. Phases of one component are folded one after the other."""
    found: list[list[Entry]] = [[] for _ in phases]
    component = days.component_of_texts()
    turns: dict[int, dict[int, int]] = {}
    met = Counter[int]()
    for number, rows in enumerate(phases):
        of = int(component[rows[0]])
        turns.setdefault(met[of], {})[of] = number
        met[of] += 1
    for turn in turns.values():
        texts = {days.name(row): of for of, number in turn.items() for row in phases[number]}
        for entry in _fold_some(state, texts, fold):
            found[turn[texts[entry.lead.source.id]]].append(entry)
    return list(found)


def _fold_some(state: Standing, texts: Mapping[str, int], fold: Fold) -> Iterable[Entry]:
    """Entries of some texts, of which no decision names any."""
    claims = [claim for text in texts for claim in state.by_source.get(text, ())]
    seen = [sighting for text in texts for sighting in state.sightings.get(text, ())]
    return folded_apart(fold, claims, seen, (), texts)
