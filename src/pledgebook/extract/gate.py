"""The gate: nothing enters that its words do not carry, whoever proposed it.

A claim is judged against the text that it cites and against nothing else: the cited words are read
again by the readers of values (``resolve``), whole and in their place, and what they say is
compared with what the claim says. What our own rules found in the text plays no part.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pledgebook.extract.gate_case import Case, brief
from pledgebook.extract.gate_evidence import closed_words, read_evidence
from pledgebook.extract.gate_modality import weakened_words
from pledgebook.extract.gate_roles import unborne_roles
from pledgebook.extract.gate_values import differing_values
from pledgebook.extract.judgement import Judgement
from pledgebook.extract.page import Page
from pledgebook.model.claims import KINDS

__all__ = ["Judgement", "judge"]


def judge(claim: Mapping[str, Any], page: Page) -> Judgement:
    """Judge one claim, whole or partial, against the page that it cites.

    Null and absent fields are not judged; enumerated fields need no evidence. Raises nothing for a
    claim that is malformed: it is refused with the reason.
    """
    kind = claim.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        kinds = ", ".join(KINDS)
        return Judgement(verdict="refused", reasons=(f"kind: {brief(kind)} is none of {kinds}",))
    cited, reasons = read_evidence(claim, page)
    reasons.extend(closed_words(claim))
    case = Case(claim, page, cited)
    if not reasons:
        reasons.extend(differing_values(case))
    if reasons:
        return Judgement(verdict="refused", reasons=_once(reasons))
    faults = [*unborne_roles(case), *weakened_words(case)]
    if faults:
        return Judgement(verdict="unsupported", reasons=_once(faults))
    return Judgement(verdict="kept")


def _once(reasons: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reasons))
