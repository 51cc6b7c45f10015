"""Which claim's values stand for an entry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from pledgebook.model.claims import Claim, Commitment, Participation, Proposal
from pledgebook.model.snapshots import Sighting
from pledgebook.model.vocabulary import Grade
from pledgebook.reconcile.clusters import order
from pledgebook.reconcile.decisions import Verdict
from pledgebook.reconcile.money import digits, figure

#: An official text before the press, the press before digests of it.
_GRADES: dict[Grade, int] = {"official": 2, "media": 1, "secondary": 0}


def lead(
    claims: Sequence[Claim],
    sightings: Mapping[str, Sequence[Sighting]],
    verdicts: Mapping[str, Verdict] | None = None,
) -> Claim:
    """Choose the claim that stands for the entry.

    In this order: what a person decided (``verdicts`` by the id a claim is known by; a value that
    a person changed stands like one accepted); not denied; the reading that most texts share
    (instrument, role, status); the more official text; a figure, the more exact one; more values
    with words; surer; earlier.
    """
    shared = _shared(claims)

    def worth(claim: Claim) -> tuple[object, ...]:
        return (
            _decided(claim, verdicts or {}),
            not _is_denied(claim),
            shared[_reading(claim)],
            _grade(claim, sightings),
            _precision(claim),
            len({evidence.field for evidence in claim.evidence}),
            claim.confidence,
        )

    # max() keeps the first of equals: the earliest in order.
    return max(sorted(claims, key=order), key=worth)


def _decided(claim: Claim, verdicts: Mapping[str, Verdict]) -> int:
    """1 for what a person accepted or changed, -1 for what one called unclear, else 0."""
    verdict = verdicts.get(claim.known_as)
    if verdict is None:
        return 0 if claim.replaces is None else 1
    return {"accept": 1, "unclear": -1}.get(verdict, 0)


def _shared(claims: Sequence[Claim]) -> Counter[str | None]:
    """Distinct texts behind each reading; a reading that says nothing counts none."""
    texts = {(_reading(claim), claim.source.id) for claim in claims}
    return Counter(reading for reading, _ in texts if reading is not None)


def _reading(claim: Claim) -> str | None:
    if isinstance(claim, Commitment):
        return None if claim.instrument == "unspecified" else claim.instrument
    if isinstance(claim, Participation):
        return claim.role
    if isinstance(claim, Proposal):
        return claim.status
    return None


def _is_denied(claim: Claim) -> bool:
    return "denied" in (getattr(claim, "firmness", None), getattr(claim, "status", None))


def _grade(claim: Claim, sightings: Mapping[str, Sequence[Sighting]]) -> int:
    return max((_GRADES[s.grade] for s in sightings.get(claim.source.id, ())), default=0)


def _precision(claim: Claim) -> tuple[bool, bool, int]:
    amount = getattr(claim, "amount", None)
    value = None if amount is None else figure(amount)
    if amount is None or value is None:
        return False, False, 0
    return True, amount.bound in ("exact", "range"), digits(value)
