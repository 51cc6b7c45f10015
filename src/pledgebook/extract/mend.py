"""What is kept of a proposed commitment when the gate refuses one of its lesser values.

A donor, a period or a stage that its words do not bear is left out, and the claim says so; the sum
or the things stay, where the gate keeps them by themselves. Nothing is put in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from pledgebook.model.claims import Claim, Commitment

#: Head of a reason of the gate: the field that it speaks of.
_FIELD = re.compile(r"([a-z_]+)(?:\.[\w.]+)?: ")
#: What a field is set to when it is left out, and the problem that says so.
_LEFT_OUT: dict[str, tuple[object, str | None]] = {
    "donors": ((), "donor-unresolved"),
    "recipients": ((), None),
    "speaker": (None, None),
    "period": (None, None),
    "purpose": (None, None),
    "funding_source": (None, None),
    "stage": ("pledged", "stage-unclear"),
}


def without_refused(claim: Claim, reasons: Iterable[str]) -> Claim | None:
    """Give a commitment without the values that the gate refused, None where nothing holds it.

    Reasons are those of a ``Judgement``. A claim whose sum, things, firmness or conditions are
    refused cannot be mended, nor one that
    would name neither giver nor package: who is bound is what a promise is about.
    """
    fields = {found.group(1) if (found := _FIELD.match(reason)) else "" for reason in reasons}
    if not isinstance(claim, Commitment) or not fields <= _LEFT_OUT.keys():
        return None
    problems = {code for field in fields if (code := _LEFT_OUT[field][1]) is not None}
    mended = replace(
        claim,
        evidence=tuple(e for e in claim.evidence if e.field.split(".")[0] not in fields),
        problems=tuple(sorted({*claim.problems, *problems} - _outdated(fields))),
        **{field: _LEFT_OUT[field][0] for field in fields},  # type: ignore[arg-type]
    )
    return mended if mended.donors or mended.within else None


def _outdated(fields: set[str]) -> set[str]:
    """Problems of values that are no longer there."""
    return {f"{field[:-1]}-from-context" for field in fields & {"donors", "recipients"}}
