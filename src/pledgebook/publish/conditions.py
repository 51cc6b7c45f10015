"""What a promise hangs on, wording by wording; sources that tell no condition are counted."""

from __future__ import annotations

from dataclasses import dataclass

from pledgebook.model.claims import Commitment
from pledgebook.model.entries import Entry
from pledgebook.publish import words
from pledgebook.publish.book import Book
from pledgebook.publish.cards import SourceLine, anchor, source_line

#: Wordings of conditions that a page shows; every claim shows its own beside its words.
WORDINGS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionRow:
    """One condition as sources word it; ``trigger`` is the kind of event it names.

    Attributes:
        source: the first source that words it so; ``more`` counts the others.
        anchor: fragment of the claim of that source.
    """

    text: str
    trigger: str
    source: SourceLine
    anchor: str
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """All conditions of an entry, and how many of its claims tell none.

    Attributes:
        rows: at most ``WORDINGS`` wordings, in the order of the claims; ``further`` counts others.
    """

    rows: tuple[ConditionRow, ...]
    further: int
    without: int


def conditions(book: Book, entry: Entry) -> Conditions | None:
    """Give the conditions of a commitment; None for what can have none."""
    claims = [claim for claim in entry.claims if isinstance(claim, Commitment)]
    if not claims:
        return None
    told: dict[tuple[str, str], list[Commitment]] = {}
    for claim in claims:
        for condition in claim.conditions:
            told.setdefault((condition.text, condition.trigger), []).append(claim)
    rows = tuple(
        ConditionRow(
            text=text,
            trigger=words.plain(trigger),
            source=source_line(book, by[0]),
            anchor=anchor(by[0].id),
            more=len(by) - 1,
        )
        for (text, trigger), by in list(told.items())[:WORDINGS]
    )
    without = sum(not claim.conditions for claim in claims)
    return Conditions(rows=rows, further=len(told) - len(rows), without=without)
