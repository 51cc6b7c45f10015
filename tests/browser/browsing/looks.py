"""The ways in which every page is looked at: widths, zoom, dark, print; and what is asked there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from accessibility import grave_findings
from page_fit import misfits, pale_words

if TYPE_CHECKING:
    from playwright.sync_api import Page

#: The width of a sheet of A4 between its margins, in CSS pixels.
SHEET = 718

#: Rules of axe-core about colours.
_COLOURS = ("color-contrast", "link-in-text-block")


@dataclass(frozen=True, kw_only=True)
class Look:
    """One way of looking at a page.

    Attributes:
        search: what axe-core looks for. It is slow in colours, which it is asked for at one
            width; the measure of our own looks at them everywhere.
        letters: size of letters, 1 for the reader's usual one.
    """

    width: int
    scheme: Literal["light", "dark"] = "light"
    media: Literal["screen", "print"] = "screen"
    letters: int = 1
    search: Literal["everything", "structure", "colours", "nothing"] = "nothing"


LOOKS = {
    "phone": Look(width=360, search="structure"),
    "tablet": Look(width=768),
    "desk": Look(width=1440, search="everything"),
    "phone in the dark": Look(width=360, scheme="dark"),
    "desk in the dark": Look(width=1440, scheme="dark", search="colours"),
    "1280 at 200 percent": Look(width=640),
    "letters twice as large": Look(width=1280, letters=2),
    "paper": Look(width=SHEET, media="print"),
    "paper from a dark screen": Look(width=SHEET, scheme="dark", media="print"),
}

_LETTERS = "(size) => { document.documentElement.style.fontSize = size; }"
_PAPER = "getComputedStyle(document.body).backgroundColor"


def take(page: Page, look: Look) -> None:
    """Look so at the page that is open."""
    page.set_viewport_size({"width": look.width, "height": 900})
    page.emulate_media(color_scheme=look.scheme, media=look.media)
    page.evaluate(_LETTERS, "" if look.letters == 1 else f"{look.letters}00%")


def _on_paper(page: Page) -> Iterator[str]:
    paper = page.evaluate(_PAPER)
    if paper not in {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}:
        yield f"{page.url}: prints on {paper}"
    if page.locator("nav").first.is_visible():
        yield f"{page.url}: prints the navigation"


def faults(page: Page, look: Look) -> Iterator[str]:
    """Say what is wrong with the page that is open, looked at so."""
    take(page, look)
    yield from misfits(page)
    yield from pale_words(page)
    if look.media == "print":
        yield from _on_paper(page)


def barriers(page: Page, look: Look) -> Iterator[str]:
    """Say what axe-core finds on the page that is open, looked at so already."""
    if look.search == "colours":
        yield from grave_findings(page, only=_COLOURS)
    elif look.search != "nothing":
        yield from grave_findings(page, without=_COLOURS if look.search == "structure" else ())
