"""How each claim of an entry relates to those before it, with the reason in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pledgebook.model.claims import Claim, Commitment
from pledgebook.model.entries import Relation
from pledgebook.model.snapshots import Decision, Sighting
from pledgebook.model.vocabulary import RelationKind
from pledgebook.reconcile.actors import actor_ids
from pledgebook.reconcile.matching import Match, Matcher
from pledgebook.reconcile.releases import record_of


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


#: What says most about a claim, where several earlier claims say different things about it.
_WEIGHT: dict[RelationKind, int] = {
    "withdraws": 0,
    "corrects": 1,
    "contradicts": 2,
    "fulfils": 3,
    "updates": 4,
    "restates": 5,
    "same": 6,
}


def relations(
    members: Sequence[Claim], matcher: Matcher, around: Surroundings
) -> tuple[Relation, ...]:
    """Relate the members, in order, each to an earlier one; the first opens the entry."""
    first, *rest = members
    out = [_opening(first, around)]
    for place, claim in enumerate(rest, start=1):
        out.append(_to_earlier(claim, members[:place], matcher, around))
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


def _to_earlier(
    claim: Claim, earlier: Sequence[Claim], matcher: Matcher, around: Surroundings
) -> Relation:
    found = [
        (match, other)
        for other in earlier
        if (match := _match(other, claim, matcher, around)) is not None
    ]
    if not found:
        reason = around.merged.get(claim.id) or around.merged.get(earlier[0].id, "no reason given")
        reason = f"joined by a decision: {reason}"
        return Relation(claim=claim.id, relation="same", reason=reason, other=earlier[0].id)
    match, other = min(found, key=lambda pair: (_WEIGHT[pair[0].relation], pair[0].level))
    return Relation(claim=claim.id, relation=match.relation, reason=match.reason, other=other.id)


def _match(earlier: Claim, later: Claim, matcher: Matcher, around: Surroundings) -> Match | None:
    match = matcher.match(earlier, later)
    if match is None or match.relation not in ("same", "contradicts"):
        return match
    if match.level > 0 and _same_page(earlier, later, around):
        same = ("the page was changed", *match.differs, *match.same)
        return Match(level=match.level, same=same, relation="corrects")
    return match


def _same_page(one: Claim, other: Claim, around: Surroundings) -> bool:
    """Say whether two different texts were seen at one address: the page was edited.

    A row of a data set only names its sources, and is no text of theirs.
    """
    if one.source.id == other.source.id or record_of(one) or record_of(other):
        return False
    return bool(_addresses(one, around) & _addresses(other, around))


def _addresses(claim: Claim, around: Surroundings) -> set[str]:
    return {s.url for s in around.sightings.get(claim.source.id, ()) if s.url is not None}
