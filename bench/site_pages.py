"""Speed and size of the site: every page of a warm server, and the static export.

    python bench/site_pages.py [--claims 50000] [--entries 5000] [--rounds 3] [--book FILE]

The book is SQLite, with claims of every kind (``site_claims``); entries are written one a claim,
since folding is reconcile's and measured there. Each kind of page, its JSON, its further pages,
every choice of every form and every link with a query that a page shows is asked for through the
application itself, as a browser would, after one request that reads the book. ``first`` is the
slowest of the addresses when each is asked for the first time, the percentiles are of the rounds
after it. Times are processor milliseconds of this process; bytes are before compression.
``--book`` keeps the books.
"""

from __future__ import annotations

import argparse
import asyncio
import math
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from html.parser import HTMLParser
from itertools import islice
from pathlib import Path
from urllib.parse import quote, urlencode, urljoin

import httpx

from pledgebook.ledger.store import Ledger
from pledgebook.ledger.view import View
from pledgebook.publish.app import create_app
from pledgebook.publish.book import Book
from pledgebook.publish.pages import FIXED, FOLDERS
from pledgebook.publish.site import export
from site_claims import DEFINITION, made_sources, one_each

#: The marks: milliseconds at the 95th percentile, bytes of a page, seconds of an export.
P95_MS, MOST_BYTES, EXPORT_SECONDS = 100.0, 250_000, 120.0
#: Addresses asked for of each kind.
SAMPLE = 40
#: Milliseconds after which no more is asked of a kind: far over the mark is known by then.
MOST_MS = 30_000.0
#: Processor seconds in one second below which the server rests.
IDLE = 0.1
#: Files that are downloads: the mark of size is for pages.
DOWNLOADS = (".jsonl", ".csv", ".json", ".zip", ".xlsx", ".parquet", " files")


class BenchLibrary:
    """The book as the server reads it."""

    def __init__(self, ledger: Ledger) -> None:
        """Take an open ledger."""
        self.ledger = ledger

    def head(self) -> object:
        """Give the end of the chain."""
        return self.ledger.head()

    def view(self, day: date | None) -> View:
        """View the book, seen from a day where one is given."""
        return self.ledger.view(known_by=day, fold=one_each)


