"""The six kinds of claim. A claim is what ONE source says, with the words it rests on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import Any, ClassVar

from pledgebook.model.ids import digest
from pledgebook.model.plain import evidence_to_json, field_names, to_json
from pledgebook.model.spans import Evidence, Span
from pledgebook.model.values import (
    Actor,
    Amount,
    Condition,
    Event,
    FundingSource,
    Item,
    Period,
)
from pledgebook.model.vocabulary import (
    Action,
    AidType,
    Firmness,
    Goal,
    Instrument,
    Kind,
    MeasureStage,
    Mode,
    Newness,
    ProposalStatus,
    ProposalType,
    Role,
    Stage,
)

#: Version of the record contract (docs/records.md).
CONTRACT_VERSION = 1

#: Fields that every kind has; the others are the kind's own values.
ENVELOPE = ("source", "evidence", "sentence", "reader", "confidence", "problems", "replaces")


_Own = tuple[tuple[str, ...], Callable[[object], tuple[object, ...]]]
_OWN: dict[type, _Own] = {}


def _own(cls: type) -> _Own:
    """Names of a kind's own values, and what reads them all at once; made once for each kind."""
    own = _OWN.get(cls)
    if own is None:
        names = tuple(name for name in field_names(cls) if name not in ENVELOPE)
        own = _OWN[cls] = (names, attrgetter(*names))
    return own


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a claim was read.

    Attributes:
        id: ``sha256:…`` of the snapshot's text.
        ref: the caller's own id: the ``id`` of a JSONL line, else the path or address given.
        url: address of the page, if known.
        title: heading, metadata only (never part of the text).
        publisher: who published it.
        published: publication date; relative dates are resolved against it.
        lang: ISO 639-1 code.
        record: which record of which release of a data set it is (``model.datasets``); None for
            a text that is none.
    """

    id: str
    ref: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    lang: str | None = None
    record: str | None = None


@dataclass(frozen=True, kw_only=True)
class Claim:
    """Envelope of every kind.

    Attributes:
        source: where it was read.
        evidence: one object per value, in the order of the fields.
        sentence: range of the sentence or sentences that carry the claim.
        reader: reader and rule (``rules/pledge-verb@1``).
        confidence: 0..1; see docs/quality.md for how it is set.
        problems: sorted codes of what is unclear (``problems.CLAIM_PROBLEMS``).
        replaces: id of the claim whose values a person changed into these; None for a claim as
            its reader gave it.
    """

    kind: ClassVar[Kind]

    source: Source
    evidence: tuple[Evidence, ...]
    sentence: Span
    reader: str
    confidence: float = 0.5
    problems: tuple[str, ...] = ()
    replaces: str | None = None

    def values(self) -> dict[str, Any]:
        """Give the claim's own values (all but the envelope) as JSON types."""
        names, parts = _own(type(self))
        return dict(zip(names, map(to_json, parts(self)), strict=True))

    @cached_property
    def id(self) -> str:
        """Kind and sha256 over version, kind, source id, values and evidence; nothing else."""
        evidence = [evidence_to_json(e) for e in self.evidence]
        parts = [CONTRACT_VERSION, self.kind, self.source.id, self.values(), evidence]
        return f"{self.kind}:{digest(parts)}"

    @property
    def known_as(self) -> str:
        """Id by which entries and decisions know it: that of the claim as its reader gave it."""
        return self.id if self.replaces is None else self.replaces


@dataclass(frozen=True, kw_only=True)
class Commitment(Claim):
    """Somebody is bound, or said to be bound, to give or do something.

    Attributes:
        donors: actors that are bound (never the one who merely announces).
        speaker: who announces or reports it.
        recipients: who it is for.
        aid_type, instrument, stage, firmness, newness: codes of ``vocabulary``.
        amount: the sum, or None.
        items: what is given, or bought with the sum.
        conditions: what it hangs on.
        funding_source: where the money comes from.
        is_total: True for a running total or level; kept, never summed.
        within: id of the claim of the same source that this one is a part of.
        purpose: short words of the text.
        announced_on: day of the announcement.
        period: time over which it runs.
    """

    kind: ClassVar[Kind] = "commitment"

    donors: tuple[Actor, ...] = ()
    speaker: Actor | None = None
    recipients: tuple[Actor, ...] = ()
    aid_type: AidType = "other"
    instrument: Instrument = "unspecified"
    amount: Amount | None = None
    items: tuple[Item, ...] = ()
    stage: Stage = "pledged"
    firmness: Firmness = "firm"
    conditions: tuple[Condition, ...] = ()
    funding_source: FundingSource | None = None
    newness: Newness = "unclear"
    is_total: bool = False
    within: str | None = None
    purpose: str | None = None
    announced_on: date | None = None
    period: Period | None = None


@dataclass(frozen=True, kw_only=True)
class Statement(Claim):
    """Somebody said something.

    Attributes:
        speaker: who; pronouns resolved.
        cue: the words that mark the saying, None where layout alone does.
        content: the whole reported clause; pieces of a split quotation joined by `` … ``.
        mode: direct, mixed or indirect.
        via: outlet or person it was told to, as printed.
        said_on: day it was said.
    """

    kind: ClassVar[Kind] = "statement"

    speaker: Actor | None = None
    cue: str | None = None
    content: str
    mode: Mode = "indirect"
    via: str | None = None
    said_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Participation(Claim):
    """Who took part in what, in which role. Attending a meeting is never joining a coalition."""

    kind: ClassVar[Kind] = "participation"

    event: Event
    actor: Actor
    role: Role
    representing: str | None = None


@dataclass(frozen=True, kw_only=True)
class Proposal(Claim):
    """A term of peace, a truce, a force or a plan put forward.

    ``scope`` holds ``air``, ``sea``, ``land``, ``energy_infrastructure`` or ``other:<words>``.
    """

    kind: ClassVar[Kind] = "proposal"

    proposal_type: ProposalType
    proposers: tuple[Actor, ...] = ()
    speaker: Actor | None = None
    addressees: tuple[Actor, ...] = ()
    scope: tuple[str, ...] = ()
    period: Period | None = None
    content: str
    status: ProposalStatus = "proposed"


@dataclass(frozen=True, kw_only=True)
class PlanPoint(Claim):
    """One point of a plan that the text lists; ``ordinal`` is its place in the list."""

    kind: ClassVar[Kind] = "plan_point"

    plan: str | None
    ordinal: int | None = None
    content: str
    agreed_by: tuple[Actor, ...] = ()
    goals: tuple[Goal, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Measure(Claim):
    """Economic pressure: who acts, on whom, by which action on which object."""

    kind: ClassVar[Kind] = "measure"

    actors: tuple[Actor, ...] = ()
    targets: tuple[Actor, ...] = ()
    firmness: Firmness = "firm"
    action: Action = "other"
    object: str | None = None
    amount: Amount | None = None
    stage: MeasureStage = "pledged"
    effective_on: date | None = None


#: Class of each kind, in the order of the contract.
KINDS: dict[str, type[Claim]] = {
    cls.kind: cls for cls in (Commitment, Statement, Participation, Proposal, PlanPoint, Measure)
}
