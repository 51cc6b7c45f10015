"""The server while the book grows: every answer is whole, and of one state of the book."""

from __future__ import annotations

import json
import shutil
import threading
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from looks import LOOKS, barriers, faults
from running_site import Site, pledgebook, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

#: Asked for over and over: short and long pages, JSON, a file, a feed, a question, a past day.
ASKED = (
    "index.json",
    "plan.json",
    "commitments.html",
    "totals.json",
    "statements.html",
    "meetings.html",
    "sources.json",
    "data/entries.json",
    "data/claims.jsonl",
    "feed.xml",
    "search?q=missiles",
    "on/2025-03-03/index.json",
    "no/such/page.html",
)
READERS, RUNS = 8, 4

_TEXT = """---
title: Norway adds to its support, {number}
publisher: Own text {number}
published: 2025-04-{day:02d}
lang: en
---
OSLO - Norway will give Ukraine NOK {number}00 million for radar sets, its government said.
"""


def read(address: str) -> tuple[int, bytes]:
    try:
        with urlopen(address, timeout=60) as answer:  # noqa: S310 - loopback
            return answer.status, answer.read()
    except HTTPError as error:
        return error.code, error.read()


@pytest.fixture
def growing(demo: Site, tmp_path: Path) -> Path:
    """A book of its own, as the demo made it."""
    book = tmp_path / "book.db"
    shutil.copy(demo.book, book)
    return book


def add(folder: Path, book: Path, number: int) -> None:
    file = folder / f"added-{number}.md"
    file.write_text(_TEXT.format(number=number, day=number), encoding="utf-8")
    pledgebook("add", file, "--book", book)


def test_readers_see_whole_states_while_texts_are_added(growing: Path, tmp_path: Path) -> None:
    seen: defaultdict[str, set[tuple[int, bytes]]] = defaultdict(set)
    over, lock = threading.Event(), threading.Lock()

    def reading(root: str, first: int) -> int:
        number = first
        while not over.is_set():
            path = ASKED[number % len(ASKED)]
            answer = read(root + path)
            with lock:
                seen[path].add(answer)
            number += 1
        return number - first

    states: defaultdict[str, set[tuple[int, bytes]]] = defaultdict(set)

    def quiet(root: str) -> None:
        for path in ASKED:
            states[path].add(read(root + path))

    with served(growing) as root, ThreadPoolExecutor(READERS) as threads:
        quiet(root)
        readers = [threads.submit(reading, root, first) for first in range(READERS)]
        try:
            for number in range(1, RUNS + 1):
                add(tmp_path, growing, number)
                quiet(root)
        finally:
            over.set()
        asked = sum(reader.result() for reader in readers)
    assert asked > len(ASKED) * READERS
    for path in ASKED:
        assert {status for status, _ in seen[path]} == {404 if "no/such" in path else 200}, path
        assert seen[path] <= states[path], f"{path}: an answer that is of no state of the book"
    # Were all states the same, this would prove nothing.
    assert len(states["data/claims.jsonl"]) == RUNS + 1
    assert len(states["index.json"]) == RUNS + 1


def test_two_servers_of_one_book_say_the_same(growing: Path, tmp_path: Path) -> None:
    with served(growing) as one, served(growing) as other:
        before = read(f"{one}data/claims.jsonl")
        for number in (1, 2):
            add(tmp_path, growing, number)
            for path in ASKED:
                assert read(one + path) == read(other + path), path
        assert read(f"{one}data/claims.jsonl") != before


def test_a_book_that_cannot_be_read_is_a_page_and_comes_back(
    browser: Browser, growing: Path
) -> None:
    """As where a disk fails for a while, and is mended."""
    whole = growing.read_bytes()
    with served(growing) as root:
        page = browser.new_page()
        try:
            growing.write_bytes(b"\0" * len(whole))
            answer = page.goto(root)
            assert answer is not None
            assert answer.status == 503
            assert page.locator("h1").inner_text() == "The book cannot be read"
            assert str(growing) not in page.content()
            for look in LOOKS.values():
                assert [*faults(page, look), *barriers(page, look)] == []
            status, told = read(f"{root}index.json")
            assert status == 503
            assert json.loads(told)["error"]["message"].startswith("The book cannot be read")
            growing.write_bytes(whole)
            again = page.goto(root)
            assert again is not None
            assert again.status == 200
        finally:
            page.close()
