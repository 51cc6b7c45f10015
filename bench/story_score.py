"""Score commitments on the news pages of eight writers (tests/quality/stories).

``python bench/story_score.py [open|shut] [--claims CLAIMS.jsonl] [--faults]`` reads the pages with
default settings where no claims are given. Claims and labels are matched one to one by overlapping
sentence, those with the labelled sum first, then required labels before optional ones, then those
with the labelled donors. Optional labels are neither missed nor false. Nothing is told of the shut
pages but their figures.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, get_args

from commitment_fields import Claim
from commitment_labels import Label, Labelled
from commitment_score import Read, claims_in, overlaps, read_by_default
from shared_material import ROOT, rows_of

FOLDER = ROOT / "tests" / "quality" / "stories"

Part = Literal["open", "shut"]
PARTS: tuple[Part, ...] = get_args(Part)

#: The day on which every page counts as published.
PUBLISHED = "2025-11-20"

#: Ids of bodies whose written name is not part of the id; other bodies are known by their name.
BODIES = {
    "european union": "org:eu",
    "eu": "org:eu",
    "european commission": "org:european-commission",
    "european investment bank": "org:eib",
    "international monetary fund": "org:imf",
    "european bank for reconstruction and development": "org:ebrd",
    "world food programme": "org:wfp",
    "world health organization": "org:who",
    "united nations": "org:un",
    "african development bank": "org:afdb",
}

#: Papers call the one by the name of the other.
UNION = {"org:eu", "org:european-commission"}

FIELDS = ("donors", "recipients", "amount", "items", "stage", "firmness")

#: What a commitment is of; each required label is of one kind.
KINDS = ("sums", "counted things", "things without a count", "refusals")


def documents(part: Part) -> list[Labelled]:
    """Read the pages of a part with their labels."""
    labels = rows_of(FOLDER / f"{part}_labels.jsonl")
    return [
        Labelled(
            ref=page["id"],
            labels=[_label(row) for row in labels if row["page"] == page["id"]],
            source={
                "id": page["id"],
                "text": page["text"],
                "published": PUBLISHED,
                "lang": "en",
            },
        )
        for page in rows_of(FOLDER / f"{part}.jsonl")
    ]


def _label(row: Mapping[str, Any]) -> Label:
    return Label(
        name=row["label"],
        spans=tuple((start, end) for start, end in (row["sentence"], *row["also"])),
        values={field: row[field] for field in FIELDS},
        alt=row["alt"],
        optional=row["optional"],
    )


def kind_of(label: Label) -> str:
    """Give the kind of a label."""
    if "denied" in accepted(label, "firmness"):
        return "refusals"
    if label.values["amount"] is not None:
        return "sums"
    counted = any(c.isdigit() for item in label.values["items"] for c in item)
    return "counted things" if counted else "things without a count"


def accepted(label: Label, field: str) -> list[Any]:
    """Give the labelled value of a field and the others that are right too."""
    return [label.values[field], *label.alt.get(field, [])]


def donors_right(claim: Claim, label: Label) -> bool:
    """Say whether the donors are those of the label, none more; no label's donor, no known one."""
    donors = claim["donors"]
    return any(
        len(donors) == len(wanted) and all(_among(x, donors) for x in wanted)
        if wanted
        else not any(actor.get("id") for actor in donors)
        for wanted in accepted(label, "donors")
    )


def recipients_right(claim: Claim, label: Label) -> bool:
    """Say whether the labelled recipients are told; any will do where the text tells none."""
    return any(
        all(_among(x, claim["recipients"]) for x in wanted)
        for wanted in accepted(label, "recipients")
    )


def _among(wanted: Mapping[str, str], actors: Iterable[Mapping[str, Any]]) -> bool:
    return any(_same(actor, wanted) for actor in actors)


def _same(actor: Mapping[str, Any], wanted: Mapping[str, str]) -> bool:
    """Compare a state by its id; a body by the id of its name or by the name."""
    ident = actor.get("id") or ""
    if "id" in wanted:
        return bool(ident == wanted["id"])
    name = wanted["name"].lower()
    known = BODIES.get(name)
    if known is not None and (ident == known or {ident, known} == UNION):
        return True
    return name in actor["name"].lower() or name.replace(" ", "-") in ident.lower()


def amount_right(claim: Claim, label: Label) -> bool:
    """Say whether the sum is the labelled one, as either end of a range, or both have none."""
    told = claim.get("amount")
    return any(
        told is wanted
        if told is None or wanted is None
        else told["currency"] == wanted["currency"]
        and Decimal(wanted["low"]) in [Decimal(told[x]) for x in ("low", "high") if told.get(x)]
        for wanted in accepted(label, "amount")
    )


def core_right(claim: Claim, label: Label) -> bool:
    """Say whether donors and sum are right."""
    return donors_right(claim, label) and amount_right(claim, label)


