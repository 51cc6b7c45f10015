"""A status that the entries of a point suggest: 0 none, 1 minimum, 2 intermediate, 3 full.

It is never entered in a book; a person sets the status. The rule is made to say too little rather
than too much:

- an entry is *promised* where somebody is bound, plans, is invited or proposes: not where it is
  denied, merely considered, called for, withdrawn or rejected, and not a running total;
- its stage is the one that it has reached by the latest told;
- it is *done* where the money or goods were handed over, the measure is in force, the proposal is
  agreed or the seat was taken, and two texts that are independent say so without contradiction;
- a goal has 0 where nothing is promised, 1 where something is, 2 where something is done, 3 where
  all of its entries are done, none is overdue and nothing that the goal asks for is left open (a
  party concerned of which nobody says that it took part in talks about terms);
- a point has what the least served of its goals has.

That a text lists the point in a plan counts for nothing. Two texts, since one may err; the rest is
the order of stages of docs/records.md.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pledgebook.model.claims import Claim, Commitment, Measure, Participation, Proposal
from pledgebook.model.entries import Entry
from pledgebook.reconcile.stages import reached

Weight = Literal["none", "promised", "done"]

#: Independent texts that have to tell a thing before it counts as done.
TEXTS = 2

_DONE = frozenset({"disbursed", "delivered", "in_force", "agreed", "attended", "host", "joined"})
_OFF = frozenset({"called_for", "withdrawn", "rejected", "denied", "declined", "undecided"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What the rule gives, with the counts it rests on.

    Attributes:
        status: 0 to 3.
        promised, done: number of entries of the point of each weight.
        overdue: number of its entries that are overdue.
        least: place of the goal that is served least, the first of equals; None without goals.
    """

    status: int
    promised: int
    done: int
    overdue: int
    least: int | None


def suggest(
    goals: Sequence[Sequence[Entry]],
    overdue: Collection[str] = (),
    left_open: Collection[int] = (),
) -> Suggestion:
    """Suggest a status from the entries of each goal of a point.

    ``overdue`` are ids of entries; ``left_open`` the places in ``goals`` of those that cannot be
    full, whatever is done.
    """
    every = {entry.id: entry for entries in goals for entry in entries}
    weights = {name: weight(entry) for name, entry in every.items()}
    found = [
        _of_goal([entry.id for entry in entries], weights, overdue, full=place not in left_open)
        for place, entries in enumerate(goals)
    ]
    told = list(weights.values())
    return Suggestion(
        status=min(found, default=0),
        promised=told.count("promised"),
        done=told.count("done"),
        overdue=len(every.keys() & set(overdue)),
        least=found.index(min(found)) if found else None,
    )


def _of_goal(
    names: Sequence[str], weights: Mapping[str, Weight], overdue: Collection[str], *, full: bool
) -> int:
    told = [weights[name] for name in names]
    if "done" not in told:
        return int("promised" in told)
    whole = all(one == "done" for one in told) and not set(names) & set(overdue)
    return 3 if whole and full else 2


def weight(entry: Entry) -> Weight:
    """Say what an entry weighs: nothing, promised or done."""
    stage = _stage(entry, entry.lead)
    if stage is None or stage in _OFF:
        return "none"
    contradicted = any(relation.relation == "contradicts" for relation in entry.relations)
    sure = _texts_of_done(entry) >= TEXTS and not contradicted
    return "done" if stage in _DONE and sure else "promised"


def _texts_of_done(entry: Entry) -> int:
    """Independent texts that tell it as done, at least: all but those that tell otherwise."""
    said = {claim.source.id for claim in entry.claims if _own(claim) in _DONE}
    return entry.witnesses - len({claim.source.id for claim in entry.claims} - said)


def _own(claim: Claim) -> str | None:
    """Stage, status or role as one claim tells it."""
    for field in ("stage", "status", "role"):
        if hasattr(claim, field):
            return str(getattr(claim, field))
    return None


def _stage(entry: Entry, lead: Claim) -> str | None:
    match lead:
        case Commitment():
            return None if lead.is_total or _is_open(lead.firmness) else reached(entry)
        case Measure():
            return None if _is_open(lead.firmness) else reached(entry)
        case Proposal():
            return lead.status
        case Participation():
            return lead.role
    return None


def _is_open(firmness: str) -> bool:
    return firmness in ("considered", "denied")
