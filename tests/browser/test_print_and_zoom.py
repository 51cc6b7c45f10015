"""Pages at twice their size, with letters twice as large, and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from accessibility import grave_findings
from page_fit import misfits
from page_types import Address
from running_site import Site
from watching import window

if TYPE_CHECKING:
    from playwright.sync_api import Browser

#: The width of a sheet of A4 between its margins, in CSS pixels.
SHEET = 718
_LARGE = "document.documentElement.style.fontSize = '200%'"


def test_every_page_type_fits_at_200_percent(
    browser: Browser, demo: Site, pages: tuple[Address, ...]
) -> None:
    faults = []
    size = {"width": 640, "height": 400}  # a window of 1280 by 800, zoomed
    with window(browser, viewport=size, device_scale_factor=2) as (page, watch):
        watch.missing.add(f"{demo.served}404.html")
        for address in pages:
            page.goto(demo.served + address.path)
            faults += misfits(page)
    assert not faults, "\n".join(faults)


def test_every_page_type_fits_with_letters_twice_as_large(
    browser: Browser, demo: Site, pages: tuple[Address, ...]
) -> None:
    faults = []
    with window(browser, viewport={"width": 1280, "height": 800}) as (page, watch):
        watch.missing.add(f"{demo.served}404.html")
        for address in pages:
            page.goto(demo.served + address.path)
            page.evaluate(_LARGE)
            faults += misfits(page)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_type_can_be_printed(
    browser: Browser, demo: Site, pages: tuple[Address, ...], scheme: str
) -> None:
    faults = []
    size = {"width": SHEET, "height": 1000}
    with window(browser, color_scheme=scheme, viewport=size) as (page, watch):
        watch.missing.add(f"{demo.served}404.html")
        page.emulate_media(media="print")
        for address in pages:
            page.goto(demo.served + address.path)
            paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
            if paper not in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"):
                faults.append(f"{address.path}: prints on {paper}")
            if page.locator("nav").first.is_visible():
                faults.append(f"{address.path}: prints the navigation")
            faults += misfits(page) + grave_findings(page, ("color-contrast",))
    assert not faults, "\n".join(faults)


def test_what_is_folded_away_is_printed(browser: Browser, demo: Site) -> None:
    with window(browser, viewport={"width": SHEET, "height": 1000}) as (page, _):
        page.goto(demo.served)
        assert page.locator("main details:not([open])").count()
        page.emulate_media(media="print")
        hidden = page.eval_on_selector_all(
            "main details > :not(summary)",
            "all => all.filter((e) => !e.checkVisibility() || !e.clientHeight).length",
        )
    assert hidden == 0
