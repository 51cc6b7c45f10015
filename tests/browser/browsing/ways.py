"""From a figure to highlighted words: which links lead there, found by following them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag, urljoin

from page_fit import open_all

if TYPE_CHECKING:
    from playwright.sync_api import Page

FIGURES = (Path(__file__).parent / "figures.js").read_text(encoding="utf-8")
#: No figure may be further from its words.
MOST_CLICKS = 3

_SEEN = """() => ({
  marked: [...document.querySelectorAll("main mark")].some((m) => m.checkVisibility()),
  hrefs: [...document.querySelectorAll("main a[href]")].map((a) => a.getAttribute("href")),
})"""


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A figure of a page and the links that stand with it."""

    words: str
    hrefs: tuple[str, ...]
    marked: bool


@dataclass
class Ways:
    """What was seen on pages that were opened; each is opened once."""

    page: Page
    root: str
    _seen: dict[str, tuple[bool, tuple[str, ...]]] = field(default_factory=dict)

    def _look(self, address: str) -> tuple[bool, tuple[str, ...]]:
        if address not in self._seen:
            self.page.goto(address)
            found: dict[str, Any] = self.page.evaluate(_SEEN)
            self._seen[address] = (found["marked"], tuple(found["hrefs"]))
        return self._seen[address]

    def to_words(self, start: str, hrefs: tuple[str, ...]) -> tuple[str, ...] | None:
        """Give the shortest row of links from a page to highlighted words, None if too long."""
        rows: list[tuple[str, tuple[str, ...]]] = [(start, ())]
        visited: set[str] = set()
        nexts = hrefs
        for _ in range(MOST_CLICKS):
            longer = []
            for at, row in rows:
                for href in nexts if not row else self._look(at)[1]:
                    target = urldefrag(urljoin(at, href)).url
                    if target in visited or not self._is_page(target):
                        continue
                    visited.add(target)
                    if self._look(target)[0]:
                        return (*row, href)
                    longer.append((target, (*row, href)))
            rows = longer
        return None

    def _is_page(self, address: str) -> bool:
        last = address.rpartition("/")[2].partition("?")[0]
        return address.startswith(self.root) and ("." not in last or last.endswith(".html"))


def figures(page: Page) -> list[Figure]:
    """Give the figures of the page that is open, folded parts opened."""
    open_all(page)
    return [
        Figure(words=f["words"], hrefs=tuple(dict.fromkeys(f["hrefs"])), marked=f["marked"])
        for f in page.evaluate(FIGURES)
    ]


def follow(page: Page, start: str, row: tuple[str, ...]) -> None:
    """Click through a row of links, as a reader would."""
    page.goto(start)
    for href in row:
        open_all(page)
        page.locator(f'main a[href="{href}"]').first.click()
    page.locator("main mark").first.wait_for(state="visible")
