"""Somebody who is meant by a few words, and the places that say so."""

from __future__ import annotations

from dataclasses import dataclass

from pledgebook.extract.cues import words
from pledgebook.extract.page import Page
from pledgebook.model.spans import EvidencePlace, Span
from pledgebook.model.values import Actor
from pledgebook.resolve.people import slug as person_id


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedActor:
    """Somebody who is meant, and the places that say so.

    Attributes:
        actor: the value.
        local: the words that stand there.
        antecedent: the name they stand for, where the local words are not the name themselves.
        place: where the antecedent stands: the text, or the title of its source.
        problem: ``speaker-from-context`` or ``speaker-unresolved``, None where named on the spot.
    """

    actor: Actor
    local: Span
    antecedent: Span | None = None
    problem: str | None = None
    place: EvidencePlace = "text"


def meant(
    actor: Actor, local: Span, antecedent: Span, problem: str | None = "speaker-from-context"
) -> ResolvedActor:
    """Give an actor for local words whose name stands elsewhere (or just there)."""
    place = None if antecedent == local else antecedent
    return ResolvedActor(actor=actor, local=local, antecedent=place, problem=problem)


def nobody(page: Page, span: Span) -> ResolvedActor:
    """Give an unnamed actor whose words could not be resolved."""
    return ResolvedActor(actor=unnamed_actor(page, span), local=span, problem="speaker-unresolved")


def unnamed_actor(page: Page, head: Span) -> Actor:
    """Give an actor that is only described, by the words of its phrase."""
    return Actor(id=None, name=page.words(head), type="unnamed")


def unknown_actor(name: str) -> Actor:
    """Give an actor that reference data do not know an id made from the name."""
    if name.rsplit(maxsplit=1)[-1].lower() in words("organisations") or (
        name.isupper() and " " not in name
    ):
        return Actor(
            id=f"org:{person_id(name).removeprefix('person:')}", name=name, type="organisation"
        )
    return Actor(id=person_id(name), name=name, type="person")
