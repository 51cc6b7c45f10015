"""What the newest release of a data set made of the one before, record by record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pledgebook.ledger.releases import record_of
from pledgebook.model.claims import Claim, Commitment
from pledgebook.model.entries import Entry
from pledgebook.model.plain import to_json
from pledgebook.model.values import Amount
from pledgebook.model.vocabulary import RelationKind

ChangeKind = Literal["same", "corrected", "changed", "new", "gone"]

#: What the relation of a newer record to the older one makes of it.
_KINDS: dict[RelationKind, ChangeKind] = {
    "corrects": "corrected",
    "contradicts": "corrected",
    "updates": "changed",
    "fulfils": "changed",
    "withdraws": "changed",
    "adds_to": "changed",
}
_ORDER: tuple[ChangeKind, ...] = ("corrected", "changed", "same")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordChange:
    """One record in two releases of its series.

    Attributes:
        series, older, newer: the data set and its releases, by name.
        record: the record's id.
        kind: ``corrected`` (another value for the same announcement), ``changed`` (announced on
            another day, or moved to another stage), ``same``, ``new`` or ``gone``.
        entry: id of the entry that holds it.
        reason: in words; empty for what is new, gone or the same.
        before, after: its sum in each release, None for none.
    """

    series: str
    older: str
    newer: str
    record: str
    kind: ChangeKind
    entry: str
    reason: str
    before: Amount | None
    after: Amount | None

    def to_json(self) -> dict[str, Any]:
        """Write the change."""
        return {name: to_json(getattr(self, name)) for name in self.__slots__}


def restated(entries: Iterable[Entry]) -> tuple[RecordChange, ...]:
    """Compare the two newest releases of each series, record by record; a function of the set."""
    found: dict[str, list[tuple[Entry, Claim]]] = {}
    for entry in entries:
        for claim in entry.claims:
            record = record_of(claim)
            if record is not None:
                found.setdefault(record.series, []).append((entry, claim))
    changes = (change for series in sorted(found) for change in _changes(series, found[series]))
    return tuple(sorted(changes, key=lambda c: (c.series, c.kind, c.record)))


def _changes(series: str, told: Sequence[tuple[Entry, Claim]]) -> Iterable[RecordChange]:
    ages = sorted({_age(claim) for _, claim in told})
    if len(ages) < 2:  # noqa: PLR2004 - nothing to compare with
        return
    older, newer = ages[-2], ages[-1]
    records: dict[str, tuple[Entry, list[Claim], list[Claim]]] = {}
    for entry, claim in told:
        record = record_of(claim)
        assert record is not None
        _, before, after = records.setdefault(record.id, (entry, [], []))
        if _age(claim) == older:
            before.append(claim)
        elif _age(claim) == newer:
            after.append(claim)
    for name, (entry, before, after) in records.items():
        if before or after:
            kind, reason = _kind(entry, before, after)
            yield RecordChange(
                series=series, older=older[1], newer=newer[1], record=name, kind=kind,
                entry=entry.id, reason=reason, before=_sum(before), after=_sum(after),
            )  # fmt: skip


def _age(claim: Claim) -> tuple[str, str]:
    record, published = record_of(claim), claim.source.published
    assert record is not None
    return ("" if published is None else published.isoformat()), record.release


def _kind(entry: Entry, before: Sequence[Claim], after: Sequence[Claim]) -> tuple[ChangeKind, str]:
    if not before or not after:
        return ("new" if after else "gone"), ""
    old, new = {claim.id for claim in before}, {claim.id for claim in after}
    stages = {claim.id: getattr(claim, "stage", None) for claim in entry.claims}
    told = [
        (_ORDER.index(_KINDS.get(r.relation, "same")), stages[r.claim] != stages[r.other], r.reason)
        for r in entry.relations
        if r.claim in new and r.other in old
    ]
    order, _, reason = min(told, default=(_ORDER.index("same"), False, ""))
    return _ORDER[order], "" if _ORDER[order] == "same" else reason


def _sum(claims: Sequence[Claim]) -> Amount | None:
    """The sum that was committed, else the one that was allocated."""
    told = [c for c in claims if isinstance(c, Commitment) and c.amount is not None]
    first = sorted(told, key=lambda claim: claim.stage != "committed")
    return first[0].amount if first else None
