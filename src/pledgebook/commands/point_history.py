"""What was decided on the status of a point of the plan, and which status holds."""

from __future__ import annotations

from collections.abc import Sequence

from pledgebook.ledger.events import Event
from pledgebook.ledger.statuses import point_of
from pledgebook.ledger.view import View
from pledgebook.model.vocabulary import PLAN_STATUSES

_PREFIX = "point:"


def is_point(name: str) -> bool:
    """Say whether a name is that of a point: ``point:2``."""
    return name.startswith(_PREFIX)


def told_of_point(view: View, name: str, every: Sequence[Event]) -> tuple[str, list[Event]]:
    """Give the point's words and the decisions on its status, undone ones and undos too.

    Raises LedgerError for a point that the book's plan does not have.
    """
    number, words = point_of(name, view)
    about = {f"{_PREFIX}{number}"}
    found = []
    for event in every:
        item = event.decision
        if item is not None and item.decision.target in about:
            found.append(event)
            # An undo is about the decision that it takes back, and may itself be taken back.
            about.add(item.id)
    return f"{_PREFIX}{number}  {words}", found


def status_line(view: View, name: str) -> str:
    """Say which status holds."""
    number, _ = point_of(name, view)
    held = view.statuses().get(number, ())
    if not held:
        return "no status holds"
    status = held[-1].status
    return f"holds: {status} ({PLAN_STATUSES[status]})"
