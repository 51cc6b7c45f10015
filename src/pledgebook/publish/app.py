"""The server: the same pages as the static export, made when they are asked for."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from datetime import date

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from pledgebook.publish.answers import (
    HTML,
    JSON,
    SecurityHeaders,
    fresh,
    guarded,
    refused,
    with_charset,
)
from pledgebook.publish.asked import Asked, BadQueryError
from pledgebook.publish.book import Book
from pledgebook.publish.page import File, Made, Page
from pledgebook.publish.pages import FIXED, bad_query, find, missing
from pledgebook.publish.render import as_json, html
from pledgebook.publish.shelf import Library, Shelf
from pledgebook.publish.site import static_files

#: A page's path as the day picker sends it. It has no colon, so that it never names a scheme.
_PATH = re.compile(r"[A-Za-z0-9_-]+(?:[./][A-Za-z0-9_-]+)*")

_STATIC_TYPES = {"css": "text/css", "svg": "image/svg+xml", "js": "text/javascript"}

#: Answers from this length on are compressed where the browser takes it, at a level that costs
#: some 2 ms for a page of 100 kB.
_COMPRESSED_FROM, _COMPRESSION = 1_000, 4


def create_app(library: Library) -> Starlette:
    """Make the application that serves a book as it stands at each request.

    A page answers at its path in the static export, and without ``.html``; what it shows answers
    as JSON at the same address with ``.json``; ``on/2025-03-06/`` before a path shows the book as
    known by that day. ``/healthz`` says that the book can be read.
    """
    shelf = Shelf(library, warm=warm)

    def page(request: Request) -> Response:
        day, path = day_and_path(request.path_params["path"])
        asked = Asked(query=_query(request), known_by=day, served=True, dated=True)
        book = shelf.book(day)
        with book.lock:
            return _answer(book, request, path, asked)

    def to_day(request: Request) -> Response:
        book = shelf.book()
        with book.lock:
            return _to_day(book, request)

    def health(_request: Request) -> Response:
        updated = library.view(None).updated()
        return JSONResponse(
            {"status": "ok", "updated": None if updated is None else updated.isoformat()}
        )

    return Starlette(
        routes=[
            Route("/healthz", guarded(health)),
            Route("/static/{name}", _static_answers()),
            Route("/on", guarded(to_day)),
            Route("/{path:path}", guarded(page)),
        ],
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(GZipMiddleware, minimum_size=_COMPRESSED_FROM, compresslevel=_COMPRESSION),
        ],
    )


def warm(book: Book) -> None:
    """Make every page that each book has once, so that no reader waits for what it looks up."""
    asked = Asked(served=True, dated=True)
    for path in FIXED:
        if path.endswith(".html"):
            with book.lock:
                try:
                    find(book, path, asked)
                except Exception:
                    # Whoever asks for the page is told; see ``guarded``.
                    logging.getLogger(__name__).debug("%s could not be made", path, exc_info=True)


def _query(request: Request) -> tuple[tuple[str, str], ...]:
    return tuple(request.query_params.multi_items())


def _static_answers() -> Callable[[Request], Response]:
    held = dict(static_files())

    def answer(request: Request) -> Response:
        path = f"static/{request.path_params['name']}"
        if path not in held:
            return Response("no such file", status_code=404, media_type="text/plain")
        media_type = _STATIC_TYPES.get(path.rpartition(".")[2], "text/plain")
        return fresh(request, held[path], with_charset(media_type))

    return answer


def day_and_path(path: str) -> tuple[date | None, str]:
    """Part the day that an address is seen from (``on/2025-03-06/…``) from the address itself."""
    first, _, rest = path.partition("/")
    written, _, inner = rest.partition("/")
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return None, path
    # A day is written in one way, so that a page has one address.
    return (day, inner) if first == "on" and day.isoformat() == written else (None, path)


def _to_day(book: Book, request: Request) -> Response:
    """Lead from the day picker's form (``on?day=2025-03-06&page=plan.html``) to a day's page."""
    asked = Asked(query=_query(request), served=True)
    try:
        day, path = asked.day("day"), asked.one("page") or "index.html"
        if _PATH.fullmatch(path) is None:
            raise BadQueryError("page", "is no page of this site")
    except BadQueryError as error:
        return _page_of_trouble(book, request, bad_query(error), asked, 400)
    return RedirectResponse(path if day is None else f"on/{day.isoformat()}/{path}", 303)


def _answer(book: Book, request: Request, path: str, asked: Asked) -> Response:
    wanted, kind = page_path(path)
    try:
        found = _found(book, path, wanted, asked)
    except BadQueryError as error:
        if kind == "json":
            return refused(400, parameter=error.parameter, message=error.message)
        return _page_of_trouble(book, request, bad_query(error), asked, 400)
    if isinstance(found, File):
        return fresh(request, found.content, with_charset(found.media_type))
    if found is None or found.template == "404.html":
        if kind == "json":
            return refused(404, message="There is nothing at this address.")
        return _page_of_trouble(book, request, missing(book, asked), asked, 404)
    if kind == "json":
        return fresh(request, as_json(found, asked), JSON)
    return fresh(request, html(book, found, asked), HTML)


def _found(book: Book, path: str, wanted: str, asked: Asked) -> Made:
    """Find a file by the address as it is, a page by the address with its ending."""
    if path in FIXED or path == wanted:
        return find(book, path, asked)
    found = find(book, wanted, asked)
    # A file's own ending may be that of a page's other form (data/entries.json).
    return find(book, path, asked) if found is None else found


def _page_of_trouble(
    book: Book, request: Request, page: Page, asked: Asked, status: int
) -> Response:
    below = request.path_params.get("path", "").count("/") - (0 if asked.known_by is None else 2)
    content = html(book, page, asked, "../" * max(0, below))
    return Response(content, status_code=status, media_type=HTML)


def page_path(path: str) -> tuple[str, str]:
    """Turn an address into the path of a page and the form asked for (``html`` or ``json``)."""
    stem, kind = path, "html"
    for ending in (".json", ".html"):
        if stem.endswith(ending):
            kind = "json" if ending == ".json" else kind
            stem = stem.removesuffix(ending)
    if not stem or stem.endswith("/"):
        stem += "index"
    return f"{stem}.html", kind
