"""Giver and receiver of a draft as the order of a headline's words tells them."""

from __future__ import annotations

from pledgebook.extract.drafts import Draft
from pledgebook.extract.giver_rows import name_row, row_of, sources_from
from pledgebook.extract.headline_frames import Frame, frame_of
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party, bound_actor, parties_of
from pledgebook.model.spans import Span
from pledgebook.model.values import Actor
from pledgebook.resolve.mentions import ActorMention

#: Problems of a draft that is given its giver by the frame.
_SETTLED = frozenset({"donor-unresolved", "donor-from-context"})


def frame_parties(page: Page, draft: Draft, thing: Span) -> bool:
    """Give a draft whose giver the parse does not find that of its headline's frame.

    False where no frame tells of the thing, or where the draft keeps another giver.
    """
    if draft.firmness[0] != "firm" or draft.stage[0] in ("called_for", "withdrawn"):
        return False
    found = frame_of(page, draft.sentence, thing)
    actor = None if found is None else bound_actor(found.giver)
    if found is None or actor is None:
        return False
    if found.taker is not None:
        _from_taker(page, draft, found, found.taker)
        return True
    _from_giver(draft, found, actor)
    name_row(page, draft)
    return actor.id in {p.actor.id for p in draft.donors}


def _from_taker(page: Page, draft: Draft, found: Frame, taker: ActorMention) -> None:
    """Set the parties where the headline tells it from who gets: "Mali gets €5m from Oslo"."""
    draft.stage = (found.stage, found.words)
    row = row_of(page, draft.sentence, taker)
    draft.recipients = parties_of([taker] if found.giver in row else row)
    draft.donors = parties_of(sources_from(page, draft.sentence, found.giver))
    draft.problems -= _SETTLED


def _from_giver(draft: Draft, found: Frame, actor: Actor) -> None:
    """Set the parties where the headline tells it from who gives; one behind the giver gets."""
    ids = {p.actor.id for p in draft.donors}
    if not ids or draft.donors[0].from_context or (found.words and actor.id not in ids):
        draft.recipients += [p for p in draft.donors if p.span.start > found.giver.span.start]
        draft.donors = [Party(actor=actor, span=found.giver.span)]
        draft.problems -= _SETTLED
    draft.recipients = [p for p in draft.recipients if p.actor.id != actor.id]
    if found.beside is not None and all(p.from_context for p in draft.recipients):
        draft.recipients = parties_of([found.beside])
    if draft.stage[1] is None and found.words is not None:
        draft.stage = (found.stage, found.words)
