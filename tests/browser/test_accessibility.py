"""axe-core finds nothing serious or critical on any page type, light, dark or printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from accessibility import grave_findings
from page_fit import open_all
from page_types import Address
from running_site import Site
from watching import window

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_every_page_type_can_be_read_by_everybody(
    browser: Browser, demo: Site, pages: tuple[Address, ...], scheme: str, width: int
) -> None:
    findings = []
    # The structure of a page is the same in the dark: what differs is its colours.
    rules = () if scheme == "light" else ("color-contrast", "link-in-text-block")
    size = {"width": width, "height": 900}
    with window(browser, color_scheme=scheme, viewport=size) as (page, watch):
        watch.missing.add(f"{demo.served}404.html")
        for address in pages:
            page.goto(demo.served + address.path)
            open_all(page)
            findings += grave_findings(page, rules)
    assert not findings, "\n".join(findings)


def test_dark_pages_are_dark(browser: Browser, demo: Site) -> None:
    lightness = {}
    for scheme in ("light", "dark"):
        with window(browser, color_scheme=scheme) as (page, _):
            page.goto(demo.served)
            colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
            lightness[scheme] = sum(int(part) for part in colour[4:-1].split(",")[:3])
    assert lightness["dark"] < 200
    assert lightness["light"] > 600


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        ("color-contrast", "<p style='color: #ccc; background: #fff'>pale words</p>"),
        ("image-alt", "<img src='data:,'>"),
        ("label", "<form><input name='q'></form>"),
    ],
)
def test_the_search_finds_a_planted_fault(browser: Browser, rule: str, fault: str) -> None:
    with window(browser) as (page, _):
        page.set_content(f"<!doctype html><html lang='en'><title>A</title><main>{fault}</main>")
        assert any(f": {rule}: " in finding for finding in grave_findings(page))
