"""What a picture page shows: the finding in words, the data to draw, and the same as a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pledgebook.model.ids import digest
from pledgebook.publish.book import Book
from pledgebook.publish.cards import Link, entry_path
from pledgebook.publish.headlines import headline, shortened

#: Entries that one cell links; the others are counted.
LINKS = 5
#: Characters of an entry's line in a cell.
_LINE = 90

_UNSAFE = re.compile(r"[^A-Za-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One value: words, the figure in full, and the entries behind it.

    Attributes:
        more: entries behind it that are not linked here.
    """

    text: str
    exact: str | None = None
    links: tuple[Link, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row; marks of the picture lead to its ``anchor``."""

    anchor: str
    head: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The data of a picture as a table."""

    caption: str
    head: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One picture.

    Attributes:
        name: last part of its address, and which function draws it.
        finding: what it shows, in words made from the data; also its alternative text.
        how: how to read it.
        notes: what is not in it, and why.
        rule: name and title of the counting rules behind its sums, None where it has no sums.
        data: what is drawn, a value of the picture's own class; None where there is nothing.
        table: the same as a table.
    """

    name: str
    title: str
    finding: str
    how: str
    notes: tuple[str, ...]
    rule: str | None
    data: object
    table: Grid


def path_of(name: str) -> str:
    """Path of a picture's own page."""
    return f"pictures/{name}.html"


def fragment(picture: str, name: str) -> str:
    """Turn a key of a picture into a fragment; keys that differ in signs alone stay apart."""
    clean = _UNSAFE.sub("-", name).strip("-")
    known = clean if clean == name else f"{clean}-{digest([name])[:8]}"
    return f"{picture}-{known}"


def mark_target(
    book: Book, picture: str, anchor: str, entries: Sequence[str], count: int | None = None
) -> str | None:
    """Where a mark leads: to its one entry, else to the row of the table that lists them.

    ``count`` is the number of entries where ``entries`` are only the first of them.
    """
    if not entries:
        return None
    if (len(entries) if count is None else count) == 1:
        return entry_path(book.entries_by_id[entries[0]])
    return f"{path_of(picture)}#{anchor}"


def cell(
    book: Book,
    text: str,
    entries: Sequence[str] = (),
    exact: str | None = None,
    most: int = LINKS,
    count: int | None = None,
) -> Cell:
    """Make a cell with links to its first entries, ``most`` of them; ``count`` them all."""
    total = len(entries) if count is None else count
    shown = [book.entries_by_id[name] for name in entries[:most]]
    links = tuple(
        Link(text=shortened(headline(book, entry.lead), _LINE), href=entry_path(entry))
        for entry in shown
    )
    return Cell(text=text, exact=exact, links=links, more=total - len(links) if entries else 0)


def name_of_key(book: Book, key: str | None) -> str:
    """Name a key of totals: several actors of one sum are joined by a plus sign."""
    if key is None:
        return "Somebody not named"
    names = [book.name_of(part) for part in key.split("+")]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]} together"


def sentences(parts: Iterable[str | None]) -> str:
    """Join what there is to say, a sentence each."""
    return " ".join(part[0].upper() + part[1:] + "." for part in parts if part)
