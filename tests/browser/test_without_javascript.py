"""Every page type says the same with JavaScript off, and whatever can be used there works."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from page_types import Address
from running_site import Site
from watching import window

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


def shown(page: Page, address: str, status: int) -> str:
    """Words of a page that answers and has a heading."""
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == status, address
    assert page.locator("h1").count() == 1, address
    return page.locator("body").inner_text()


def test_every_page_type_says_the_same(
    browser: Browser, demo: Site, types: tuple[Address, ...]
) -> None:
    missing = f"{demo.served}404.html"
    with (
        window(browser) as (running, _),
        window(browser, java_script_enabled=False) as (still, _),
    ):
        for address in types:
            at = demo.served + address.path
            status = 404 if at == missing else 200
            words = shown(still, at, status)
            assert len(words) > 200, at
            assert shown(running, at, status) == words, at


@pytest.mark.parametrize("width", [360, 1440])
def test_the_navigation_leads_to_every_page_of_it(browser: Browser, demo: Site, width: int) -> None:
    size = {"width": width, "height": 900}
    with window(browser, java_script_enabled=False, viewport=size) as (page, _):
        page.goto(demo.exported + "index.html")
        hrefs = page.eval_on_selector_all(
            "nav a:not([href^='#'])", "all => all.map((a) => a.getAttribute('href'))"
        )
        assert len(hrefs) > 5
        for href in hrefs:
            page.goto(demo.exported + "index.html")
            link = page.locator(f'nav a[href="{href}"]')
            if not link.is_visible():
                page.locator(".menu a").first.click()
            words = link.inner_text()
            link.click()
            assert page.locator("nav [aria-current=page]").text_content() == words


def test_folded_parts_open(browser: Browser, demo: Site) -> None:
    with window(browser, java_script_enabled=False) as (page, _):
        page.goto(demo.served)
        details = page.locator("main details")
        assert details.count()
        inside = details.first.locator(":scope > :not(summary)").first
        assert not inside.is_visible()
        details.first.locator("summary").click()
        assert inside.is_visible()


def test_forms_ask_in_the_address(browser: Browser, demo: Site, types: tuple[Address, ...]) -> None:
    asked = 0
    with window(browser, java_script_enabled=False) as (page, _):
        for address in types:
            page.goto(demo.served + address.path)
            for n in range(page.locator("form").count()):
                form = page.locator("form").nth(n)
                assert (form.get_attribute("method") or "get").lower() == "get"
                form.locator("button, input[type=submit]").first.click()
                assert page.locator("h1").count() == 1
                asked += 1
                assert urlsplit(page.url).netloc == urlsplit(demo.served).netloc
                page.goto(demo.served + address.path)
    assert asked, "no page has a form"
