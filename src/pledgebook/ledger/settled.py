"""What stands once people have decided: readers' claims, with what persons added and changed.

A decision names claims by the ids their reader gave them. Where the latest reading no longer gives
such a claim it has *lapsed*, and the decision is never lost with it:

- a claim that a person accepted, changed or added stays, in the place of its *successor* (the new
  claim cut from the same words), and goes to review;
- a rejection, merge or split follows the successor, and goes to review.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pledgebook.ledger.decided import (
    CHANGES,
    VERDICTS,
    Decided,
    added_claim,
    age,
    changed,
    listed,
    named,
)
from pledgebook.model.claims import Claim
from pledgebook.model.snapshots import Decision

_BySource = Mapping[str, tuple[Claim, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapsed:
    """A claim that decisions are about and the latest reading of its text does not give.

    Attributes:
        claim: the claim as it was.
        successor: the claim that the latest reading cuts from the same words, None where none.
        held: the claim stays in the book, since a person accepted, changed or added it.
    """

    claim: Claim
    successor: Claim | None
    held: bool


@dataclass(frozen=True, kw_only=True)
class Settled:
    """Claims and decisions to fold.

    Attributes:
        by_source: claims of each text, persons' versions in the place of the readers'.
        decisions: those in force, following the successors of lapsed claims.
        lapsed: by the id of the claim.
        as_read: the claim as it was read, by the id of each claim that a person changed.
    """

    by_source: _BySource
    decisions: tuple[Decision, ...]
    lapsed: Mapping[str, Lapsed]
    as_read: Mapping[str, Claim]


@dataclass(frozen=True, kw_only=True)
class Readings:
    """What readers gave.

    Attributes:
        latest: claims of the reading that holds, by text.
        earlier: claims that decisions name and those readings do not give, by id.
        known: per text, the claim ids of each of its readings.
    """

    latest: _BySource
    earlier: Mapping[str, Claim]
    known: Mapping[str, Sequence[frozenset[str]]]


def settle(readings: Readings, standing: Iterable[Decided]) -> Settled:
    """Apply the decisions in force to the claims; a function of the two sets."""
    decided = sorted(standing, key=age)
    lapsed = _lapsed(readings, decided)
    base = {source: _held(source, claims, lapsed) for source, claims in readings.latest.items()}
    as_read = {claim.id: claim for claims in base.values() for claim in claims}
    made = versions(as_read, decided)
    return Settled(
        by_source={
            source: tuple(made.get(claim.id, claim) for claim in claims)
            for source, claims in base.items()
        },
        decisions=tuple(_followed(item.decision, lapsed) for item in decided),
        lapsed=lapsed,
        as_read={name: as_read[name] for name in made},
    )


def changed_targets(decided: Iterable[Decided]) -> set[str]:
    """Ids of the claims that decisions give a value."""
    return {item.decision.target for item in decided if item.decision.action in CHANGES}


def versions(claims: Mapping[str, Claim], decided: Sequence[Decided]) -> dict[str, Claim]:
    """Persons' versions, by the id of the claim as it was read; later changes on earlier ones."""
    out: dict[str, Claim] = {}
    for item in decided:
        target = item.decision.target
        if item.decision.action in CHANGES and target in claims:
            out[target] = changed(out.get(target, claims[target]), item.decision)
    return out


def _lapsed(readings: Readings, decided: Sequence[Decided]) -> dict[str, Lapsed]:
    """Lapsed claims, each with the successor that shares most of its words, none shared by two."""
    given = {claim.id for claims in readings.latest.values() for claim in claims}
    gone = {name: claim for name, claim in readings.earlier.items() if name not in given}
    before = {name: _readings_of(name, claim, readings) for name, claim in gone.items()}
    for item in decided:
        added = added_claim(item.decision)
        if added is not None and added.source.id in readings.latest and added.id not in given:
            gone[added.id] = _placed(added, readings.latest[added.source.id])
            before[added.id] = frozenset(listed(item.decision, "claims"))
    followers = _successors(gone, before, readings.latest)
    held = _held_names(decided)
    return {
        name: Lapsed(claim=claim, successor=followers.get(name), held=name in held)
        for name, claim in sorted(gone.items())
    }


