"""What is kept of a proposed commitment when the gate refuses one of its lesser values.

A donor, a period or a stage that its words do not bear is left out, and the claim says so; the sum
or the things stay, where the gate keeps them by themselves. Nothing is put in its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from pledgebook.extract.gate_modality import ONLY_PLANNED
from pledgebook.model.claims import Claim, Commitment
from pledgebook.model.spans import Evidence

#: Head of a reason of the gate: the field that it speaks of.
_FIELD = re.compile(r"([a-z_]+)(?:\.[\w.]+)?: ")
#: Head of a reason that speaks of one item.
_ITEM = re.compile(r"items\.(\d+)(?:\.[\w.]+)?: ")
#: What a field is set to when it is left out, and the problem that says so.
_LEFT_OUT: dict[str, tuple[object, str | None]] = {
    "donors": ((), "donor-unresolved"),
    "recipients": ((), None),
    "speaker": (None, None),
    "period": (None, None),
    "purpose": (None, None),
    "funding_source": (None, None),
    "stage": ("pledged", "stage-unclear"),
    "firmness": ("considered", None),
    "newness": ("unclear", None),
    # a field with two values: what is no single gift is a total
    "is_total": (True, None),
}
#: Problems of a claim whose sentence names no giver in any case.
_OPEN = frozenset({"donor-inferred", "donor-from-context", "donor-unresolved"})
#: Words that only ask for what is claimed as promised.
_ASKED = re.compile(r'stage: the words ".*" only ask for it')
#: The only fault of firmness that can be mended: words that say less than the claim.
_WEAKER = re.compile(r'firmness: the words ".*" (?:are weaker than|tell a plan)')
#: Words of a plan: more than considered.
_PLANNED = re.compile(rf'firmness: the words ".*" {ONLY_PLANNED}')


def without_refused(claim: Claim, reasons: Sequence[str]) -> Claim | None:
    """Give a commitment without the values that the gate refused, None where nothing holds it.

    A refused item is left out too, where a sum or other items stay. Reasons are those of a
    ``Judgement``. A claim whose sum or conditions are refused, or that is denied, cannot be mended,
    nor one that would name neither giver nor package: who is bound is what a promise is about.
    """
    if not isinstance(claim, Commitment):
        return None
    refused = {int(found.group(1)) for reason in reasons if (found := _ITEM.match(reason))}
    claim = _without_items(claim, refused)
    others = [reason for reason in reasons if not _ITEM.match(reason)]
    fields = {found.group(1) if (found := _FIELD.match(reason)) else "" for reason in others}
    if any(r.startswith("firmness:") and not _WEAKER.match(r) for r in others):
        return None
    if not fields <= _LEFT_OUT.keys() or (claim.amount is None and not claim.items):
        return None
    problems = {"item-left-out"} if refused else set()
    problems |= {code for field in fields if (code := _LEFT_OUT[field][1]) is not None}
    left_out = {field: _LEFT_OUT[field][0] for field in fields}
    if any(_ASKED.match(reason) for reason in others):
        left_out["stage"] = "called_for"
    if any(_PLANNED.match(reason) for reason in others):
        left_out["firmness"] = "intended"
    mended = replace(
        claim,
        evidence=tuple(e for e in claim.evidence if e.field.split(".")[0] not in fields),
        problems=tuple(sorted({*claim.problems, *problems} - _outdated(fields))),
        **left_out,  # type: ignore[arg-type]
    )
    # The words of the sentence had named no giver anyway.
    open_before = not _OPEN.isdisjoint(claim.problems)
    return mended if mended.donors or mended.within or open_before else None


def _without_items(claim: Commitment, refused: AbstractSet[int]) -> Commitment:
    """Leave items out by their place; the evidence of the others follows their new places."""
    left = [n for n in range(len(claim.items)) if n not in refused]
    evidence: list[Evidence] = []
    for cited in claim.evidence:
        head, *rest = cited.field.split(".")
        if head != "items":
            evidence.append(cited)
        elif int(rest[0]) in left:
            field = ".".join((head, str(left.index(int(rest[0]))), *rest[1:]))
            evidence.append(replace(cited, field=field))
    items = tuple(claim.items[n] for n in left)
    return replace(claim, items=items, evidence=tuple(evidence))


def _outdated(fields: set[str]) -> set[str]:
    """Problems of values that are no longer there."""
    old = {f"{field[:-1]}-from-context" for field in fields & {"donors", "recipients"}}
    return old | ({"donor-inferred"} if "donors" in fields else set())
