"""The entries that serve each point of the plan, by its goals, found once per book."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pledgebook.model.book import PlanPointDefinition
from pledgebook.model.claims import PlanPoint
from pledgebook.model.entries import Entry
from pledgebook.monitor.suggestion import Suggestion, suggest
from pledgebook.publish import words
from pledgebook.publish.book import Book
from pledgebook.publish.listings import first_told
from pledgebook.publish.movements import Move, Way, moves
from pledgebook.publish.plan import Answered, group_sizes
from pledgebook.publish.standing_words import standing_words
from pledgebook.publish.talks import TalksIndex
from pledgebook.reconcile.stages import reached

#: Month of entries that no dated text tells.
UNDATED = "undated"


@dataclass(frozen=True, kw_only=True)
class Served:
    """One point with its entries.

    Attributes:
        entries: those that serve it, newest first; those that only list it in a plan come too.
        names: their ids.
        goals: the entries of each goal, without those that only list it.
        counts: number of entries by (stage in words, month).
    """

    point: PlanPointDefinition
    entries: tuple[Entry, ...]
    names: frozenset[str]
    goals: tuple[tuple[Entry, ...], ...]
    counts: Counter[tuple[str, str]]


class Serving:
    """Points of a book by number, and what never changes while the book stands."""

    def __init__(self, book: Book) -> None:
        """Sort the entries of every point."""
        points = () if book.definition is None else book.definition.points
        groups = book.index(Answered).groups
        pairs = zip(points, groups, strict=True)
        seats = book.index(TalksIndex).seats
        self.points = {point.ordinal: _served(point, some, seats) for point, some in pairs}
        self._book = book
        self._moves: dict[int, list[Move]] = {}
        self._ways: dict[int, Counter[Way]] = {}
        self._suggested: dict[int, tuple[tuple[str, ...], Suggestion]] = {}

    def moves(self, number: int) -> list[Move]:
        """Give the movements of a point's entries, newest first."""
        if number not in self._moves:
            self._moves[number] = moves(self._book, self.points[number].entries)
        return self._moves[number]

    def ways(self, number: int) -> Counter[Way]:
        """Count the movements of a point's entries."""
        if number not in self._ways:
            self._ways[number] = Counter(move.way for move in self.moves(number))
        return self._ways[number]

    def suggestion(self, number: int, overdue: tuple[str, ...]) -> Suggestion:
        """Suggest a status for a point; the last is kept, since it changes with the day only."""
        kept = self._suggested.get(number)
        if kept is None or kept[0] != overdue:
            kept = self._suggested[number] = overdue, self._suggest(number, overdue)
        return kept[1]

    def _suggest(self, number: int, overdue: Sequence[str]) -> Suggestion:
        served = self.points[number]
        empty = self._book.index(TalksIndex).empty_chairs
        left_open = [n for n, g in enumerate(served.point.goals) if g == "seat_at_talks" and empty]
        return suggest(served.goals, frozenset(overdue), left_open)


def _served(
    point: PlanPointDefinition, groups: Sequence[tuple[str, list[Entry]]], seats: Sequence[Entry]
) -> Served:
    every = {entry.id: entry for _, entries in groups for entry in entries}
    if "seat_at_talks" in point.goals:
        every.update((entry.id, entry) for entry in seats)
    entries = sorted(every.values(), key=lambda e: (month_of(e), str(first_told(e))), reverse=True)
    rest = [entries for _, entries in groups[1:]]  # the first only lists the point
    goals, start = [], 0
    for goal, size in zip(point.goals, group_sizes(point.goals), strict=True):
        some = {e.id: e for group in rest[start : start + size] for e in group}
        if goal == "seat_at_talks":
            some.update((entry.id, entry) for entry in seats)
        goals.append(tuple(some.values()))
        start += size
    return Served(
        point=point,
        entries=tuple(entries),
        names=frozenset(every),
        goals=tuple(goals),
        counts=Counter((stage_of(entry), month_of(entry)) for entry in entries),
    )


def month_of(entry: Entry) -> str:
    """Month in which an entry was first told: ``2025-03``, or ``undated``."""
    day = first_told(entry)
    return UNDATED if day is None else f"{day:%Y-%m}"


def stage_of(entry: Entry) -> str:
    """How far an entry is by the latest told, in one or two words."""
    stage = reached(entry)
    if isinstance(entry.lead, PlanPoint) or stage is None:
        return standing_words(entry.lead)
    return words.plain(stage)
