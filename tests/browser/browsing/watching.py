"""A browser window that writes down what no page of the site may do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from pledgebook.publish.answers import SECURITY_HEADERS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

#: Nothing may wait for longer: pages come from this machine.
_PATIENCE_MS = 20_000


def rightly_missing(address: str) -> bool:
    """Tell the address that answers that there is no such page, as it must."""
    return urlsplit(address).path.endswith("/404.html")


@dataclass
class Watch:
    """Every request, and every fault that was seen."""

    requests: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def request(self, request: Request) -> None:
        self.requests.append(request.url)
        parts = urlsplit(request.url)
        if parts.scheme != "file" and parts.hostname != "127.0.0.1":
            self.faults.append(f"asked another host: {request.url[:200]}")

    def failed(self, request: Request) -> None:
        # What was still on its way when the window went on is no fault of the page.
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"request failed: {request.url[:200]} {request.failure}")

    def response(self, response: Response) -> None:
        if response.status >= 400 and not rightly_missing(response.url):
            self.faults.append(f"{response.status}: {response.url[:200]}")

    def console(self, message: ConsoleMessage) -> None:
        if not rightly_missing(message.location["url"]):
            self.faults.append(f"console {message.type}: {message.text[:300]}")

    def error(self, error: Exception) -> None:
        self.faults.append(f"error in a script: {error}")


def missing_headers(response: Response) -> list[str]:
    """Say which security headers an answer of the server lacks, and whether it sets a cookie."""
    have = response.all_headers()
    wrong = [name for name, value in SECURITY_HEADERS.items() if have.get(name) != value]
    return wrong + [name for name in ("set-cookie",) if name in have]


def _watched(page: Page) -> Watch:
    watch = Watch()
    page.on("request", watch.request)
    page.on("requestfailed", watch.failed)
    page.on("response", watch.response)
    page.on("console", watch.console)
    page.on("pageerror", watch.error)
    return watch


@contextmanager
def window(browser: Browser, **options: Any) -> Iterator[tuple[Page, Watch]]:
    """Open an empty window of its own; what it must not do is checked when it closes."""
    context = browser.new_context(**options)
    context.set_default_timeout(_PATIENCE_MS)
    try:
        page = context.new_page()
        watch = _watched(page)
        yield page, watch
        cookies = context.cookies()
    finally:
        context.close()
    assert not cookies, f"a page sets cookies: {cookies}"
    assert not watch.faults, "\n".join(watch.faults)
