"""Claims that contradict each other, side by side: what each says, in its own words."""

from __future__ import annotations

from collections.abc import Iterator
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


def conflicts(book: Book, entries: tuple[Entry, ...]) -> tuple[Conflict, ...]:
    """Give every contradiction in these entries, each pair once."""
    found: dict[frozenset[str], Conflict] = {}
    for entry in entries:
        for relation, one, other in _pairs(book, entry):
            found.setdefault(
                frozenset((one.id, other.id)), _conflict(book, entry, relation, one, other)
            )
    return tuple(found.values())


def _pairs(book: Book, entry: Entry) -> Iterator[tuple[Relation, Claim, Claim]]:
    for relation in entry.relations:
        claim = book.claims.get(relation.claim)
        other = _other(book, entry, relation)
        if relation.relation == "contradicts" and claim is not None and other.id != claim.id:
            yield relation, other, claim


def _other(book: Book, entry: Entry, relation: Relation) -> Claim:
    """The claim that is contradicted: the one named, else the leading one of the entry."""
    name = relation.other or ""
    if name in book.claims:
        return book.claims[name]
    return book.entries_by_id.get(name, entry).lead


def _conflict(book: Book, entry: Entry, relation: Relation, one: Claim, other: Claim) -> Conflict:
    return Conflict(
        entry=entry_link(book, entry),
        reason=relation.reason,
        sides=(claim_card(book, one), claim_card(book, other)),
        differences=differences(book, one, other),
    )


def differences(book: Book, one: Claim, other: Claim) -> tuple[Difference, ...]:
    """Give the fields in which two claims differ, in the order of the first."""
    left, right = _by_label(book, one), _by_label(book, other)
    labels = [label for label in left if label in right]
    return tuple(
        Difference(label=label, one=left[label], other=right[label])
        for label in labels
        if left[label] != right[label]
    )


def _by_label(book: Book, claim: Claim) -> dict[str, str]:
    quotable = book.rights(claim.source.id) != "metadata"
    found: dict[str, list[str]] = {}
    for value in values_of(claim):
        if _comparable(value) and (quotable or not value.quoted):
            found.setdefault(value.label, []).append(value.text)
    return {label: ", ".join(texts) for label, texts in found.items()}


def _comparable(value: Value) -> bool:
    """Leave out who tells it, and codes that say that the source leaves it open."""
    return value.path not in _TELLERS and value.text not in _OPEN
