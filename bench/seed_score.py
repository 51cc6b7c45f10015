"""Score claims against hand-made gold in the form of the record contract.

Gold lines may carry three keys more: ``optional`` (neither missed nor false), ``alt``
(other accepted values per field) and ``note``. Claims are matched one to one by kind and
overlapping sentence, those that agree in most fields first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Claim = Mapping[str, Any]

#: Fields compared for each kind; actors are compared by id (or name where there is none).
FIELDS = {
    "commitment": (
        "donors", "speaker", "recipients", "aid_type", "instrument", "amount", "items", "stage",
        "firmness", "conditions", "funding_source", "newness", "is_total",
    ),
    "statement": ("speaker", "content", "mode", "said_on"),
    "participation": ("actor", "role", "event"),
    "proposal": (
        "proposal_type", "proposers", "speaker", "addressees", "scope", "period", "status",
    ),
    "plan_point": ("ordinal", "goals", "content"),
    "measure": ("actors", "targets", "action", "amount"),
}  # fmt: skip


@dataclass(slots=True)
class SeedScore:
    """Pairs with the fields that differ, what was missed, and what is false."""

    pairs: list[tuple[Claim, Claim, list[str]]] = field(default_factory=list)
    missed: list[Claim] = field(default_factory=list)
    false: list[Claim] = field(default_factory=list)


def score(claims: Sequence[Claim], gold: Sequence[Claim]) -> SeedScore:
    """Match claims to gold and compare."""
    result = SeedScore()
    left = list(claims)
    pairs = sorted(
        (
            (len(differences(claim, want)), g, c)
            for g, want in enumerate(gold)
            for c, claim in enumerate(claims)
            if claim["kind"] == want["kind"] and _overlap(claim, want) and _same_thing(claim, want)
        ),
    )
    taken_gold: set[int] = set()
    taken: set[int] = set()
    for _, g, c in pairs:
        if g in taken_gold or (c in taken and claims[c]["kind"] != "statement"):
            continue
        taken_gold.add(g)
        taken.add(c)
        result.pairs.append((gold[g], claims[c], differences(claims[c], gold[g])))
    result.missed = [g for n, g in enumerate(gold) if n not in taken_gold and not g.get("optional")]
    result.false = [claim for n, claim in enumerate(left) if n not in taken]
    return result


def _overlap(claim: Claim, gold: Claim) -> bool:
    first, second = claim["sentence"], gold["sentence"]
    return bool(first["start"] < second["end"] and second["start"] < first["end"])


def _same_thing(claim: Claim, gold: Claim) -> bool:
    """A pair must speak of the same thing: the sum, the seat, the words."""
    kind = claim["kind"]
    if kind == "commitment":
        return bool((claim["amount"] is None) == (gold["amount"] is None)) and _figures(
            claim
        ) == _figures(gold)
    if kind == "participation":
        accepted = [gold["actor"], *gold.get("alt", {}).get("actor", [])]
        return any(_actor(claim["actor"]) == _actor(a) for a in accepted)
    if kind == "statement":
        return _squash(gold["content"]) in _squash(claim["content"]) or _squash(
            claim["content"]
        ) in _squash(gold["content"])
    return True


def _figures(claim: Claim) -> tuple[Any, ...]:
    amount = claim["amount"] or {}
    return amount.get("low"), amount.get("high"), amount.get("currency")


def differences(claim: Claim, gold: Claim) -> list[str]:
    """Name the fields in which a claim is neither the gold value nor an accepted other one."""
    other = gold.get("alt", {})
    found = []
    for name in FIELDS[claim["kind"]]:
        accepted = [gold.get(name), *other.get(name, [])]
        if name == "goals" and name in other:
            accepted.extend(other[name])
        if not any(_equal(name, claim.get(name), want) for want in accepted):
            found.append(name)
    return found


def _ids(value: Any) -> set[str | None]:
    return {_actor(a) for a in value or []}


def _triggers(value: Any) -> set[str]:
    return {c["trigger"] for c in value or []}


def _part(key: str) -> Callable[[Any], Any]:
    return lambda value: (value or {}).get(key)


def _equal(name: str, value: Any, want: Any) -> bool:
    if name == "content":
        return _squash(str(want)) in _squash(str(value))
    if name == "event":
        return _squash((want or {}).get("name") or "") == _squash((value or {}).get("name") or "")
    read = _READ.get(name)
    return bool(value == want if read is None else read(value) == read(want))


def _actor(value: Any) -> str | None:
    if not value:
        return None
    return str(value.get("id") or value.get("name"))


def _items(value: Any) -> set[tuple[str, Any, Any]]:
    out = set()
    for row in value or []:
        count = row.get("quantity") or {}
        out.add((_squash(row["name"]), count.get("low"), count.get("high")))
    return out


def _squash(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


#: How a field is looked at before it is compared; the others are compared as they are.
_READ: dict[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("donors", "recipients", "proposers", "addressees", "actors", "targets"), _ids),
    **dict.fromkeys(("speaker", "actor"), _actor),
    **dict.fromkeys(("scope", "goals"), lambda value: set(value or [])),
    "items": _items,
    "conditions": _triggers,
    "funding_source": _part("kind"),
    "period": _part("duration"),
}
