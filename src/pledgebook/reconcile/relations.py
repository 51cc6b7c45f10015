"""How each claim of an entry relates to those before it, with the reason in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pledgebook.model.claims import Claim, Commitment
from pledgebook.model.entries import Relation
from pledgebook.model.snapshots import Decision, Sighting
from pledgebook.reconcile.actors import actor_ids
from pledgebook.reconcile.matching import Matcher
from pledgebook.reconcile.telling import Told


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """What the relations of an entry may point at outside it.

    Attributes:
        claims: all claims by id, and by the id they are known by.
        by_source: commitments of each text.
        sightings: sightings of each text.
        merged: reasons of the decisions that put claims together, by claim id.
        judged: decisions that accept a claim or call it unclear.
    """

    claims: Mapping[str, Claim]
    by_source: Mapping[str, Sequence[Commitment]]
    sightings: Mapping[str, Sequence[Sighting]]
    merged: Mapping[str, str]
    judged: Sequence[Decision] = ()


def relations(
    members: Sequence[Claim], matcher: Matcher, around: Surroundings
) -> tuple[Relation, ...]:
    """Relate the members, in order, each to an earlier one; the first opens the entry."""
    out = [_opening(members[0], around)]
    if len(members) == 1:
        return tuple(out)
    told = Told(members, matcher, around.sightings)
    for place, claim in enumerate(members[1:], start=1):
        out.append(_to_earlier(place, claim, told, around))
    return tuple(out)


def _opening(claim: Claim, around: Surroundings) -> Relation:
    if isinstance(claim, Commitment):
        if claim.within is not None and claim.within in around.claims:
            reason = "a part of a larger sum of the same source"
            return Relation(claim=claim.id, relation="part_of", reason=reason, other=claim.within)
        older = _older(claim, around)
        if older is not None:
            reason = "additional to the older sum of the same source"
            return Relation(claim=claim.id, relation="adds_to", reason=reason, other=older.id)
    return Relation(claim=claim.id, relation="first", reason="the earliest source to tell it")


def _older(claim: Commitment, around: Surroundings) -> Commitment | None:
    """The one restated commitment of the same donor in the same text, if it is one."""
    if claim.newness != "additional":
        return None
    donors = actor_ids(claim.donors)
    older = [
        c
        for c in around.by_source.get(claim.source.id, ())
        if c.newness == "restated" and actor_ids(c.donors) == donors
    ]
    return older[0] if len(older) == 1 else None


def _to_earlier(place: int, claim: Claim, told: Told, around: Surroundings) -> Relation:
    found = told.of(place)
    if found is None:
        first = told.members[0]
        reason = around.merged.get(claim.id) or around.merged.get(first.id, "no reason given")
        reason = f"joined by a decision: {reason}"
        return Relation(claim=claim.id, relation="same", reason=reason, other=first.id)
    match, other = found
    return Relation(claim=claim.id, relation=match.relation, reason=match.reason, other=other.id)
