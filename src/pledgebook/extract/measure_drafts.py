"""A measure before it is a claim: its words and codes, who takes it on whom; then the claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pledgebook.extract.drafts import Words
from pledgebook.extract.lexicon import forms_of
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party
from pledgebook.model.claims import Measure
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Action, Firmness, MeasureStage


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureDraft:
    """A measure before it is a claim: its words and codes, and who takes it on whom."""

    action: Action
    noun: Span
    thing: Span
    actors: Sequence[Party]
    targets: Sequence[Party]
    stage: tuple[MeasureStage, Firmness]
    verb: Span


def claim_of(page: Page, sentence: Span, draft: MeasureDraft) -> Measure:
    """Make the claim of a draft."""
    stage, firmness = draft.stage
    from_context = any(party.from_context for party in (*draft.actors, *draft.targets))
    money = next(iter(page.money.within(sentence)), None)
    words = Words(page)
    for n, party in enumerate(draft.actors):
        words.party(f"actors.{n}", party)
    for n, party in enumerate(draft.targets):
        words.party(f"targets.{n}", party)
    words.add("action", draft.noun)
    words.add("object", draft.thing)
    if money is not None:
        words.add("amount", money.span)
        words.add("amount.bound", money.bound_span)
    # "removed" and "revoked" take back, which is what is done here
    taken = page.words(draft.verb).lower() in forms_of("measures", "withdrawing")
    words.add("stage", None if taken or draft.action == "delisting" else draft.verb)
    return Measure(
        source=page.source,
        evidence=tuple(words.found),
        sentence=sentence,
        reader="rules/measure@1",
        confidence=0.7,
        problems=("actor-from-context",) if from_context else (),
        actors=tuple(party.actor for party in draft.actors),
        targets=tuple(party.actor for party in draft.targets),
        firmness=firmness,
        action=draft.action,
        object=page.words(draft.thing),
        amount=None if money is None else money.amount,
        stage=stage,
    )
