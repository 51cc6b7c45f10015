"""Score commitments on the labelled documents of tests/quality/commitments.

``python bench/commitment_score.py [CLAIMS.jsonl] [--second] [--half A] [--third] [--faults]``
reads the documents with default settings where no claims are given. Claims and labels are matched
one to one by overlapping sentence, those with the labelled sum first, required labels before
optional ones, those that agree in most fields first. Optional labels are neither missed nor false,
nor is what stands in a zone.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from commitment_fields import ALWAYS, FIELDS, Claim, asked, differing, right
from commitment_labels import (
    FIRST,
    SECOND,
    THIRD,
    Label,
    Labelled,
    as_claims,
    as_input,
    labelled,
    later,
)  # fmt: skip
from reader_runs import claims_of

Pair = tuple[Label, Claim]


@dataclass(slots=True)
class Read:
    """What a reader found in one document.

    Attributes:
        pairs: labels with their claims, required and optional ones.
        missed: required labels without a claim.
        false: claims that no label knows.
        aside: claims in zones, and further acts in a sentence with an optional label.
    """

    document: Labelled
    pairs: list[Pair] = field(default_factory=list)
    missed: list[Label] = field(default_factory=list)
    false: list[Claim] = field(default_factory=list)
    aside: list[Claim] = field(default_factory=list)

    @property
    def found(self) -> list[Pair]:
        """Required labels that were found, with their claims."""
        return [pair for pair in self.pairs if not pair[0].optional]


def read_of(document: Labelled, claims: Sequence[Claim]) -> Read:
    """Match the claims of a document to its labels."""
    result = Read(document)
    label_of: dict[int, Label] = {}
    taken: set[str] = set()
    for _, name, number in sorted(_couples(document, claims)):
        if name not in taken and number not in label_of:
            taken.add(name)
            label_of[number] = next(x for x in document.labels if x.name == name)
    for number, claim in enumerate(claims):
        if number in label_of:
            result.pairs.append((label_of[number], claim))
        elif _aside(document, claim):
            result.aside.append(claim)
        elif not claim.get("optional"):
            result.false.append(claim)
    result.missed = [label for label in document.required if label.name not in taken]
    return result


def _couples(
    document: Labelled, claims: Sequence[Claim]
) -> Iterator[tuple[tuple[bool, bool, int], str, int]]:
    """Give what could belong together, with what speaks against it."""
    for label in document.labels:
        for number, claim in enumerate(claims):
            if overlaps(claim, label.spans):
                other_sum = not right("amount", claim, label)
                against = (other_sum, label.optional, len(differing(claim, label)))
                yield against, label.name, number


def _aside(document: Labelled, claim: Claim) -> bool:
    if overlaps(claim, document.zones):
        return True
    acts = [x for x in document.labels if x.optional and overlaps(claim, x.spans)]
    return bool(acts) and claim.get("amount") is None


def overlaps(claim: Claim, spans: Iterable[tuple[int, int]]) -> bool:
    """Say whether the sentence of a claim and one of the spans have a character in common."""
    sentence = claim["sentence"]
    return any(sentence["start"] < end and start < sentence["end"] for start, end in spans)


def reads(documents: Sequence[Labelled], claims: Iterable[Claim]) -> list[Read]:
    """Match all claims, by the caller's own id of their source."""
    by_ref: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim["kind"] == "commitment":
            by_ref[claim["source"]["ref"]].append(claim)
    return [read_of(document, by_ref[document.ref]) for document in documents]


def score(results: Sequence[Read]) -> dict[str, float]:
    """Give the figures: shares from 0 to 1, counts where the name says so."""
    pairs = [pair for result in results for pair in result.found]
    required = sum(len(result.document.required) for result in results)
    false = sum(len(result.false) for result in results)
    core = sum(right("donors", c, x) and right("amount", c, x) for x, c in pairs)
    empty = [result for result in results if not result.document.required]
    claimed = len(pairs) + false
    precision, recall = _share(len(pairs), claimed), _share(len(pairs), required)
    return {
        "found precision": precision,
        "found recall": recall,
        "found F1": _share(2 * len(pairs), claimed + required),
        "core F1": _share(2 * core, claimed + required),
        "fields F1": fields_f1(results),
        **field_shares(results),
        "documents without commitments": len(empty),
        "false claims in documents without commitments": sum(len(r.false) for r in empty),
        "claims set aside": sum(len(result.aside) for result in results),
    }


