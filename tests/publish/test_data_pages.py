"""The data page: downloads, releases with their files, and what each column means."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest
from publish_book import DEFINITION, narvik
from publish_client import Client
from publish_html import Reading

from pledgebook.commands.publishing import LedgerLibrary
from pledgebook.commands.releasing import release
from pledgebook.exchange.errors import ExchangeError
from pledgebook.exchange.package.tables import tables
from pledgebook.ledger.store import Ledger
from pledgebook.model.snapshots import Document
from pledgebook.model.snapshots import Reading as ReadBy
from pledgebook.publish.book import Book
from pledgebook.publish.pages import find_page
from pledgebook.publish.releases import size_words
from pledgebook.publish.render import html
from pledgebook.publish.site import write_site
from pledgebook.reconcile.fold import fold


@dataclass(frozen=True)
class Published:
    """A book with releases in a folder, and a server over both."""

    ledger: Ledger
    folder: Path
    client: Client
    library: LedgerLibrary


def add(ledger: Ledger, *numbers: int) -> None:
    view = narvik()
    for number in numbers:
        source = view.the_sources[number]
        claims = [c for c in view.the_claims if c.source.id == source.snapshot.id]
        ids = tuple(c.id for c in claims)
        reading = ReadBy(snapshot=source.snapshot.id, reader="rules", version="1", claims=ids)
        ledger.add(
            Document(snapshot=source.snapshot, sighting=source.sightings[0]), claims, reading
        )
    ledger.project(fold)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    """A book with two releases, for tests that only look."""
    with _published(tmp_path_factory.mktemp("data")) as made:
        yield made


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Published]:
    """The same, for a test that changes something."""
    with _published(tmp_path) as made:
        yield made


@contextmanager
def _published(tmp_path: Path) -> Iterator[Published]:
    book, folder = str(tmp_path / "book.db"), tmp_path / "releases"
    with Ledger.open(book, create=True) as ledger:
        ledger.define(DEFINITION)
        add(ledger, 0)
        release("2025-05", book, str(folder), None)
        add(ledger, 1)
        release("2025-06", book, str(folder), None)
        library = LedgerLibrary(ledger, None, None, str(folder))
        yield Published(ledger, folder, Client(library), library)


def test_the_data_page_lists_the_releases_newest_first(published: Published) -> None:
    page = published.client.get("/data/index.json").json()["page"]
    assert [r["name"] for r in page["releases"]] == ["2025-06", "2025-05"]
    assert page["releases"][1]["changed"] == "the first"
    assert "new" in page["releases"][0]["changed"]
    words = Reading(published.client.get("/data/").text).plain()
    assert "2025-06" in words
    assert "commitments.csv" in words


def test_a_release_has_its_tables_and_changes(published: Published) -> None:
    page = published.client.get("/data/releases/2025-06.json").json()["page"]
    assert [t["name"] for t in page["tables"]] == list(tables())
    assert page["since"] == "2025-05"
    assert {c["kind"] for c in page["changes"]} >= {"withdrawn", "corrected", "new", "gone"}
    manifest = (published.folder / "2025-06" / "manifest.json").read_bytes()
    assert page["digest"] == sha256(manifest).hexdigest()
    head = json.loads(manifest)["ledger"]
    assert page["head"] == f"{head['rows']}:{head['head']}"
    words = Reading(published.client.get("/data/releases/2025-05").text).plain()
    assert "This is the first release" in words


def test_every_file_of_a_release_is_served_as_it_is(published: Published) -> None:
    folder = published.folder / "2025-06"
    files = [p for p in folder.rglob("*") if p.is_file() and p.name != "secret.txt"]
    assert len(files) > 20
    for path in files:
        answer = published.client.get(f"/data/releases/2025-06/{path.relative_to(folder)}")
        assert answer.content == path.read_bytes(), path
    types = {
        name: published.client.get(f"/data/releases/2025-06/{name}").headers["content-type"]
        for name in ("csv/entries.csv", "parquet/entries.parquet", "manifest.json", "README.md")
    }
    assert [t.partition(";")[0] for t in types.values()] == [
        "text/csv",
        "application/vnd.apache.parquet",
        "application/json",
        "text/markdown",
    ]


@pytest.mark.parametrize(
    "path",
    [
        "2025-06/../../book.db",
        "2025-06/%2e%2e/2025-05/manifest.json",
        "2025-06/secret.txt",
        "2025-06/csv",
        "nobody/manifest.json",
        "..",
        "../book.db",
    ],
)
def test_nothing_but_files_of_a_manifest_is_served(published: Published, path: str) -> None:
    (published.folder / "2025-06" / "secret.txt").write_text("not of the release")
    assert published.client.get(f"/data/releases/{path}").status_code == 404


def test_a_changed_file_is_not_given_out(own: Published) -> None:
    path = own.folder / "2025-06" / "csv" / "entries.csv"
    path.write_bytes(path.read_bytes().replace(b"450000000", b"950000000"))
    address = "/data/releases/2025-06/csv/entries.csv"
    assert own.client.get(address).status_code == 404
    path.unlink()
    assert own.client.get(address).status_code == 404
    assert own.client.get("/data/releases/2025-06").status_code == 200


def test_a_release_made_while_the_server_runs_is_there(own: Published) -> None:
    book = str(own.folder.parent / "book.db")
    release("2025-07", book, str(own.folder), None)
    assert own.client.get("/data/releases/2025-07").status_code == 200


def test_releases_of_another_book_and_renamed_ones_are_passed_over(
    own: Published, tmp_path: Path
) -> None:
    other = str(tmp_path / "other.db")
    with Ledger.open(other, create=True) as ledger:
        ledger.define(DEFINITION)
        add(ledger, 3)
    release("other", other, str(own.folder), None)
    (own.folder / "2025-05").rename(own.folder / "moved")
    names = own.client.get("/data/index.json").json()["page"]["releases"]
    assert [one["name"] for one in names] == ["2025-06"]
    assert own.client.get("/data/releases/other").status_code == 404


def test_a_day_of_the_past_has_no_releases(published: Published) -> None:
    page = published.client.get("/on/2025-05-05/data/index.json").json()["page"]
    assert page["releases"] == []
    assert published.client.get("/on/2025-05-05/data/releases/2025-06").status_code == 404


def test_the_export_has_the_releases_and_its_links_resolve(
    published: Published, tmp_path: Path
) -> None:
    out = tmp_path / "site"
    write_site(published.library.view(None), out, published.library.view)
    copied = out / "data" / "releases" / "2025-06" / "parquet" / "claims.parquet"
    own = published.folder / "2025-06" / "parquet" / "claims.parquet"
    assert copied.read_bytes() == own.read_bytes()
    for page in [
        *(out / "data").rglob("*.html"),
        out / "on" / "2025-05-05" / "data" / "index.html",
    ]:
        for href in Reading(page.read_text()).hrefs():
            target = (page.parent / href.partition("#")[0]).resolve()
            assert target.is_file() or href.startswith("#"), (page, href)


def test_a_folder_that_is_none_is_refused(published: Published, tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match="no such folder"):
        LedgerLibrary(published.ledger, None, None, str(tmp_path / "nowhere"))


def test_a_book_without_releases_says_so() -> None:
    page = find_page(Book(narvik()), "data/index.html")
    assert page is not None
    read = Reading(html(Book(narvik()), page).decode())
    assert "No release is published with this book" in read.plain()


@pytest.mark.parametrize("name", list(tables()))
def test_every_column_of_every_table_is_described(name: str) -> None:
    page = find_page(Book(narvik()), f"data/dictionary/{name}.html")
    assert page is not None
    content = html(Book(narvik()), page)
    assert len(content) < 250_000
    read = Reading(content.decode())
    for field in tables()[name].fields:
        assert field.name in read.ids()
        assert " ".join(field.meaning.split()) in read.plain()


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (1, "1 byte"),
        (999, "999 bytes"),
        (1_000, "1.0 kB"),
        (12_345, "12 kB"),
        (3_400_000, "3.4 MB"),
    ],
)
def test_sizes_are_told_in_words(size: int, words: str) -> None:
    assert size_words(size) == words
