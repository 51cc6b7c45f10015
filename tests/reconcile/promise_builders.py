"""Sources and claims for the tests of ledger and reconcile: own texts, real claim types."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from pledgebook.model.claims import (
    Claim,
    Commitment,
    Measure,
    Participation,
    PlanPoint,
    Proposal,
    Source,
    Statement,
)
from pledgebook.model.snapshots import Document, Reading, Sighting, Snapshot
from pledgebook.model.spans import Evidence, Span
from pledgebook.model.values import Actor, Amount, Event, Item, Quantity
from pledgebook.model.vocabulary import Bound

READER = "rules"
VERSION = "1"


def state(code: str) -> Actor:
    return Actor(id=code, name=code, type="state")


def amount(
    figure: str, currency: str | None = "EUR", bound: Bound = "exact", **more: Any
) -> Amount:
    value = Decimal(figure)
    return Amount(
        low=None if bound == "up_to" else value,
        high=None if bound == "at_least" else value,
        currency=currency,
        bound=bound,
        **more,
    )


def item(name: str, count: int | None = None, bound: Bound = "exact") -> Item:
    if count is None:
        return Item(name=name)
    value = Decimal(count)
    high = None if bound == "at_least" else value
    return Item(name=name, quantity=Quantity(low=value, high=high, bound=bound))


@dataclass(frozen=True)
class Text:
    """One text seen at one place, from which claims are cut."""

    words: str
    published: date | None = date(2025, 3, 3)
    url: str | None = None
    publisher: str | None = "Evening Sample"
    ref: str = "sample.txt"
    record: str | None = None

    @property
    def snapshot(self) -> Snapshot:
        return Snapshot.of(self.words, "plain")

    @property
    def sighting(self) -> Sighting:
        return Sighting(
            snapshot=self.snapshot.id,
            ref=self.ref,
            url=self.url,
            publisher=self.publisher,
            published=self.published,
            record=self.record,
        )

    @property
    def document(self) -> Document:
        return Document(snapshot=self.snapshot, sighting=self.sighting)

    @property
    def envelope(self) -> dict[str, Any]:
        source = Source(
            id=self.snapshot.id,
            ref=self.ref,
            url=self.url,
            publisher=self.publisher,
            published=self.published,
            record=self.record,
        )
        words = Evidence.cut("content", self.words, Span(0, min(5, len(self.words))))
        return {
            "source": source,
            "evidence": (words,),
            "sentence": Span(0, len(self.words)),
            "reader": "rules/test@1",
        }

    def commitment(self, donors: str = "GBR", **values: Any) -> Commitment:
        named = tuple(state(code) for code in donors.split())
        given = {"recipients": (state("UKR"),), "aid_type": "military", **values}
        return Commitment(**self.envelope, donors=named, **given)

    def statement(self, speaker: str, content: str, **values: Any) -> Statement:
        actor = Actor(id=speaker, name=speaker, type="person")
        return Statement(**self.envelope, speaker=actor, content=content, **values)

    def participation(self, actor: str, role: Any, event: Event) -> Participation:
        return Participation(**self.envelope, actor=state(actor), role=role, event=event)

    def proposal(self, proposers: str, content: str, **values: Any) -> Proposal:
        named = tuple(state(code) for code in proposers.split())
        given = {"proposal_type": "truce", **values}
        return Proposal(**self.envelope, proposers=named, content=content, **given)

    def plan_point(self, content: str, **values: Any) -> PlanPoint:
        return PlanPoint(**self.envelope, content=content, **{"plan": None, **values})

    def measure(self, actors: str, what: str, **values: Any) -> Measure:
        named = tuple(state(code) for code in actors.split())
        return Measure(**self.envelope, actors=named, object=what, **values)

    def reading(self, claims: list[Claim], version: str = VERSION) -> Reading:
        ids = tuple(claim.id for claim in claims)
        return Reading(snapshot=self.snapshot.id, reader=READER, version=version, claims=ids)
