"""Decisions in one plain line, for the terminal."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from pledgebook.commands.wording import amount
from pledgebook.ledger.decided import CHANGES, Decided
from pledgebook.model.snapshots import Decision
from pledgebook.model.values import Amount
from pledgebook.model.vocabulary import PLAN_STATUSES

#: What each decision says of its target.
_ACTIONS = {
    "accept": "accepted",
    "reject": "rejected",
    "unclear": "called unclear",
    "change_value": "changed a value of",
    "change_stage": "changed the stage of",
    "add_claim": "added a claim to",
    "read_completely": "marked as read completely",
    "merge": "merged",
    "split": "split",
    "set_status": "set the status of",
    "undo": "undid",
}

#: Characters of an id that are enough to name it in most books.
SHORT = 12


def short(name: str) -> str:
    """Shorten an id to its kind and a dozen digits."""
    kind, _, digits = name.rpartition(":")
    return f"{kind}:{digits[:SHORT]}" if kind else name[:SHORT]


def decision_line(item: Decided) -> str:
    """Say who decided what, when and why."""
    decision = item.decision
    return (
        f"{short(item.id)}  {decision.at:%Y-%m-%d %H:%M}  {decision.author} "
        f"{decision_words(decision)}: {decision.reason}"
    )


def decision_words(decision: Decision) -> str:
    """Say what was decided: ``changed a value of statement:12ab…, amount from … to …``."""
    value = decision.value or {}
    words = f"{_ACTIONS[decision.action]} {short(decision.target)}"
    if decision.action in CHANGES:
        words += f", {change_words(decision)}"
    elif decision.action == "merge":
        words += f" with {', '.join(short(name) for name in value.get('with', ()))}"
    elif decision.action == "split":
        words += f", out of it {', '.join(short(name) for name in value.get('claims', ()))}"
    elif decision.action == "set_status":
        words += f" to {value['status']} ({PLAN_STATUSES[value['status']]})"
        words += "".join(f", on {short(name)}" for name in value.get("claims", ()))
    elif decision.action == "add_claim":
        words += f", a {value['claim']['kind'].replace('_', ' ')}"
    return words


def change_words(decision: Decision) -> str:
    """Say a change: ``amount from GBP 1.6bn to GBP 2.26bn (“£2.26bn”)``."""
    value = decision.value or {}
    quotes = [row["quote"] for row in value.get("evidence", ())]
    words = f" (“{' … '.join(quotes)}”)" if quotes else ""
    before, after = value_words(value.get("was")), value_words(value["value"])
    return f"{value['field']} from {before} to {after}{words}"


def value_words(value: Any) -> str:
    """Write a value of a claim, given as JSON, in words."""
    if isinstance(value, list):
        return ", ".join(value_words(part) for part in value) or "nothing"
    if isinstance(value, dict) and "currency" in value:
        return amount(_amount(value))
    if isinstance(value, dict):
        return str(value.get("name") or value.get("text") or value.get("words") or value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "nothing" if value is None else str(value)


def _amount(value: dict[str, Any]) -> Amount:
    low, high = (None if value.get(k) is None else Decimal(value[k]) for k in ("low", "high"))
    return Amount(
        low=low,
        high=high,
        currency=value["currency"],
        bound=value.get("bound", "exact"),
        per=value.get("per", "total"),
    )
