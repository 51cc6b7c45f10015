"""The static export: every page of a book as a file, for any web host or none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book, ViewLike
from pledgebook.publish.page import File
from pledgebook.publish.pages import everything
from pledgebook.publish.render import STATIC, html


def write_site(view: ViewLike, folder: Path) -> list[Path]:
    """Write the site of a view into ``folder`` (made if missing); gives the paths of all files.

    A file that already holds the same bytes is not touched. Files of an earlier export that
    belong to no page any more are left alone. Raises OSError where a file cannot be written.
    """
    return [_written(folder / path, content) for path, content in _files(Book(view))]


def _files(book: Book) -> Iterator[tuple[str, bytes]]:
    asked = Asked()
    for made in everything(book, asked):
        if isinstance(made, File):
            yield made.path, made.content
        elif made is not None:
            yield made.path, html(book, made, asked)
    yield from static_files()


def static_files() -> Iterator[tuple[str, bytes]]:
    """Give the files that every site needs: style sheets."""
    for file in sorted(p for p in STATIC.iterdir() if p.is_file()):
        yield f"static/{file.name}", file.read_bytes()


def _written(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.is_file() or path.read_bytes() != content:
        path.write_bytes(content)
    return path
