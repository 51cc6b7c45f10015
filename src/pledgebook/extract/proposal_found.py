"""A term that was found put forward, before it is a claim."""

from __future__ import annotations

from dataclasses import dataclass

from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import ProposalStatus, ProposalType
from pledgebook.resolve.mentions import ActorMention


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """Who puts what forward.

    Attributes:
        code: what is put forward.
        status: proposed or called for.
        proposers, addressees: who puts it to whom.
        content: its words.
        words: the verb that tells it.
    """

    code: ProposalType
    status: ProposalStatus
    proposers: list[ActorMention]
    addressees: list[ActorMention]
    content: Span
    words: Span
