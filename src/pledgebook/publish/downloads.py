"""The book's data as files: claims as JSON lines, entries as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pledgebook.model.claims import Claim
from pledgebook.model.codec import claim_to_json
from pledgebook.model.entries import Entry
from pledgebook.publish import words
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.page import File, Maker
from pledgebook.publish.reading import short_place
from pledgebook.reconcile.stages import reached


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file on the data page: name, what it holds, how many records."""

    name: str
    what: str
    count: str


def downloads(book: Book) -> tuple[tuple[Download, ...], int]:
    """Describe the files, and say how many claims they leave out because of rights."""
    shown = book.index(released)
    files = (
        Download(
            name="claims.jsonl",
            what="every claim with the words it rests on, one JSON object a line",
            count=words.counted(len(shown), "claim"),
        ),
        Download(
            name="entries.json",
            what="entries: which claims they fold, and how each claim relates to the others",
            count=words.counted(len(book.entries), "entry", "entries"),
        ),
        *_commitments(book),
    )
    return files, len(book.claims) - len(shown)


def _commitments(book: Book) -> tuple[Download, Download]:
    many = words.counted(len(book.of_kind("commitment")), "commitment")
    what = "commitments with their sums and what the counting rules say of each"
    return (
        Download(name="commitments.csv", what=f"{what}, as a table", count=many),
        Download(name="commitments.json", what=what, count=many),
    )


def released(book: Book) -> tuple[Claim, ...]:
    """Give the claims whose words may be shown; a claim without its words is none."""
    every = sorted(book.claims.values(), key=lambda claim: claim.id)
    return tuple(c for c in every if book.rights(c.source.id) != "metadata")


def claims_jsonl(book: Book) -> bytes:
    """Write the claims as JSON lines."""
    lines = (json.dumps(_claim(c), ensure_ascii=False) + "\n" for c in book.index(released))
    return "".join(lines).encode("utf-8", "backslashreplace")


def _claim(claim: Claim) -> dict[str, Any]:
    """Write a claim; of the path it was read from only the file's name is published."""
    record = claim_to_json(claim)
    if claim.source.ref is not None:
        record["source"]["ref"] = short_place(claim.source.ref)
    return record


def entries_json(book: Book) -> bytes:
    """Write the entries as one JSON array; values stand in the claims."""
    text = json.dumps([_entry(entry) for entry in book.entries], ensure_ascii=False, indent=1)
    return f"{text}\n".encode("utf-8", "backslashreplace")


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "kind": entry.kind,
        "lead": entry.lead.id,
        "stage": reached(entry),
        "relations": [
            {"claim": r.claim, "relation": r.relation, "reason": r.reason, "other": r.other}
            for r in entry.relations
        ],
        "part_of": entry.part_of,
        "witnesses": entry.witnesses,
        "outlets": entry.outlets,
    }


def _file(path: str, media_type: str, write: Callable[[Book], bytes]) -> Maker:
    def make(book: Book, _asked: Asked) -> File:
        # Kept with the book: whoever asks for a download again keeps nobody else waiting.
        return File(path=path, media_type=media_type, content=book.index(write))

    return make


#: Files of the folder ``data`` and what makes them.
FILES: dict[str, Maker] = {
    "data/claims.jsonl": _file("data/claims.jsonl", "application/x-ndjson", claims_jsonl),
    "data/entries.json": _file("data/entries.json", "application/json", entries_json),
}
