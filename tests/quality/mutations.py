"""False claims made from true ones by one change each; every change is found out by its words.

No mutation asks our own readers where a number or a name stands: places come from the labels and
from plain patterns, so that a blind spot of a reader is not a blind spot of its test.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Literal

from gate_claims import TrueClaim, actor_paths

Claim = dict[str, Any]
#: A value mutation must be refused; a role mutation refused or unsupported.
Class = Literal["value", "role"]

_NUMBER = re.compile(
    r"[$€£]?\d[\d.,]*\d(?:\s?(?:million|billion|bn|m)\b)?|[$€£]?\d+(?:\s?(?:million|billion|bn|m)\b)?"
)
_OTHERS = (("BRA", "Brazil"), ("NZL", "New Zealand"), ("IND", "India"))
_PERSON = ("person:olaf-scholz", "Olaf Scholz")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A false claim, what was done to it, and what the gate must say at least."""

    name: str
    kind: Class
    claim: Claim


def mutants(true: TrueClaim) -> Iterator[Mutant]:
    """All mutants of one true claim."""
    for rule in (*VALUE, *ROLE):
        kind: Class = "value" if rule in VALUE else "role"
        for claim in rule(true):
            yield Mutant(name=rule.__name__, kind=kind, claim=claim)


def another_amount(true: TrueClaim) -> Iterator[Claim]:
    for factor in ("1.25", "10", "0.001"):
        claim = copy.deepcopy(true.claim)
        amount = claim.get("amount")
        if amount:
            for side in ("low", "high"):
                if amount[side] is not None:
                    amount[side] = format(
                        (Decimal(amount[side]) * Decimal(factor)).normalize(), "f"
                    )
            yield claim


def another_currency(true: TrueClaim) -> Iterator[Claim]:
    claim = copy.deepcopy(true.claim)
    if claim.get("amount") and claim["amount"]["currency"]:
        claim["amount"]["currency"] = "AUD" if claim["amount"]["currency"] == "USD" else "USD"
        yield claim


def another_period_of_sum(true: TrueClaim) -> Iterator[Claim]:
    claim = copy.deepcopy(true.claim)
    if claim.get("amount"):
        claim["amount"]["per"] = "year" if claim["amount"]["per"] == "total" else "total"
        yield claim


def another_bound(true: TrueClaim) -> Iterator[Claim]:
    """Drop "more than", "up to" or "about"; add "more than" or "up to"."""
    for place in (None, *range(len(true.claim.get("items") or ()))):
        value = _figure(true.claim, place)
        if not value or value["bound"] == "range":
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
        claim["actor"]["count"] += 3
        yield claim


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


def span_moved_by_one(true: TrueClaim) -> Iterator[Claim]:
    """Move one span by one code point; its quote is cut anew, so that only the value tells."""
    for n, row in enumerate(true.claim["evidence"]):
        if not _judged(row["field"]) or row.get("in") or _other_words(true, row):
            continue
        for step in (1, -1):
            start, end = row["start"] + step, row["end"] + step
            if start >= 0 and end <= len(true.page.text):
                claim = copy.deepcopy(true.claim)
                quote = true.page.text[start:end]
                claim["evidence"][n].update(start=start, end=end, quote=quote)
                yield claim


def _judged(field: str) -> bool:
    return field.split(".", maxsplit=1)[0] not in _CLOSED


_CLOSED = frozenset(
    {"stage", "firmness", "newness", "instrument", "aid_type", "role", "status", "action", "goals"}
)


def _other_words(true: TrueClaim, row: dict[str, Any]) -> bool:
    """Say whether other words for the same field remain, or the span ends in blanks or marks."""
    same = [r for r in true.claim["evidence"] if r["field"] == row["field"]]
    quote = row["quote"]
    return len(same) > 1 or not quote[0].isalnum() or not quote[-1].isalnum()


