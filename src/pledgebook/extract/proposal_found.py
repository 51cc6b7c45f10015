"""A term that was found put forward, and the claim that it becomes."""

from __future__ import annotations

from dataclasses import dataclass

from pledgebook.extract.drafts import Words
from pledgebook.extract.page import Page
from pledgebook.extract.proposal_sides import Side
from pledgebook.model.claims import Proposal
from pledgebook.model.spans import Span
from pledgebook.model.values import Period
from pledgebook.model.vocabulary import ProposalStatus, ProposalType
from pledgebook.resolve.mentions import DateMention


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """Who puts what forward.

    Attributes:
        code: what is put forward.
        status: proposed, agreed, rejected, denied or called for.
        proposers, addressees: who puts it to whom.
        content: its words.
        words: the verb that tells its status.
        speaker: whoever tells it; None where only a person among the proposers can be.
        scope: codes with their words.
        period: over which it runs.
        coming: whether it is told as still to be put forward.
    """

    code: ProposalType
    status: ProposalStatus
    proposers: list[Side]
    addressees: list[Side]
    content: Span
    words: Span | None
    speaker: Side | None = None
    scope: tuple[tuple[str, Span], ...] = ()
    period: DateMention | None = None
    coming: bool = False


def record(page: Page, sentence: Span, put: Put, *, rule: str, confidence: float) -> Proposal:
    """Turn what was found in a sentence into a claim with its evidence."""
    words = Words(page)
    for n, side in enumerate(put.proposers):
        side.cite(words, f"proposers.{n}")
    people = [side for side in put.proposers if side.person is not None]
    speaker = put.speaker or next(iter(people), None)
    if speaker is not None:
        speaker.cite(words, "speaker")
    for n, side in enumerate(put.addressees):
        side.cite(words, f"addressees.{n}")
    for n, (_, span) in enumerate(put.scope):
        words.add(f"scope.{n}", span)
    if put.period is not None:
        words.add("period", put.period.span)
    words.add("content", put.content)
    words.add("status", put.words)
    return Proposal(
        source=page.source,
        evidence=tuple(words.found),
        sentence=sentence,
        reader=f"rules/{rule}@1",
        confidence=confidence,
        problems=("not-yet-proposed",) if put.coming else (),
        proposal_type=put.code,
        proposers=tuple(side.actor for side in put.proposers),
        speaker=None if speaker is None else speaker.person or speaker.actor,
        addressees=tuple(side.actor for side in put.addressees),
        scope=tuple(code for code, _ in put.scope),
        period=None if put.period is None else _value(page, put.period),
        content=page.words(put.content),
        status=put.status,
    )


def _value(page: Page, mention: DateMention) -> Period:
    return Period(
        start=mention.start,
        end=mention.end,
        duration=mention.duration,
        text=page.words(mention.span),
    )
