"""``pledgebook serve`` as a real server on loopback, seen by both clocks."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

#: Seconds that a server may take to start on a busy machine.
START = 60


def run(*words: str) -> None:
    subprocess.run([sys.executable, "-m", "pledgebook", *words], check=True, capture_output=True)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("served")
    for day, words in (
        ("2025-03-03", "Norway will give Ukraine 85 million euros for drones."),
        ("2025-03-06", "Sweden will give Ukraine 31 million euros for boats."),
    ):
        source = folder / f"{day}.txt"
        source.write_text(words, "utf-8")
        run("add", str(source), "--published", day, "--book", str(folder / "book.db"))
    return folder / "book.db"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def fetched(address: str) -> str:
    until = time.monotonic() + START
    while True:
        try:
            with urlopen(address) as answer:  # noqa: S310 - loopback
                return str(answer.read().decode())
        except URLError:
            assert time.monotonic() < until, "the server did not start"
            time.sleep(0.05)


@contextmanager
def served(book: Path, *options: str) -> Iterator[str]:
    port = free_port()
    command = ["serve", "--book", str(book), "--port", str(port), *options]
    server = subprocess.Popen(
        [sys.executable, "-m", "pledgebook", *command],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait(START)


@pytest.mark.parametrize(
    ("options", "sweden"),
    [((), True), (("--known-by", "2025-03-04"), False), (("--known-by", "2025-03-06"), True)],
)
def test_the_served_book_is_the_one_of_the_day(
    book: Path, options: tuple[str, ...], *, sweden: bool
) -> None:
    with served(book, *options) as address:
        page = fetched(address)
    assert "Norway" in page
    assert ("Sweden" in page) is sweden


def test_before_anything_was_entered_the_served_book_is_empty(book: Path) -> None:
    with served(book, "--as-of", "2020-01-01") as address:
        assert "Norway" not in fetched(address)
