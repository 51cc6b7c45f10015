"""Sentence tables for proposals, plan points and measures; all sentences are our own."""

from __future__ import annotations

import pytest
from reading import claims, ids

from pledgebook.extract.measures import MeasureReader
from pledgebook.extract.plan_points import PlanPointReader
from pledgebook.extract.proposals import ProposalReader
from pledgebook.model.claims import Measure, PlanPoint, Proposal

#: sentence, type, proposers, status, scope, duration
PROPOSALS = [
    ("Turkey proposed a 30-day truce at sea between Russia and Ukraine.",
     "truce", "TUR", "proposed", ("sea",), "P30D"),
    ("Paris suggested a ceasefire in the air.", "truce", "FRA", "proposed", ("air",), None),
    ("Russia rejected the ceasefire.", "truce", "RUS", "rejected", (), None),
    ("Brazil and China put forward a peace plan.", "plan", "BRA+CHN", "proposed", (), None),
]  # fmt: skip

NO_PROPOSAL = [
    "The ceasefire lasted two days.",
    "Fighting went on after the truce.",
    "The museum shows a history of peace.",
]

#: sentence, actors, targets, action, stage
MEASURES = [
    ("The EU imposed new sanctions on Russia.", "org:eu", "RUS", "sanction", "committed"),
    ("Britain will impose sanctions on Russia.", "GBR", "RUS", "sanction", "pledged"),
    ("The United States announced tariffs on China.", "USA", "CHN", "tariff", "pledged"),
]

NO_MEASURE = [
    "Sanctions have hurt the economy.",
    "Norway did not impose sanctions on Iceland.",
    "The price of oil fell.",
]


@pytest.mark.parametrize("row", PROPOSALS, ids=lambda row: row[0][:40])
def test_proposals(row: tuple[str, str, str, str, tuple[str, ...], str | None]) -> None:
    text, kind, proposers, status, scope, duration = row
    found = [c for c in claims(ProposalReader(), text) if isinstance(c, Proposal)]
    assert len(found) == 1
    (claim,) = found
    assert (claim.proposal_type, ids(claim.proposers), claim.status) == (kind, proposers, status)
    assert claim.scope == scope
    assert (claim.period.duration if claim.period else None) == duration


@pytest.mark.parametrize("text", NO_PROPOSAL)
def test_no_proposal(text: str) -> None:
    assert claims(ProposalReader(), text) == []


@pytest.mark.parametrize("row", MEASURES, ids=lambda row: row[0][:40])
def test_measures(row: tuple[str, str, str, str, str]) -> None:
    text, actors, targets, action, stage = row
    found = [c for c in claims(MeasureReader(), text) if isinstance(c, Measure)]
    assert len(found) == 1
    (claim,) = found
    assert (ids(claim.actors), ids(claim.targets), claim.action, claim.stage) == (
        actors,
        targets,
        action,
        stage,
    )


@pytest.mark.parametrize("text", NO_MEASURE)
def test_no_measure(text: str) -> None:
    assert claims(MeasureReader(), text) == []


PLANS = {
    "bullets": "The ministers agreed a two-point plan:\n\n- tighten sanctions on the fleet\n"
    "- send more weapons\n",
    "clauses": "They listed the points of the plan: tighten sanctions on the fleet; send more "
    "weapons; and protect its sovereignty.",
    "ordinals": "The envoy set out a plan. First, tighten sanctions on the fleet. Second, send "
    "more weapons. Third, protect its sovereignty.",
}


@pytest.mark.parametrize("form", PLANS)
def test_plan_points(form: str) -> None:
    found = [c for c in claims(PlanPointReader(), PLANS[form]) if isinstance(c, PlanPoint)]
    goals = [("economic_pressure",), ("military_aid",), ("sovereignty",)]
    wanted = goals[: 2 if form == "bullets" else 3]
    assert [c.ordinal for c in found] == list(range(1, len(wanted) + 1))
    assert [c.goals for c in found] == wanted
    assert not any(c.content.endswith((";", ".", "and")) for c in found)


def test_a_shopping_list_is_no_plan() -> None:
    text = "The plan for today:\n\n- 3 generators for €5,000\n- 12 tents\n"
    assert claims(PlanPointReader(), text) == []
