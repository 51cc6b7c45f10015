"""The points of the plan, and the entries that answer each.

Which entries answer a goal is a plain list of named tests; each says why it put an entry there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pledgebook.model.book import PlanPointDefinition
from pledgebook.model.claims import Claim, Commitment, Measure, Participation, PlanPoint, Proposal
from pledgebook.model.entries import Entry
from pledgebook.model.vocabulary import Goal
from pledgebook.publish import words
from pledgebook.publish.book import Book
from pledgebook.publish.cards import Link, entry_link
from pledgebook.publish.listings import first_told, is_disputed, witnessed

#: Entries shown under a point for one reason.
SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An entry that answers a point, when it was first told, and by how many."""

    link: Link
    told: str
    witnesses: str
    disputed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Entries that stand under a point for one reason: the first of them, and how many more."""

    why: str
    entries: tuple[Answer, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One point of the plan as the book defines it, with what the sources say on it."""

    ordinal: int
    text: str
    goals: str
    answers: tuple[Answers, ...]


def _military(claim: Claim) -> bool:
    return isinstance(claim, Commitment) and claim.aid_type == "military" and not _after_deal(claim)


def _pressure(claim: Claim) -> bool:
    return isinstance(claim, Measure)


def _talks(claim: Claim) -> bool:
    return isinstance(claim, Proposal) and claim.proposal_type in ("talks", "truce")


def _terms(claim: Claim) -> bool:
    return isinstance(claim, Proposal) and claim.proposal_type == "peace_terms"


def _after_deal(claim: Claim) -> bool:
    return isinstance(claim, Commitment) and any(
        condition.trigger in ("peace_deal", "truce") for condition in claim.conditions
    )


def _force(claim: Claim) -> bool:
    if isinstance(claim, Proposal):
        return claim.proposal_type == "force"
    return isinstance(claim, Commitment) and claim.instrument == "personnel"


def _joined(claim: Claim) -> bool:
    return isinstance(claim, Participation) and claim.role == "joined"


_Test = Callable[[Claim], bool]
#: For each goal: the heading under which an entry stands, and the test that puts it there.
ANSWERS: dict[Goal, tuple[tuple[str, _Test], ...]] = {
    "military_aid": (("Military aid promised", _military),),
    "economic_pressure": (("Economic pressure", _pressure),),
    "sovereignty": (("Terms of a peace", _terms),),
    "seat_at_talks": (("Talks and truces proposed", _talks),),
    "deterrence": (("Promised for after a deal or truce", _after_deal),),
    "coalition_guarantee": (
        ("Forces offered or proposed", _force),
        ("Said to have joined", _joined),
    ),
}
_ELSE = tuple(test for tests in ANSWERS.values() for _, test in tests)


def _under_no_other(claim: Claim) -> bool:
    return isinstance(claim, Commitment) and not any(test(claim) for test in _ELSE)


ANSWERS["other"] = (("Promised, and under no named goal", _under_no_other),)


def group_sizes(goals: Sequence[Goal]) -> list[int]:
    """Give how many groups of entries each goal of a point has, in order."""
    return [len(ANSWERS[goal]) for goal in goals]


class Answered:
    """The entries of a book that answer each point of its plan, found once.

    ``groups`` holds, per point in order, its reasons with their entries.
    """

    def __init__(self, book: Book) -> None:
        """Try every entry against the tests of every point."""
        points_ = () if book.definition is None else book.definition.points
        self.groups = [list(_groups(book, point)) for point in points_]


def _groups(book: Book, point: PlanPointDefinition) -> Iterator[tuple[str, list[Entry]]]:
    goals = point.goals
    yield "As the sources list this point", [e for e in book.entries if _lists(e.lead, goals)]
    for goal in goals:
        for why, test in ANSWERS[goal]:
            yield why, [entry for entry in book.entries if test(entry.lead)]


def points(book: Book) -> tuple[Point, ...]:
    """Give the points of the book's plan; empty where the book defines none."""
    if book.definition is None:
        return ()
    pairs = zip(book.definition.points, book.index(Answered).groups, strict=True)
    return tuple(_point(book, point, groups) for point, groups in pairs)


def _point(
    book: Book, point: PlanPointDefinition, groups: Sequence[tuple[str, list[Entry]]]
) -> Point:
    return Point(
        ordinal=point.ordinal,
        text=point.text.strip(),
        goals=words.listed([words.plain(goal) for goal in point.goals]),
        answers=tuple(_answers(book, why, entries) for why, entries in groups),
    )


def _lists(claim: Claim, goals: tuple[Goal, ...]) -> bool:
    return isinstance(claim, PlanPoint) and any(goal in goals for goal in claim.goals)


def _answers(book: Book, why: str, entries: Sequence[Entry]) -> Answers:
    shown = tuple(_answer(book, entry) for entry in entries[:SHOWN])
    return Answers(why=why, entries=shown, more=len(entries) - len(shown))


def _answer(book: Book, entry: Entry) -> Answer:
    day = first_told(entry)
    return Answer(
        link=entry_link(book, entry),
        told="date not known" if day is None else words.date_words(day),
        witnesses=witnessed(entry),
        disputed=is_disputed(entry),
    )
