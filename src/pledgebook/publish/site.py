"""The static export: every page of a book as a file, with its JSON, for any web host or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book, ViewLike
from pledgebook.publish.days import Days
from pledgebook.publish.page import File, Page
from pledgebook.publish.pages import FIXED, everything
from pledgebook.publish.render import STATIC, alone, as_json, html
from pledgebook.publish.sitefolder import SiteFolder

#: What a web host shows where there is nothing; it takes the one in the root.
NOWHERE = "404.html"

#: A page or file of the site: its path and bytes.
_Written = tuple[str, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """What an export did.

    Attributes:
        files: every file of the site, in the order it was made.
        written: how many of them were new or had changed; the others were not touched.
        removed: files of an earlier export that belong to the site no more.
    """

    files: tuple[Path, ...]
    written: int
    removed: tuple[Path, ...]


def _unwatched(items: Iterable[_Written]) -> Iterable[_Written]:
    return items


def write_site(
    view: ViewLike, folder: Path, on: Callable[[date], ViewLike] | None = None
) -> list[Path]:
    """Write the site of a view into ``folder`` (made if missing); gives the paths of all files."""
    return list(export(view, folder, on).files)


def export(
    view: ViewLike,
    folder: Path,
    on: Callable[[date], ViewLike] | None = None,
    watched: Callable[[Iterable[_Written]], Iterable[_Written]] = _unwatched,
) -> Export:
    """Write the site of a view into ``folder`` (made if missing).

    A file that already holds the same bytes is not touched. A file of an earlier export that
    belongs to no page any more is removed, unless somebody has changed it since; files that no
    export wrote are left alone. Raises OSError where a file cannot be written.

    Args:
        view: the book as it is now.
        folder: where the site is written; its root.
        on: gives the book as known by a day; the site of each day that the book offers is
            written under ``on/2025-03-06/``. None for a site without days.
        watched: passes the files on one by one, for somebody who counts them.
    """
    with SiteFolder(folder) as held:
        paths = [held.put(path, content) for path, content in watched(_files(view, on))]
        return Export(files=tuple(paths), written=held.written, removed=held.finish())


def _files(view: ViewLike, on: Callable[[date], ViewLike] | None) -> Iterator[_Written]:
    book = Book(view)
    yield from static_files()
    yield from _pages(book, Asked(dated=on is not None), "")
    if on is not None:
        for day in book.index(Days).offered:
            known = Book(on(day), today=book)
            yield from _pages(known, Asked(known_by=day, dated=True), f"on/{day.isoformat()}/")


def _pages(book: Book, asked: Asked, below: str) -> Iterator[_Written]:
    for made in everything(book, asked):
        if isinstance(made, File):
            yield below + made.path, made.content
        elif made is not None and not (below and made.path == NOWHERE):
            yield below + made.path, _written(book, made, asked)
            told = made.path.removesuffix(".html") + ".json"
            if made.path != NOWHERE and told not in FIXED:  # "api.json" is a file of its own
                yield below + told, as_json(made, asked)


def _written(book: Book, page: Page, asked: Asked) -> bytes:
    """Write a page; the one for what is not there is shown at any depth of the site.

    Its links are whole where the book says where its site stands; else it has none, since it
    cannot know from where it is shown.
    """
    if page.path != NOWHERE:
        return html(book, page, asked)
    address = None if book.definition is None else book.definition.address
    if address is None:
        return alone(book, page)
    return html(book, page, asked, root=f"{address.rstrip('/')}/")


def static_files() -> Iterator[_Written]:
    """Give the files that every site needs: style sheets and the icon."""
    for file in sorted(p for p in STATIC.iterdir() if p.is_file()):
        yield f"static/{file.name}", file.read_bytes()