def followers(readings: Readings) -> dict[str, Claim]:
    """The claim that follows each earlier one, where one does; none follows two."""
    before = {name: _readings_of(name, one, readings) for name, one in readings.earlier.items()}
    return _successors(readings.earlier, before, readings.latest)


def _readings_of(name: str, claim: Claim, readings: Readings) -> frozenset[str]:
    """Claims that stood beside this one in a reading: they are others, none its successor."""
    every = (ids for ids in readings.known.get(claim.source.id, ()) if name in ids)
    return frozenset().union(*every)


def _placed(added: Claim, beside: Sequence[Claim]) -> Claim:
    """Let an added claim name its source as the claims beside it do."""
    return replace(added, source=beside[0].source) if beside else added


def _successors(
    gone: Mapping[str, Claim], before: Mapping[str, frozenset[str]], latest: _BySource
) -> dict[str, Claim]:
    pairs = [
        (-shared, name, claim.id, claim)
        for name, old in gone.items()
        for claim in latest.get(old.source.id, ())
        if claim.id not in before[name] and (shared := _shared_words(old, claim))
    ]
    out: dict[str, Claim] = {}
    taken: set[str] = set()
    for _, name, successor, claim in sorted(pairs, key=lambda pair: pair[:3]):
        if name not in out and successor not in taken:
            out[name] = claim
            taken.add(successor)
    return out


def _shared_words(one: Claim, other: Claim) -> int:
    """Number of values that both rest on the same words of the same sentence, 0 for none."""
    if one.kind != other.kind or not one.sentence.overlaps(other.sentence):
        return 0
    words = {(e.field, e.place) for e in one.evidence}
    spans = [(e, f) for e in one.evidence for f in other.evidence if e.field == f.field]
    shared = {
        (e.field, e.place) for e, f in spans if e.place == f.place and e.span.overlaps(f.span)
    }
    return len(shared & words)


def _held_names(decided: Sequence[Decided]) -> set[str]:
    """Claims that stay though no reading gives them; the newest verdict on each holds."""
    held: set[str] = set()
    for item in decided:
        decision = item.decision
        added = added_claim(decision)
        if added is not None:
            held.add(added.id)
        elif decision.action == "accept" or decision.action in CHANGES:
            held |= named(decision)
        elif decision.action in VERDICTS:
            held -= named(decision) if decision.action == "reject" else set()
    return held


def _held(source: str, claims: Sequence[Claim], lapsed: Mapping[str, Lapsed]) -> tuple[Claim, ...]:
    """The reading's claims, with each held claim in the place of its successor, else at the end."""
    mine = [one for one in lapsed.values() if one.held and one.claim.source.id == source]
    instead = {one.successor.id: one.claim for one in mine if one.successor is not None}
    more = [one.claim for one in mine if one.successor is None]
    return (*(instead.get(claim.id, claim) for claim in claims), *more)


def _followed(decision: Decision, lapsed: Mapping[str, Lapsed]) -> Decision:
    """Let a decision that names a lapsed claim name its successor instead."""
    moved = {
        name: lapsed[name].successor
        for name in named(decision) & lapsed.keys()
        if not lapsed[name].held
    }
    ids = {name: claim.id for name, claim in moved.items() if claim is not None}
    if not ids:
        return decision
    value: dict[str, Any] = dict(decision.value or {})
    for key in ("claims", "with"):
        if key in value:
            value[key] = [ids.get(name, name) for name in listed(decision, key)]
    target = ids.get(decision.target, decision.target)
    return replace(decision, target=target, value=value or None)


def claim_names(decided: Iterable[Decided]) -> Collection[str]:
    """Ids of claims that decisions name, as far as their form tells."""
    return set(_claim_names(decided))


def _claim_names(decided: Iterable[Decided]) -> Iterator[str]:
    for item in decided:
        for name in named(item.decision):
            if not name.startswith(("entry:", "sha256:", "decision:", "point:")):
                yield name
