"""Asking the application itself; no socket is opened."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date

import httpx
from publish_book import FakeView, narvik

from pledgebook.publish.app import create_app
from pledgebook.publish.shelf import Library


class FakeLibrary:
    """A book that can grow: ``states`` holds its views by day; each ``grow`` is a new head."""

    def __init__(self, view: Callable[[date | None], FakeView] = lambda _: narvik()) -> None:
        self.seen = view
        self.rows = 1
        self.read: list[date | None] = []

    def head(self) -> int:
        return self.rows

    def view(self, day: date | None) -> FakeView:
        self.read.append(day)
        return self.seen(day)

    def grow(self, view: Callable[[date | None], FakeView]) -> None:
        self.seen = view
        self.rows += 1


class Client:
    """Asks an application; follows no redirect."""

    def __init__(self, library: Library | None = None) -> None:
        self.transport = httpx.ASGITransport(app=create_app(library or FakeLibrary()))

    def ask(self, method: str, path: str, headers: dict[str, str] | None = None) -> httpx.Response:
        async def asking() -> httpx.Response:
            site = "http://pledgebook.test"
            async with httpx.AsyncClient(transport=self.transport, base_url=site) as client:
                return await client.request(method, path, headers=headers)

        return asyncio.run(asking())

    def get(self, path: str, headers: dict[str, str] | None = None) -> httpx.Response:
        return self.ask("GET", path, headers)
