"""Print how well the gate tells true claims from false ones, and how fast.

``python tests/quality/gate_quality.py [--errors N] [--json]``; used by ``make quality``.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

from gate_claims import TrueClaim, own_claims, page_of, true_claims
from mutations import mutants

from pledgebook.extract.gate import judge
from pledgebook.model.vocabulary import Verdict

#: Length of the document on which speed is measured, in words.
LONG = 5000


@dataclass(slots=True)
class Figures:
    """Counts of verdicts: on true claims, and on mutants by name and class."""

    true: Counter[Verdict] = field(default_factory=Counter)
    by_rule: dict[tuple[str, str], Counter[Verdict]] = field(
        default_factory=lambda: defaultdict(Counter)
    )
    faults: list[tuple[str, str, str, tuple[str, ...], dict[str, Any]]] = field(
        default_factory=list
    )

    def total(self, kind: str) -> Counter[Verdict]:
        """Verdicts on all mutants of one class."""
        found: Counter[Verdict] = Counter()
        for (of, _), counts in self.by_rule.items():
            if of == kind:
                found.update(counts)
        return found


def measure(claims: list[TrueClaim]) -> Figures:
    """Judge each true claim and its mutants."""
    figures = Figures()
    for true in claims:
        said = judge(true.claim, true.page)
        figures.true[said.verdict] += 1
        if said.verdict != "kept":
            figures.faults.append(("true", said.verdict, true.origin, said.reasons, true.claim))
        for mutant in mutants(true):
            verdict = judge(mutant.claim, true.page).verdict
            figures.by_rule[mutant.kind, mutant.name][verdict] += 1
            if verdict == "kept" or (mutant.kind == "value" and verdict != "refused"):
                figures.faults.append((mutant.name, verdict, true.origin, (), mutant.claim))
    return figures


def rows(figures: Figures) -> list[tuple[str, int, float]]:
    """The figures that have a floor: name, number of claims, per cent."""
    value, role, true = figures.total("value"), figures.total("role"), figures.true
    further = figures.total("further")
    return [
        ("true claims not refused", true.total(), _share(true.total() - true["refused"], true)),
        ("true claims marked unsupported", true.total(), _share(true["unsupported"], true)),
        ("value mutations refused", value.total(), _share(value["refused"], value)),
        ("role mutations unsupported or refused", role.total(), _share(_caught(role), role)),
        (
            "further mutations unsupported or refused",
            further.total(),
            _share(_caught(further), further),
        ),
    ]


def _caught(counts: Counter[Verdict]) -> int:
    return counts["refused"] + counts["unsupported"]


def _share(part: int, counts: Counter[Verdict]) -> float:
    return round(100 * part / counts.total(), 2) if counts else 0.0


def milliseconds_per_value() -> tuple[float, float]:
    """Time of the gate on a long document: per value once indexed, and the index itself."""
    short = list(own_claims())
    texts = " ".join(true.page.text for true in {id(true.page): true for true in short}.values())
    words = (texts + " ") * (LONG // len(texts.split()) + 1)
    text = short[0].page.text + "\n\n" + " ".join(words.split()[:LONG])
    page = page_of({"id": "long", "text": text, "published": "2025-05-14", "title": "Test text"})
    mine = [true.claim for true in short if true.page is short[0].page]
    start = time.perf_counter()
    for claim in mine:
        judge(claim, page)
    indexed = time.perf_counter()
    values = 0
    for _ in range(20):
        for claim in mine:
            judge(claim, page)
            values += len(claim["evidence"])
    spent = time.perf_counter() - indexed
    return 1000 * spent / values, 1000 * (indexed - start)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def main() -> None:
    """Print the figures, and the first faults if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", type=int, default=0, help="print the first N faults")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args()
    figures = measure(list(true_claims()))
    per_value, index = milliseconds_per_value()
    found = rows(figures)
    if options.json:
        data = {name: {"n": n, "percent": share} for name, n, share in found}
        _say(json.dumps({**data, "ms per value": round(per_value, 3)}))
        return
    for name, n, share in found:
        _say(f"{name:40} {n:6} {share:7.2f} %")
    _say(
        f"{'ms per value, 5,000 words, indexed once':40} {per_value:14.3f}  (index {index:.0f} ms)"
    )
    for (kind, name), counts in sorted(figures.by_rule.items()):
        _say(f"  {kind:6} {name:26} {dict(counts)}")
    for fault in figures.faults[: options.errors]:
        _say(" | ".join(map(str, (*fault[:4], json.dumps(fault[4], ensure_ascii=False)[:700]))))


if __name__ == "__main__":
    main()
