"""Words of an article are shown as words: nothing in them runs, loads, hides or turns the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import hostile_texts
import pytest
from page_fit import misfits
from page_types import Address, addresses
from running_site import Site, pledgebook, running
from watching import window

from pledgebook.publish.render import ALONE_STYLE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

#: What a page must not hold, whoever wrote its words.
_ALIEN = """() => {
  const found = [...document.querySelectorAll(
    "script, iframe, object, embed, base, style, form[action^='http'], img[src^='http']"
  )].map((e) => e.outerHTML.slice(0, 80));
  for (const e of document.querySelectorAll("*")) for (const a of e.attributes)
    if (/^on/i.test(a.name) || /^\\s*(javascript|data|vbscript):/i.test(a.value))
      found.push(`${e.tagName} ${a.name}=${a.value.slice(0, 60)}`);
  if (window.taken || document.title === "taken") found.push("a script ran");
  return found;
}"""

#: What the export's page for what is not there brings with it: it has no style sheet to ask for.
_ALONE = [f"<style>{ALONE_STYLE}</style>"[:80], "LINK href=data:,"]

#: Text with a mark of direction must stand in a box of its own, or the words after it turn round.
_TURNED = """() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const opens = (node.data.match(/[\\u202a\\u202b\\u202d\\u202e]/g) || []).length;
    const closes = (node.data.match(/\\u202c/g) || []).length;
    if (opens === closes) continue;
    let box = node.parentElement;
    while (box && !/isolate/.test(getComputedStyle(box).unicodeBidi)) box = box.parentElement;
    if (!box || box.textContent.trim() !== node.data.trim())
      found.push(node.parentElement.outerHTML.slice(0, 120));
  }
  return found;
}"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("hostile")
    book = folder / "book.db"
    pledgebook("add", hostile_texts.write(folder), "--book", book)
    pledgebook("publish", folder / "site", "--book", book)
    with running(book, folder / "site") as site:
        yield site


@pytest.fixture(scope="module")
def hostile_pages(hostile: Site) -> tuple[Address, ...]:
    return addresses(hostile.book, of_each=9)


def visit(page: Page, root: str, pages: tuple[Address, ...]) -> Iterator[str]:
    """Open one page after the other; gives the path of each."""
    for address in pages:
        page.goto(root + address.path)
        yield address.path


@pytest.mark.parametrize("site", ["served", "exported"])
def test_nothing_runs_and_nothing_is_asked_of_another_host(
    browser: Browser, hostile: Site, hostile_pages: tuple[Address, ...], site: str
) -> None:
    root = str(getattr(hostile, site))
    dialogs: list[str] = []

    def refuse(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    with window(browser) as (page, watch):
        page.on("dialog", refuse)
        for path in visit(page, root, hostile_pages):
            alone = site == "exported" and path == "404.html"
            assert page.evaluate(_ALIEN) == (_ALONE if alone else []), path
            assert page.locator("h1").is_visible(), path
            assert page.locator("footer").is_visible(), path
        assert len(watch.requests) > len(hostile_pages)
    assert not dialogs


def test_the_words_are_shown_as_they_are(browser: Browser, hostile: Site) -> None:
    with window(browser) as (page, _):
        page.goto(f"{hostile.served}sources.html")
        shown = page.locator("main").inner_text()
        for words in (hostile_texts.SCRIPT, hostile_texts.BEACON, hostile_texts.STYLE):
            assert words in shown, words


def test_every_page_of_the_hostile_book_fits(
    browser: Browser, hostile: Site, hostile_pages: tuple[Address, ...]
) -> None:
    faults = []
    with window(browser, viewport={"width": 360, "height": 900}) as (page, _):
        for _ in visit(page, hostile.served, hostile_pages):
            faults += misfits(page)
    assert not faults, "\n".join(faults)


def test_marks_of_direction_turn_nothing_but_their_own_words(
    browser: Browser, hostile: Site, hostile_pages: tuple[Address, ...]
) -> None:
    turned = []
    with window(browser) as (page, _):
        for path in visit(page, hostile.served, hostile_pages):
            turned += [f"{path}: {found}" for found in page.evaluate(_TURNED)]
    assert not turned, "\n".join(turned)
