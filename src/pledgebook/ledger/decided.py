"""Which decisions stand: a later one may replace or undo an earlier one, and be undone itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pledgebook.model.claims import Claim
from pledgebook.model.codec import RecordError, claim_from_json, claim_to_json
from pledgebook.model.snapshots import Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision with the id that the ledger gave it."""

    id: str
    decision: Decision


def in_force(decided: Sequence[Decided]) -> tuple[Decided, ...]:
    """Decisions in force, in the order they were entered; an undo is none itself."""
    gone = fallen(decided)
    return tuple(d for d in decided if d.id not in gone and d.decision.action != "undo")


def fallen(decided: Sequence[Decided]) -> dict[str, str]:
    """Decisions that no longer hold, undos too, each with the one that took it back.

    Walked from the newest: what a standing decision supersedes or undoes falls away, so an undo
    of an undo brings the first decision back. A decision can only name an earlier one (its id
    covers its contents), so any order that keeps this gives the same result.
    """
    gone: dict[str, str] = {}
    for item in reversed(decided):
        if item.id not in gone:
            gone.update(dict.fromkeys(_replaced(item.decision), item.id))
    return gone


def _replaced(decision: Decision) -> set[str]:
    gone = set() if decision.supersedes is None else {decision.supersedes}
    return gone | {decision.target} if decision.action == "undo" else gone


#: Decisions that give a claim a value.
CHANGES = frozenset({"change_value", "change_stage"})

#: Decisions that say what a claim or entry is worth; the newest about it holds.
VERDICTS = frozenset({"accept", "reject", "unclear"})


def age(item: Decided) -> tuple[str, str]:
    """Sort key: when it was decided, then its id; never the order in which it was entered."""
    return item.decision.at.isoformat(), item.id


def listed(decision: Decision, key: str) -> tuple[str, ...]:
    """Ids that the decision's value lists under ``key``."""
    given: Any = (decision.value or {}).get(key, ())
    return tuple(name for name in given if isinstance(name, str))


def named(decision: Decision) -> frozenset[str]:
    """Ids that a decision is about: its target, the entry's claims, what it merges or splits."""
    lists = (listed(decision, key) for key in ("claims", "with"))
    return frozenset({decision.target, *(name for ids in lists for name in ids)})


def added_claim(decision: Decision) -> Claim | None:
    """Give the claim that a person added; None for any other decision."""
    if decision.action != "add_claim" or decision.value is None:
        return None
    return claim_from_json(decision.value["claim"])


def changed(claim: Claim, decision: Decision) -> Claim:
    """Give a claim the value that a person decided, with the words it rests on.

    The result names the claim it replaces. Raises RecordError or SpanError where the value is
    not one of the field.
    """
    value = decision.value or {}
    field = value["field"]
    data = claim_to_json(claim)
    data.pop("id")
    parent = data
    *path, last = field.split(".")
    for step in path:
        parent = _step(parent, step, field)
    _put(parent, last, value["value"], field)
    kept = [e for e in data["evidence"] if not _is_of(e["field"], field)]
    return claim_from_json(
        {
            **data,
            "evidence": [*kept, *value.get("evidence", ())],
            "reader": f"person/{decision.author}",
            "confidence": 1.0,
            "replaces": claim.known_as,
        }
    )


def _is_of(path: str, field: str) -> bool:
    return path == field or path.startswith(f"{field}.")


def _step(parent: Any, step: str, field: str) -> Any:
    try:
        return parent[int(step)] if isinstance(parent, list) else parent[step]
    except (KeyError, IndexError, ValueError, TypeError):
        raise RecordError(f"{field}: the claim has nothing at {step!r}") from None


def _put(parent: Any, last: str, value: Any, field: str) -> None:
    if isinstance(parent, list):
        _step(parent, last, field)
        parent[int(last)] = value
    elif isinstance(parent, dict) and last in parent:
        parent[last] = value
    else:
        raise RecordError(f"{field}: the claim has no such field")
