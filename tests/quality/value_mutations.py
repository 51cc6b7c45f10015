"""Another value: the words stay, the claim says something else than they do.

No mutation asks our own readers where a number or a name stands: places come from the labels and
from plain patterns, so that a blind spot of a reader is not a blind spot of its test.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from gate_claims import TrueClaim, actor_paths

Claim = dict[str, Any]

_OTHERS = (("BRA", "Brazil"), ("NZL", "New Zealand"), ("IND", "India"))
_PERSON = ("person:olaf-scholz", "Olaf Scholz")


def another_amount(true: TrueClaim) -> Iterator[Claim]:
    for factor in ("1.25", "10", "1000", "0.001", "0.1"):
        claim = copy.deepcopy(true.claim)
        amount = claim.get("amount")
        if amount:
            for side in ("low", "high"):
                if amount.get(side) is not None:
                    amount[side] = format(
                        (Decimal(amount[side]) * Decimal(factor)).normalize(), "f"
                    )
            yield claim


def another_currency(true: TrueClaim) -> Iterator[Claim]:
    claim = copy.deepcopy(true.claim)
    if (claim.get("amount") or {}).get("currency"):
        claim["amount"]["currency"] = "AUD" if claim["amount"]["currency"] == "USD" else "USD"
        yield claim


def another_period_of_sum(true: TrueClaim) -> Iterator[Claim]:
    claim = copy.deepcopy(true.claim)
    if claim.get("amount"):
        for per in ("total", "year", "month"):
            if per != (claim["amount"].get("per") or "total"):
                yield {**claim, "amount": {**claim["amount"], "per": per}}


def another_bound(true: TrueClaim) -> Iterator[Claim]:
    """Drop "more than", "up to" or "about"; add "more than" or "up to"."""
    for place in (None, *range(len(true.claim.get("items") or ()))):
        value = _figure(true.claim, place)
        if not value or value.get("bound") in (None, "range"):
            continue
        figure = value["low"] if value["low"] is not None else value["high"]
        for low, high, bound in (
            (figure, figure, "exact"),
            (figure, None, "at_least"),
            (None, figure, "up_to"),
        ):
            if bound != value["bound"]:
                claim = copy.deepcopy(true.claim)
                _figure(claim, place).update(low=low, high=high, bound=bound)
                yield claim


def _figure(claim: Claim, item: int | None) -> dict[str, Any]:
    """The amount of a claim, or the quantity of one of its items; empty where there is none."""
    found = claim.get("amount") if item is None else claim["items"][item].get("quantity")
    return found or {}


def one_digit_changed(true: TrueClaim) -> Iterator[Claim]:
    """Change each digit of a sum or a count in turn, the first ones and the last alike."""
    for place in (None, *range(len(true.claim.get("items") or ()))):
        value = _figure(true.claim, place)
        for side in ("low", "high"):
            if value.get(side) is None:
                continue
            for changed in _digits_changed(str(value[side])):
                claim = copy.deepcopy(true.claim)
                other = changed if place is None else int(changed)
                alike = value.get("low") == value.get("high")
                _figure(claim, place).update(
                    {"low": other, "high": other} if alike else {side: other}
                )
                yield claim
            if value.get("low") == value.get("high"):
                break


def _digits_changed(number: str) -> Iterator[str]:
    for n, char in enumerate(number):
        if char.isdigit() and n < _DIGITS:
            other = "1" if char == "9" else str(int(char) + 1)
            yield number[:n] + other + number[n + 1 :]


#: Digits of a figure that are changed, one a mutant.
_DIGITS = 4


def ends_mixed_up(true: TrueClaim) -> Iterator[Claim]:
    """Change the ends of a range, open one of them, or take one end for the whole."""
    for place in (None, *range(len(true.claim.get("items") or ()))):
        value = _figure(true.claim, place)
        low, high = value.get("low"), value.get("high")
        if value.get("bound") != "range" or low is None or high is None:
            continue
        for change in (
            {"low": high, "high": low},
            {"high": None, "bound": "at_least"},
            {"low": None, "bound": "up_to"},
            {"low": low, "high": low, "bound": "exact"},
            {"low": high, "high": high, "bound": "about"},
        ):
            claim = copy.deepcopy(true.claim)
            _figure(claim, place).update(change)
            yield claim


def another_conversion(true: TrueClaim) -> Iterator[Claim]:
    """Change what a printed conversion says, or invent one."""
    amount = true.claim.get("amount") or {}
    for n, given in enumerate(amount.get("reported_as") or ()):
        figure = format(Decimal(given["low"] or given["high"]) * Decimal("1.5"), "f")
        for change in ({"low": figure, "high": figure}, {"currency": "SGD"}):
            claim = copy.deepcopy(true.claim)
            claim["amount"]["reported_as"][n].update(change)
            yield claim
        claim = copy.deepcopy(true.claim)
        claim["amount"].update(low=given["low"], high=given["high"])
        yield claim
    if amount.get("currency") and not amount.get("reported_as"):
        claim = copy.deepcopy(true.claim)
        claim["amount"]["reported_as"] = [{**amount, "currency": "SGD"}]
        yield claim


def another_quantity(true: TrueClaim) -> Iterator[Claim]:
    for n, item in enumerate(true.claim.get("items") or ()):
        for factor, more in ((1, 1), (10, 0)):
            if item.get("quantity"):
                claim = copy.deepcopy(true.claim)
                quantity = claim["items"][n]["quantity"]
                for side in ("low", "high"):
                    if quantity[side] is not None:
                        quantity[side] = quantity[side] * factor + more
                yield claim


def another_count(true: TrueClaim) -> Iterator[Claim]:
    claim = copy.deepcopy(true.claim)
    if (claim.get("actor") or {}).get("count") is not None:
        count = claim["actor"]["count"]
        for other in (count + 3, count - 1, count * 10):
            yield {**claim, "actor": {**claim["actor"], "count": other}}


def another_date(true: TrueClaim) -> Iterator[Claim]:
    for path in _DAYS:
        for days in (1, -365):
            claim = copy.deepcopy(true.claim)
            holder: Any = claim if len(path) == 1 else claim.get(path[0]) or {}
            if holder.get(path[-1]):
                moved = date.fromisoformat(holder[path[-1]]) + timedelta(days=days)
                holder[path[-1]] = moved.isoformat()
                yield claim


_DAYS = (
    ("said_on",),
    ("announced_on",),
    ("effective_on",),
    ("event", "date"),
    ("event", "end_date"),
    ("period", "start"),
    ("period", "end"),
)


def another_duration(true: TrueClaim) -> Iterator[Claim]:
    claim = copy.deepcopy(true.claim)
    if (claim.get("period") or {}).get("duration"):
        claim["period"]["duration"] = "P6M" if claim["period"]["duration"] != "P6M" else "P7M"
        yield claim


def another_actor(true: TrueClaim) -> Iterator[Claim]:
    """Another id with its name; the other id alone; the other name alone."""
    for path, actor in actor_paths(true.claim):
        other = _other(actor)
        changes: list[dict[str, Any]] = [{"id": other[0], "name": other[1]}, {"name": other[1]}]
        if actor["id"] is not None:
            changes.append({"id": other[0]})
        for change in changes:
            claim = copy.deepcopy(true.claim)
            dict(actor_paths(claim))[path].update(change)
            yield claim


def _other(actor: dict[str, Any]) -> tuple[str, str]:
    if actor["type"] == "person":
        return _PERSON
    return next(other for other in _OTHERS if other[0] != actor["id"])


def another_affiliation(true: TrueClaim) -> Iterator[Claim]:
    """Let a person act for a state that has nothing to do with the text."""
    for path, actor in actor_paths(true.claim):
        known = actor.get("affiliation") == "BRA"  # then the mutant would be the true claim
        if actor["type"] == "person" and actor["id"] is not None and not known:
            claim = copy.deepcopy(true.claim)
            dict(actor_paths(claim))[path]["affiliation"] = "BRA"
            yield claim


def another_side(true: TrueClaim) -> Iterator[Claim]:
    """Let somebody take part for a state that has nothing to do with the text."""
    if true.claim.get("representing"):
        yield {**true.claim, "representing": "BRA"}


def another_item(true: TrueClaim) -> Iterator[Claim]:
    for n, _ in enumerate(true.claim.get("items") or ()):
        claim = copy.deepcopy(true.claim)
        claim["items"][n]["name"] = "submarines"
        yield claim


def another_text(true: TrueClaim) -> Iterator[Claim]:
    """Change one word of a content, a condition or an event."""
    for path in (("content",), ("conditions", 0, "text"), ("event", "name")):
        claim = copy.deepcopy(true.claim)
        holder: Any = claim
        try:
            for key in path[:-1]:
                holder = holder[key]
            words = str(holder[path[-1]] or "").split()
        except (KeyError, IndexError, TypeError):
            continue
        if words:
            words[len(words) // 2] = "tomorrow"
            holder[path[-1]] = " ".join(words)
            yield claim
