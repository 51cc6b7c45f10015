"""All decisions about an entry, those that were taken back too: who, when, what, why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from pledgebook.ledger.decided import Decided, added_claim, fallen, named
from pledgebook.model.entries import Entry
from pledgebook.publish import words
from pledgebook.publish.book import Book
from pledgebook.publish.decided import ACTIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """One decision.

    Attributes:
        id, by, on, what, reason: which decision, by whom, on which day, what, and why.
        replaces: id of the decision that it replaces or takes back, None for none.
        fallen: id of the decision that took it back, None where it holds.
    """

    id: str
    by: str
    on: str
    what: str
    reason: str
    replaces: str | None
    fallen: str | None


@runtime_checkable
class _HoldsDecisions(Protocol):
    def decisions(self) -> Sequence[Decided]: ...


class DecisionsAbout:
    """Decisions of a book by the ids that they are about, oldest first."""

    def __init__(self, book: Book) -> None:
        """Look through all decisions once."""
        view: object = book.view
        every = view.decisions() if isinstance(view, _HoldsDecisions) else ()
        self.fallen = fallen(every)
        by_id = {item.id: item for item in every}
        self._about: dict[str, list[Decided]] = {}
        for item in every:
            for name in _names(item, by_id):
                self._about.setdefault(name, []).append(item)

    def about(self, entry: Entry) -> tuple[Decided, ...]:
        """Give the decisions about an entry or one of its claims, each once, oldest first."""
        ids = {entry.id}.union(*({claim.id, claim.known_as} for claim in entry.claims))
        found = {item.id: item for name in sorted(ids) for item in self._about.get(name, ())}
        return tuple(sorted(found.values(), key=lambda item: (item.decision.at, item.id)))


def _names(item: Decided, by_id: dict[str, Decided]) -> frozenset[str]:
    """What a decision is about; an undo is about what the decision that it undoes is about."""
    while item.decision.action == "undo" and item.decision.target in by_id:
        item = by_id[item.decision.target]
    if item.decision.action == "read_completely":
        return frozenset()
    added = added_claim(item.decision)
    return named(item.decision) if added is None else frozenset({added.id})


def history(book: Book, entry: Entry) -> tuple[DecisionRow, ...]:
    """Give every decision about an entry, oldest first."""
    index = book.index(DecisionsAbout)
    return tuple(_row(item, index.fallen.get(item.id)) for item in index.about(entry))


def _row(item: Decided, taken_back: str | None) -> DecisionRow:
    decision = item.decision
    undone = decision.target if decision.action == "undo" else None
    return DecisionRow(
        id=item.id,
        by=decision.author,
        on=words.date_words(decision.at.date()),
        what=ACTIONS.get(decision.action, words.plain(decision.action)),
        reason=decision.reason,
        replaces=decision.supersedes or undone,
        fallen=taken_back,
    )
