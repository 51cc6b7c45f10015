"""Finding Debian's Chromium, and opening it without anything of the machine's own profile."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

#: Set where a missing browser is a fault and no reason to skip: CI installs one.
REQUIRED = "PLEDGEBOOK_TEST_CHROMIUM"

_NAMES = ("chromium", "chromium-browser", "google-chrome")
#: Pages are opened by the tests alone, and the sandbox refuses to run as root.
_ARGUMENTS = ("--no-sandbox", "--disable-dev-shm-usage", "--font-render-hinting=none")


def program() -> str | None:
    """Path of the browser, None where none is installed."""
    return next((found for found in map(shutil.which, _NAMES) if found is not None), None)


def why_not() -> str | None:
    """Why the tests of pages cannot run here; None where they can, or where they must."""
    if program() is not None or os.environ.get(REQUIRED):
        return None
    return "Chromium is not installed (apt-get install chromium)"


@contextmanager
def browser() -> Iterator[Browser]:
    """Open the browser; it ends with the block."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    where = program()
    assert where is not None, "Chromium is not installed (apt-get install chromium)"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=where, args=list(_ARGUMENTS))
        try:
            yield opened
        finally:
            opened.close()
