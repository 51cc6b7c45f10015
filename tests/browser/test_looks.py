"""Every page type at every width, zoomed, in the dark and on paper: it fits and can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from accessibility import grave_findings
from looks import LOOKS, SHEET, barriers, faults
from page_fit import LAYOUT, pale_words
from page_types import Address
from running_site import Site
from watching import window

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def seen(
    browser: Browser, demo: Site, pages: tuple[Address, ...], types: tuple[Address, ...]
) -> dict[str, list[str]]:
    """What is wrong by look; each page is opened once and looked at in every way."""
    found: dict[str, list[str]] = {name: [] for name in LOOKS}
    with window(browser) as (page, _):
        for address in pages:
            page.goto(demo.served + address.path)
            for name, look in LOOKS.items():
                found[name] += faults(page, look)
                if address in types:
                    found[name] += barriers(page, look)
    return found


@pytest.mark.parametrize("look", LOOKS)
def test_every_page_type_can_be_read(seen: dict[str, list[str]], look: str) -> None:
    assert not seen[look], "\n".join(seen[look])


@pytest.mark.parametrize("path", ["commitments.html?sort=nonsense", "no/such/page.html"])
def test_an_answer_of_trouble_can_be_read(browser: Browser, demo: Site, path: str) -> None:
    context, found = browser.new_context(), []
    try:
        page = context.new_page()
        answer = page.goto(demo.served + path)
        assert answer is not None
        assert answer.status in (400, 404)
        for look in LOOKS.values():
            found += [*faults(page, look), *barriers(page, look)]
    finally:
        context.close()
    assert not found, "\n".join(found)


def test_dark_pages_are_dark(browser: Browser, demo: Site) -> None:
    lightness = {}
    for scheme in ("light", "dark"):
        with window(browser, color_scheme=scheme) as (page, _):
            page.goto(demo.served)
            colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
            lightness[scheme] = sum(int(part) for part in colour[4:-1].split(",")[:3])
    assert lightness["dark"] < 200
    assert lightness["light"] > 600


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


@pytest.mark.parametrize(
    "fault",
    [
        "<p style='color: #999'>pale words</p>",
        "<p style='color: #fff; background: rgb(255 255 255 / 50%)'>white on white</p>",
        "<div style='background: #0b4f8a'><p>dark words on a dark ground</p></div>",
        "<svg><text y='20' fill='#eee'>pale words of a chart</text></svg>",
    ],
)
def test_the_measure_sees_pale_words(browser: Browser, fault: str) -> None:
    with window(browser) as (page, _):
        page.set_content(f"<!doctype html><body><p>words that stand out</p>{fault}</body>")
        assert len(pale_words(page)) == 1
