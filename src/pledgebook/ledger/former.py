"""Claims that only an earlier reading gave: the history keeps them, entries do not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from pledgebook.ledger.settled import Readings, followers
from pledgebook.ledger.standing import (
    Scope,
    Standing,
    readings_of,
    seen_first,
    stored_claims,
)
from pledgebook.ledger.tables import CLAIMS
from pledgebook.model.claims import Claim
from pledgebook.model.snapshots import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """A claim that the reading of its text which holds does not give, and no person kept.

    Attributes:
        claim: the claim as it was.
        reading: the reading that holds.
        successor: id of the claim that stands in its place, cut from the same words; None where
            nothing is read from them any more.
    """

    claim: Claim
    reading: Reading
    successor: str | None


def former(connection: Connection, scope: Scope, state: Standing) -> tuple[Former, ...]:
    """Read the claims of earlier readings that no longer stand, by id."""
    groups = readings_of(connection, scope, state.sightings)
    given = {claim.id for claims in state.read.latest.values() for claim in claims}
    stands = given | {claim.known_as for claim in state.claims}
    every = (
        (name, key)
        for group in groups.values()
        for payload in group
        for name, key in zip(payload["claims"], payload["rows"], strict=True)
        if name not in stands
    )
    # Of several rows of one claim, whose envelopes differ, the last in order is the first by key.
    rows = dict(sorted(every, reverse=True))
    if not rows:
        return ()
    found = stored_claims(connection, CLAIMS.c.key, rows.values()).values()
    gone = {c.id: seen_first(c, state.sightings[c.source.id]) for c in found}
    known = {sid: [frozenset(p["claims"]) for p in group] for sid, group in groups.items()}
    after = followers(Readings(latest=state.read.latest, earlier=gone, known=known))
    kept = _kept(state)
    return tuple(
        Former(
            claim=claim,
            reading=state.readings[claim.source.id],
            successor=kept.get(after[name].id, after[name].id) if name in after else None,
        )
        for name, claim in sorted(gone.items())
    )


def _kept(state: Standing) -> Mapping[str, str]:
    """Claims that persons kept, by the id of the newer claim in whose place they stand."""
    held = (one for one in state.settled.lapsed.values() if one.held)
    return {one.successor.id: one.claim.id for one in held if one.successor is not None}
