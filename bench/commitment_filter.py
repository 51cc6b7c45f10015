"""Labelled commitments whose sentence the cheap filter drops before anything is parsed.

``python bench/commitment_filter.py`` names them, by document and offsets: those of the first file
of tests/quality/commitments and of half B of the later one, and those of the seed article. Of half
A, on which nothing is ever mended, it gives their number alone.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from commitment_labels import Label, Labelled, as_input, labelled, later
from pledgebook.extract.candidates import candidates
from pledgebook.extract.page import Page
from pledgebook.ingest.read import documents
from pledgebook.language.english import English
from pledgebook.model.problems import Problem
from pledgebook.model.spans import Span
from shared_material import SHARED, rows_of

SEED = SHARED / "seed"


def seed() -> Labelled:
    """Give the seed article in the form of a labelled document."""
    text = (SEED / "article.txt").read_bytes().decode("utf-8-sig")
    source = {"id": "seed", "text": text, "published": "2025-03-03"}
    rows = [row for row in rows_of(SEED / "gold.jsonl") if row["kind"] == "commitment"]
    labels = [
        Label(
            name=row["id"],
            spans=((row["sentence"]["start"], row["sentence"]["end"]),),
            values={},
            optional=row.get("optional", False),
        )
        for row in rows
    ]
    return Labelled(ref="seed", labels=labels, source=source)


def kept_by_filter(sources: Sequence[Labelled]) -> Iterator[tuple[Labelled, list[Span]]]:
    """Give each document with the sentences that the filter keeps."""
    language = English()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "input.jsonl"
        path.write_text(as_input(sources), encoding="utf-8")
        for source, document in zip(sources, documents([str(path)]), strict=True):
            if isinstance(document, Problem):
                raise TypeError(f"{source.ref}: {document.message}")
            yield source, candidates(Page(document, language))


def lost(source: Labelled, kept: Sequence[Span]) -> list[Label]:
    """Name the required labels that no kept sentence overlaps."""
    return [
        label
        for label in source.required
        if not any(
            sentence.start < end and start < sentence.end
            for sentence in kept
            for start, end in label.spans
        )
    ]


def first_and_seed() -> list[Labelled]:
    """Give the documents of the first file, and the seed article where it is there."""
    return [*labelled(), *([seed()] if SEED.is_dir() else [])]


def lost_labels(sources: Sequence[Labelled]) -> tuple[list[tuple[str, Label]], int]:
    """Give the lost labels of documents, each with its document, and how many labels there are."""
    gone = [
        (source.ref, label)
        for source, kept in kept_by_filter(sources)
        for label in lost(source, kept)
    ]
    return gone, sum(len(source.required) for source in sources)


def main() -> None:
    """Print the lost labels, then how many of how many, for each part."""
    for part, sources in (("first", first_and_seed()), ("A", later("A")), ("B", later("B"))):
        gone, labels = lost_labels(sources)
        for ref, label in gone if part != "A" else []:
            print(ref, label.name, *label.spans[0], sep="\t")
        print(json.dumps({"part": part, "lost": len(gone), "labels": labels}))


if __name__ == "__main__":
    main()
