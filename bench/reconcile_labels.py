"""Labelled figures for the folding: what each speaks of, and the claim that was read from it."""

from __future__ import annotations

import dataclasses
import json
import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import yaml

from pledgebook.commands.cell_readers import READERS
from pledgebook.exchange.kiel import read_release
from pledgebook.exchange.kiel_release.rows import ReleaseRow
from pledgebook.model.claims import Claim, Commitment
from pledgebook.model.datasets import DatasetRecord
from pledgebook.model.snapshots import Sighting
from pledgebook.pipeline import Read, read
from shared_material import ROOT, SHARED

FOLDER = ROOT / "tests" / "quality" / "reconcile"
SOURCES = ROOT / "src" / "pledgebook" / "books" / "sources" / "london-2025"
KIEL = SHARED / "bench" / "kiel_totals"

_MARK = re.compile(r"\[\[(.+?)\|(.+?)\]\]")

#: Activity ids taken of those in both releases: a fraction of the hash, so that none was chosen.
_SHARE = 4


@dataclass(frozen=True)
class Labelled:
    """A claim and the thing that its label names, e.g. "Forest fund/no-amazon"."""

    claim: Commitment
    thing: str


@dataclass(frozen=True)
class Labels:
    """Labelled claims of a set, how many marks there are, read or not, and where texts stood."""

    found: list[Labelled]
    marks: int
    seen: tuple[Sighting, ...] = ()


def _unmarked(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Text without marks, and each mark's span in it with its thing."""
    text, spans, last = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        spans.append((len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        last = match.end()
    return text + marked[last:], spans


def _figures(claim: Claim) -> Iterator[tuple[int, int, str]]:
    for evidence in claim.evidence:
        field = evidence.field
        if field == "amount" or (field.startswith("items.") and field.endswith("quantity")):
            yield evidence.start, evidence.end, evidence.quote


def _at(claims: Iterable[Claim], start: int, end: int) -> Commitment | None:
    """Give the first commitment whose figure lies in a span."""
    for claim in claims:
        if isinstance(claim, Commitment) and any(
            a < end and start < b for a, b, _ in _figures(claim)
        ):
            return claim
    return None


def told(name: str) -> Labels:
    """Read own texts; the claims found at their marks."""
    stories: list[dict[str, Any]] = yaml.safe_load((FOLDER / name).read_text("utf-8"))
    lines, marks = [], {}
    for story in stories:
        for number, article in enumerate(story["articles"]):
            ref = f"{story['story']}/{number}"
            text, spans = _unmarked(article["text"])
            marks[ref] = [(s, e, f"{story['story']}/{thing}") for s, e, thing in spans]
            meta = {"publisher": article["publisher"], "published": str(article["published"])}
            lines.append(json.dumps({"id": ref, "text": text, "lang": "en", **meta}))
    found = []
    for one in _read_lines(lines):
        assert one.document is not None
        for start, end, thing in marks[one.document.sighting.ref]:
            claim = _at(one.claims, start, end)
            if claim is not None:
                found.append(Labelled(claim, thing))
    return Labels(found, sum(map(len, marks.values())))


def _read_lines(lines: list[str]) -> list[Read]:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.write("\n".join(lines))
        file.flush()
        return list(read([file.name]))


def sample() -> Labels:
    """Read the sample book; the claims at the labelled figures."""
    labels: dict[str, dict[str, str]] = yaml.safe_load((FOLDER / "sample.yaml").read_text("utf-8"))
    found = []
    for name, things in labels.items():
        (one,) = read([str(SOURCES / name)])
        for claim in one.claims:
            named = {things[quote] for _, _, quote in _figures(claim) if quote in things}
            if isinstance(claim, Commitment) and named:
                found.append(Labelled(claim, named.pop()))
    return Labels(found, len({(n, t) for n, things in labels.items() for t in things.values()}))


def reused() -> frozenset[str]:
    """Activity ids that the newer release gives to another activity, by reading both rows."""
    found: dict[str, str] = yaml.safe_load((FOLDER / "reused.yaml").read_text("utf-8"))
    return frozenset(found)


def as_read(given: Labels) -> Labels:
    """Take the rows of a reused id as two things, as a reader would."""
    two, out = reused(), list[Labelled]()
    for one in given.found:
        record = DatasetRecord.of(one.claim.source.record or "")
        release = "" if record is None or one.thing not in two else f" of {record.series}"
        out.append(Labelled(one.claim, one.thing + release))
    return Labels(out, given.marks, given.seen)


def kiel() -> Labels:
    """Rows of one activity id in two releases, one each, which of them match is hidden.

    To the folding they are records of two data sets with ids of their own; it sees, as in a book,
    at which addresses each row says its sources stand.
    """
    releases = [dict(_rows(name)) for name in ("release7.xlsx", "release18_half.xlsx")]
    ids = [i for i in sorted(releases[0].keys() & releases[1].keys()) if _taken(i)]
    rows = [(i, release[i]) for release in releases for i in ids]
    found = [Labelled(_hidden(row.claims[0]), i) for i, row in rows]
    return Labels(found, len(found), tuple(at for _, row in rows for at in row.seen))


def _taken(name: str) -> bool:
    return sha256(name.encode()).digest()[0] % _SHARE == 0


def _hidden(claim: Commitment) -> Commitment:
    """As two data sets that know nothing of each other: the id tells rows of one release apart."""
    record = DatasetRecord.of(claim.source.record or "")
    assert record is not None
    name = sha256(f"{record.release} {record.id}".encode()).hexdigest()[:8]
    apart = f"tracker-{record.release}/1#{name}"
    return dataclasses.replace(claim, source=dataclasses.replace(claim.source, record=apart))


def _rows(name: str) -> Iterator[tuple[str, ReleaseRow]]:
    """Rows by activity id, of ids that have one row with a sum."""
    seen: dict[str, list[ReleaseRow]] = {}
    for row in read_release((KIEL / name).read_bytes(), name, READERS).rows:
        for claim in row.claims[:1]:
            record = row.document.sighting.record
            if claim.amount is not None and record is not None:
                seen.setdefault(record.partition("#")[2], []).append(row)
    for id_, rows in seen.items():
        if len(rows) == 1:
            yield id_, rows[0]
