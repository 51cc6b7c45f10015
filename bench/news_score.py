"""Score the readers on the news pages of tests/quality/news, kind by kind.

``python bench/news_score.py [--half A|B|C] [--claims CLAIMS.jsonl] [--faults]`` reads the pages
with default settings where no claims are given. Commitments are matched and judged as on the
labelled documents (commitment_score.py), the other kinds as on the seed article (seed_score.py): a
seat by its actor, a statement by its words, the rest by an overlapping sentence. A claim that only
an optional label knows counts neither way. Nothing is told of set C, by another writer, but its
figures.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from commitment_fields import Claim, alike, differing
from commitment_labels import Label, Labelled
from commitment_score import Read, claims_in, read_by_default, reads
from commitment_score import score as commitment_score
from seed_score import SeedScore, differences
from seed_score import score as seed_score
from shared_material import ROOT, rows_of

FOLDER = ROOT / "tests" / "quality" / "news"

Half = Literal["A", "B", "C"]

#: The halves of the first pages, and the set by another writer, which is not cut in halves.
HALVES: tuple[Half, ...] = ("A", "B", "C")

#: The set of which nothing but its figures is told.
SHUT: Half = "C"

#: Kinds that are scored as on the seed article, the worst first.
OTHER_KINDS = ("statement", "participation", "proposal", "plan_point", "measure")

#: Figures of the commitments that are printed; the shares of single fields are left out.
COMMITMENT_FIGURES = ("found precision", "found recall", "found F1", "core F1", "fields F1")


@dataclass(slots=True, kw_only=True)
class Page:
    """A labelled page.

    Attributes:
        source: the page as an input line.
        gold: its labels, in the form of claims.
    """

    source: dict[str, Any]
    gold: list[Claim]

    @property
    def document(self) -> Labelled:
        """Give the page with its commitments, as the scorer of documents takes it."""
        labels = [_label(row) for row in self.gold if row["kind"] == "commitment"]
        return Labelled(ref=self.source["id"], labels=labels, source=self.source)


@dataclass(slots=True, kw_only=True)
class Scored:
    """What was found on the pages of a half.

    Attributes:
        commitments: page by page.
        others: by kind, all pages together.
    """

    commitments: list[Read]
    others: dict[str, list[SeedScore]]


def pages(half: Half) -> list[Page]:
    """Read the pages of a half with their labels."""
    labels = rows_of(FOLDER / f"gold_{half.lower()}.jsonl")
    return [
        Page(source=row, gold=[x for x in labels if x["source"]["ref"] == row["id"]])
        for row in rows_of(FOLDER / f"texts_{half.lower()}.jsonl")
    ]


def _label(row: Claim) -> Label:
    """Give a label of a commitment the form that the scorer of documents takes."""
    first = row["sentence"]["start"], row["sentence"]["end"]
    return Label(
        name=row["id"],
        spans=(first, *((start, end) for start, end in row.get("also", []))),
        values=dict(row),
        alt=row.get("alt", {}),
        optional=row.get("optional", False),
    )


def scored(half_pages: Sequence[Page], claims: Sequence[Claim]) -> Scored:
    """Match the claims to the labels, page by page."""
    found = Scored(
        commitments=reads([page.document for page in half_pages], claims),
        others={kind: [] for kind in OTHER_KINDS},
    )
    for page in half_pages:
        own = [claim for claim in claims if claim["source"]["ref"] == page.source["id"]]
        for kind in OTHER_KINDS:
            told = [claim for claim in own if claim["kind"] == kind]
            found.others[kind].append(seed_score(told, [x for x in page.gold if x["kind"] == kind]))
    return found


def figures(found: Scored) -> dict[str, dict[str, float]]:
    """Give the figures of each kind: shares from 0 to 1, counts where the name says so.

    A kind of which a half requires nothing has its false claims only.
    """
    commitments = commitment_score(found.commitments)
    result = {"commitment": {name: commitments[name] for name in COMMITMENT_FIGURES}}
    result["commitment"]["required"] = sum(len(x.document.required) for x in found.commitments)
    result["commitment"]["false in pages without"] = commitments[
        "false claims in documents without commitments"
    ]
    for kind, parts in found.others.items():
        result[kind] = _of_kind(parts)
    return result


def _of_kind(parts: Sequence[SeedScore]) -> dict[str, float]:
    """Give the figures of a kind that is scored as on the seed article."""
    pairs = [pair for part in parts for pair in part.pairs if not pair[0].get("optional")]
    missed = sum(len(part.missed) for part in parts)
    told = len({id(claim) for _, claim, _ in pairs})
    false = sum(len(part.false) for part in parts)
    whole = sum(not wrong_fields(claim, want) for want, claim, _ in pairs)
    shares: dict[str, float] = {"required": len(pairs) + missed, "false": false}
    if required := len(pairs) + missed:
        shares["found precision"] = told / (told + false) if told else 0.0
        shares["found recall"] = len(pairs) / required
        shares["found F1"] = 2 * len(pairs) / (len(pairs) + false + required)
        shares["found with every field right"] = whole / required
    return shares


def wrong_fields(claim: Claim, want: Claim) -> list[str]:
    """Name the fields that differ; one name of an event may hold the other ("the meeting")."""
    return [
        name
        for name in differences(claim, want)
        if not (name == "event" and _same_event(claim, want))
    ]


def _same_event(claim: Claim, want: Claim) -> bool:
    accepted = [want["event"], *want.get("alt", {}).get("event", [])]
    told = (claim.get("event") or {}).get("name")
    return any(alike(told, event["name"]) for event in accepted)


def faults(found: Scored) -> Iterator[str]:
    """Tell what is missed, false or differs, with its words."""
    for result in found.commitments:
        text = result.document.source["text"]
        for label in result.missed:
            yield f"{label.name}: missed: {_words(text, label.spans[0])}"
        for claim in result.false:
            yield f"{result.document.ref}: false commitment {_sum(claim)}: {_sentence(text, claim)}"
        for label, claim in result.found:
            yield from _differs(label.name, claim, differing(claim, label))
    for kind, parts in found.others.items():
        for part, read in zip(parts, found.commitments, strict=True):
            yield from _faults_of_kind(kind, part, read.document)


def _faults_of_kind(kind: str, part: SeedScore, page: Labelled) -> Iterator[str]:
    text = page.source["text"]
    for want in part.missed:
        yield f"{want['id']}: missed: {_sentence(text, want)}"
    for claim in part.false:
        yield f"{page.ref}: false {kind}: {_sentence(text, claim)}"
    for want, claim, _ in part.pairs:
        if not want.get("optional"):
            yield from _differs(want["id"], claim, wrong_fields(claim, want))


def _differs(name: str, claim: Claim, wrong: Sequence[str]) -> Iterator[str]:
    if wrong:
        told = {field: claim.get(field) for field in wrong}
        yield f"{name}: {json.dumps(told, ensure_ascii=False)}"


def _sum(claim: Claim) -> str:
    amount = claim.get("amount") or {}
    return f"{amount.get('low') or amount.get('high')} {amount.get('currency')}"


def _sentence(text: str, claim: Claim) -> str:
    return _words(text, (claim["sentence"]["start"], claim["sentence"]["end"]))


def _words(text: str, span: tuple[int, int]) -> str:
    return " ".join(text[span[0] : span[1]].split())


def scores(half: Half) -> dict[str, dict[str, float]]:
    """Read the pages of a half with default settings and score them."""
    read = pages(half)
    return figures(scored(read, read_by_default([page.document for page in read])))


def main() -> None:
    """Print the figures of a half, or of all, as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=HALVES, help="one half only, or the set C")
    parser.add_argument("--claims", type=Path, help="claims as JSON lines")
    parser.add_argument("--faults", action="store_true", help="list the faults, of the halves only")
    given = parser.parse_args()
    halves: tuple[Half, ...] = HALVES if given.half is None else (given.half,)
    for half in halves:
        read = pages(half)
        if given.claims:
            claims = claims_in(given.claims.read_text("utf-8"))
        else:
            claims = read_by_default([page.document for page in read])
        found = scored(read, claims)
        if given.faults and half != SHUT:
            print("\n".join(faults(found)))
        shown = {
            kind: {name: round(value, 3) for name, value in rows.items()}
            for kind, rows in figures(found).items()
        }
        print(json.dumps({"half": half, **shown}, indent=1))


if __name__ == "__main__":
    main()
