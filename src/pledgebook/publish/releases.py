"""Releases of a book: what each holds, what changed since the one before, its files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from pledgebook.exchange.package.descriptor import csv_path, parquet_path
from pledgebook.exchange.package.differences import KINDS
from pledgebook.exchange.package.opened import MANIFEST, Manifest, Reader
from pledgebook.exchange.package.tables import tables
from pledgebook.publish import words
from pledgebook.publish.book import Book
from pledgebook.publish.page import File, Page

#: What each kind of change means, in the words of ``pledgebook diff``.
_MEANINGS = {
    "withdrawn": "a source or a decision says since that it was withdrawn",
    "corrected": "an error was corrected",
    "changed": "the world moved on",
    "contradicted": "a source says otherwise since",
    "retold": "another source stands for it, and none says which is right",
    "new": "not in the older release",
    "gone": "not in the newer release",
}
_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "md": "text/markdown",
    "parquet": "application/vnd.apache.parquet",
}
#: Bytes of a kilobyte and more, as people read sizes.
_SIZES = ((1_000_000, "MB"), (1_000, "kB"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A release as it stands in its folder: its manifest, and what reads its files."""

    manifest: Manifest
    digest: str
    read: Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseFile:
    """A file of a release; ``href`` is relative to the root of the site."""

    name: str
    href: str
    size: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseTable:
    """A table of a release: its rows, its two files, and the page that describes its columns."""

    name: str
    title: str
    rows: int
    csv: ReleaseFile | None
    parquet: ReleaseFile | None
    dictionary: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """How many entries changed in one way since the release before."""

    kind: str
    count: int
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseLine:
    """A release in the list."""

    name: str
    href: str
    last_entered: str
    rows: str
    changed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasePage:
    """A release with everything that it holds.

    Attributes:
        head: state of the book's chain that was frozen, ``ROWS:HASH``.
        digest: sha256 of its manifest, by which a copy can be verified.
        since: the release that it is compared with, None for the first.
        not_read: inputs that could not be read.
    """

    name: str
    last_entered: str
    made_by: str
    head: str
    digest: str
    since: str | None
    changes: tuple[Changes, ...]
    tables: tuple[ReleaseTable, ...]
    files: tuple[ReleaseFile, ...]
    not_read: int


def releases_of(book: Book) -> list[Release]:
    """Give the releases that are published with a book, the newest first; none for a past day."""
    published: Callable[[], Sequence[Release]] | None = getattr(book.view, "published", None)
    if published is None or book.today is not book:
        return []
    return sorted(published(), key=lambda one: (one.manifest.rows, one.manifest.name), reverse=True)


def release_at(book: Book, name: str) -> Release | None:
    """Find a release by its name."""
    return next((one for one in releases_of(book) if one.manifest.name == name), None)


def release_line(release: Release) -> ReleaseLine:
    """Describe a release in one line."""
    manifest = release.manifest
    changed = [f"{one.count:,} {one.kind}" for one in _changes(manifest) if one.count]
    since = _since(manifest)
    return ReleaseLine(
        name=manifest.name,
        href=f"data/releases/{manifest.name}.html",
        last_entered=_last_entered(manifest),
        rows=words.counted(manifest.tables.get("entries", 0), "entry", "entries"),
        changed="the first" if since is None else ", ".join(changed) or "nothing",
    )


def release_page(book: Book, name: str) -> Page | None:
    """Make the page of a release, None where there is none of this name."""
    release = release_at(book, name)
    if release is None:
        return None
    manifest = release.manifest
    head = f"{manifest.rows}:{manifest.head}"
    in_tables = {path(table) for table in manifest.tables for path in (csv_path, parquet_path)}
    payload = ReleasePage(
        name=manifest.name,
        last_entered=_last_entered(manifest),
        made_by=str(manifest.data.get("made_by", "not said")),
        head=head,
        digest=release.digest,
        since=_since(manifest),
        changes=tuple(_changes(manifest)),
        tables=tuple(_tables(manifest)),
        files=tuple(_others(manifest, in_tables, release.digest)),
        not_read=len(manifest.data.get("not_read") or ()),
    )
    return Page(
        path=f"data/releases/{manifest.name}.html",
        template="release.html",
        title=f"Release {manifest.name}",
        payload=payload,
        tab="data/index.html",
    )


def _last_entered(manifest: Manifest) -> str:
    ledger = manifest.data["ledger"]
    return str(ledger.get("last_entered") or "nothing entered")


def _since(manifest: Manifest) -> str | None:
    since = manifest.data.get("since")
    if isinstance(since, dict):
        since = since.get("name")
    return None if since is None else str(since)


def _changes(manifest: Manifest) -> Iterator[Changes]:
    counted = manifest.data.get("changes")
    for kind in KINDS:
        count = counted.get(kind, 0) if isinstance(counted, dict) else 0
        if isinstance(count, int):
            yield Changes(kind=kind, count=count, meaning=_MEANINGS[kind])


def _tables(manifest: Manifest) -> Iterator[ReleaseTable]:
    for name, rows in manifest.tables.items():
        known = tables().get(name)
        yield ReleaseTable(
            name=name,
            title=name if known is None else known.title,
            rows=rows,
            csv=_file(manifest, csv_path(name)),
            parquet=_file(manifest, parquet_path(name)),
            dictionary=None if known is None else f"data/dictionary/{name}.html",
        )


def _others(manifest: Manifest, in_tables: set[str], digest: str) -> Iterator[ReleaseFile]:
    href = f"data/releases/{manifest.name}/{MANIFEST}"
    yield ReleaseFile(name=MANIFEST, href=href, size="", sha256=digest)
    for path in manifest.files:
        found = None if path in in_tables else _file(manifest, path)
        if found is not None:
            yield found


def _file(manifest: Manifest, path: str) -> ReleaseFile | None:
    file = manifest.files.get(path)
    if file is None:
        return None
    href = f"data/releases/{manifest.name}/{path}"
    return ReleaseFile(name=path, href=href, size=size_words(file.size), sha256=file.sha256)


def size_words(size: int) -> str:
    """Write a size: ``950 bytes``, ``12 kB``, ``3.4 MB``."""
    for bytes_, unit in _SIZES:
        if size >= bytes_:
            figure = size / bytes_
            return f"{figure:.1f} {unit}" if figure < 10 else f"{figure:,.0f} {unit}"  # noqa: PLR2004
    return words.counted(size, "byte")


def file_names(book: Book) -> Iterator[str]:
    """List the files of all releases, as addresses below ``data/``."""
    for release in releases_of(book):
        for path in (MANIFEST, *release.manifest.files):
            yield f"releases/{release.manifest.name}/{path}"


def release_file(book: Book, name: str, path: str) -> File | None:
    """Give a file of a release, only with the very bytes that the manifest tells the digest of."""
    release = release_at(book, name)
    if release is None or (path != MANIFEST and path not in release.manifest.files):
        return None
    expected = release.digest if path == MANIFEST else release.manifest.files[path].sha256
    try:
        content = release.read(path)
    except OSError:
        return None
    if sha256(content).hexdigest() != expected:
        return None
    media_type = _TYPES.get(path.rpartition(".")[2], "application/octet-stream")
    address = f"data/releases/{name}/{path}"
    return File(path=address, media_type=media_type, content=content)
