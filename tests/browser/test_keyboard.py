"""With the keyboard alone: the skip link comes first, focus is always seen, order is the page's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from page_types import Address
from running_site import Site
from watching import window

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

#: Steps with the Tab key on each page; what comes later is built from the same parts.
STEPS = 40

#: What has the focus: where it stands in the document, whether it is in the window, and its ring.
_FOCUSED = """() => {
  const at = document.activeElement, style = getComputedStyle(at);
  const box = at.getBoundingClientRect();
  const order = [...document.querySelectorAll("*")].indexOf(at);
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
  return {
    tag: at.tagName, order, words: at.textContent.trim().slice(0, 40),
    seen: box.width > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight
          && box.left < innerWidth,
    ring: ring || style.boxShadow !== "none",
  };
}"""


def steps(page: Page) -> list[dict[str, Any]]:
    """Press Tab until the page is left, or ``STEPS`` times; gives what had the focus."""
    found: list[dict[str, Any]] = []
    for _ in range(STEPS):
        page.keyboard.press("Tab")
        focused = page.evaluate(_FOCUSED)
        if focused["tag"] == "BODY" or (found and focused["order"] <= found[0]["order"]):
            break
        found.append(focused)
    return found


def test_the_first_step_is_the_skip_link_and_it_leads_to_the_content(
    browser: Browser, demo: Site, types: tuple[Address, ...]
) -> None:
    with window(browser) as (page, _):
        for address in types:
            page.goto(demo.served + address.path)
            page.keyboard.press("Tab")
            focused = page.evaluate(_FOCUSED)
            assert focused["words"].startswith("Skip to"), address
            assert focused["seen"], address
            page.keyboard.press("Enter")
            assert page.evaluate("document.activeElement.id") == "main", address


def test_focus_is_seen_and_goes_in_the_order_of_the_page(
    browser: Browser, demo: Site, types: tuple[Address, ...]
) -> None:
    faults = []
    # Without smooth scrolling, which would still be on its way when the ring is looked for.
    still = {"reduced_motion": "reduce", "viewport": {"width": 1280, "height": 800}}
    with window(browser, **still) as (page, _):
        for address in types:
            page.goto(demo.served + address.path)
            found = steps(page)
            assert len(found) > 3, address
            orders = [step["order"] for step in found]
            if orders != sorted(orders):
                faults.append(f"{address.path}: the focus jumps back")
            faults += [
                f"{address.path}: focus is not seen on {step['tag']} {step['words']}"
                for step in found
                if not (step["ring"] and step["seen"])
            ]
    assert not faults, "\n".join(faults)


def test_a_folded_part_opens_with_the_enter_key(browser: Browser, demo: Site) -> None:
    with window(browser) as (page, _):
        page.goto(demo.served)
        page.locator("main details > summary").first.focus()
        page.keyboard.press("Enter")
        assert page.locator("main details").first.get_attribute("open") is not None
