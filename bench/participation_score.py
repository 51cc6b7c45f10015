"""Score participations and measures on the labelled documents of tests/quality/commitments.

``python bench/participation_score.py [--faults]`` reads the documents with default settings. A
participation is found where a claim in an overlapping sentence has its actor and its role, a
measure where one has its actors, targets and action. Optional labels are neither missed nor false,
nor is what stands in a zone. The labels of the first file are not complete: recall only.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from commitment_fields import Claim, alike
from commitment_labels import FIRST, LATER, THIRD, labelled
from commitment_score import overlaps, read_by_default
from shared_material import rows_of

Row = Mapping[str, Any]

#: Kinds that are scored here.
KINDS = ("participation", "measure")

#: Each part with its file of labels and its half, where it is one. The third is held out: only its
#: figures are told.
PARTS = (
    ("A", LATER, "A"),
    ("B", LATER, "B"),
    ("first", FIRST, None),
    ("third", THIRD, None),
)


@dataclass(slots=True)
class Tally:
    """What was found of one kind.

    Attributes:
        found: labels that a claim tells.
        missed: required labels that none tells.
        false: claims that no label knows.
    """

    found: list[Row] = field(default_factory=list)
    missed: list[Row] = field(default_factory=list)
    false: list[Claim] = field(default_factory=list)

    @property
    def recall(self) -> float | None:
        """Share of the required labels that were found; None where there are none."""
        labels = len(self.found) + len(self.missed)
        return len(self.found) / labels if labels else None

    @property
    def precision(self) -> float | None:
        """Share of the claims that are labelled, optional ones left out; None without claims."""
        claims = len(self.found) + len(self.false)
        return len(self.found) / claims if claims else None


def tally(kind: str, rows: Sequence[Row], claims: Iterable[Claim]) -> Tally:
    """Match the claims of a kind to its labels, one to one, required ones first."""
    zones = [row for row in rows if row["kind"] == "zone"]
    left = sorted((r for r in rows if r["kind"] == kind), key=lambda r: r.get("optional", False))
    result = Tally()
    for claim in claims:
        if claim["kind"] != kind:
            continue
        label = next((row for row in left if _told(row, claim)), None)
        if label is not None:
            left.remove(label)
            if not label.get("optional"):
                result.found.append(label)
        elif not any(_near(zone, claim) for zone in zones):
            result.false.append(claim)
    result.missed = [row for row in left if not row.get("optional")]
    return result


def _near(row: Row, claim: Claim) -> bool:
    same = row["doc"] == claim["source"]["ref"]
    return same and overlaps(claim, [(row["sentence"][0], row["sentence"][1])])


def _told(row: Row, claim: Claim) -> bool:
    fields = (
        ("actor", "role") if row["kind"] == "participation" else ("actors", "targets", "action")
    )
    return _near(row, claim) and all(_right(row, claim, name) for name in fields)


def _right(row: Row, claim: Claim, name: str) -> bool:
    accepted = [row["values"][name], *row.get("alt", {}).get(name, [])]
    return any(_same(claim.get(name), value) for value in accepted)


def _same(value: Any, wanted: Any) -> bool:
    """Compare words, an actor, or a list of actors; one without an id by its being without."""
    if isinstance(wanted, list):
        return len(value) == len(wanted) and all(
            any(_same(one, other) for one in value) for other in wanted
        )
    if isinstance(wanted, dict):
        return bool(_id(value) == _id(wanted)) or alike(_id(value), _id(wanted))
    return bool(value == wanted)


def _id(actor: Mapping[str, Any]) -> str | None:
    """Give the id of an actor; of a person the name alone, as titles before it differ."""
    found = actor.get("id")
    return found.removeprefix("person:") if isinstance(found, str) else None


def scored(path: Path, half: str | None = None) -> dict[str, Tally]:
    """Read the documents of a file of labels, or of one half of it, and score each kind."""
    rows = rows_of(path)
    chosen = {r["doc"] for r in rows if r["kind"] == "document" and half in (None, r.get("half"))}
    claims = read_by_default([d for d in labelled(path) if d.ref in chosen])
    rows = [row for row in rows if row["doc"] in chosen]
    return {kind: tally(kind, rows, claims) for kind in KINDS}


def _shown(share: float | None) -> float | None:
    return None if share is None else round(100 * share, 1)


def main() -> None:
    """Print the figures as JSON, and the faults where asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--faults", action="store_true", help="list what is missed or false")
    given = parser.parse_args()
    for name, path, half in PARTS:
        for kind, found in scored(path, half).items():
            row = {"half": name, "kind": kind, "recall": _shown(found.recall)}
            counts = {"found": len(found.found), "missed": len(found.missed)}
            if path != FIRST:
                row["precision"], counts["false"] = _shown(found.precision), len(found.false)
            print(json.dumps({**row, **counts}))
            if given.faults and path != THIRD:
                for label in found.missed:
                    print("  missed", Path(label["doc"]).name[:60], label["label"])
                for claim in found.false if half else []:
                    at = claim["sentence"]
                    print("  false", Path(claim["source"]["ref"]).name[:60], at["start"], at["end"])


if __name__ == "__main__":
    main()
