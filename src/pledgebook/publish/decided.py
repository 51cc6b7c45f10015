"""What people decided about an entry: who, when, why, and the reader's value beside theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pledgebook.model.claims import Claim
from pledgebook.model.entries import Entry
from pledgebook.publish import words
from pledgebook.publish.book import Book
from pledgebook.publish.fields import FieldView, field_views

#: What a decision does, in words.
ACTIONS = {
    "accept": "accepted what the book says",
    "unclear": "found the words unclear",
    "change_value": "corrected a value",
    "change_stage": "recorded a new stage",
    "add_claim": "added a claim that the program missed",
    "merge": "put entries together",
    "split": "took claims out into an entry of their own",
    "reject": "rejected a claim",
    "set_status": "set the status of a point of the plan on it",
    "undo": "took back a decision",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedRow:
    """One decision in force: who, on which day, what, why; ``id`` is the decision's."""

    id: str
    by: str
    on: str
    what: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedRow:
    """One value that a person changed, beside the one the program read; "none" for neither."""

    label: str
    read: str
    decided: str


def decided_rows(book: Book, entry: Entry) -> tuple[DecidedRow, ...]:
    """Decisions in force about an entry, oldest first."""
    return tuple(
        DecidedRow(
            id=item.id,
            by=item.decision.author,
            on=words.date_words(item.decision.at.date()),
            what=ACTIONS.get(item.decision.action, item.decision.action),
            reason=item.decision.reason,
        )
        for item in book.view.decisions_about(entry)
    )


def changed_rows(book: Book, entry: Entry) -> tuple[ChangedRow, ...]:
    """Values of the entry's claims that a person changed."""
    changed = [claim for claim in entry.claims if claim.replaces is not None]
    return tuple(row for claim in changed for row in _changes(book, claim))


def _changes(book: Book, claim: Claim) -> Iterator[ChangedRow]:
    rights = book.rights(claim.source.id)
    before = _texts(field_views(book.view.as_read(claim), rights))
    after = _texts(field_views(claim, rights))
    for label in dict.fromkeys((*before, *after)):
        read, decided = before.get(label, "none"), after.get(label, "none")
        if read != decided:
            yield ChangedRow(label=label, read=read, decided=decided)


def _texts(views: tuple[FieldView, ...]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for view in views:
        found.setdefault(view.label, []).append(view.text)
    return {label: "; ".join(texts) for label, texts in found.items()}
