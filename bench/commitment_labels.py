"""The labels of tests/quality/commitments, with the words that they stand on, and their texts.

A label holds offsets; the words are taken from ``../shared/corpus`` when it is read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from shared_material import ROOT, corpus, rows_of

FOLDER = ROOT / "tests" / "quality" / "commitments"
FIRST = FOLDER / "corpus.jsonl"
SECOND = FOLDER / "second.jsonl"
LATER = FOLDER / "later.jsonl"
#: Held out as a whole: figures only, its faults are never printed.
THIRD = FOLDER / "third.jsonl"

Row = Mapping[str, Any]
Spans = tuple[tuple[int, int], ...]


@dataclass(slots=True, kw_only=True)
class Label:
    """A labelled commitment.

    Attributes:
        name: its name within the document (``c1``).
        spans: the sentence that carries it, then the other places that tell the same.
        values: its fields in the form of the record contract; actors and items have the words of
            their evidence as ``name``.
        alt: other values that a careful person would accept, by field.
        optional: neither missed nor false.
    """

    name: str
    spans: Spans
    values: dict[str, Any]
    alt: Mapping[str, list[Any]] = field(default_factory=dict)
    optional: bool = False


@dataclass(slots=True, kw_only=True)
class Labelled:
    """A labelled document.

    Attributes:
        ref: the id of the document.
        labels: its commitments, none of them required in a document without commitments.
        zones: stretches in which claims count neither way.
        source: the document as an input line, its text cut where the labels end.
    """

    ref: str
    labels: list[Label] = field(default_factory=list)
    zones: list[tuple[int, int]] = field(default_factory=list)
    source: dict[str, Any] = field(default_factory=dict)

    @property
    def required(self) -> list[Label]:
        """Labels that a reader has to find."""
        return [label for label in self.labels if not label.optional]


def labelled(path: Path = FIRST) -> list[Labelled]:
    """Read a file of labels with the documents that it labels."""
    rows = rows_of(path)
    cuts = {row["doc"]: row["cut"] for row in rows if row["kind"] == "document"}
    texts = {doc["id"]: doc for doc in corpus() if doc["id"] in cuts}
    found = {}
    for ref, cut in cuts.items():
        source = {**texts[ref], "text": texts[ref]["text"][:cut]}
        found[ref] = Labelled(ref=ref, source=source)
    for row in rows:
        document = found[row["doc"]]
        if row["kind"] == "commitment":
            document.labels.append(label_of(row, document.source))
        elif row["kind"] == "zone":
            document.zones.append((row["sentence"][0], row["sentence"][1]))
    return list(found.values())


def later(half: str) -> list[Labelled]:
    """Read one half of the second set: "A" was never mended on, "B" may be looked at."""
    halves = {row["doc"]: row["half"] for row in rows_of(LATER) if row["kind"] == "document"}
    return [document for document in labelled(LATER) if halves[document.ref] == half]


def label_of(row: Row, source: Row) -> Label:
    """Give a label its words."""
    values: dict[str, Any] = json.loads(json.dumps(row["values"]))
    for name, start, end, *where in row["evidence"]:
        words = source[where[0] if where else "text"][start:end]
        part, _, rest = name.partition(".")
        if part in ("donors", "recipients") and rest.isdigit():
            values[part][int(rest)]["name"] = words
        elif part == "items" and rest.endswith(".name"):
            values["items"][int(rest.split(".")[0])]["name"] = words
    spans = tuple((start, end) for start, end in (row["sentence"], *row.get("also", [])))
    return Label(
        name=row["label"],
        spans=spans,
        values=values,
        alt=row.get("alt", {}),
        optional=row.get("optional", False),
    )


def as_input(documents: Iterable[Labelled]) -> str:
    """Write documents as the JSON lines that ``pledgebook read`` takes."""
    return "".join(json.dumps(document.source) + "\n" for document in documents)


def as_claims(document: Labelled) -> list[dict[str, Any]]:
    """Give labels the form of claims, to be scored against somebody else's labels."""
    claims = []
    for label in document.labels:
        start, end = label.spans[0]
        claims.append(
            {
                **label.values,
                "kind": "commitment",
                "id": label.name,
                "sentence": {"start": start, "end": end},
                "source": {"ref": document.ref},
                "optional": label.optional,
            }
        )
    return claims
