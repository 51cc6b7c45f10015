"""Figures of the texts that tell voices and terms (tests/extract/voices_and_terms.py), by half.

``python bench/voices_score.py [--half seen] [--faults] [--mark]`` reads them and prints how many
labels of each kind are found and right and how many claims no label knows. Faults are shown of the
half that is looked at; ``--mark`` writes into the table which texts are read right now.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pledgebook.model.claims import Claim, Proposal, Statement

sys.path.append(str(Path(__file__).parents[1] / "tests" / "extract"))

from voices_and_terms import Label, Outcome, Passage, outcome, passages, read_right

TESTS = Path(__file__).parents[1] / "tests" / "extract"
HALVES = ("seen", "unseen")
KINDS: dict[str, type[Claim]] = {"statement": Statement, "proposal": Proposal}


def _kind(label: Label) -> str:
    return "statement" if label.type is None else "proposal"


def figures(read: Sequence[tuple[Passage, Outcome]]) -> Iterator[str]:
    """Lines that say what was found of each kind, and how many texts are read right."""
    for kind, of in KINDS.items():
        required = [x for row, _ in read for x in row.labels if not x.optional and _kind(x) == kind]
        found = _of(kind, (result.found for _, result in read))
        right = _of(kind, (result.right for _, result in read))
        false = sum(isinstance(claim, of) for _, result in read for claim in result.false)
        yield f"{kind}s: {found} of {len(required)} found, {right} right, {false} false"
    whole = sum(read_right(row) for row, _ in read)
    yield f"texts read right: {whole} of {len(read)}"


def _of(kind: str, labels: Iterable[Sequence[Label]]) -> int:
    return sum(_kind(x) == kind and not x.optional for some in labels for x in some)


def faults(row: Passage, result: Outcome) -> Iterator[str]:
    """What of a text is missed, found with another value, or false."""
    for label in row.labels:
        if label not in result.found and not label.optional:
            yield f"    missed: {label.words}"
        elif label in result.found and label not in result.right:
            yield f"    differs: {label}"
    for claim in result.false:
        yield f"    false: {_shown(claim)}"


def _shown(claim: Claim) -> str:
    if isinstance(claim, Statement):
        return f"S {claim.speaker and (claim.speaker.id or claim.speaker.name)} : {claim.content}"
    assert isinstance(claim, Proposal)
    sides = [[a.id or a.name for a in side] for side in (claim.proposers, claim.addressees)]
    return f"P {claim.proposal_type} {claim.status} {sides[0]} > {sides[1]} : {claim.content}"


def mark() -> None:
    """Write into the table which texts are read right now."""
    table = TESTS / "voices_and_terms.tsv"
    head, *rows = table.read_text("utf-8").splitlines()
    marked = [head]
    for row, passage in zip(rows, passages(), strict=True):
        first, _, *rest = row.split("\t")
        marked.append("\t".join([first, "right" if read_right(passage) else "wrong", *rest]))
    table.write_text("\n".join(marked) + "\n", "utf-8")


def main() -> None:
    """Print the figures of one half, or of both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=HALVES, action="append")
    parser.add_argument("--faults", action="store_true")
    parser.add_argument("--mark", action="store_true")
    asked = parser.parse_args()
    if asked.mark:
        mark()
    for half in asked.half or HALVES:
        rows = [row for row in passages() if row.unseen == (half == "unseen")]
        read = [(row, outcome(row)) for row in rows]
        print(f"{half} half, {len(rows)} texts")
        for row, result in read if asked.faults and half == "seen" else ():
            if not read_right(row):
                print("\n".join([row.text, *faults(row, result)]))
        for line in figures(read):
            print(line)


if __name__ == "__main__":
    main()
