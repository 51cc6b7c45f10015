"""The static export as a folder: every link leads somewhere, and it works straight from disk."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag, urlsplit
from xml.etree import ElementTree as ET

import pytest
from looks import LOOKS, barriers, faults
from page_types import Address
from running_site import Site
from watching import window

if TYPE_CHECKING:
    from playwright.sync_api import Browser


class Targets(HTMLParser):
    """Addresses that a page names, and the places in it that can be named."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.named: list[str] = []
        self.places: set[str] = set()
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in {"href", "src", "action"} and value is not None:
                self.named.append(value)
            if name == "id" and value:
                self.places.add(value)


@cache
def targets(file: Path) -> Targets:
    return Targets(file)


def _has(page: Path, fragment: str) -> bool:
    return not fragment or fragment in targets(page).places


def broken(file: Path, root: Path) -> Iterator[str]:
    """Addresses on a page of the export that lead to no file, or to no place in it."""
    for named in targets(file).named:
        path, fragment = urldefrag(named)
        if urlsplit(path).scheme:
            continue
        target = (file.parent / unquote(path)).resolve() if path else file
        there = "?" not in path and target.is_relative_to(root) and target.is_file()
        if not there or (target.suffix == ".html" and not _has(target, fragment)):
            yield named


def test_every_link_of_the_export_leads_to_a_file_and_a_place(demo: Site) -> None:
    root = demo.folder.resolve()
    files = sorted(root.rglob("*.html"))
    assert len(files) > 50
    found = [f"{f.relative_to(root)}: {named}" for f in files for named in broken(f, root)]
    assert not found, "\n".join(found[:50])


def test_every_page_of_the_export_can_be_reached_from_the_front(demo: Site) -> None:
    root = demo.folder.resolve()
    reached, waiting = set[Path](), [root / "index.html"]
    while waiting:
        file = waiting.pop()
        if file in reached or file.suffix != ".html":
            continue
        reached.add(file)
        named = (urldefrag(n).url for n in targets(file).named if not urlsplit(n).scheme)
        waiting += [(file.parent / unquote(n)).resolve() for n in named if n]
    lost = {f.relative_to(root).as_posix() for f in root.rglob("*.html")} - {
        f.relative_to(root).as_posix() for f in reached
    }
    # Where there is no such page, the web host shows 404.html.
    assert {path for path in lost if not path.endswith("404.html")} == set()


def _as_json(text: str) -> None:
    json.loads(text)


def _as_lines(text: str) -> None:
    for line in text.rstrip("\n").split("\n"):
        json.loads(line)


def _as_xml(text: str) -> None:
    ET.fromstring(text)  # noqa: S314 - written by this program just now


READERS: dict[str, Callable[[str], None]] = {
    ".json": _as_json,
    ".jsonl": _as_lines,
    ".xml": _as_xml,
    ".svg": _as_xml,
}


def test_every_file_of_data_can_be_read(demo: Site) -> None:
    read = set()
    for file in demo.folder.rglob("*"):
        if file.suffix in READERS and file.is_file():
            READERS[file.suffix](file.read_text(encoding="utf-8"))
            read.add(file.suffix)
    assert {".jsonl", ".svg"} <= read


PLANTED = (
    "<script>document.title = 'planted'</script>"
    "<style>h1 { font-size: 1px }</style><p id='planted' style='width: 7px'>x</p>"
)


@pytest.mark.parametrize("depth", ["", "entries/", "a/b/c/"])
def test_where_there_is_nothing_can_be_read_at_any_depth(
    browser: Browser, demo: Site, depth: str
) -> None:
    """As a web host shows it: the bytes of 404.html at an address that is not there."""
    alone = (demo.folder / "404.html").read_bytes()
    address = f"{demo.exported}{depth}404.html"
    with window(browser) as (page, watch):
        page.route(address, lambda route: route.fulfill(status=404, body=alone))
        page.goto(address)
        assert page.locator("h1").inner_text() == "No such page"
        assert page.evaluate("getComputedStyle(document.querySelector('main')).maxWidth") != "none"
        for look in LOOKS.values():
            assert [*faults(page, look), *barriers(page, look)] == []
        assert watch.requests == [address]


@pytest.mark.parametrize("site", ["exported", "on_disk"])
def test_a_page_of_the_export_keeps_out_scripts_and_styles_by_itself(
    browser: Browser, demo: Site, site: str
) -> None:
    words = (demo.folder / "index.html").read_text(encoding="utf-8")
    planted = demo.folder / "planted.html"
    planted.write_text(words.replace("</main>", f"{PLANTED}</main>"), encoding="utf-8")
    told: list[str] = []
    context = browser.new_context()
    try:
        page = context.new_page()
        page.on("console", lambda message: told.append(message.text))
        page.goto(str(getattr(demo, site)).rstrip("/") + "/planted.html")
        assert page.title() != "planted"
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontSize") != "1px"
        assert page.evaluate("document.getElementById('planted').offsetWidth") > 7
    finally:
        context.close()
        planted.unlink()
    assert sum("Content Security Policy" in text for text in told) >= 3, told


@pytest.mark.parametrize("site", ["exported", "on_disk"])
def test_every_page_type_works_as_a_file(
    browser: Browser, demo: Site, types: tuple[Address, ...], site: str
) -> None:
    root = str(getattr(demo, site)).rstrip("/") + "/"
    bare = []
    with window(browser, java_script_enabled=False) as (page, _):
        for address in types:
            if not (demo.folder / address.path).is_file():
                continue  # served only: it needs a question
            page.goto(root + address.path)
            dressed = page.evaluate("getComputedStyle(document.querySelector('main')).maxWidth")
            if dressed == "none":
                bare.append(f"{address.path}: the style sheet is not found")
    assert not bare, "\n".join(bare)
