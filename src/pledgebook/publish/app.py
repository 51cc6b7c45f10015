"""The server: the same pages as the static export, made when they are asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pledgebook.publish.asked import Asked, BadQueryError
from pledgebook.publish.book import Book, ViewLike
from pledgebook.publish.page import File, Page
from pledgebook.publish.pages import FIXED, bad_query, find, missing
from pledgebook.publish.render import CONTENT_POLICY, as_json, html
from pledgebook.publish.site import static_files

#: Gives the book as it stands now, seen from a day where one is given.
OpenView = Callable[[date | None], AbstractContextManager[ViewLike]]

#: Sent with every answer.
SECURITY_HEADERS = {
    "content-security-policy": CONTENT_POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
_TYPES = {
    "css": "text/css; charset=utf-8",
    "jsonl": "application/x-ndjson; charset=utf-8",
    "json": "application/json",
}


class SecurityHeaders:
    """Adds ``SECURITY_HEADERS`` to every answer, errors included."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and add the headers to its answer."""

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                extra = [(k.encode(), v.encode()) for k, v in SECURITY_HEADERS.items()]
                message = {**message, "headers": [*message.get("headers", ()), *extra]}
            await send(message)

        await self.app(scope, receive, sending)


def create_app(open_view: OpenView) -> Starlette:
    """Make the application; ``open_view`` gives the book as it stands at each request.

    A page answers at its path in the static export, and without ``.html``; what it shows answers
    as JSON at the same address with ``.json``. ``/healthz`` says that the book can be read.
    """

    def page(request: Request) -> Response:
        day, path = day_and_path(request.path_params["path"])
        asked = Asked(query=tuple(request.query_params.multi_items()), known_by=day, served=True)
        with open_view(day) as view:
            return _answer(Book(view), request, path, asked)

    def health(_request: Request) -> Response:
        with open_view(None) as view:
            updated = view.updated()
        return JSONResponse(
            {"status": "ok", "updated": None if updated is None else updated.isoformat()}
        )

    return Starlette(
        routes=[
            Route("/healthz", health),
            Route("/static/{name}", _static),
            Route("/{path:path}", page),
        ],
        middleware=[Middleware(SecurityHeaders)],
    )


def _static(request: Request) -> Response:
    wanted = f"static/{request.path_params['name']}"
    content = dict(static_files()).get(wanted)
    if content is None:
        return Response("no such file", status_code=404, media_type="text/plain")
    return _fresh(request, content, _TYPES.get(wanted.rpartition(".")[2], "text/plain"))


def day_and_path(path: str) -> tuple[date | None, str]:
    """Part the day that an address is seen from (``on/2025-03-06/…``) from the address itself."""
    first, _, rest = path.partition("/")
    written, _, inner = rest.partition("/")
    try:
        # A day is written in one way, so that a page has one address.
        day = date.fromisoformat(written) if first == "on" and len(written) == _DAY else None
    except ValueError:
        day = None
    return (None, path) if day is None else (day, inner)


#: Signs of a day in an address.
_DAY = len("2025-03-06")


def _answer(book: Book, request: Request, path: str, asked: Asked) -> Response:
    wanted, kind = (path, "file") if path in FIXED else page_path(path)
    try:
        found = find(book, wanted, asked) or find(book, path, asked)
    except BadQueryError as error:
        return _page_of_trouble(book, request, bad_query(error), asked, 400)
    if isinstance(found, File):
        return _fresh(request, found.content, _with_charset(found.media_type))
    if found is None or found.template == "404.html":
        return _page_of_trouble(book, request, missing(book, asked), asked, 404)
    if kind == "json":
        return _fresh(request, as_json(found), _TYPES["json"])
    return _fresh(request, html(book, found, asked), "text/html; charset=utf-8")


def _page_of_trouble(
    book: Book, request: Request, page: Page, asked: Asked, status: int
) -> Response:
    below = request.path_params["path"].count("/") - (0 if asked.known_by is None else 2)
    content = html(book, page, asked, "../" * below)
    return Response(content, status_code=status, media_type="text/html")


def _with_charset(media_type: str) -> str:
    textual = media_type.startswith("text/") or media_type == "application/x-ndjson"
    return f"{media_type}; charset=utf-8" if textual else media_type


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


def _fresh(request: Request, content: bytes, media_type: str) -> Response:
    """Answer with the content, or with 304 where the caller already has it."""
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = {"etag": tag, "cache-control": "no-cache"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=media_type, headers=headers)
