"""Quality figures of a release: of its book, and of the readers on labelled texts."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Any

from pledgebook.exchange.package.pairing import Cells


def of_book(rows: Mapping[str, Sequence[Cells]]) -> dict[str, Any]:
    """Count what a user of the release should know before relying on it."""
    entries, claims, problems = rows["entries"], rows["claims"], rows["problems"]
    codes = Counter(code for row in claims for code in _split(row["problems"]))
    texts = {row["source"]: row for row in rows["sources"]}
    return {
        "entries": len(entries),
        "entries_told_by_one_text": sum(row["witnesses"] == 1 for row in entries),
        "entries_contradicted": sum(row["contradicted"] is True for row in entries),
        "entries_decided_by_a_person": sum(row["decided"] is True for row in entries),
        "entries_to_review": sum(row["in_review"] is True for row in entries),
        "claims": len(claims),
        "claims_with_problems": sum(row["problems"] is not None for row in claims),
        "claims_by_problem": dict(sorted(codes.items())),
        "claims_by_reader": dict(sorted(Counter(_reader(row) for row in claims).items())),
        "texts": len(texts),
        "texts_read_completely_by_a_person": sum(
            row["read_completely"] is True for row in texts.values()
        ),
        "inputs_not_read": sum(row["not_read"] is True for row in problems),
    }


def _split(cell: object) -> list[str]:
    return [] if cell is None else str(cell).split("; ")


def _reader(row: Cells) -> str:
    """The reader without its version."""
    return str(row["reader"]).partition("@")[0]


def of_readers() -> list[dict[str, str]]:
    """Give the figures that the readers of this version reach on labelled sets.

    Written by ``make quality`` together with docs/quality.md, which says what the sets are.
    """
    file = resources.files("pledgebook.exchange").joinpath("resources/reader_quality.csv")
    return list(csv.DictReader(io.StringIO(file.read_text("utf-8"))))
