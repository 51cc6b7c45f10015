"""Records as payloads of rows, and back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from pledgebook.ledger.chain import NewRow, moment
from pledgebook.model.book import BookDefinition, PlanPointDefinition
from pledgebook.model.claims import Claim
from pledgebook.model.codec import claim_to_json
from pledgebook.model.ids import digest
from pledgebook.model.plain import to_json
from pledgebook.model.problems import Problem
from pledgebook.model.snapshots import Decision, Document, Reading, Sighting, Snapshot
from pledgebook.model.spans import Span

#: Fields that make two sightings two: the same text told at another place or day.
_SIGHTING_IDENTITY = ("snapshot", "ref", "url", "publisher", "published")


def snapshot_row(snapshot: Snapshot) -> NewRow:
    """Row of a text."""
    return NewRow(key=snapshot.id, payload=to_json(snapshot), copies={})


def sighting_row(sighting: Sighting) -> NewRow:
    """Row of a place where a text was seen."""
    payload = to_json(sighting)
    key = "sighting:" + digest([payload[name] for name in _SIGHTING_IDENTITY])
    return NewRow(key=key, payload=payload, copies={"snapshot": sighting.snapshot})


def claim_key(claim: Claim) -> str:
    """Key of a claim's row: its id, and the parts that a newer reader may set otherwise."""
    return f"{claim.id}~{_envelope(claim.reader, claim.confidence, claim.problems)}"


# A reader's rules give few different ones; typed, since 1 and 1.0 are written differently.
@lru_cache(maxsize=4096, typed=True)
def _envelope(reader: str, confidence: float, problems: tuple[str, ...]) -> str:
    return digest([reader, confidence, list(problems)])[:16]


def claim_row(claim: Claim) -> NewRow:
    """Row of a claim."""
    copies = {"id": claim.id, "snapshot": claim.source.id, "kind": claim.kind}
    return NewRow(key=claim_key(claim), payload=claim_to_json(claim), copies=copies)


def reading_row(document: Document, claims: list[Claim], reading: Reading) -> NewRow:
    """Row of a reading.

    Its key covers the publication date that relative dates were resolved against, and the
    claims: the same text with another date may honestly read otherwise.
    """
    payload = {
        "snapshot": reading.snapshot,
        "reader": reading.reader,
        "version": reading.version,
        "published": to_json(document.sighting.published),
        "claims": [claim.id for claim in claims],
        "rows": [claim_key(claim) for claim in claims],
        "problems": [problem_to_json(p) for p in reading.problems],
    }
    names = ("snapshot", "reader", "version", "published", "rows")
    key = "reading:" + digest([payload[name] for name in names])
    return NewRow(key=key, payload=payload, copies={"snapshot": reading.snapshot})


def decision_row(decision: Decision) -> NewRow:
    """Row of a decision; its key is the decision's id."""
    payload = {
        "author": decision.author,
        "at": moment(decision.at),
        "action": decision.action,
        "target": decision.target,
        "reason": decision.reason,
        "value": decision.value,
        "supersedes": decision.supersedes,
    }
    key = "decision:" + digest(sorted(payload.items()))
    return NewRow(key=key, payload=payload, copies={"target": decision.target})


def problem_to_json(problem: Problem) -> dict[str, Any]:
    """Write a problem; its span is left out where there is none."""
    out = {
        "code": problem.code,
        "message": problem.message,
        "where": problem.where,
        "fatal": problem.fatal,
    }
    if problem.span is not None:
        out |= {"start": problem.span.start, "end": problem.span.end}
    return out


def problem_from_json(data: Mapping[str, Any]) -> Problem:
    """Read a problem."""
    span = Span(data["start"], data["end"]) if "start" in data else None
    return Problem(
        code=data["code"],
        message=data["message"],
        where=data["where"],
        fatal=data["fatal"],
        span=span,
    )


def snapshot_from_json(data: Mapping[str, Any]) -> Snapshot:
    """Read a snapshot."""
    return Snapshot(id=data["id"], text=data["text"], made_by=data["made_by"])


def sighting_from_json(data: Mapping[str, Any]) -> Sighting:
    """Read a sighting."""
    days = {name: _day(data[name]) for name in ("published", "retrieved")}
    return Sighting(**{**data, **days})


def reading_from_json(data: Mapping[str, Any]) -> Reading:
    """Read a reading."""
    return Reading(
        snapshot=data["snapshot"],
        reader=data["reader"],
        version=data["version"],
        claims=tuple(data["claims"]),
        problems=tuple(problem_from_json(p) for p in data["problems"]),
    )


def decision_from_json(data: Mapping[str, Any]) -> Decision:
    """Read a decision."""
    return Decision(**{**data, "at": datetime.fromisoformat(data["at"])})


def definition_from_json(data: Mapping[str, Any]) -> BookDefinition:
    """Read a book definition."""
    points = tuple(
        PlanPointDefinition(
            ordinal=p["ordinal"],
            text=p["text"],
            goals=tuple(p["goals"]),
            terms=tuple(p.get("terms", ())),
        )
        for p in data["points"]
    )
    lists = {"actors": tuple(data["actors"]), "recipients": tuple(data["recipients"])}
    days = tuple(date.fromisoformat(day) for day in data.get("days", ()))
    every = {**data, "points": points, **lists, "days": days}
    return BookDefinition(**every)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