def read_of(document: Labelled, claims: Sequence[Claim]) -> Read:
    """Match the commitments of a page to its labels."""
    claim_of: dict[int, int] = {}
    for _, place, number in sorted(_couples(document, claims)):
        if place not in claim_of and number not in claim_of.values():
            claim_of[place] = number
    result = Read(document)
    result.pairs = [(document.labels[place], claims[n]) for place, n in sorted(claim_of.items())]
    matched = {label.name for label, _ in result.pairs}
    result.missed = [label for label in document.required if label.name not in matched]
    for number, claim in enumerate(claims):
        if number not in claim_of.values():
            (result.aside if _aside(result, claim) else result.false).append(claim)
    return result


def _couples(
    document: Labelled, claims: Sequence[Claim]
) -> Iterator[tuple[tuple[bool, bool, bool], int, int]]:
    """Give what could belong together, with what speaks against it."""
    for place, label in enumerate(document.labels):
        for number, claim in enumerate(claims):
            if overlaps(claim, label.spans):
                other = not amount_right(claim, label), not donors_right(claim, label)
                yield (other[0], label.optional, other[1]), place, number


def _aside(result: Read, claim: Claim) -> bool:
    """A further act beside an optional label, or a found commitment where it is told again."""
    acts = [x for x in result.document.labels if x.optional and overlaps(claim, x.spans)]
    if acts and claim.get("amount") is None:
        return True
    return any(
        overlaps(claim, label.spans)
        and core_right(claim, label)
        and found["sentence"] != claim["sentence"]
        for label, found in result.pairs
    )


def reads(pages: Sequence[Labelled], claims: Iterable[Claim]) -> list[Read]:
    """Match all claims, page by page."""
    told = [claim for claim in claims if claim["kind"] == "commitment"]
    return [read_of(page, [x for x in told if x["source"]["ref"] == page.ref]) for page in pages]


def figures(results: Sequence[Read]) -> dict[str, float]:
    """Give the figures of all kinds together: shares from 0 to 1."""
    pairs = [pair for result in results for pair in result.found]
    required = sum(len(result.document.required) for result in results)
    claimed = len(pairs) + sum(len(result.false) for result in results)
    core = sum(core_right(claim, label) for label, claim in pairs)
    known = sum(recipients_right(claim, label) for label, claim in pairs)
    return {
        "found precision": len(pairs) / claimed if claimed else 0.0,
        "found recall": len(pairs) / required,
        "core F1": 2 * core / (claimed + required),
        "recipients right": known / len(pairs) if pairs else 0.0,
    }


def by_kind(results: Sequence[Read]) -> dict[str, str]:
    """Say of each kind how many of the required labels are found, and refusals told as such."""
    required = Counter(kind_of(label) for result in results for label in result.document.required)
    pairs = [pair for result in results for pair in result.found]
    found = Counter(kind_of(label) for label, _ in pairs)
    told = {kind: f"{found[kind]} of {required[kind]}" for kind in KINDS}
    denied = sum(c["firmness"] == "denied" for x, c in pairs if kind_of(x) == "refusals")
    return {**told, "refusals told as denied": f"{denied} of {found['refusals']}"}


def faults(results: Sequence[Read]) -> Iterator[str]:
    """Tell what is missed, false or has another donor, sum or recipient, with its words."""
    for result in results:
        ref, text = result.document.ref, result.document.source["text"]
        for label in result.missed:
            yield f"{ref} {label.name} missed ({kind_of(label)}): {_words(text, *label.spans[0])}"
        for claim in result.false:
            told = _words(text, claim["sentence"]["start"], claim["sentence"]["end"])
            yield f"{ref} false {_shown(claim)}: {told}"
        for label, claim in result.found:
            wrong = [name for name, right in _RIGHT.items() if not right(claim, label)]
            if wrong:
                yield f"{ref} {label.name} differs in {', '.join(wrong)}: {_shown(claim)}"


_RIGHT = {"donors": donors_right, "recipients": recipients_right, "amount": amount_right}


def _shown(claim: Claim) -> str:
    giver, taker = ([x.get("id") or x["name"] for x in claim[s]] for s in ("donors", "recipients"))
    amount = claim.get("amount") or {}
    return f"{giver} > {taker} {amount.get('low') or amount.get('high')} {amount.get('currency')}"


def _words(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split())


def scores(part: Part) -> dict[str, float]:
    """Read the pages of a part with default settings and score them."""
    pages = documents(part)
    return figures(reads(pages, read_by_default(pages)))


def main() -> None:
    """Print the figures of a part, or of both, as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", nargs="?", choices=PARTS)
    parser.add_argument("--claims", type=Path, help="claims as JSON lines")
    parser.add_argument("--faults", action="store_true", help="list the faults of the open pages")
    given = parser.parse_args()
    if given.faults and given.part != "open":
        parser.error("the shut pages are held out: faults are printed of the open ones only")
    for part in PARTS if given.part is None else (given.part,):
        pages = documents(part)
        text = given.claims.read_text("utf-8") if given.claims else None
        results = reads(pages, read_by_default(pages) if text is None else claims_in(text))
        if given.faults:
            print("\n".join(faults(results)))
        shares = {name: round(value, 3) for name, value in figures(results).items()}
        print(json.dumps({"part": part, **shares, **by_kind(results)}, indent=1))


if __name__ == "__main__":
    main()
