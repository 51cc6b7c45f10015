"""What components were while some of their texts had not come yet: kept where it was so for long.

From one day on which a text comes to the next a component is in a *phase*: some of its texts are
there, the others not. What the texts of a phase fold into does not depend on anything else
(``reconcile.components``), so a day on which just those are there is told from what is kept of the
phase. Most phases last some days, and are a handful on any one day: those are folded anew.

Addresses that a row of a data set names have no day, so that on no day by which they were known
they are there, while the row is. A component that has such addresses is never there as in the
present book on these days; the state without them is one more phase, which lasts for ever.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from pledgebook.ledger.kept.days import LAST_DAY, Days
from pledgebook.ledger.kept.facts import NONE, Facts, Ints
from pledgebook.ledger.kept.making import facts_of_several
from pledgebook.ledger.kept.some_texts import standing_of
from pledgebook.ledger.standing import Scope, Standing
from pledgebook.ledger.witnessing import Fold, folded_apart
from pledgebook.model.entries import Entry

#: Days that a phase lasts at the least to be kept, on one of the clocks.
_LASTING = 30
#: How many times the texts of a component its phases may have together, the longest ones first: a
#: thing that is told once a month for ten years would be kept sixty times over.
_TIMES = 4
_DAY = 86_400 * 1_000_000
#: A day by which all that ever has a day was known.
_ALL_DATED = Scope(known_by=date.max)


@dataclass(frozen=True, kw_only=True, eq=False)
class Phases:
    """The phases that are kept, and their entries.

    Attributes:
        texts: places in ``Days.texts`` of the texts of each phase, by phase.
        start: of each phase, the place of its first text; one more than there are phases.
        dated: of each phase, 1 where sightings without a day are left out of it, else 0.
        facts: columns of the entries of all phases, by id; one of several phases is there as often.
        of: of each of these entries, its phase.
    """

    texts: Ints
    start: Ints
    dated: Ints
    facts: Facts
    of: Ints

    def held(self, days: Days, scope: Scope) -> NDArray[np.bool_]:
        """Say of phases whether a scope shows just their texts of their components."""
        if len(self.start) == 1:
            return np.zeros(0, dtype=np.bool_)
        there, of = days.texts_there(scope), self.components(days)
        shown = np.add.reduceat(there.astype(np.int64), days.start[:-1])
        every = np.logical_and.reduceat(there[self.texts], self.start[:-1])
        by_days = self.dated == (scope.known_by is not None)
        alike = by_days | ~days.partly_dated()[of]
        found: NDArray[np.bool_] = alike & every & (shown[of] == np.diff(self.start))
        return found

    def components(self, days: Days) -> Ints:
        """Give the component of each phase."""
        first = self.texts[self.start[:-1]]
        found: Ints = np.searchsorted(days.start, first, side="right") - 1
        return found


class _Phase(NamedTuple):
    """Places of the texts of a phase, and whether sightings without a day are left out."""

    texts: tuple[int, ...]
    dated: bool


def phases_of(connection: Connection, state: Standing, days: Days, fold: Fold) -> Phases | None:
    """Fold the phases that last; None where they have no columns.

    Args:
        connection: to the book.
        state: what stands now.
        days: on which days it is there.
        fold: folds claims into entries.
    """
    lasting = _lasting(days)
    names = sorted({days.name(row) for phase in lasting if phase.dated for row in phase.texts})
    states = (state, standing_of(connection, _ALL_DATED, names))
    entries = _folded(states, days, lasting, fold)
    seen = [states[phase.dated].sightings for phase in lasting]
    found = facts_of_several(list(zip(entries, seen, strict=True)))
    if found is None:
        return None
    facts, of = found
    return Phases(
        texts=np.array([row for phase in lasting for row in phase.texts], dtype=np.int64),
        start=np.cumsum([0, *(len(phase.texts) for phase in lasting)]),
        dated=np.array([phase.dated for phase in lasting], dtype=np.int64),
        facts=facts,
        of=of,
    )


def _lasting(days: Days) -> list[_Phase]:
    """The phases to keep, by component; each once."""
    component = days.component_of_texts()
    every = dict(sorted(_every(days, component), key=lambda one: one[1]))
    room = (_TIMES * np.diff(days.start)).tolist()
    kept = []
    for phase in sorted(every, key=lambda phase: (-every[phase], phase)):
        of = component[phase.texts[0]]
        if len(phase.texts) <= room[of]:
            room[of] -= len(phase.texts)
            kept.append(phase)
    return sorted(kept)


def _every(days: Days, component: Ints) -> Iterator[tuple[_Phase, int]]:
    """Phases on either clock that last long enough, and how many days."""
    at_once = np.logical_and.reduceat(days.entered != NONE, days.start[:-1])[component]
    partly = days.partly_dated()[component]
    entered = days.moments[days.entered] // _DAY
    for clock, dated in ((days.known, partly), (entered, np.zeros_like(partly))):
        order = np.lexsort((clock, component))
        lasts = _until_the_next(clock[order], component, dated)
        for end in np.flatnonzero((lasts >= _LASTING) & at_once).tolist():
            rows = sorted(order[days.start[component[end]] : end + 1].tolist())
            yield _Phase(tuple(rows), bool(dated[end])), int(lasts[end])


def _until_the_next(clock: Ints, component: Ints, for_ever: NDArray[np.bool_]) -> Ints:
    """Days from each text, by component, to the next of its component.

    The last one of a component is there as in the present book; ``for_ever`` where it never is.
    """
    ends = np.append(np.diff(component) != 0, True)[: len(clock)]
    following = np.append(clock[1:], LAST_DAY)[: len(clock)]
    following[ends] = np.where(for_ever, LAST_DAY, clock)[ends]
    found: Ints = following - clock
    return found


def _folded(
    states: Sequence[Standing], days: Days, phases: Sequence[_Phase], fold: Fold
) -> list[Sequence[Entry]]:
    """Entries of each phase. Phases of one component are folded one after the other."""
    found: list[list[Entry]] = [[] for _ in phases]
    component = days.component_of_texts()
    turns: dict[tuple[bool, int], dict[int, int]] = {}
    met = Counter[int]()
    for number, phase in enumerate(phases):
        of = int(component[phase.texts[0]])
        turns.setdefault((phase.dated, met[of]), {})[of] = number
        met[of] += 1
    for (dated, _), turn in turns.items():
        texts = {days.name(row): of for of, number in turn.items() for row in phases[number].texts}
        for entry in _fold_some(states[dated], texts, fold):
            found[turn[texts[entry.lead.source.id]]].append(entry)
    return list(found)


def _fold_some(state: Standing, texts: Mapping[str, int], fold: Fold) -> Iterable[Entry]:
    """Entries of some texts, of which no decision names any."""
    claims = [claim for text in texts for claim in state.by_source.get(text, ())]
    seen = [sighting for text in texts for sighting in state.sightings.get(text, ())]
    return folded_apart(fold, claims, seen, (), texts)
