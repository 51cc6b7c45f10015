"""Answers of the server: headers of every one, what is sent again, and what went wrong."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pledgebook.ledger.errors import LedgerError
from pledgebook.publish.render import CONTENT_POLICY

HTML = "text/html; charset=utf-8"
JSON = "application/json"

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

_TROUBLE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>'
    "<body><main><h1>{title}</h1><p>{text}</p></main></body></html>"
)


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


def fresh(request: Request, content: bytes, media_type: str) -> Response:
    """Answer with the content, or with 304 where the caller already has it.

    The tag is a weak one: the same content may travel compressed or plain.
    """
    tag = f'W/"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = {"etag": tag, "cache-control": "no-cache"}
    known = {part.strip() for part in request.headers.get("if-none-match", "").split(",")}
    if tag in known or "*" in known:
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=media_type, headers=headers)


def refused(status: int, **said: str) -> Response:
    """Say as JSON why there is no answer."""
    content = json.dumps({"error": said}, ensure_ascii=False).encode("utf-8", "backslashreplace")
    return Response(content, status_code=status, media_type=JSON)


def guarded(answer: Callable[[Request], Response]) -> Callable[[Request], Response]:
    """Turn what goes wrong in an answer into plain words; the fault itself goes to the log."""

    def answering(request: Request) -> Response:
        try:
            return answer(request)
        except LedgerError:
            logging.getLogger(__name__).exception("the book cannot be read")
            text = "Try again in a while."
            return _trouble(request, 503, "The book cannot be read", text)
        except Exception:
            logging.getLogger(__name__).exception("no answer to %s", request.url.path)
            text = "The program has a fault in making this page. Its log says more."
            return _trouble(request, 500, "This page could not be made", text)

    return answering


def _trouble(request: Request, status: int, title: str, text: str) -> Response:
    if request.url.path.endswith(".json"):
        return refused(status, message=f"{title}. {text}")
    return Response(_TROUBLE.format(title=title, text=text), status_code=status, media_type=HTML)


def with_charset(media_type: str) -> str:
    """Name the encoding of a textual kind of file; all of them are UTF-8."""
    textual = media_type.startswith("text/") or media_type == "application/x-ndjson"
    plain = "charset" not in media_type
    return f"{media_type}; charset=utf-8" if textual and plain else media_type
