"""True claims for the gate: the seed's gold, our labels, our own texts, each with its page.

Labels hold ids, offsets and short values; the words are cut from the texts at run time.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pledgebook.extract.page import Page
from pledgebook.language.english import English
from pledgebook.model.snapshots import Document, Sighting, Snapshot

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"
CORPUS = SHARED / "corpus" / "us-official.jsonl.gz"
SEED = SHARED / "seed"

#: Where the words of a text field are cut from: the field's path, and where its value stands.
TEXTS = ("content", "cue", "via", "purpose", "object", "plan")


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueClaim:
    """A claim that a careful reader accepts, the page that it cites, and all claims made on it."""

    origin: str
    claim: dict[str, Any]
    page: Page
    beside: tuple[dict[str, Any], ...] = ()


def page_of(line: dict[str, Any], language: English | None = None) -> Page:
    """Make a page of one object of the input form."""
    snapshot = Snapshot.of(line["text"], "given")
    published = line.get("published")
    sighting = Sighting(
        snapshot=snapshot.id,
        ref=str(line.get("id") or "text"),
        title=line.get("title"),
        publisher=line.get("publisher"),
        published=date.fromisoformat(published[:10]) if published else None,
    )
    return Page(Document(snapshot=snapshot, sighting=sighting), language or English())


def true_claims() -> Iterator[TrueClaim]:
    """All true claims whose texts are at hand, in a fixed order."""
    yield from own_claims()
    yield from seed_claims()
    yield from corpus_claims()


def own_claims() -> Iterator[TrueClaim]:
    """Claims on our own texts."""
    yield from _claims_in(sorted(HERE.glob("own_texts*.jsonl")))


def held_claims() -> Iterator[TrueClaim]:
    """Claims on texts that were scored once unseen, since used for mending (see the test)."""
    yield from _claims_in(sorted(HERE.glob("held_texts*.jsonl")))


def _claims_in(paths: list[Path]) -> Iterator[TrueClaim]:
    for line in [line for path in paths for line in _lines(path)]:
        page = page_of(line)
        beside = tuple(filled(label, page) for label in line["claims"])
        for n, claim in enumerate(beside):
            yield TrueClaim(origin=f"{line['id']}#{n}", claim=claim, page=page, beside=beside)


def corpus_claims() -> Iterator[TrueClaim]:
    """Claims on the labelled documents of the shared corpus."""
    labels = sorted((HERE / "labels").glob("*.jsonl"))
    rows = [label for path in labels for label in _lines(path)]
    texts = corpus_texts({row["doc"] for row in rows})
    pages = {name: page_of(line) for name, line in texts.items()}
    for n, row in enumerate(rows):
        if row["doc"] in pages:
            page = pages[row["doc"]]
            yield TrueClaim(origin=f"{row['doc']}#{n}", claim=filled(row, page), page=page)


def seed_claims() -> Iterator[TrueClaim]:
    """The seed's gold, optional claims left out.

    Values that need evidence and have none there (the date of the summit, who agreed) are taken
    away: the contract refuses a value without evidence, and the gold lists null as an alternative.
    """
    if not SEED.exists():
        return
    text = (SEED / "article.txt").read_bytes().decode("utf-8")
    page = page_of({"id": "article.txt", "text": text, "published": "2025-03-03"})
    for n, gold in enumerate(_lines(SEED / "gold.jsonl")):
        if not gold.get("optional"):
            yield TrueClaim(origin=f"seed#{n}", claim=_with_evidence(gold, text), page=page)


def _with_evidence(gold: dict[str, Any], text: str) -> dict[str, Any]:
    fields = {row["field"] for row in gold["evidence"]}
    for row in gold["evidence"]:
        if row["field"] == "content":  # one content is cited by its beginning only
            end = row["start"] + len(gold["content"])
            row.update(end=end, quote=text[row["start"] : end])
    claim = {key: value for key, value in gold.items() if key not in ("alt", "note", "optional")}
    for key in ("agreed_by", "said_on", "announced_on", "recipients", "proposers"):
        if claim.get(key) and not any(field.split(".")[0] == key for field in fields):
            claim[key] = None
    if "event" in claim:
        cited = {field for field in fields if field.startswith("event.")}
        claim["event"] = {
            key: value
            for key, value in claim["event"].items()
            if f"event.{key}" in cited or key == "place"
        }
    return claim


def filled(label: dict[str, Any], page: Page) -> dict[str, Any]:
    """Fill a label with the words that stand at its offsets."""
    source = page.source
    claim: dict[str, Any] = {
        "v": 1,
        "kind": label["kind"],
        "source": {"id": source.id, "ref": source.ref},
        **json.loads(json.dumps(label["values"])),
        "evidence": [_cut(row, page) for row in label["evidence"]],
    }
    _fill_texts(claim)
    _fill_names(claim)
    return claim


def _cut(row: list[Any], page: Page) -> dict[str, Any]:
    field, start, end, *place = row
    strings = {"title": page.source.title or "", "publisher": page.source.publisher or ""}
    string = strings[place[0]] if place else page.text
    cut = {"field": field, "start": start, "end": end, "quote": string[start:end]}
    return {**cut, "in": place[0]} if place else cut


def _quotes(claim: dict[str, Any], path: str) -> list[str]:
    return [row["quote"] for row in claim["evidence"] if row["field"] == path]


def _pieces(claim: dict[str, Any], path: str) -> list[str]:
    """The words of a text in several pieces, as one string."""
    pieces = [row["quote"] for row in claim["evidence"] if row["field"].startswith(f"{path}.")]
    return [" ".join(pieces)] if pieces else []


def _fill_texts(claim: dict[str, Any]) -> None:
    for field in TEXTS:
        quotes = _quotes(claim, field) or _pieces(claim, field)
        if quotes:
            claim[field] = quotes[0]
    for n, item in enumerate(claim.get("items") or ()):
        item["name"] = _quotes(claim, f"items.{n}.name")[0]
    for n, condition in enumerate(claim.get("conditions") or ()):
        condition["text"] = _quotes(claim, f"conditions.{n}.text")[0]
    if "funding_source" in claim:
        claim["funding_source"]["words"] = _quotes(claim, "funding_source")[0]
    if "period" in claim:
        claim["period"]["text"] = _quotes(claim, "period")[0]
    for key in ("name", "place"):
        if quotes := _quotes(claim, f"event.{key}"):
            claim["event"][key] = quotes[0]


def actor_paths(claim: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each actor of a claim with its path."""
    for key in ("speaker", "actor"):
        if isinstance(claim.get(key), dict):
            yield key, claim[key]
    for key in (
        "donors",
        "recipients",
        "proposers",
        "addressees",
        "agreed_by",
        "actors",
        "targets",
    ):
        for n, actor in enumerate(claim.get(key) or ()):
            yield f"{key}.{n}", actor


def _fill_names(claim: dict[str, Any]) -> None:
    """The name of an actor is its last words: those of the antecedent, where there is one.

    A label may give another name that its maker would use ("United Kingdom" for "London").
    """
    for path, actor in actor_paths(claim):
        actor.setdefault("name", _quotes(claim, path)[-1])


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def corpus_texts(wanted: set[str]) -> dict[str, dict[str, Any]]:
    """Documents of the corpus by id; none where it is not there."""
    if not wanted or not CORPUS.exists():
        return {}
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        documents = (json.loads(line) for line in lines)
        return {line["id"]: line for line in documents if line["id"] in wanted}
