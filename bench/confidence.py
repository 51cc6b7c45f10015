"""How often commitments are right at each step of ``confidence``: ``python bench/confidence.py``.

On kiel_dev a claim with a sum, from a text that names the giver, is right when donor, type of aid
and sum are those coded for the text; sums told again and totals are left out, and so are claims
without a sum, of which too little is coded to find them wrong. On the labelled official documents a
claim is right when it has a label whose donors and sum it has; claims that no label knows are
wrong, those in zones and of optional labels are left out. A row a band of steps and set.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from commitment_fields import right
from commitment_labels import labelled
from commitment_score import read_by_default, reads
from reader_runs import claims_of
from shared_material import SHARED

KIEL = SHARED / "bench" / "kiel_dev"
#: Steps of confidence taken together, lowest and highest: single steps hold few claims.
BANDS = ((0.85, 0.9), (0.7, 0.8), (0.55, 0.65), (0.0, 0.5))
#: Fields of a labelled commitment that have to be right.
CORE = ("donors", "amount")

Judged = Iterator[tuple[float, bool]]


def kiel() -> Judged:
    """Confidence of each commitment read from the tracker's texts, and whether it is right."""
    scorer = _scorer()
    gold = {row["id"]: row for row in scorer.rows_of(KIEL / "gold.jsonl")}
    for line in claims_of(KIEL / "input.jsonl").splitlines():
        claim = json.loads(line)
        row = gold.get(claim["source"]["ref"])
        if claim["kind"] != "commitment" or row is None or not claim.get("amount"):
            continue
        if claim["newness"] != "restated" and not claim["is_total"] and row["donor_named"]:
            yield claim["confidence"], _as_coded(scorer, claim, row)


def _as_coded(scorer: ModuleType, claim: dict[str, Any], row: dict[str, Any]) -> bool:
    """Say whether donor, type and sum are those coded for the text."""
    named = set().union(*(scorer.actor_ids(actor) for actor in claim["donors"] or [{}]))
    if not named & set(row["donor"]):
        return False
    rebuilt = claim["aid_type"] == "reconstruction" and row["reconstruction"]
    if claim["aid_type"] not in row["aid_type"] and not rebuilt:
        return False
    amounts = scorer.with_reported(claim.get("amount"))
    told = [value for amount in amounts for value in scorer.ends(amount)]
    coded = [float(value) for value in row["amounts_of_id"]]
    return not told or any(scorer.same(value, one) for value in told for one in coded)


def _scorer() -> ModuleType:
    """The scorer that lies beside the set."""
    spec = importlib.util.spec_from_file_location("kiel_score", KIEL / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def official() -> Judged:
    """Confidence of each commitment read from the labelled documents, and whether it is right."""
    documents = labelled()
    for read in reads(documents, read_by_default(documents)):
        for label, claim in read.found:
            yield claim["confidence"], all(right(name, claim, label) for name in CORE)
        for claim in read.false:
            yield claim["confidence"], False


def bands(judged: Judged) -> list[tuple[str, int, int]]:
    """Band of steps, claims and right claims, the highest band first."""
    found = list(judged)
    rows = []
    for low, high in BANDS:
        inside = [is_right for confidence, is_right in found if low <= confidence <= high]
        rows.append((f"{low} to {high}", len(inside), sum(inside)))
    return rows


def main() -> None:
    """Print the table as Markdown."""
    print("| set | confidence | claims | right | share |\n|---|---|---|---|---|")
    sets: tuple[tuple[str, Path, Callable[[], Judged]], ...] = (
        ("kiel_dev", KIEL, kiel),
        ("corpus_commitments", SHARED / "corpus", official),
    )
    for name, folder, judged in sets:
        if not folder.is_dir():
            print(f"| {name} | not beside the checkout | | | |")
            continue
        for band, claims, hits in bands(judged()):
            share = f"{100 * hits / claims:.0f} %" if claims else "none"
            print(f"| {name} | {band} | {claims} | {hits} | {share} |")


if __name__ == "__main__":
    main()
