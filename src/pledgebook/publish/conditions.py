"""What a promise hangs on, source by source; a source that tells no condition is named too."""

from __future__ import annotations

from dataclasses import dataclass

from pledgebook.model.claims import Commitment
from pledgebook.model.entries import Entry
from pledgebook.publish import words
from pledgebook.publish.book import Book
from pledgebook.publish.cards import SourceLine, anchor, source_line


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionRow:
    """One condition as one source words it; ``trigger`` is the kind of event it names."""

    text: str
    trigger: str
    source: SourceLine
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """All conditions of an entry, and how many of its claims tell none."""

    rows: tuple[ConditionRow, ...]
    without: int


def conditions(book: Book, entry: Entry) -> Conditions | None:
    """Give the conditions of a commitment; None for what can have none."""
    claims = [claim for claim in entry.claims if isinstance(claim, Commitment)]
    if not claims:
        return None
    rows = tuple(
        ConditionRow(
            text=condition.text,
            trigger=words.plain(condition.trigger),
            source=source_line(book, claim),
            anchor=anchor(claim.id),
        )
        for claim in claims
        for condition in claim.conditions
    )
    return Conditions(rows=rows, without=sum(not claim.conditions for claim in claims))
