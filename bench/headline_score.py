"""Figures of the headlines of our own (tests/extract/headline_sets.py), each half by itself.

``python bench/headline_score.py third [--half seen] [--faults]`` reads the headlines of a table and
prints how many of each kind are read as labelled. Faults are shown of the half that is looked at.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from pledgebook.model.claims import Commitment

sys.path.append(str(Path(__file__).parents[1] / "tests" / "extract"))

from headline_sets import Headline, given, headlines, names, read_right

HALVES = ("seen", "unseen")


def figures(rows: Iterable[Headline], *, faults: bool) -> Iterable[str]:
    """Lines that say how many of each kind are read as labelled, and of gifts how fully."""
    rows = list(rows)
    for kind in "PCNXD":
        of_kind = [row for row in rows if row.kind == kind]
        wrong = [row for row in of_kind if not read_right(row)]
        yield f"{kind}: {len(of_kind) - len(wrong)} of {len(of_kind)} read as labelled"
        if faults:
            yield from (f"    {row.text}" for row in wrong)
    found = [(row, claim) for row in rows if row.kind == "P" and (claim := given(row))]
    for field, right in (
        ("recipient", _recipient),
        ("stage", _stage),
        ("firmness", _firmness),
    ):
        asked = [(row, claim) for row, claim in found if getattr(row, field)]
        wrong = [row for row, claim in asked if not right(row, claim)]
        if not asked:
            continue
        yield f"P, {field} of those found: {len(asked) - len(wrong)} of {len(asked)}"
        if faults:
            yield from (f"    {row.text}" for row in wrong)


def _recipient(row: Headline, claim: Commitment) -> bool:
    return names(claim, "recipients", row.recipient)


def _stage(row: Headline, claim: Commitment) -> bool:
    return claim.stage in row.stage.split("/")


def _firmness(row: Headline, claim: Commitment) -> bool:
    return claim.firmness in row.firmness.split("/")


def main() -> None:
    """Print the figures of one half, or of both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("which")
    parser.add_argument("--half", choices=HALVES, action="append")
    parser.add_argument("--faults", action="store_true")
    asked = parser.parse_args()
    for half in asked.half or HALVES:
        rows = [row for row in headlines(asked.which) if row.unseen == (half == "unseen")]
        print(f"{half} half, {len(rows)} headlines")
        for text in figures(rows, faults=asked.faults and half == "seen"):
            print(text)


if __name__ == "__main__":
    main()
