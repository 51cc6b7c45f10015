"""Claims that contradict each other, side by side: what each says, in its own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pledgebook.model.claims import Claim
from pledgebook.model.entries import Entry, Relation
from pledgebook.publish import words
from pledgebook.publish.book import Book
from pledgebook.publish.cards import ClaimCard, Link, claim_card, entry_link
from pledgebook.publish.fields import Value, values_of

#: Values that say who tells it; two sources differ here without contradicting each other.
_TELLERS = frozenset({"speaker", "cue", "via", "purpose", "content"})

#: Codes by which a claim leaves a value open; what is left open contradicts nothing.
_OPEN = (words.plain("unclear"), words.plain("unspecified"), "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A field in which two claims differ; None where a claim does not give it."""

    label: str
    one: str | None
    other: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two claims that cannot both be as told."""

    entry: Link
    reason: str
    sides: tuple[ClaimCard, ClaimCard]
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Two claims that contradict each other, before anything is looked up for a page."""

    entry: Entry
    reason: str
    one: Claim
    other: Claim


class Clashes:
    """All contradictions of a book, found once."""

    def __init__(self, book: Book) -> None:
        """Look through the relations of every entry."""
        self.every = clashes(book, book.entries)


def clashes(book: Book, entries: Iterable[Entry]) -> tuple[Clash, ...]:
    """Find every contradiction in these entries, each pair once."""
    found: dict[frozenset[str], Clash] = {}
    for entry in entries:
        for clash in _clashes_in(book, entry):
            found.setdefault(frozenset((clash.one.id, clash.other.id)), clash)
    return tuple(found.values())


def _clashes_in(book: Book, entry: Entry) -> Iterator[Clash]:
    for relation in entry.relations:
        if relation.relation == "contradicts" and relation.claim in book.claims:
            claim, other = book.claims[relation.claim], _other(book, entry, relation)
            if other.id != claim.id:
                yield Clash(entry=entry, reason=relation.reason, one=other, other=claim)


def _other(book: Book, entry: Entry, relation: Relation) -> Claim:
    """The claim that is contradicted: the one named, else the leading one of the entry."""
    name = relation.other or ""
    if name in book.claims:
        return book.claims[name]
    return book.entries_by_id.get(name, entry).lead


def conflict(book: Book, clash: Clash) -> Conflict:
    """Show a contradiction: both sides with their words, and the values in which they differ."""
    return Conflict(
        entry=entry_link(book, clash.entry),
        reason=clash.reason,
        sides=(claim_card(book, clash.one), claim_card(book, clash.other)),
        differences=differences(book, clash.one, clash.other),
    )


def differences(book: Book, one: Claim, other: Claim) -> tuple[Difference, ...]:
    """Give the fields in which two claims differ, in the order of the first."""
    left, right = told_by_label(book, one), told_by_label(book, other)
    labels = [label for label in left if label in right]
    return tuple(
        Difference(label=label, one=left[label], other=right[label])
        for label in labels
        if left[label] != right[label]
    )


def told_by_label(book: Book, claim: Claim) -> dict[str, str]:
    """Give what a claim says in each field, as far as its rights allow, without open ones."""
    quotable = book.rights(claim.source.id) != "metadata"
    found: dict[str, list[str]] = {}
    for value in values_of(claim):
        if _comparable(value) and (quotable or not value.quoted):
            found.setdefault(value.label, []).append(value.text)
    return {label: ", ".join(texts) for label, texts in found.items()}


def _comparable(value: Value) -> bool:
    """Leave out who tells it, and codes that say that the source leaves it open."""
    return value.path not in _TELLERS and value.text not in _OPEN
