"""An entry's page: every claim with its words, contradictions, decisions, and how it counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pledgebook.model.entries import Entry
from pledgebook.model.vocabulary import Kind
from pledgebook.publish import listings, money, words
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book, slug
from pledgebook.publish.cards import ClaimCard, Link, claim_card, entry_link, entry_path
from pledgebook.publish.conflicts import Conflict, conflicts
from pledgebook.publish.decided import ChangedRow, DecidedRow, changed_rows, decided_rows
from pledgebook.publish.headlines import headline
from pledgebook.publish.page import Folder, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPage:
    """One entry with all its claims."""

    id: str
    kind: Kind
    kind_words: str
    witnesses: str
    standing: money.Standing | None
    part_of: Link | None
    parts: tuple[Link, ...]
    claims: tuple[ClaimCard, ...]
    conflicts: tuple[Conflict, ...]
    decisions: tuple[DecidedRow, ...]
    changed: tuple[ChangedRow, ...]


def entry_page(book: Book, _asked: Asked, name: str) -> Page | None:
    """One entry; ``name`` is the part of its id that stands in addresses."""
    entry = book.entry_at(name)
    if entry is None:
        return None
    title = headline(book, entry.lead)
    payload = _payload(book, entry)
    return Page(path=entry_path(entry), template="entry.html", title=title, payload=payload)


def _payload(book: Book, entry: Entry) -> EntryPage:
    whole = book.entries_by_id.get(entry.part_of or "")
    return EntryPage(
        id=entry.id,
        kind=entry.kind,
        kind_words=words.plain(entry.kind),
        witnesses=listings.witnessed(entry),
        standing=money.standing(book, entry.id),
        part_of=None if whole is None else entry_link(book, whole),
        parts=tuple(entry_link(book, e) for e in book.parts.get(entry.id, ())),
        claims=tuple(claim_card(book, claim) for claim in entry.claims),
        conflicts=conflicts(book, (entry,)),
        decisions=decided_rows(book, entry),
        changed=changed_rows(book, entry),
    )


def _names(book: Book) -> Iterator[str]:
    return (slug(entry.id) for entry in book.entries)


ENTRIES = Folder(make=entry_page, names=_names)
