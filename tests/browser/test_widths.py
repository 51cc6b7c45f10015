"""At the width of a phone, a tablet and a desk no page scrolls sideways and no text is cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from page_fit import LAYOUT, misfits
from page_types import Address
from running_site import Site
from watching import window

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WIDTHS = (360, 768, 1440)


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_type_fits(
    browser: Browser, demo: Site, pages: tuple[Address, ...], width: int
) -> None:
    faults = []
    with window(browser, viewport={"width": width, "height": 900}) as (page, watch):
        watch.missing.add(f"{demo.served}404.html")
        for address in pages:
            page.goto(demo.served + address.path)
            faults += misfits(page)
    assert not faults, "\n".join(faults)


#: Pages that a careless style sheet makes, each with the fault that must be told.
CARELESS = {
    "the page scrolls sideways": "<p style='width: 3000px'>words</p>",
    "text is cut off": "<p style='width: 3em; overflow: hidden'>unbreakable</p>",
    "text runs out of its box": "<p style='width: 3em'>unbreakablewords</p>",
    "a scrolling box cannot be focused": (
        "<div style='width: 9em; overflow: auto' role='region' aria-label='A'>"
        "<p style='width: 30em'>words</p></div>"
    ),
    "a scrolling box has no name": (
        "<div style='width: 9em; overflow: auto' tabindex='0'><p style='width: 30em'>a</p></div>"
    ),
    "words of a chart are cut off": (
        "<svg width='90' height='30'><text x='60' y='20'>many words</text></svg>"
    ),
    "words of a chart collide": (
        "<svg width='400' height='30'><text x='60' y='20'>many words</text>"
        "<text x='70' y='22'>other words</text></svg>"
    ),
}


@pytest.mark.parametrize("fault", CARELESS)
def test_the_measure_sees_a_careless_page(browser: Browser, fault: str) -> None:
    with window(browser, viewport={"width": 360, "height": 900}) as (page, _):
        page.set_content(f"<!doctype html><body>{CARELESS[fault]}</body>")
        assert any(told.startswith(fault) for told in page.evaluate(LAYOUT))
