"""Where the local evaluation material lies: beside the checkout, never inside it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
CORPUS = SHARED / "corpus" / "us-official.jsonl.gz"


def rows_of(path: Path) -> list[dict[str, Any]]:
    """Read JSON lines."""
    return [json.loads(row) for row in path.read_text("utf-8").split("\n") if row.strip()]


def corpus() -> Iterator[dict[str, Any]]:
    """Give the documents of the corpus, one at a time; none where it is not there."""
    if CORPUS.is_file():
        with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)
