"""The matcher of each kind of claim."""

from __future__ import annotations

from pledgebook.model.vocabulary import Kind
from pledgebook.reconcile.commitments import Commitments
from pledgebook.reconcile.matching import Matcher
from pledgebook.reconcile.measures import Measures
from pledgebook.reconcile.participations import Participations
from pledgebook.reconcile.plan_points import PlanPoints
from pledgebook.reconcile.proposals import Proposals
from pledgebook.reconcile.statements import Statements

MATCHERS: dict[Kind, Matcher] = {
    "commitment": Commitments(),
    "statement": Statements(),
    "participation": Participations(),
    "proposal": Proposals(),
    "plan_point": PlanPoints(),
    "measure": Measures(),
}
