"""One plain line per claim, for the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pledgebook.model.claims import (
    Claim,
    Commitment,
    Measure,
    Participation,
    PlanPoint,
    Proposal,
    Statement,
)
from pledgebook.model.plain import decimal_text
from pledgebook.model.values import Actor, Amount, Item, Quantity
from pledgebook.publish.spoken import with_act

_BOUNDS = {"at_least": "at least ", "up_to": "up to ", "about": "about "}
_STEPS = ((Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m"))


def names(actors: Sequence[Actor]) -> str:
    """Name actors; "nobody named" where there are none."""
    return ", ".join(actor.name for actor in actors) or "nobody named"


def figure(value: Decimal) -> str:
    """Write a figure short where that loses nothing: ``1.6bn``, ``500m``, ``5,000``."""
    for step, word in _STEPS:
        if abs(value) >= step and (value / step * 1000) % 1 == 0:
            return decimal_text(value / step) + word
    return f"{value:,f}".rstrip("0").rstrip(".") if value % 1 else f"{int(value):,}"


def amount(value: Amount) -> str:
    """Write a sum with its bound: ``at least GBP 1.6bn``."""
    code = value.currency or "currency not stated"
    per = "" if value.per == "total" else f" a {value.per}"
    if value.bound == "range" and value.low is not None and value.high is not None:
        return f"{code} {figure(value.low)} to {figure(value.high)}{per}"
    end = value.low if value.low is not None else value.high
    if end is None:
        return f"{code}, sum not stated"
    return f"{_BOUNDS.get(value.bound, '')}{code} {figure(end)}{per}"


def quantity(value: Quantity) -> str:
    """Write a count with its bound; an open one as "number not stated"."""
    end = value.low if value.low is not None else value.high
    if end is None:
        return "number not stated:"
    if value.bound == "range" and value.low is not None and value.high is not None:
        text = f"{figure(value.low)} to {figure(value.high)}"
    else:
        text = f"{_BOUNDS.get(value.bound, '')}{figure(end)}"
    return text if value.unit is None else f"{text} {value.unit}"


def item(value: Item) -> str:
    """Write a thing with its count."""
    return value.name if value.quantity is None else f"{quantity(value.quantity)} {value.name}"


def line(claim: Claim) -> str:
    """Say in one line what the source says."""
    if isinstance(claim, Commitment):
        return _commitment(claim)
    if isinstance(claim, Statement):
        who = claim.speaker.name if claim.speaker else "somebody not named"
        return f"{who} ({claim.mode}): {_short(with_act(claim.cue, claim.content))}"
    if isinstance(claim, Participation):
        count = f" (count {claim.actor.count})" if claim.actor.count is not None else ""
        return f"{claim.actor.name}{count} - {claim.role} - {claim.event.name or 'a meeting'}"
    if isinstance(claim, Proposal):
        return _proposal(claim)
    if isinstance(claim, PlanPoint):
        return f"{claim.ordinal or '-'}. {_short(claim.content)} [{', '.join(claim.goals)}]"
    assert isinstance(claim, Measure)
    parties = f"{names(claim.actors)} on {names(claim.targets)}"
    return f"{parties}: {claim.action}, {claim.object or ''} ({claim.stage})"


def _proposal(claim: Proposal) -> str:
    scope = f"; scope {', '.join(claim.scope)}" if claim.scope else ""
    period = f"; {claim.period.text}" if claim.period else ""
    head = f"{names(claim.proposers)} - {claim.proposal_type} {claim.status}{period}{scope}"
    return f"{head}: {_short(claim.content)}"


def _commitment(claim: Commitment) -> str:
    parts = [f"{names(claim.donors)} to {names(claim.recipients)}"]
    if claim.amount is not None:
        parts.append(amount(claim.amount))
    parts.append(claim.instrument.replace("_", " "))
    if claim.items:
        parts.append(", ".join(item(i) for i in claim.items))
    codes: list[str] = [claim.stage, claim.firmness]
    if claim.newness != "unclear":
        codes.append(claim.newness)
    if claim.is_total:
        codes.append("running total")
    if claim.within is not None:
        codes.append("part of another")
    parts.append(", ".join(code.replace("_", " ") for code in codes))
    if claim.conditions:
        parts.append("on condition: " + "; ".join(_short(c.text) for c in claim.conditions))
    return " | ".join(parts)


def _short(text: str, most: int = 110) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"
