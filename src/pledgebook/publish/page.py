"""A page, a file, and how both are registered: what every area of the site gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: where it stands, which template shows it, and what it shows.

    Attributes:
        path: relative to the root of the site, with ``.html``; a day's site has a root of its own.
        template: name of its template, which finds the payload as ``it``.
        payload: frozen dataclass of plain values; the page's JSON is written from it.
        tab: path of the page that the navigation marks, None for the page itself.
    """

    path: str
    template: str
    title: str
    payload: object
    tab: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file that is no page: a download, a feed, a citation."""

    path: str
    media_type: str
    content: bytes


Made = Page | File | None

#: Makes what stands at one address; None where there is nothing.
Maker = Callable[[Book, Asked], Made]


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """All addresses under one first part, such as ``entries/``.

    Attributes:
        make: makes what stands under a name; a page's name is without ``.html``, a file's with
            its ending (``ab12``, ``ab12.bib``), and may have further parts (``GBR/2``).
        names: lists the names of a book for the static export; never one that ``make`` refuses.
    """

    make: Callable[[Book, Asked, str], Made]
    names: Callable[[Book], Iterable[str]]