def fields_f1(results: Sequence[Read]) -> float:
    """Give F1 of field values: a missed label's are all missed, a false claim's all false.

    Unlike the shares among those found it does not fall when harder commitments are found.
    """
    good = read = labels = 0
    for result in results:
        names = {claim["id"]: label.name for label, claim in result.pairs}
        for label, claim in result.found:
            fields = list(asked(claim, label))
            good += sum(_right(name, claim, label, names) for name in fields)
            read, labels = read + len(fields), labels + len(fields)
        read += len(ALWAYS) * len(result.false)
        labels += len(ALWAYS) * len(result.missed)
    return _share(2 * good, read + labels)


def field_shares(results: Sequence[Read]) -> dict[str, float]:
    """Give for each field the share that is right among the required labels found.

    A field that is asked of none of them has no share.
    """
    asked_of: Counter[str] = Counter()
    right_of: Counter[str] = Counter()
    for result in results:
        names = {claim["id"]: label.name for label, claim in result.pairs}
        for label, claim in result.found:
            for name in asked(claim, label):
                asked_of[name] += 1
                right_of[name] += _right(name, claim, label, names)
    return {f"{name} right": right_of[name] / asked_of[name] for name in FIELDS if asked_of[name]}


def _right(name: str, claim: Claim, label: Label, names: Mapping[str, str]) -> bool:
    """Compare a field; the whole that a part belongs to by the label of its claim."""
    if name != "within":
        return right(name, claim, label)
    whole = names.get(claim["within"]) if claim.get("within") else None
    unknown = whole is None and claim.get("within") is not None
    return not unknown and whole in [label.values["within"], *label.alt.get("within", [])]


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def agreement(
    first: Sequence[Labelled], second: Sequence[Labelled], *, strict: bool = False
) -> dict[str, float]:
    """Score the second labels as if they were claims, on the documents that both files have.

    ``strict`` takes only what each requires, and only the first labels' own values: no optional
    labels, no accepted other values.
    """
    other = {document.ref: document for document in second}
    both = [document for document in first if document.ref in other]
    claims = [claim for document in both for claim in as_claims(other[document.ref])]
    if strict:
        both = [_bare(document) for document in both]
        claims = [claim for claim in claims if not claim["optional"]]
    results = reads(both, claims)
    return {"documents": len(both), **score(results)}


def _bare(document: Labelled) -> Labelled:
    return replace(document, labels=[replace(label, alt={}) for label in document.required])


def faults(results: Sequence[Read]) -> Iterator[str]:
    """Tell what is missed, false or differs, by document and offsets."""
    for result in results:
        ref = Path(result.document.ref).name[:60]
        for label in result.missed:
            yield f"{ref} {label.name} {label.spans[0]}: missed"
        for claim in result.false:
            span = claim["sentence"]["start"], claim["sentence"]["end"]
            yield f"{ref} {span}: false {claim.get('amount')}"
        for label, claim in result.found:
            if wrong := differing(claim, label):
                yield f"{ref} {label.name} {label.spans[0]}: differs in {', '.join(wrong)}"


def claims_in(text: str) -> list[dict[str, Any]]:
    """Read claims from JSON lines."""
    return [json.loads(row) for row in text.split("\n") if row.strip()]


def read_by_default(documents: Sequence[Labelled]) -> list[dict[str, Any]]:
    """Read the documents as ``pledgebook read`` does by default."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "input.jsonl"
        path.write_text(as_input(documents), encoding="utf-8")
        return claims_in(claims_of(path))


def main() -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("claims", type=Path, nargs="?", help="claims as JSON lines")
    parser.add_argument("--second", action="store_true", help="how far two labellers agree")
    parser.add_argument("--half", choices="AB", help="score a half of the second set")
    parser.add_argument("--third", action="store_true", help="score the held-out set")
    parser.add_argument("--faults", action="store_true", help="list what is missed, false, other")
    given = parser.parse_args()
    if given.third and given.faults:
        parser.error("the third set is held out: its faults are not printed")
    documents = later(given.half) if given.half else labelled(THIRD if given.third else FIRST)
    if given.second:
        second = labelled(SECOND)
        for strict in (False, True):
            found = agreement(documents, second, strict=strict)
            print(json.dumps({"strict": strict, **found}, indent=1))
        return
    if given.claims:
        claims = claims_in(given.claims.read_text("utf-8"))
    else:
        claims = read_by_default(documents)
    results = reads(documents, claims)
    if given.faults:
        print("\n".join(faults(results)))
    print(json.dumps(score(results), indent=1))


if __name__ == "__main__":
    main()
