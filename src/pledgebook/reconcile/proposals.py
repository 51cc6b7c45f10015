"""When two proposals are one: same type, proposers that overlap, and what they say of it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from pledgebook.model.claims import Proposal
from pledgebook.model.vocabulary import ProposalStatus, RelationKind
from pledgebook.reconcile.actors import actor_keys
from pledgebook.reconcile.blocking import weeks, weeks_around
from pledgebook.reconcile.matching import (
    WINDOW,
    Level,
    Match,
    apart,
    day,
    own_values,
    within_days,
)
from pledgebook.reconcile.words import content_words, overlap

#: Share of the shorter content's words that two wordings of one proposal have in common.
_CONTENT = 0.4

#: Statuses that speak for a proposal standing, by how far it has come.
_ON_THE_WAY: dict[ProposalStatus, int] = {"called_for": 0, "proposed": 1, "agreed": 2}


class Proposals:
    """Compares proposals."""

    reach: int | None = WINDOW

    def keys(self, claim: Proposal) -> Iterator[Hashable]:
        """The type of proposal by weeks: few of a kind are afoot within one window of news."""
        return ((claim.proposal_type, week) for week in weeks(day(claim)))

    def sought(self, claim: Proposal) -> Iterator[Hashable]:
        """The same, with the neighbouring weeks."""
        return ((claim.proposal_type, week) for week in weeks_around(day(claim)))

    def needed(self, claim: Proposal) -> int:
        """One shared block is enough."""
        del claim
        return 1

    def signature(self, claim: Proposal) -> Hashable:
        """All its values, and the day."""
        return own_values(claim)

    def unresolved(self, claim: Proposal) -> bool:
        """Say whether no proposer is named."""
        return not claim.proposers

    def match(self, earlier: Proposal, later: Proposal) -> Match | None:
        """Compare two proposals."""
        if earlier.proposal_type != later.proposal_type or earlier.source.id == later.source.id:
            return None
        if not _proposers_meet(earlier, later) or not within_days(earlier, later, WINDOW):
            return None
        what = _same_terms(earlier, later)
        if what is None:
            return None
        return _judged(earlier, later, what)


def _proposers_meet(one: Proposal, other: Proposal) -> bool:
    a, b = actor_keys(one.proposers), actor_keys(other.proposers)
    return not a or not b or bool(a & b)


def _same_terms(one: Proposal, other: Proposal) -> str | None:
    """Scope and length where both give them, else the words."""
    scopes = None if not one.scope or not other.scope else bool(set(one.scope) & set(other.scope))
    lengths = _same_length(one, other)
    if scopes is False or lengths is False:
        return None
    if scopes or lengths:
        return "same scope" if scopes else "same length of time"
    if overlap(content_words(one.content), content_words(other.content)) < _CONTENT:
        return None
    return "alike in words"


def _same_length(one: Proposal, other: Proposal) -> bool | None:
    a = None if one.period is None else one.period.duration
    b = None if other.period is None else other.period.duration
    return None if a is None or b is None else a == b


def _judged(earlier: Proposal, later: Proposal, what: str) -> Match:
    relation, clause = _statuses(earlier.status, later.status)
    shared = actor_keys(earlier.proposers) & actor_keys(later.proposers)
    same = (
        f"same type ({earlier.proposal_type.replace('_', ' ')})",
        "a proposer in common" if shared else "proposer not named in one",
        what,
        apart(earlier, later),
    )
    if relation == "contradicts":
        return Match(level=Level.CONTRADICTS, same=same, differs=(clause,), relation=relation)
    told = (clause, *same) if clause else same
    return Match(level=Level.NEAR, same=told, relation=relation)


def _statuses(earlier: ProposalStatus, later: ProposalStatus) -> tuple[RelationKind, str]:
    if earlier == later:
        return "same", ""
    a, b = _ON_THE_WAY.get(earlier), _ON_THE_WAY.get(later)
    if a is None or b is None:
        return "contradicts", f"{later} here and {earlier} there"
    if b > a:
        return "updates", f"{earlier} before, {later} now"
    return "same", ""
