"""The matcher of each kind of claim."""

from __future__ import annotations

from collections.abc import Iterable

from pledgebook.model.claims import Claim, Commitment
from pledgebook.model.snapshots import Sighting
from pledgebook.model.vocabulary import Kind
from pledgebook.reconcile.addresses import shared_addresses
from pledgebook.reconcile.commitments import Commitments
from pledgebook.reconcile.conversions import Conversions
from pledgebook.reconcile.matching import Matcher
from pledgebook.reconcile.measures import Measures
from pledgebook.reconcile.participations import Participations
from pledgebook.reconcile.plan_points import PlanPoints
from pledgebook.reconcile.proposals import Proposals
from pledgebook.reconcile.releases import series_of
from pledgebook.reconcile.statements import Statements

MATCHERS: dict[Kind, Matcher] = {
    "commitment": Commitments(),
    "statement": Statements(),
    "participation": Participations(),
    "proposal": Proposals(),
    "plan_point": PlanPoints(),
    "measure": Measures(),
}


def matchers_of(claims: Iterable[Claim], sightings: Iterable[Sighting] = ()) -> dict[Kind, Matcher]:
    """Give the matchers for a set of claims: that of commitments knows what is in it."""
    promises = [claim for claim in claims if isinstance(claim, Commitment)]
    addresses = shared_addresses(sightings)
    known = Commitments(Conversions.of(promises), series_of(promises), addresses)
    return {**MATCHERS, "commitment": known}
