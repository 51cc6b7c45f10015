"""A claim's values in plain words, each beside the words of the source that it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from pledgebook.model.claims import (
    Claim,
    Commitment,
    Measure,
    Participation,
    PlanPoint,
    Proposal,
    Statement,
)
from pledgebook.model.spans import Evidence
from pledgebook.model.values import Actor, Amount
from pledgebook.model.vocabulary import Rights
from pledgebook.publish import words
from pledgebook.publish.names import state_name

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value before its evidence is looked up.

    Attributes:
        path: dotted path of the field in the record contract.
        label: plain name of the field.
        text: the value in words.
        exact: the value in full (figures, id), None where ``text`` says it all.
        quoted: True where the value is words of the source (shown only if rights allow).
    """

    path: str
    label: str
    text: str
    exact: str | None = None
    quoted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Words of the source: the quote, and where they stand if not in the text."""

    quote: str
    place: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """A value and the words it rests on; ``withheld`` where rights forbid to show them."""

    path: str
    label: str
    text: str
    exact: str | None
    words: tuple[Quoted, ...]
    withheld: bool


#: What stands in place of words that may not be shown.
WITHHELD = "words not shown: this source may be named only"


def field_views(claim: Claim, rights: Rights) -> tuple[FieldView, ...]:
    """Give every value of a claim with its words, as far as the rights allow."""
    withheld = rights == "metadata"
    return tuple(_view(value, claim.evidence, withheld=withheld) for value in values_of(claim))


def _view(value: Value, evidence: tuple[Evidence, ...], *, withheld: bool) -> FieldView:
    found = [e for e in evidence if e.field == value.path or e.field.startswith(f"{value.path}.")]
    return FieldView(
        path=value.path,
        label=value.label,
        text=WITHHELD if withheld and value.quoted else value.text,
        exact=value.exact,
        words=() if withheld else tuple(dict.fromkeys(_quoted(e) for e in found)),
        withheld=withheld and bool(found),
    )


def _quoted(evidence: Evidence) -> Quoted:
    place = None if evidence.place == "text" else evidence.place
    return Quoted(quote=evidence.quote, place=place)


def values_of(claim: Claim) -> Iterator[Value]:
    """Give the values of a claim that are not empty, in the order a reader wants them."""
    match claim:
        case Commitment():
            yield from _commitment(claim)
        case Statement():
            yield from _statement(claim)
        case Participation():
            yield from _participation(claim)
        case Proposal():
            yield from _proposal(claim)
        case PlanPoint():
            yield from _plan_point(claim)
        case Measure():
            yield from _measure(claim)


def _actors(path: str, label: str, actors: tuple[Actor, ...]) -> Iterator[Value]:
    for number, actor in enumerate(actors):
        yield _actor(f"{path}.{number}", label, actor)


def _actor(path: str, label: str, actor: Actor) -> Value:
    """Name a state in English (its words may be "Starmer" or "British"), others as printed."""
    state = state_name(actor.id) if actor.type == "state" and actor.id is not None else None
    role = f", {actor.role}" if actor.role is not None else ""
    text = words.actor_words(actor) if state is None else state
    return Value(path=path, label=label, text=text + role, exact=actor.id)


def _one(path: str, label: str, actor: Actor | None) -> Iterator[Value]:
    if actor is not None:
        yield _actor(path, label, actor)


def _code(path: str, label: str, code: str | None) -> Iterator[Value]:
    if code is not None:
        yield Value(path=path, label=label, text=words.plain(code))


def _said(path: str, label: str, text: str | None) -> Iterator[Value]:
    if text is not None:
        yield Value(path=path, label=label, text=text, quoted=True)


def _optional(
    path: str, label: str, value: _T | None, write: Callable[[_T], str]
) -> Iterator[Value]:
    if value is not None:
        yield Value(path=path, label=label, text=write(value))


def _amount(amount: Amount | None) -> Iterator[Value]:
    if amount is None:
        return
    text, exact = words.amount_words(amount), words.amount_exact(amount)
    yield Value(path="amount", label="amount", text=text, exact=exact)
    for number, other in enumerate(amount.reported_as):
        path = f"amount.reported_as.{number}"
        text, exact = words.amount_words(other), words.amount_exact(other)
        yield Value(path=path, label="as the source converts it", text=text, exact=exact)


def _commitment(claim: Commitment) -> Iterator[Value]:
    yield from _actors("donors", "who is bound", claim.donors)
    yield from _actors("recipients", "for whom", claim.recipients)
    yield from _amount(claim.amount)
    for number, item in enumerate(claim.items):
        text = words.item_words(item)
        yield Value(path=f"items.{number}", label="what is given or bought", text=text, quoted=True)
    yield from _code("aid_type", "kind of aid", claim.aid_type)
    yield from _code("instrument", "instrument", claim.instrument)
    yield from _code("stage", "stage", claim.stage)
    yield from _code("firmness", "how firm", claim.firmness)
    for number, condition in enumerate(claim.conditions):
        label = f"condition ({words.plain(condition.trigger)})"
        yield from _said(f"conditions.{number}", label, condition.text)
    if claim.funding_source is not None:
        yield from _said("funding_source", "where the money comes from", claim.funding_source.words)
    yield from _code("newness", "new money?", claim.newness)
    if claim.is_total:
        yield Value(path="is_total", label="running total", text="yes: kept, never summed")
    yield from _said("purpose", "purpose", claim.purpose)
    yield from _one("speaker", "who says so", claim.speaker)
    yield from _optional("announced_on", "announced on", claim.announced_on, words.date_words)
    yield from _optional("period", "period", claim.period, words.period_words)


def _statement(claim: Statement) -> Iterator[Value]:
    yield from _one("speaker", "who speaks", claim.speaker)
    yield from _said("cue", "cue", claim.cue)
    yield from _said("content", "what is said", claim.content)
    yield from _code("mode", "quotation", claim.mode)
    yield from _said("via", "told to", claim.via)
    yield from _optional("said_on", "said on", claim.said_on, words.date_words)


def _participation(claim: Participation) -> Iterator[Value]:
    yield _actor("actor", "who", claim.actor)
    yield from _code("role", "role", claim.role)
    yield from _optional("representing", "for", claim.representing, _represented)
    yield Value(path="event", label="meeting", text=words.event_words(claim.event), quoted=True)


def _represented(actor_id: str) -> str:
    return state_name(actor_id) or actor_id


def _proposal(claim: Proposal) -> Iterator[Value]:
    yield from _actors("proposers", "who proposes", claim.proposers)
    yield from _one("speaker", "who says so", claim.speaker)
    yield from _actors("addressees", "to whom", claim.addressees)
    yield from _code("proposal_type", "what is proposed", claim.proposal_type)
    yield from _said("content", "in the words of the source", claim.content)
    for number, scope in enumerate(claim.scope):
        yield Value(path=f"scope.{number}", label="scope", text=words.plain(scope))
    yield from _optional("period", "period", claim.period, words.period_words)
    yield from _code("status", "status", claim.status)


def _plan_point(claim: PlanPoint) -> Iterator[Value]:
    yield from _said("plan", "plan", claim.plan)
    yield from _optional("ordinal", "place in the list", claim.ordinal, str)
    yield from _said("content", "in the words of the source", claim.content)
    yield from _actors("agreed_by", "agreed by", claim.agreed_by)
    if claim.goals:
        goals = words.listed([words.plain(goal) for goal in claim.goals])
        yield Value(path="goals", label="what it serves", text=goals)


def _measure(claim: Measure) -> Iterator[Value]:
    yield from _actors("actors", "who acts", claim.actors)
    yield from _actors("targets", "on whom", claim.targets)
    yield from _code("action", "action", claim.action)
    yield from _said("object", "on what", claim.object)
    yield from _amount(claim.amount)
    yield from _code("stage", "stage", claim.stage)
    yield from _code("firmness", "how firm", claim.firmness)
    yield from _optional("effective_on", "in effect from", claim.effective_on, words.date_words)
