"""Whom the words of an undertaking itself name as those it is for."""

from __future__ import annotations

from collections.abc import Sequence

from pledgebook.extract.drafts import Draft
from pledgebook.extract.parties import parties_of
from pledgebook.resolve.mentions import ActorMention


def name_beneficiaries(draft: Draft, served: Sequence[ActorMention]) -> None:
    """Put those who are served for the recipients of a draft, where it names none of them.

    A recipient that only the context gives yields to one that the words of the act name.
    """
    spans = {mention.span for mention in served}
    if any(party.span in spans for party in draft.recipients):
        return
    if any(not party.from_context for party in draft.recipients):
        return
    givers = {party.actor.id for party in draft.donors}
    named = [party for party in parties_of(served) if party.actor.id not in givers]
    if named:
        draft.recipients = named
        draft.problems.discard("recipient-from-context")
