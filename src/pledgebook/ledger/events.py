"""What happened, told apart by rules: a correction, a change in the world, a withdrawal.

| kind | when |
|---|---|
- **correction**: a source corrects itself (relation ``corrects``), or a person's ``change_value``;
- **change** in the world: a later claim with another stage or more money (``updates``, ``fulfils``,
  ``adds_to``), or a person's ``change_stage``;
- **withdrawal**: relation ``withdraws``, or a claim or ``change_stage`` with the stage withdrawn;
- **contradiction**: a source says otherwise of the same thing (``contradicts``);
- **decision**: any other decision, undos too;
- **first**, **told**: the earliest source to tell a thing; another that tells it (again);
- **dropped**: a claim that an earlier reading gave and the one that holds does not;
- **source**, **sighting**, **reading**: a text entered; seen at another place; read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from pledgebook.ledger.decided import Decided, added_claim, fallen, named
from pledgebook.ledger.former import Former
from pledgebook.model.claims import Claim
from pledgebook.model.entries import Entry, Relation, entry_id
from pledgebook.model.snapshots import Decision, Sighting
from pledgebook.model.vocabulary import DecisionAction, RelationKind

EventKind = Literal[
    "correction",
    "change",
    "withdrawal",
    "contradiction",
    "decision",
    "first",
    "told",
    "dropped",
    "source",
    "sighting",
    "reading",
]

_RELATIONS: dict[RelationKind, EventKind] = {
    "first": "first",
    "part_of": "first",
    "same": "told",
    "restates": "told",
    "updates": "change",
    "fulfils": "change",
    "adds_to": "change",
    "corrects": "correction",
    "withdraws": "withdrawal",
    "contradicts": "contradiction",
}
_VERBS: dict[RelationKind, str] = {
    "first": "tells it first",
    "part_of": "tells it as a part",
    "same": "tells it too",
    "restates": "tells it again as older",
    "updates": "tells another stage",
    "fulfils": "says that it was kept",
    "adds_to": "tells it as additional",
    "corrects": "corrects it",
    "withdraws": "says that it was withdrawn",
    "contradicts": "contradicts it",
}
_DECISIONS: dict[DecisionAction, EventKind] = {
    "change_value": "correction",
    "change_stage": "change",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened to the book.

    Attributes:
        kind: which kind of event.
        entered: moment it was entered.
        on: day its source was published, or it was decided; None where not known.
        words: what happened, in one plain clause.
        entry, source: ids it concerns, None for none.
        claims: ids of the claims it concerns.
        decision: the decision that it is, None for what a source or reader did.
        taken_back: id of the decision that took it back, None where it holds.
        former: the claim, where no reading that holds gives it any more.
    """

    kind: EventKind
    entered: datetime
    on: date | None
    words: str
    entry: str | None = None
    source: str | None = None
    claims: frozenset[str] = frozenset()
    decision: Decided | None = None
    taken_back: str | None = None
    former: Claim | None = None


@dataclass(frozen=True, kw_only=True)
class Entered:
    """When rows were entered: claims by id, the others by the id or key of the row.

    Attributes:
        claims: first row of each claim id.
        decisions: by id.
        snapshots: by id.
        sightings: each with its moment, in order.
        readings: payloads with their moments, in order.
    """

    claims: Mapping[str, datetime]
    decisions: Mapping[str, datetime]
    snapshots: Mapping[str, datetime]
    sightings: Sequence[tuple[Sighting, datetime]]
    readings: Sequence[tuple[Mapping[str, Any], datetime]]


def events(
    entries: Iterable[Entry],
    decided: Sequence[Decided],
    entered: Entered,
    dropped: Sequence[Former] = (),
) -> tuple[Event, ...]:
    """Give all events, by the moment they were entered; a function of what the book holds."""
    homes = {claim.known_as: entry.id for entry in entries for claim in entry.claims}
    found = [
        *_of_sources(entered),
        *_of_readings(entered),
        *(event for entry in entries for event in _of_entry(entry, entered)),
        *(_of_former(one, entered, homes) for one in dropped),
        *_of_decisions(decided, entered, homes),
    ]
    return tuple(sorted(found, key=_place))


#: Order of events entered at one moment, as when a source is added.
_RANKS = ("source", "sighting", "reading", "first", "told", "dropped")


def _place(event: Event) -> tuple[Any, ...]:
    rank = _RANKS.index(event.kind) if event.kind in _RANKS else len(_RANKS)
    return event.entered, rank, str(event.on or "9999"), event.words, event.entry or ""


