"""A title of ten megabytes, a sentence of half a megabyte: no page grows with them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from page_fit import misfits
from page_types import addresses
from running_site import Site, pledgebook, running
from watching import window

if TYPE_CHECKING:
    from playwright.sync_api import Browser

#: No page may be larger, whatever its sources hold.
LARGEST = 250_000

_TOLD = "Norway will lend Latvia €450m for radar sets, the minister said on 4 May 2025."
_LONG_SENTENCE = f'The minister said: "{"We will help Latvia and " * 20_000}go on."'
LINES = (
    {
        "text": _TOLD,
        "title": "title " * 1_700_000,
        "publisher": "publisher" * 100_000,
        "url": f"https://example.org/{'u' * 1_000_000}",
    },
    {"text": f"{_TOLD} {'Nothing more was said. ' * 50_000}{_TOLD}", "title": "A long text"},
    {"text": _LONG_SENTENCE, "title": "A long sentence"},
    {"text": "€1" + "0" * 20_000 + " will be given by Norway.", "title": "A long number"},
)


@pytest.fixture(scope="module")
def long_words(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("long")
    lines = [{**line, "id": str(n), "published": "2025-05-05"} for n, line in enumerate(LINES)]
    sources = folder / "long.jsonl"
    sources.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    book = folder / "book.db"
    pledgebook("add", sources, "--book", book)
    pledgebook("publish", folder / "site", "--book", book)
    with running(book, folder / "site") as site:
        yield site


def test_no_page_is_too_large(long_words: Site) -> None:
    sizes = {file: file.stat().st_size for file in long_words.folder.rglob("*.html")}
    assert len(sizes) > 20
    large = {
        file.relative_to(long_words.folder).as_posix(): size
        for file, size in sizes.items()
        if size > LARGEST
    }
    assert not large


@pytest.mark.parametrize("width", [360, 1440])
def test_every_page_fits(browser: Browser, long_words: Site, width: int) -> None:
    faults = []
    with window(browser, viewport={"width": width, "height": 900}) as (page, _):
        for address in addresses(long_words.book, of_each=9):
            page.goto(long_words.served + address.path)
            faults += misfits(page)
    assert not faults, "\n".join(faults)
