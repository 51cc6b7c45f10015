"""Whether a page fits its window and its words stand out: measures that all looks share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

_HERE = Path(__file__).parent
LAYOUT = (_HERE / "layout.js").read_text(encoding="utf-8")
CONTRAST = (_HERE / "contrast.js").read_text(encoding="utf-8")


def open_all(page: Page) -> None:
    """Open everything that a reader can open: what is folded away must fit, too."""
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")


def misfits(page: Page) -> list[str]:
    """Say what of the page that is open cannot be seen, each with the page's address."""
    open_all(page)
    return [f"{page.url}: {fault}" for fault in page.evaluate(LAYOUT)]


def pale_words(page: Page) -> list[str]:
    """Say which words of the page that is open are too pale, each with the page's address."""
    return [f"{page.url}: {fault}" for fault in page.evaluate(CONTRAST)]
