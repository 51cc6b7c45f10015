"""Score the readers on the sample sources, against the facts labelled by hand in tests/books."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from pledgebook.books.definition import sample_sources
from pledgebook.extract.read import read_document
from pledgebook.ingest.read import documents
from pledgebook.model.claims import (
    Claim,
    Commitment,
    Participation,
    PlanPoint,
    Proposal,
)
from pledgebook.model.problems import Problem
from pledgebook.model.values import Actor

LABELS = Path(__file__).resolve().parents[1] / "tests" / "books" / "expected_london.yaml"

Fact = tuple[object, ...]


def labels() -> dict[str, dict[str, Any]]:
    """Load the labels; a reprint has those of the text that it repeats."""
    rows: dict[str, dict[str, Any]] = yaml.safe_load(LABELS.read_text("utf-8"))
    return {name: rows[row["same_as"]] if "same_as" in row else row for name, row in rows.items()}


def readings() -> Iterator[tuple[str, list[Claim]]]:
    """Read every sample source."""
    for document in documents([str(path) for path in sample_sources("london-2025")]):
        if not isinstance(document, Problem):
            yield Path(document.sighting.ref).name, read_document(document)[0]


def wanted(row: dict[str, Any], *, optional: bool) -> Counter[Fact]:
    """Give the labelled facts of one source in the form of ``found``."""
    facts: Counter[Fact] = Counter()
    for fact in row.get("commitments", []):
        amount = fact.get("amount")
        figure = None if amount is None else int(amount["figure"])
        currency = None if amount is None else amount["currency"]
        if optional or not fact.get("optional"):
            facts["commitment", tuple(sorted(map(str, fact["donors"]))), figure, currency] += 1
    for fact in row.get("participations", []):
        if optional or not fact.get("optional"):
            facts["participation", str(fact["actor"]), fact["role"]] += 1
    for fact in row.get("proposals", []):
        if optional or not fact.get("optional"):
            facts["proposal", fact["proposal_type"], fact["status"]] += 1
    for fact in row.get("plan_points", []):
        if optional or not fact.get("optional"):
            facts["plan_point", fact.get("ordinal"), tuple(sorted(fact["goals"]))] += 1
    return facts


def found(claims: list[Claim]) -> Counter[Fact]:
    """Give what was read, as facts; statements are scored by their own sets."""
    facts: Counter[Fact] = Counter()
    for claim in claims:
        if isinstance(claim, Commitment):
            figure = None if claim.amount is None else claim.amount.low or claim.amount.high
            currency = None if claim.amount is None else claim.amount.currency
            donors = tuple(sorted(map(_name, claim.donors)))
            facts["commitment", donors, None if figure is None else int(figure), currency] += 1
        elif isinstance(claim, Participation):
            facts["participation", _name(claim.actor), claim.role] += 1
        elif isinstance(claim, Proposal):
            facts["proposal", claim.proposal_type, claim.status] += 1
        elif isinstance(claim, PlanPoint):
            facts["plan_point", claim.ordinal, tuple(sorted(claim.goals))] += 1
    return facts


def _name(actor: Actor) -> str:
    return actor.id or f"unnamed: {actor.name}"


def score() -> dict[str, tuple[int, int, int]]:
    """Give per kind: labelled facts found, labelled facts, facts read that no label knows."""
    totals: dict[str, list[int]] = {}
    rows = labels()
    for name, claims in readings():
        row = rows.get(name, {})
        have, must, may = found(claims), wanted(row, optional=False), wanted(row, optional=True)
        for kind in ("commitment", "participation", "proposal", "plan_point"):
            figures = totals.setdefault(kind, [0, 0, 0])
            figures[0] += sum((have & must)[f] for f in have & must if f[0] == kind)
            figures[1] += sum(n for f, n in must.items() if f[0] == kind)
            figures[2] += sum(n for f, n in (have - may).items() if f[0] == kind)
    return {kind: (a, b, c) for kind, (a, b, c) in totals.items()}


def unwanted_roles() -> list[tuple[str, str]]:
    """Give roles read in a source whose label rules them out."""
    rows = labels()
    return [
        (name, claim.role)
        for name, claims in readings()
        for claim in claims
        if isinstance(claim, Participation)
        and claim.role in rows.get(name, {}).get("must_not", {}).get("participation_roles", [])
    ]
