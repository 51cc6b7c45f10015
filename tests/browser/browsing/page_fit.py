"""Whether a page fits its window: the measure that widths, zoom and print share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

LAYOUT = (Path(__file__).parent / "layout.js").read_text(encoding="utf-8")


def open_all(page: Page) -> None:
    """Open everything that a reader can open: what is folded away must fit, too."""
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")


def misfits(page: Page) -> list[str]:
    """Say what of the page that is open cannot be seen, each with the page's address."""
    open_all(page)
    return [f"{page.url}: {fault}" for fault in page.evaluate(LAYOUT)]
