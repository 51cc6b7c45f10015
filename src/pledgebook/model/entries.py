"""Entries: the folded view of the claims that speak of the same thing."""

from __future__ import annotations

from dataclasses import dataclass

from pledgebook.model.claims import Claim
from pledgebook.model.ids import digest
from pledgebook.model.vocabulary import Kind, RelationKind


def entry_id(claim: Claim) -> str:
    """Id of the entry whose earliest claim is ``claim``."""
    return "entry:" + digest([claim.known_as])


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How one claim relates to the entry it is folded into, and why, in words.

    Attributes:
        claim: id of the claim.
        relation: ``first`` for the claim that opens the entry.
        reason: one plain clause ("same donor and amount; one day apart").
        other: id of the claim or entry that the relation points at, None for ``first``.
    """

    claim: str
    relation: RelationKind
    reason: str
    other: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing promised, said, proposed or done, as all sources together tell it.

    Attributes:
        id: ``entry:`` and a digest of the id of its earliest claim (stable while that claim stays).
        kind: kind of the claims it folds.
        lead: the claim whose values stand for the entry.
        claims: all claims, in order of publication, then id.
        relations: one per claim, same order.
        part_of: id of the entry that this one is a part of (a package and its parts).
        witnesses: number of independent texts.
        outlets: number of sightings of those texts.
    """

    id: str
    kind: Kind
    lead: Claim
    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]
    part_of: str | None = None
    witnesses: int = 1
    outlets: int = 1