def span_cut_short(true: TrueClaim) -> Iterator[Claim]:
    """Take the last code point away from the words of a sum, a count or a name."""
    for n, row in enumerate(true.claim["evidence"]):
        if not _judged(row["field"]) or row.get("in") or _other_words(true, row):
            continue
        if row["quote"][-2:].isalnum() and len(row["quote"]) > 1:
            claim = copy.deepcopy(true.claim)
            claim["evidence"][n].update(end=row["end"] - 1, quote=row["quote"][:-1])
            yield claim


def span_on_another_number(true: TrueClaim) -> Iterator[Claim]:
    """Put the words of a sum or a count on another number of the sentence."""
    for n, row in enumerate(true.claim["evidence"]):
        if row["field"] != "amount" and not row["field"].endswith(".quantity"):
            continue
        sentence = _sentence(true.page.text, row["start"], row["end"])
        for found in _NUMBER.finditer(true.page.text, *sentence):
            apart = found.end() <= row["start"] - 2 or found.start() >= row["end"] + 2
            if apart and found.group().strip("., ") not in row["quote"]:
                claim = copy.deepcopy(true.claim)
                quote = found.group()
                claim["evidence"][n].update(start=found.start(), end=found.end(), quote=quote)
                yield claim


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch between the nearest ends of sentence, by plain pattern."""
    before = max((m.end() for m in re.finditer(r"[.!?]\s|\n\n", text[:start])), default=0)
    after = re.search(r"[.!?](?:\s|$)|\n\n", text[end:])
    return before, end + after.start() if after else len(text)


def span_on_another_actor(true: TrueClaim) -> Iterator[Claim]:
    """Put the words of one actor on those of another; the claim goes on naming the first."""
    rows = true.claim["evidence"]
    actors = dict(actor_paths(true.claim))
    for n, row in enumerate(rows):
        if row["field"] not in actors or _other_words(true, row):
            continue
        for other in rows:
            there = actors.get(other["field"])
            here = actors[row["field"]]
            if there is None or there["id"] is None or here["id"] is None or _akin(there, here):
                continue
            claim = copy.deepcopy(true.claim)
            claim["evidence"][n] = {**copy.deepcopy(other), "field": row["field"]}
            yield claim


def _akin(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """A person and a state may be the same side; only like can be told from like."""
    return bool(one["id"] == other["id"] or one["type"] != other["type"])


def invented_quotation(true: TrueClaim) -> Iterator[Claim]:
    """Words that do not stand in the text, as content and as its quote."""
    for n, row in enumerate(true.claim["evidence"]):
        if row["field"] == "content":
            claim = copy.deepcopy(true.claim)
            words = "We shall build a hundred ships before the summer is out"
            claim["content"] = words
            claim["evidence"][n].update(quote=words, end=row["start"] + len(words))
            yield claim


def value_without_evidence(true: TrueClaim) -> Iterator[Claim]:
    for field in ("amount", "speaker", "donors.0", "recipients.0", "actor", "content"):
        if any(row["field"] == field for row in true.claim["evidence"]):
            claim = copy.deepcopy(true.claim)
            claim["evidence"] = [r for r in claim["evidence"] if not r["field"].startswith(field)]
            yield claim


def swapped_sides(true: TrueClaim) -> Iterator[Claim]:
    """Donor and recipient, actor and target change places, values and words alike."""
    for one, other in (("donors", "recipients"), ("actors", "targets")):
        if not true.claim.get(one) or not true.claim.get(other):
            continue
        if true.claim[one][0]["id"] is None or true.claim[other][0]["id"] is None:
            continue
        claim = copy.deepcopy(true.claim)
        claim[one], claim[other] = claim[other], claim[one]
        for row in claim["evidence"]:
            head, _, tail = row["field"].partition(".")
            if head in (one, other):
                row["field"] = f"{other if head == one else one}.{tail}"
        yield claim


def dropped_negation(true: TrueClaim) -> Iterator[Claim]:
    if true.claim.get("firmness") == "denied":
        yield {**true.claim, "firmness": "firm"}
        yield {**true.claim, "firmness": "intended"}
    if true.claim.get("status") == "denied":
        yield {**true.claim, "status": "agreed"}


def dropped_not_in_content(true: TrueClaim) -> Iterator[Claim]:
    """Begin a content right after its "not"."""
    for n, row in enumerate(true.claim["evidence"]):
        found = re.search(r"\b(?:not|never)\s+(?=\w+\s+\w+)", row["quote"])
        if row["field"] == "content" and found:
            claim = copy.deepcopy(true.claim)
            rest = row["quote"][found.end() :]
            claim["content"] = rest
            claim["evidence"][n].update(start=row["start"] + found.end(), quote=rest)
            yield claim


def could_read_as_will(true: TrueClaim) -> Iterator[Claim]:
    if true.claim.get("firmness") == "considered":
        yield {**true.claim, "firmness": "firm", "conditions": true.claim.get("conditions")}


def lost_condition(true: TrueClaim) -> Iterator[Claim]:
    if true.claim.get("conditions"):
        evidence = [r for r in true.claim["evidence"] if not r["field"].startswith("conditions")]
        lost = {**true.claim, "conditions": [], "evidence": evidence}
        yield {**lost, "firmness": "firm"}
        yield lost


def stage_beyond_words(true: TrueClaim) -> Iterator[Claim]:
    stage, text = true.claim.get("stage"), true.page.text
    if stage != "pledged" or true.claim["kind"] != "commitment":
        return
    for row in true.claim["evidence"]:
        if row["field"] in ("amount", "items.0.name"):
            start, end = _sentence(text, row["start"], row["end"])
            if re.search(r"\bwill\b", text[start:end]):
                yield {
                    **true.claim,
                    "stage": "disbursed" if row["field"] == "amount" else "delivered",
                }
            return


def another_role(true: TrueClaim) -> Iterator[Claim]:
    role = true.claim.get("role")
    if role in _ROLES:
        yield {**true.claim, "role": _ROLES[role]}


_ROLES = {
    "attended": "joined",
    "declined": "attended",
    "invited": "attended",
    "undecided": "joined",
}


def another_speaker(true: TrueClaim) -> Iterator[Claim]:
    """Another actor of the same sentence, with its words, as the one who speaks."""
    if true.claim["kind"] != "statement" or not true.claim.get("speaker"):
        return
    content = [row for row in true.claim["evidence"] if row["field"] == "content"]
    for name, actor_id in _STATES:
        found = re.search(rf"\b{name}\b", content[0]["quote"])
        if found and true.claim["speaker"]["id"] is not None:
            start = content[0]["start"] + found.start()
            claim = copy.deepcopy(true.claim)
            claim["speaker"] = {"id": actor_id, "name": name, "type": "state"}
            claim["evidence"] = [r for r in claim["evidence"] if r["field"] != "speaker"]
            span = {"start": start, "end": start + len(name), "quote": name}
            claim["evidence"].append({"field": "speaker", **span})
            yield claim
            return


_STATES = (
    ("Ukraine", "UKR"),
    ("Russia", "RUS"),
    ("Iraq", "IRQ"),
    ("Japan", "JPN"),
    ("France", "FRA"),
    ("Norway", "NOR"),
    ("Germany", "DEU"),
    ("Canada", "CAN"),
)

Rule = Callable[[TrueClaim], Iterator[Claim]]
VALUE: tuple[Rule, ...] = (
    another_amount, another_currency, another_period_of_sum, another_bound, another_quantity,
    another_count, another_date, another_duration, another_actor, another_item, another_text,
    span_moved_by_one, span_cut_short, span_on_another_number, span_on_another_actor,
    invented_quotation, value_without_evidence,
)  # fmt: skip
ROLE: tuple[Rule, ...] = (
    swapped_sides, dropped_negation, dropped_not_in_content, could_read_as_will, lost_condition,
    stage_beyond_words, another_role, another_speaker,
)  # fmt: skip
