"""The demo book in a browser: served, exported to a web host, and opened from disk."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from chromium_here import browser as opened
from chromium_here import why_not
from page_types import Address, addresses
from running_site import Site, pledgebook, running

if TYPE_CHECKING:
    from playwright.sync_api import Browser


# Not for the session: its event loop would be in the way of every other test's.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    reason = why_not()
    if reason is not None:
        pytest.skip(reason)
    with opened() as running_browser:
        yield running_browser


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("demo")
    pledgebook("demo", "--out", folder / "site", "--book", folder / "book.db")
    with running(folder / "book.db", folder / "site") as site:
        yield site


@pytest.fixture(scope="session")
def pages(demo: Site) -> tuple[Address, ...]:
    """The longest and the shortest page of each type."""
    return addresses(demo.book)


@pytest.fixture(scope="session")
def types(demo: Site) -> tuple[Address, ...]:
    """The longest page of each type."""
    return addresses(demo.book, of_each=1)
