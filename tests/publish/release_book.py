"""A book with a release beside it, held in memory."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import cast

from publish_book import FakeView, narvik

from pledgebook.commands.published_releases import ViewWithReleases
from pledgebook.exchange.package.opened import FORM, MANIFEST, manifest_of
from pledgebook.publish.releases import Release

FILES = {
    "README.md": b"# A release\n",
    "changes.json": b"{}",
    "datapackage.json": b"{}",
    "csv/entries.csv": b"id\nentry:1\n",
    "parquet/entries.parquet": b"PAR1",
}


def made_release(name: str = "2025-05") -> Release:
    files = {
        path: {"sha256": sha256(content).hexdigest(), "bytes": len(content)}
        for path, content in FILES.items()
    }
    data = {
        "form": FORM,
        "name": name,
        "made_by": "a test",
        "ledger": {"rows": 7, "head": "ab" * 32, "last_entered": None},
        "since": None,
        "tables": {"entries": {"rows": 1, "title": "Entries"}},
        "files": files,
    }
    content = json.dumps(data).encode()
    every = {**FILES, MANIFEST: content}
    return Release(
        manifest=manifest_of(content, name),
        digest=sha256(content).hexdigest(),
        read=every.__getitem__,
    )


def released() -> FakeView:
    """Give the small book with its release."""
    return cast("FakeView", ViewWithReleases(narvik(), lambda: [made_release()]))