def _of_sources(entered: Entered) -> Iterator[Event]:
    seen: set[str] = set()
    for sighting, at in entered.sightings:
        if sighting.snapshot in entered.snapshots:
            first = sighting.snapshot not in seen
            seen.add(sighting.snapshot)
            yield Event(
                kind="source" if first else "sighting",
                entered=at,
                on=sighting.published,
                words=f"{'text entered' if first else 'seen too'} at {_where(sighting)}",
                source=sighting.snapshot,
            )


def _where(sighting: Sighting) -> str:
    place = sighting.url or sighting.ref.replace("\\", "/").rpartition("/")[2]
    return place if sighting.publisher is None else f"{sighting.publisher}, {place}"


def _of_readings(entered: Entered) -> Iterator[Event]:
    before: dict[str, frozenset[str]] = {}
    for payload, at in entered.readings:
        source, claims = payload["snapshot"], frozenset(payload["claims"])
        words = f"read by {payload['reader']} {payload['version']}: {len(claims)} claims"
        if source in before:
            new, gone = claims - before[source], before[source] - claims
            words += f", {len(new)} new, {len(gone)} no longer given"
        before[source] = claims
        yield Event(kind="reading", entered=at, on=None, words=words, source=source, claims=claims)


def _of_entry(entry: Entry, entered: Entered) -> Iterator[Event]:
    for claim, relation in zip(entry.claims, entry.relations, strict=True):
        at = entered.claims.get(claim.known_as)
        if at is None:  # added by a person: the decision is the event
            continue
        yield Event(
            kind=_kind(claim, relation),
            entered=at,
            on=claim.source.published,
            words=_told(claim, relation),
            entry=entry.id,
            source=claim.source.id,
            claims=frozenset({claim.known_as, claim.id}),
        )


def _of_former(one: Former, entered: Entered, homes: Mapping[str, str]) -> Event:
    claim = one.claim
    words = f"{_who(claim)} as {claim.reader} read it"
    after = f"the reading by {one.reading.reader} {one.reading.version}"
    instead = "no longer gives it" if one.successor is None else "takes the same words otherwise"
    return Event(
        kind="dropped",
        entered=entered.claims[claim.id],
        on=claim.source.published,
        words=f"{words}; {after} {instead}",
        entry=homes.get(one.successor or ""),
        source=claim.source.id,
        claims=frozenset({claim.id, entry_id(claim)}),
        former=claim,
    )


def _told(claim: Claim, relation: Relation) -> str:
    return f"{_who(claim)} {_VERBS[relation.relation]}: {relation.reason}"


def _who(claim: Claim) -> str:
    return claim.source.publisher or claim.source.ref or "a source"


def _kind(claim: Claim, relation: Relation) -> EventKind:
    if claim.replaces is None and getattr(claim, "stage", None) == "withdrawn":
        return "withdrawal"
    return _RELATIONS[relation.relation]


def _of_decisions(
    decided: Sequence[Decided], entered: Entered, homes: Mapping[str, str]
) -> Iterator[Event]:
    gone = fallen(decided)
    by_id = {item.id: item for item in decided}
    for item in decided:
        decision = _meant(item, by_id)
        added = added_claim(decision)
        names = named(decision) if added is None else frozenset({added.id, decision.target})
        if decision.action == "read_completely":
            names = frozenset({decision.target})
        entry = next((homes[n] for n in [decision.target, *sorted(names)] if n in homes), None)
        yield Event(
            kind=_decision_kind(item.decision),
            entered=entered.decisions[item.id],
            on=item.decision.at.date(),
            words=item.decision.action.replace("_", " "),
            entry=decision.target if decision.target.startswith("entry:") else entry,
            source=decision.target if decision.target.startswith("sha256:") else None,
            claims=names,
            decision=item,
            taken_back=gone.get(item.id),
        )


def _meant(item: Decided, by_id: Mapping[str, Decided]) -> Decision:
    """The decision that an undo, or an undo of an undo, is about."""
    while item.decision.action == "undo" and item.decision.target in by_id:
        item = by_id[item.decision.target]
    return item.decision


def _decision_kind(decision: Decision) -> EventKind:
    value = (decision.value or {}).get("value")
    if decision.action == "change_stage" and value == "withdrawn":
        return "withdrawal"
    return _DECISIONS.get(decision.action, "decision")
