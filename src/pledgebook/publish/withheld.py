"""Claims of sources that may be named only, with every word of their texts taken out.

This is done once, where a book is read, so that no page, file or feed made from a ``Book`` can
show such words. What stays are codes, figures, dates, and the names of actors that the book knows
from elsewhere: states, those of its definition, and those that a source names which may be quoted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from pledgebook.model.claims import (
    Claim,
    Commitment,
    Measure,
    Participation,
    PlanPoint,
    Proposal,
    Statement,
)
from pledgebook.model.entries import Entry, Relation
from pledgebook.model.snapshots import Snapshot
from pledgebook.model.values import Actor, Event, Item, Period, Quantity
from pledgebook.publish.names import name_of, state_name

#: What stands where the words of a source may not be shown.
UNSHOWN = "words not shown"
#: What stands for an actor that only such a source names.
SOMEBODY = "somebody (name not shown)"
_THING = "a thing (words not shown)"
_MEETING = "a meeting (words not shown)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Withholding:
    """Takes the words out of claims.

    Attributes:
        printed: names of actors by id, as sources print them that may be quoted.
        watched: ids of the actors that the book's definition names.
    """

    printed: Mapping[str, str]
    watched: frozenset[str] = frozenset()

    def claim(self, claim: Claim) -> Claim:
        """Give a claim without any word of its text; it keeps its id, and its place in it."""
        changes: dict[str, Any] = self._changes(claim)
        bare = replace(claim, evidence=(), **changes)
        vars(bare)["id"] = claim.id
        return bare

    def _changes(self, claim: Claim) -> dict[str, object]:
        match claim:
            case Commitment():
                return self._commitment(claim)
            case Statement():
                return self._statement(claim)
            case Participation():
                return self._participation(claim)
            case Proposal():
                return self._proposal(claim)
            case PlanPoint():
                return self._plan_point(claim)
            case Measure():
                return self._measure(claim)
        raise TypeError(type(claim).__name__)

    def actor(self, actor: Actor) -> Actor:
        """Name an actor as the book knows it from elsewhere, else not at all."""
        known = self._known(actor.id)
        name = SOMEBODY if known is None else name_of(known, self.printed)
        affiliation = self._known(actor.affiliation)
        return replace(actor, id=known, name=name, role=None, affiliation=affiliation)

    def _known(self, actor_id: str | None) -> str | None:
        if actor_id is None:
            return None
        known = actor_id in self.printed or actor_id in self.watched
        return actor_id if known or state_name(actor_id) is not None else None

    def _all(self, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
        return tuple(map(self.actor, actors))

    def _one(self, actor: Actor | None) -> Actor | None:
        return None if actor is None else self.actor(actor)

    def _commitment(self, claim: Commitment) -> dict[str, object]:
        source = claim.funding_source
        return {
            "donors": self._all(claim.donors),
            "recipients": self._all(claim.recipients),
            "speaker": self._one(claim.speaker),
            "items": tuple(map(_item, claim.items)),
            "conditions": tuple(replace(c, text=UNSHOWN) for c in claim.conditions),
            "funding_source": None if source is None else replace(source, words=UNSHOWN),
            "purpose": _text(claim.purpose),
            "period": _period(claim.period),
        }

    def _statement(self, claim: Statement) -> dict[str, object]:
        speaker, cue, via = self._one(claim.speaker), _text(claim.cue), _text(claim.via)
        return {"speaker": speaker, "cue": cue, "via": via, "content": UNSHOWN}

    def _participation(self, claim: Participation) -> dict[str, object]:
        event = Event(name=_MEETING, date=claim.event.date, end_date=claim.event.end_date)
        representing = self._known(claim.representing)
        return {"event": event, "actor": self.actor(claim.actor), "representing": representing}

    def _proposal(self, claim: Proposal) -> dict[str, object]:
        return {
            "proposers": self._all(claim.proposers),
            "speaker": self._one(claim.speaker),
            "addressees": self._all(claim.addressees),
            "scope": tuple(f"other:{UNSHOWN}" if ":" in s else s for s in claim.scope),
            "period": _period(claim.period),
            "content": UNSHOWN,
        }

    def _plan_point(self, claim: PlanPoint) -> dict[str, object]:
        plan, agreed = _text(claim.plan), self._all(claim.agreed_by)
        return {"plan": plan, "content": UNSHOWN, "agreed_by": agreed}

    def _measure(self, claim: Measure) -> dict[str, object]:
        return {
            "actors": self._all(claim.actors),
            "targets": self._all(claim.targets),
            "object": _text(claim.object),
        }


def _text(text: str | None) -> str | None:
    return None if text is None else UNSHOWN


def _item(item: Item) -> Item:
    return replace(item, name=_THING, quantity=_quantity(item.quantity))


def _quantity(quantity: Quantity | None) -> Quantity | None:
    if quantity is None or quantity.unit is None:
        return quantity
    return replace(quantity, unit="(unit not shown)")


def _period(period: Period | None) -> Period | None:
    return None if period is None else replace(period, text=UNSHOWN)


def bare_entry(entry: Entry, hold: Withholding, taken: Mapping[str, set[str]]) -> Entry:
    """Give an entry whose claims in ``taken`` hold no words.

    ``taken`` has, by id of the claim, the words that were taken out of it; a clause of a
    relation's reason that holds some of them is left out.
    """
    return replace(
        entry,
        lead=hold.claim(entry.lead) if entry.lead.id in taken else entry.lead,
        claims=tuple(hold.claim(c) if c.id in taken else c for c in entry.claims),
        relations=tuple(_relation(relation, taken) for relation in entry.relations),
    )


def _relation(relation: Relation, words: Mapping[str, set[str]]) -> Relation:
    unsaid = words.get(relation.claim, set()) | words.get(relation.other or "", set())
    if not unsaid:
        return relation
    clauses = [clause.strip() for clause in relation.reason.split(";")]
    kept = [c for c in clauses if not any(word in c.casefold() for word in unsaid)]
    return replace(relation, reason="; ".join(kept) or "reason not shown")


_WORD = re.compile(r"\w+")


def masked(snapshot: Snapshot) -> Snapshot:
    """Give a text with signs in place of its letters: its length and sentences can be counted."""
    return replace(snapshot, text=_WORD.sub(_signs, snapshot.text))


def _signs(word: re.Match[str]) -> str:
    first = word[0][0]
    sign = "0" if first.isdigit() else "X" if first.isupper() else "x"
    return sign + "x" * (len(word[0]) - 1)


def words_taken(claim: Claim, bare: Claim) -> set[str]:
    """Give the words that a claim lost when it was made bare, in lower case."""
    return _strings(claim.values()) - _strings(bare.values())


def _strings(value: object) -> set[str]:
    if isinstance(value, str):
        return {value.casefold()}
    if isinstance(value, dict):
        return set[str]().union(*map(_strings, value.values()))
    if isinstance(value, list):
        return set[str]().union(*map(_strings, value))
    return set()
