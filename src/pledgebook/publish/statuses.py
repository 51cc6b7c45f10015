"""The status of a point: what a person set, on which evidence, and what the program suggests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from pledgebook.ledger.statuses import PointStatus
from pledgebook.model.book import PlanPointDefinition
from pledgebook.model.vocabulary import PLAN_STATUSES, Goal
from pledgebook.monitor.suggestion import Suggestion
from pledgebook.publish import words
from pledgebook.publish.book import Book
from pledgebook.publish.cards import Link, entry_link

#: Evidence of one status, and earlier statuses, that a page lists.
EVIDENCE, EARLIER = 20, 10

#: What stands in place of a suggestion on a day by which no text of the book was published.
NOTHING = "nothing read by this day"

#: The rule in one sentence; docs/site.md has it whole.
RULE = (
    "Suggested by rule from stages: 0 where nothing is promised; 1 where something is; 2 where "
    "something was handed over, is in force, agreed or took place, by two independent texts that "
    "nobody contradicts; 3 where all of it was and nothing is overdue. The least served goal of "
    "the point decides."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetStatus:
    """A status that a person set.

    Attributes:
        evidence: entries that fold the claims it rests on; without an address where none does.
        unlisted: number of further ones.
        reworded: the point's words when it was set, None where they are the same today.
    """

    status: int
    words: str
    by: str
    on: str
    reason: str
    decision: str
    evidence: tuple[Link, ...]
    unlisted: int
    reworded: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """What the rule suggests, in words; never a decision.

    ``status`` is None where no text had been published by the day that the book is seen from.
    """

    status: int | None
    words: str
    counts: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """The status that holds (None where no person set one), earlier ones, and the suggestion."""

    held: SetStatus | None
    earlier: tuple[SetStatus, ...]
    suggested: Suggested


@runtime_checkable
class _HoldsStatuses(Protocol):
    def statuses(self) -> dict[int, tuple[PointStatus, ...]]: ...


class Statuses:
    """Statuses that persons set, per point, oldest first.

    ``days_of_bare`` are the days on which one was set that rests on no claim.
    """

    def __init__(self, book: Book) -> None:
        """Read them once."""
        view: object = book.view
        self.of = view.statuses() if isinstance(view, _HoldsStatuses) else {}
        every = (one for some in self.of.values() for one in some)
        self.days_of_bare = {o.decided.decision.at.date() for o in every if not o.evidence}
        self.homes = {c.known_as: entry for entry in book.entries for c in entry.claims}


def status_of(book: Book, point: PlanPointDefinition, suggestion: Suggestion) -> Status:
    """Show the status of a point."""
    every: Sequence[PointStatus] = book.index(Statuses).of.get(point.ordinal, ())
    shown = tuple(_set(book, one, point.text.strip()) for one in every[-EARLIER - 1 :])
    return Status(
        held=shown[-1] if shown else None,
        earlier=shown[-2::-1],
        suggested=_suggested(book, point.goals, suggestion),
    )


def _suggested(book: Book, goals: Sequence[Goal], suggestion: Suggestion) -> Suggested:
    if not book.sources:
        return Suggested(status=None, words=NOTHING, counts="", rule=RULE)
    several = suggestion.least is not None and len(goals) > 1
    least = f"; least served: {words.plain(goals[suggestion.least or 0])}" if several else ""
    return Suggested(
        status=suggestion.status,
        words=PLAN_STATUSES[suggestion.status],
        counts=(
            f"{words.counted(suggestion.promised, 'entry', 'entries')} promised, "
            f"{suggestion.done} done, {suggestion.overdue} overdue{least}"
        ),
        rule=RULE,
    )


def _set(book: Book, one: PointStatus, text: str) -> SetStatus:
    decision = one.decided.decision
    return SetStatus(
        status=one.status,
        words=PLAN_STATUSES[one.status],
        by=decision.author,
        on=words.date_words(decision.at.date()),
        reason=decision.reason,
        decision=one.decided.id,
        evidence=tuple(_evidence(book, name) for name in one.evidence[:EVIDENCE]),
        unlisted=max(0, len(one.evidence) - EVIDENCE),
        reworded=one.text if one.text and one.text != text else None,
    )


def _evidence(book: Book, claim: str) -> Link:
    entry = book.index(Statuses).homes.get(claim)
    if entry is None:
        return Link(text="a claim that stands in no entry now; it is up for review", href=None)
    return entry_link(book, entry)
