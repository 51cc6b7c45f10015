"""The data of a book for download: what it holds now, its releases, and what each column means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pledgebook.exchange.package.tables import Field, Table, tables
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.cards import Link
from pledgebook.publish.downloads import Download, downloads
from pledgebook.publish.page import Folder, Made, Page
from pledgebook.publish.releases import (
    ReleaseLine,
    file_names,
    release_file,
    release_line,
    release_page,
    releases_of,
)

_TAB = "data/index.html"

#: What the types of a release's columns are, in words.
_TYPES = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "decimal": "decimal number, 20 digits before the point and 18 behind it",
    "boolean": "true or false",
    "date": "day",
    "datetime": "moment",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPage:
    """What can be downloaded.

    Attributes:
        files: the book of now, as files; ``withheld`` claims are left out because of rights.
        releases: the book frozen, newest first.
        dictionary: pages that describe the tables of a release.
    """

    files: tuple[Download, ...]
    withheld: int
    releases: tuple[ReleaseLine, ...]
    dictionary: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table: what it holds, and what an empty cell means."""

    name: str
    type: str
    unit: str | None
    meaning: str
    empty: str
    source: str
    references: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePage:
    """A table of a release, column by column; ``key`` tells its rows apart."""

    name: str
    title: str
    about: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLine:
    """A table in the list of tables."""

    link: Link
    name: str
    about: str
    columns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dictionary:
    """All tables of a release."""

    tables: tuple[TableLine, ...]


def data(book: Book, _asked: Asked) -> Page:
    """The page of downloads."""
    files, withheld = downloads(book)
    payload = DataPage(
        files=files,
        withheld=withheld,
        releases=tuple(map(release_line, releases_of(book))),
        dictionary=tuple(_link(table) for table in tables().values()),
    )
    return Page(path=_TAB, template="data.html", title="Data", payload=payload)


def _link(table: Table) -> Link:
    return Link(text=table.title, href=f"data/dictionary/{table.name}.html")


def dictionary() -> Page:
    """The tables of a release."""
    lines = (
        TableLine(link=_link(t), name=t.name, about=t.about, columns=len(t.fields))
        for t in tables().values()
    )
    payload = Dictionary(tables=tuple(lines))
    path = "data/dictionary.html"
    return Page(path=path, template="dictionary.html", title=_TITLE, payload=payload, tab=_TAB)


_TITLE = "What the columns mean"


def table_page(name: str) -> Page | None:
    """One table of a release, column by column."""
    table = tables().get(name)
    if table is None:
        return None
    payload = TablePage(
        name=table.name,
        title=table.title,
        about=table.about,
        key=table.key,
        columns=tuple(map(_column, table.fields)),
    )
    path = f"data/dictionary/{name}.html"
    title = f"{_TITLE}: {table.title}"
    return Page(path=path, template="table.html", title=title, payload=payload, tab=_TAB)


def _column(field: Field) -> Column:
    other = None if field.references is None else field.references.partition(".")[0]
    return Column(
        name=field.name,
        type=_TYPES[field.type],
        unit=field.unit,
        meaning=field.meaning,
        empty=field.null,
        source=field.source,
        references=None
        if other is None
        else Link(text=field.references or "", href=f"data/dictionary/{other}.html"),
    )


def _make(book: Book, _asked: Asked, name: str) -> Made:
    first, _, rest = name.partition("/")
    if first == "dictionary":
        return table_page(rest) if rest else dictionary()
    release, _, path = rest.partition("/")
    if first != "releases" or not release:
        return None
    return release_file(book, release, path) if path else release_page(book, release)


def _names(book: Book) -> Iterator[str]:
    yield "dictionary"
    yield from (f"dictionary/{name}" for name in tables())
    yield from (f"releases/{one.manifest.name}" for one in releases_of(book))
    yield from file_names(book)


#: The folder ``data/``, beside the files that every book has.
DATA = Folder(make=_make, names=_names)