class Asking(HTMLParser):
    """The addresses that a page's forms and links ask for."""

    def __init__(self, page: str) -> None:
        """Read a page."""
        super().__init__()
        self.links: set[str] = set()
        self.choices: list[tuple[str, str, str]] = []
        self._action, self._select = "", ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect links with a query, and what a form can send."""
        given = {name: value or "" for name, value in attrs}
        if tag == "a" and "?" in given.get("href", ""):
            self.links.add(given["href"])
        elif tag == "form":
            self._action = given.get("action", "")
        elif tag == "select":
            self._select = given.get("name", "")
        elif tag == "option" and given.get("value"):
            self.choices.append((self._action, self._select, given["value"]))
        elif tag == "input" and given.get("name"):
            self._input(given)

    def _input(self, given: dict[str, str]) -> None:
        kind, name = given.get("type", "text"), given["name"]
        typed = {"date": "2025-06-01", "number": "5", "search": "radar", "text": "radar"}
        value = given.get("value") if kind in ("checkbox", "radio") else typed.get(kind)
        if value:
            self.choices.append((self._action, name, value))

    def addresses(self, page: str) -> Iterator[str]:
        """Give every address, relative to the root."""
        for href in sorted(self.links):
            yield urljoin(f"/{page}", href)
        for action, name, value in dict.fromkeys(self.choices):
            yield f"{urljoin(f'/{page}', action)}?{urlencode({name: value})}"


def make_book(path: Path, claims: int) -> None:
    """Write a book of ``claims`` claims, if it is not there yet."""
    if path.exists():
        return
    with Ledger.open(str(path), create=True) as ledger:
        ledger.define(DEFINITION)
        sources = made_sources(claims)
        while some := list(islice(sources, 200)):
            ledger.add_all(some)
        ledger.project(one_each)


def peak() -> str:
    """Peak memory of this process so far."""
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB"


class Site:
    """The application, asked within this process; one event loop serves all."""

    def __init__(self, library: BenchLibrary) -> None:
        """Make the application."""
        self.transport = httpx.ASGITransport(app=create_app(library))
        self.loop = asyncio.new_event_loop()
        self.client = httpx.AsyncClient(
            transport=self.transport,
            base_url="http://bench.test",
            headers={"accept-encoding": "identity"},
        )

    def get(self, address: str) -> tuple[httpx.Response, float]:
        """Ask for an address; gives the answer and processor milliseconds."""
        start = time.process_time()
        answer = self.loop.run_until_complete(self.client.get(address))
        return answer, (time.process_time() - start) * 1000

    def close(self) -> None:
        """Close the client and its loop."""
        self.loop.run_until_complete(self.client.aclose())
        self.loop.close()


def kinds(book: Book, site: Site) -> Iterator[tuple[str, list[str]]]:
    """Give each kind of address with some addresses of it."""
    rng = random.Random(3)  # noqa: S311 - no secret
    for path in FIXED:
        yield path, [f"/{path}"]
        if path.endswith(".html") and path != "404.html":
            yield f"{path} as JSON", [f"/{path.removesuffix('.html')}.json"]
            found = Asking(site.get(f"/{path}")[0].text)
            asked = sorted(set(found.addresses(path)))
            if asked:
                yield f"{path} as asked", rng.sample(asked, min(len(asked), 3 * SAMPLE))
    for folder, what in FOLDERS.items():
        names = list(what.names(book))
        some = rng.sample(names, min(len(names), SAMPLE))
        pages_, files = [n for n in some if "." not in n], [n for n in some if "." in n]
        if files:
            yield f"{folder}/… files", [f"/{folder}/{quote(name)}" for name in files]
        if pages_:
            yield f"{folder}/…", [f"/{folder}/{quote(name)}" for name in pages_]
            yield f"{folder}/… as JSON", [f"/{folder}/{quote(name)}.json" for name in pages_]
            found = Asking(site.get(f"/{folder}/{quote(pages_[0])}")[0].text)
            asked = sorted(set(found.addresses(f"{folder}/{pages_[0]}")))[: 2 * SAMPLE]
            if asked:
                yield f"{folder}/… as asked", asked


def at(values: list[float], share: float) -> float:
    """Value at a share of the ordered values."""
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def settle() -> None:
    """Wait until the server has made every page once, as it does beside the requests."""
    spent = -1.0
    while time.process_time() - spent > IDLE:
        spent = time.process_time()
        time.sleep(1)


def measure(site: Site, addresses: list[str], rounds: int) -> tuple[list[float], int, set[int]]:
    """Ask for every address ``rounds`` times; gives times, the most bytes and the statuses."""
    times: list[float] = []
    most, statuses = 0, set()
    for address in addresses * rounds:
        answer, spent = site.get(address)
        times.append(spent)
        statuses.add(answer.status_code)
        most = max(most, len(answer.content))
        if sum(times) > MOST_MS:
            break
    return times, most, statuses


def pages(library: BenchLibrary, rounds: int) -> None:
    """Print the speed and size of every kind of page."""
    site = Site(library)
    _, first = site.get("/")
    print(f"first page, with reading the book: {first / 1000:.1f} s, {peak()}")
    settle()
    book = Book(library.view(None))
    print(f"{'address':34} {'asked':>6} {'first':>8} {'p50 ms':>8} {'p95 ms':>8} {'kB':>8}")
    for kind, addresses in kinds(book, site):
        first = max(site.get(address)[1] for address in addresses)
        times, most, statuses = measure(site, addresses, rounds if len(addresses) > 1 else 20)
        is_page = not kind.endswith(DOWNLOADS)
        over = at(times, 0.95) > P95_MS or (is_page and most > MOST_BYTES)
        odd = statuses - {200}
        print(
            f"{kind:34} {len(times):6} {first:8.1f} {at(times, 0.5):8.1f} {at(times, 0.95):8.1f} "
            f"{most / 1000:8.1f}{'  OVER' if over else ''}{f'  {sorted(odd)}' if odd else ''}"
        )
    site.close()


def exports(library: BenchLibrary, claims: int) -> None:
    """Print the time of a first export and of one in which nothing has changed."""
    with tempfile.TemporaryDirectory() as folder:
        for what in ("first", "again"):
            start, wall = time.process_time(), time.perf_counter()
            made = export(library.view(None), Path(folder), library.view)
            spent, passed = time.process_time() - start, time.perf_counter() - wall
            size = sum(path.stat().st_size for path in made.files) / 1e6
            print(
                f"export of {claims:,} claims, {what}: {len(made.files):,} files, "
                f"{made.written:,} written, {size:,.0f} MB, {spent:.1f} s processor, "
                f"{passed:.1f} s wall{'  OVER' if spent > EXPORT_SECONDS else ''}"
            )


def main() -> None:
    """Make the books, and print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=50_000)
    parser.add_argument("--entries", type=int, default=5_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--book", type=Path, help="folder to keep the books in")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        kept = given.book or Path(folder)
        works: tuple[tuple[int, Callable[[BenchLibrary], None]], ...] = (
            (given.claims, lambda library: pages(library, given.rounds)),
            (given.entries, lambda library: exports(library, given.entries)),
        )
        for claims, work in works:
            if claims:
                make_book(kept / f"site-{claims}.db", claims)
                with Ledger.open(str(kept / f"site-{claims}.db")) as ledger:
                    work(BenchLibrary(ledger))


if __name__ == "__main__":
    main()
