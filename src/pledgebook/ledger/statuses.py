"""How far each point of the plan has come, as persons set it: 0 to 3, with the claims it rests on.

A status is a decision of its own (``set_status``) about ``point:N`` of the book's definition. It
changes no entry and no total. The newest of a point holds; the others stay, dated.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from pledgebook.ledger.decided import Decided, age, fallen, listed
from pledgebook.ledger.errors import LedgerError
from pledgebook.model.entries import Entry
from pledgebook.model.snapshots import Decision
from pledgebook.model.vocabulary import PLAN_STATUSES

if TYPE_CHECKING:
    from pledgebook.ledger.view import View

_POINT = "point:"
_LEVELS = range(len(PLAN_STATUSES))


@dataclass(frozen=True, slots=True, kw_only=True)
class PointStatus:
    """A status that a person set.

    Attributes:
        decided: the decision.
        point: number of the point.
        status: 0 to 3, the place in ``PLAN_STATUSES``.
        evidence: ids of the claims it rests on, as decisions know them; none only for 0.
        text: words of the point at the time of the decision.
    """

    decided: Decided
    point: int
    status: int
    evidence: tuple[str, ...]
    text: str


def statuses(
    decided: Sequence[Decided], known: Collection[str], known_by: date | None = None
) -> dict[int, tuple[PointStatus, ...]]:
    """Give the statuses of each point, oldest first: the last holds, undone ones are left out.

    One that rests on a claim which is not among the ``known`` was not to be had on the day the
    book is seen from (``known_by``), and is left out too; so is one that rests on no claim and was
    set after that day. The one it replaced then holds.
    """
    gone = fallen(decided)
    by_id = {item.id: item for item in decided}
    out: dict[int, list[PointStatus]] = {}
    for item in sorted(decided, key=age):
        taker = gone.get(item.id)
        undone = taker is not None and by_id[taker].decision.action != "set_status"
        if item.decision.action == "set_status" and not undone:
            one = _status(item)
            if _is_known(one, known, known_by):
                out.setdefault(one.point, []).append(one)
    return {point: tuple(some) for point, some in sorted(out.items())}


def _is_known(one: PointStatus, known: Collection[str], known_by: date | None) -> bool:
    if not one.evidence and known_by is not None:
        return one.decided.decision.at.date() <= known_by
    return all(name in known for name in one.evidence)


def _status(item: Decided) -> PointStatus:
    value = item.decision.value or {}
    return PointStatus(
        decided=item,
        point=int(item.decision.target.removeprefix(_POINT)),
        status=int(value["status"]),
        evidence=listed(item.decision, "claims"),
        text=str(value.get("text", "")),
    )


def completed_status(decision: Decision, view: View) -> Decision:
    """Give the decision with the point's words, full ids of its evidence, and what it replaces.

    An entry stands for the claim that leads it. Raises LedgerError for a point that the book's
    plan does not have, a status that is none, or one above 0 without evidence.
    """
    number, words = point_of(decision.target, view)
    value = decision.value or {}
    status = value.get("status")
    if isinstance(status, bool) or not isinstance(status, int) or status not in _LEVELS:
        told = ", ".join(f"{n} {word}" for n, word in enumerate(PLAN_STATUSES))
        raise LedgerError(f"status: {status!r} is none; there are {told}")
    claims = tuple(dict.fromkeys(_evidence(name, view) for name in listed(decision, "claims")))
    if status > 0 and not claims:
        raise LedgerError("a status above 0 needs what it rests on; give --evidence ENTRY or CLAIM")
    before = [item for item in view.in_force() if _is_of(item.decision, number)]
    return replace(
        decision,
        target=f"{_POINT}{number}",
        value={"status": status, "claims": list(claims), "text": words},
        supersedes=before[-1].id if before else None,
    )


def _is_of(decision: Decision, number: int) -> bool:
    return decision.action == "set_status" and decision.target == f"{_POINT}{number}"


def point_of(target: str, view: View) -> tuple[int, str]:
    """Give the number and words of a point from its number or ``point:N``; raises LedgerError."""
    definition = view.definition()
    points = {} if definition is None else {p.ordinal: p.text.strip() for p in definition.points}
    name = target.removeprefix(_POINT)
    number = int(name) if name.isascii() and name.isdigit() and len(name) < _MOST_DIGITS else 0
    if number not in points:
        has = f"points {', '.join(map(str, points))}" if points else "no points"
        raise LedgerError(f"point: {target!r} is none; the plan of this book has {has}")
    return number, points[number]


#: Digits that no number of a point has.
_MOST_DIGITS = 9


def _evidence(name: str, view: View) -> str:
    found = view.find(name)
    return found.lead.known_as if isinstance(found, Entry) else found.known_as
