"""The lists of entries: commitments, statements, proposals and measures, fifty to a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pledgebook.model.entries import Entry
from pledgebook.model.vocabulary import Kind
from pledgebook.publish import listings
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.page import Folder, Page
from pledgebook.publish.paging import Paging, further_pages, page_path, paged


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """A list of entries with a sentence on what it holds and what it does not."""

    lead: str
    empty: str
    table: listings.Table
    paging: Paging


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryList:
    """What one list shows: entries of a kind, and the words around them.

    Attributes:
        base: address without ending.
        table: makes the table of the entries of one page.
    """

    base: str
    kind: Kind
    title: str
    lead: str
    empty: str
    table: Callable[[Book, Sequence[Entry]], listings.Table]

    def page(self, book: Book, asked: Asked, number: int = 1) -> Page | None:
        """One page of the list; None where it has no such page."""
        found = paged(book.of_kind(self.kind), number, self.base, asked)
        if found is None:
            return None
        shown, paging = found
        return Page(
            path=page_path(self.base, number),
            template="list.html",
            title=self.title,
            tab=page_path(self.base, 1),
            payload=ListPage(
                lead=self.lead, empty=self.empty, table=self.table(book, shown), paging=paging
            ),
        )

    def further(self) -> Folder:
        """Pages of the list after the first."""
        return further_pages(self.page, lambda book: len(book.of_kind(self.kind)))


COMMITMENTS = EntryList(
    base="commitments",
    kind="commitment",
    title="Commitments",
    lead=(
        "What somebody is bound, or said to be bound, to give or do. One row is one promise, "
        "however many sources tell it."
    ),
    empty="The texts that were read hold no commitment.",
    table=listings.commitments,
)
