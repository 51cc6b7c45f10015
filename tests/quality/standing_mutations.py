"""How far a promise has come and whether its money is new, told otherwise than the words do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from gate_claims import TrueClaim

Claim = dict[str, Any]


def stage_raised(true: TrueClaim) -> Iterator[Claim]:
    """What is promised or decided as handed over already."""
    if true.claim["kind"] != "commitment" or true.claim.get("amount") == true.claim.get("items"):
        return
    if true.claim.get("stage") in ("pledged", "committed", "allocated"):
        evidence = _without(true.claim, "stage")
        stage = "disbursed" if true.claim.get("amount") else "delivered"
        yield {**true.claim, "stage": stage, "evidence": evidence}


def intended_read_as_firm(true: TrueClaim) -> Iterator[Claim]:
    """What is only planned or offered as promised firmly."""
    if true.claim.get("firmness") == "intended":
        yield {**true.claim, "firmness": "firm", "evidence": _without(true.claim, "firmness")}


def old_money_as_new(true: TrueClaim) -> Iterator[Claim]:
    """Told again read as new; new or additional read as told again."""
    other = {"restated": "new", "new": "restated", "additional": "restated"}
    newness = other.get(str(true.claim.get("newness")))
    if newness is not None:
        yield {**true.claim, "newness": newness, "evidence": _without(true.claim, "newness")}


def total_read_as_one_gift(true: TrueClaim) -> Iterator[Claim]:
    """A running total, a level or a stock as a sum given once."""
    if true.claim.get("is_total") is True:
        yield {**true.claim, "is_total": False, "evidence": _without(true.claim, "is_total")}


def _without(claim: Claim, field: str) -> list[dict[str, Any]]:
    return [row for row in claim["evidence"] if row["field"] != field]
