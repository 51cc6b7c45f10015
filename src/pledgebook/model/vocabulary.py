"""The closed lists of the record contract. A reader may use no other word in these fields."""

from __future__ import annotations

from typing import Literal

Kind = Literal["commitment", "statement", "participation", "proposal", "plan_point", "measure"]
ActorType = Literal["state", "organisation", "person", "group", "unnamed"]
Bound = Literal["exact", "about", "at_least", "up_to", "range"]
Per = Literal["total", "year", "month", "week", "day"]
AidType = Literal["military", "financial", "humanitarian", "reconstruction", "other"]
Instrument = Literal[
    "grant",
    "loan",
    "guarantee",
    "export_credit",
    "in_kind",
    "training",
    "personnel",
    "sale",
    "policy",
    "unspecified",
]
Stage = Literal[
    "called_for", "pledged", "committed", "allocated", "disbursed", "delivered", "withdrawn"
]
MeasureStage = Literal[
    "called_for",
    "pledged",
    "committed",
    "allocated",
    "disbursed",
    "delivered",
    "withdrawn",
    "in_force",
]
Firmness = Literal["firm", "intended", "considered", "conditional", "denied"]
Trigger = Literal["peace_deal", "truce", "partner_backing", "legislature", "reform", "other"]
Newness = Literal["new", "additional", "restated", "unclear"]
Mode = Literal["direct", "mixed", "indirect"]
Role = Literal["host", "attended", "invited", "joined", "declined", "undecided"]
ProposalType = Literal["truce", "peace_terms", "force", "talks", "plan", "other"]
ProposalStatus = Literal["proposed", "agreed", "rejected", "denied", "called_for"]
Goal = Literal[
    "military_aid",
    "economic_pressure",
    "sovereignty",
    "seat_at_talks",
    "deterrence",
    "coalition_guarantee",
    "other",
]
Action = Literal[
    "sanction",
    "asset_freeze",
    "asset_use",
    "price_cap",
    "tariff",
    "export_ban",
    "import_ban",
    "delisting",
    "other",
]
Grade = Literal["official", "media", "secondary"]
Rights = Literal["full", "excerpt", "metadata"]
RelationKind = Literal[
    "first",
    "same",
    "restates",
    "updates",
    "adds_to",
    "part_of",
    "corrects",
    "contradicts",
    "withdraws",
    "fulfils",
]
Verdict = Literal["kept", "refused", "unsupported"]
DecisionAction = Literal[
    "accept",
    "reject",
    "unclear",
    "change_value",
    "add_claim",
    "read_completely",
    "merge",
    "split",
    "change_stage",
    "set_status",
    "undo",
]

#: How far a point of the plan has come, as a person sets it: 0 to 3.
PLAN_STATUSES = ("none", "minimum", "intermediate", "full")
