"""Entries on which sources differ: which texts tell which value, one card for each entry."""

from __future__ import annotations

from dataclasses import dataclass

from pledgebook.model.claims import Claim
from pledgebook.model.entries import Entry
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.cards import Link, SourceLine, entry_link, source_line
from pledgebook.publish.conflicts import (
    Clash,
    Clashes,
    Conflict,
    conflict,
    differences,
    told_by_label,
)
from pledgebook.publish.page import Page
from pledgebook.publish.paging import Paging, further_pages, page_path, paged

#: Entries on one page: each shows two claims in their context, some 8 kB.
ENTRIES = 15

#: Texts named beside a value; the page of the entry shows them all.
_NAMED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One of the values that sources give, and the texts that give it.

    Attributes:
        text: the value.
        sources: the first of the texts, as published; ``more`` counts those not named.
    """

    text: str
    sources: tuple[SourceLine, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputedValue:
    """A value on which the texts of an entry differ, and everything that they say it is."""

    label: str
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """An entry on which sources differ.

    Attributes:
        values: what they differ in.
        first: two claims that contradict each other, with their words.
        further: contradicting pairs of claims beside these two.
    """

    entry: Link
    values: tuple[DisputedValue, ...]
    first: Conflict
    further: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Disputes:
    """One page of entries on which sources differ."""

    disputes: tuple[Dispute, ...]
    paging: Paging


class Disputed:
    """All contradictions of a book by the entry that they are in, in the order of the entries."""

    def __init__(self, book: Book) -> None:
        """Sort the contradictions once."""
        by_entry: dict[str, list[Clash]] = {}
        for clash in book.index(Clashes).every:
            by_entry.setdefault(clash.entry.id, []).append(clash)
        self.every = tuple(tuple(found) for found in by_entry.values())


def dispute(book: Book, found: tuple[Clash, ...]) -> Dispute:
    """Show the contradictions of one entry."""
    entry = found[0].entry
    return Dispute(
        entry=entry_link(book, entry),
        values=disputed_values(book, entry, found),
        first=conflict(book, found[0]),
        further=len(found) - 1,
    )


def disputed_values(
    book: Book, entry: Entry, found: tuple[Clash, ...]
) -> tuple[DisputedValue, ...]:
    """Give the values in which contradicting claims differ, with every text of the entry."""
    labels = dict.fromkeys(
        d.label for clash in found for d in differences(book, clash.one, clash.other)
    )
    sides = {c.id: c for clash in found for c in (clash.one, clash.other)}
    claims = {**{claim.id: claim for claim in entry.claims}, **sides}
    told = {name: told_by_label(book, claim) for name, claim in claims.items()}
    return tuple(
        DisputedValue(label=label, tellings=_tellings(book, claims, told, label))
        for label in labels
    )


def _tellings(
    book: Book, claims: dict[str, Claim], told: dict[str, dict[str, str]], label: str
) -> tuple[Telling, ...]:
    by_value: dict[str, dict[str, Claim]] = {}
    for name, claim in claims.items():
        if label in told[name]:
            by_value.setdefault(told[name][label], {}).setdefault(claim.source.id, claim)
    ordered = sorted(by_value.items(), key=lambda item: -len(item[1]))
    return tuple(
        Telling(
            text=text,
            sources=tuple(source_line(book, claim) for claim in list(texts.values())[:_NAMED]),
            more=max(0, len(texts) - _NAMED),
        )
        for text, texts in ordered
    )


def contradictions(book: Book, asked: Asked, number: int = 1) -> Page | None:
    """One page of the entries on which sources differ."""
    found = paged(book.index(Disputed).every, number, "conflicts", asked, ENTRIES)
    if found is None:
        return None
    shown, paging = found
    return Page(
        path=page_path("conflicts", number),
        template="conflicts.html",
        title="Where sources contradict each other",
        tab="conflicts.html",
        payload=Disputes(disputes=tuple(dispute(book, one) for one in shown), paging=paging),
    )


FURTHER = further_pages(contradictions, lambda book: len(book.index(Disputed).every), ENTRIES)
