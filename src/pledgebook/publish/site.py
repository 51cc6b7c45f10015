"""The static export: every page of a book as a file, for any web host or none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pledgebook.publish.book import Book, ViewLike
from pledgebook.publish.downloads import FILES
from pledgebook.publish.pages import all_pages
from pledgebook.publish.render import STATIC, html


def write_site(view: ViewLike, folder: Path) -> list[Path]:
    """Write the site of a view into ``folder`` (made if missing); gives the paths of all files.

    A file that already holds the same bytes is not touched. Files of an earlier export that
    belong to no page any more are left alone. Raises OSError where a file cannot be written.
    """
    return [_written(folder / path, content) for path, content in _files(Book(view))]


def _files(book: Book) -> Iterator[tuple[str, bytes]]:
    for page in all_pages(book):
        yield page.path, html(book, page)
    for path, write in FILES.items():
        yield path, write(book)
    for path, content in static_files():
        yield path, content


def static_files() -> Iterator[tuple[str, bytes]]:
    """Give the files that every site needs: the style sheet."""
    for file in sorted(STATIC.iterdir()):
        yield f"static/{file.name}", file.read_bytes()


def _written(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.is_file() or path.read_bytes() != content:
        path.write_bytes(content)
    return path
