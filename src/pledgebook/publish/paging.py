"""Long lists in pages of fifty rows: ``statements.html``, then ``statements/2.html`` and so on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.page import Folder, Page

_Item = TypeVar("_Item")

#: Rows of a list on one page; with five links a row a page stays under 100 kB.
ROWS = 50

#: Digits of a page's number in an address.
_MOST_DIGITS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """Where a page of a list stands among the others.

    Attributes:
        number, pages: this page and how many there are, from 1.
        first, last: places of its first and last row, from 1; 0 and 0 for an empty list.
        total: rows of the whole list.
        before, after: addresses of the neighbours relative to the root, None at the ends.
        ends: addresses of the first and the last page, None where there is only one.
    """

    number: int
    pages: int
    first: int
    last: int
    total: int
    before: str | None
    after: str | None
    ends: tuple[str, str] | None


def pages_of(total: int, rows: int = ROWS) -> int:
    """Number of pages that a list of ``total`` rows takes; an empty list has one page."""
    return max(1, -(-total // rows))


def paged(
    items: Sequence[_Item], number: int, base: str, asked: Asked, rows: int = ROWS
) -> tuple[Sequence[_Item], Paging] | None:
    """Cut page ``number`` out of a list; None where the list has no such page.

    ``base`` is the address of the list without ending (``statements``). Links keep the query.
    """
    last = pages_of(len(items), rows)
    if not 1 <= number <= last:
        return None
    start = (number - 1) * rows
    shown = items[start : start + rows]
    suffix = asked.suffix()

    def at(page: int) -> str:
        return f"{page_path(base, page)}{suffix}"

    return shown, Paging(
        number=number,
        pages=last,
        first=start + 1 if shown else 0,
        last=start + len(shown),
        total=len(items),
        before=at(number - 1) if number > 1 else None,
        after=at(number + 1) if number < last else None,
        ends=(at(1), at(last)) if last > 1 else None,
    )


def page_path(base: str, number: int) -> str:
    """Path of a page of a list."""
    return f"{base}.html" if number == 1 else f"{base}/{number}.html"


def number_of(name: str) -> int | None:
    """Number of a page from its name in an address (``2``), None for anything else."""
    digits = name.isascii() and name.isdigit() and len(name) <= _MOST_DIGITS
    return int(name) if digits and not name.startswith("0") and name != "1" else None


def further_pages(
    make: Callable[[Book, Asked, int], Page | None], total: Callable[[Book], int], rows: int = ROWS
) -> Folder:
    """Make the folder of a list's further pages; ``total`` counts the rows of the whole list."""

    def one(book: Book, asked: Asked, name: str) -> Page | None:
        number = number_of(name)
        return None if number is None else make(book, asked, number)

    def names(book: Book) -> Iterator[str]:
        yield from map(str, range(2, pages_of(total(book), rows) + 1))

    return Folder(make=one, names=names)
