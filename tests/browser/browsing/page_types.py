"""The types of pages that a site has, told by its own registry: a new one is tested unasked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pledgebook.ledger.store import Ledger
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.page import Page
from pledgebook.publish.pages import FIXED, FOLDERS
from pledgebook.reconcile.fold import fold


@dataclass(frozen=True, kw_only=True, order=True)
class Address:
    """One page to look at.

    Attributes:
        type: its path where the registry names it, else its folder and its template.
        path: relative to the root of the site.
    """

    type: str
    path: str


def _made(book: Book) -> Iterator[tuple[str, Page]]:
    asked = Asked(served=True)
    for path, make in FIXED.items():
        page = make(book, asked)
        if isinstance(page, Page):
            yield path, page
    for part, folder in FOLDERS.items():
        for name in folder.names(book):
            page = folder.make(book, asked, name)
            if isinstance(page, Page):
                yield f"{part}/ {page.template}", page


def _sizes(book: Path) -> Iterator[tuple[str, str, int]]:
    with Ledger.open(str(book)) as ledger:
        for kind, page in _made(Book(ledger.view(fold=fold))):
            yield kind, page.path, len(repr(page.payload))


def _some(pages: list[tuple[int, str]], number: int) -> list[str]:
    """Give so many of the pages: the longest ones, and the shortest where two may be given."""
    ordered = [path for _, path in sorted(pages, reverse=True)]
    if number == 1 or len(ordered) <= number:
        return ordered[:number]
    return [*ordered[: number - 1], ordered[-1]]


def addresses(book: Path, of_each: int = 2) -> tuple[Address, ...]:
    """Give pages of every type that a book has: of pages that are alike, so many ``of_each``."""
    found: dict[str, list[tuple[int, str]]] = {}
    for kind, path, size in _sizes(book):
        found.setdefault(kind, []).append((size, path))
    return tuple(
        Address(type=kind, path=path)
        for kind, pages in sorted(found.items())
        for path in _some(pages, of_each)
    )
