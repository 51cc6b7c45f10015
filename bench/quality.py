"""``make quality``: every quality figure, from one command with default settings.

Runs the readers over the development sets beside the checkout (../shared), scores them with the
sets' own scorers, prints every figure and writes docs/quality.md. A set that is not there is
reported as such.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sample_score import score as sample_score
from seed_score import score as seed_score
from shared_material import ROOT, SHARED, rows_of

Row = tuple[str, str, str]

KIEL = (
    ("whole", "whole records right"),
    ("whole_many", "whole records right, texts with several figures"),
    ("donor", "donor right"),
    ("donor_hard", "donor right where others are named too"),
    ("aid_type", "aid type right"),
    ("aid_type_balanced", "aid type right, balanced"),
    ("amount_recall", "amounts recall"),
    ("amount_precision_gold", "amounts precision against the coded figures"),
    ("amount_precision_literal", "amounts precision, literally in the text"),
    ("currency", "currency right, of all gold amounts"),
    ("item_unit_recall", "item with its number, recall"),
    ("claims_per_text", "commitments per text (a number, not a share)"),
    ("record_score", "record score"),
)
MODES = ("all", "direct", "mixed", "indirect")


def claims_of(path: Path, *options: str) -> str:
    """Run ``pledgebook read`` as a user would, and give what it prints."""
    command = [sys.executable, "-m", "pledgebook", "read", str(path), "--format", "jsonl", *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    if done.returncode not in (0, 1):
        raise SystemExit(f"read failed on {path.name}: {done.stderr[-500:]}")
    return done.stdout


def scored(script: Path, claims: str, *options: str) -> dict[str, Any]:
    """Run a set's own scorer on claims and give its figures."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.write(claims)
        file.flush()
        named = [file.name if option == "{claims}" else option for option in options]
        done = subprocess.run(
            [sys.executable, str(script), *named], capture_output=True, text=True, check=True
        )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def kiel_rows() -> Iterator[Row]:
    """Aid tracker explanations: text to record."""
    folder = SHARED / "bench" / "kiel_dev"
    claims = claims_of(folder / "input.jsonl")
    figures = scored(folder / "score.py", claims, "--claims", "{claims}", "--json")
    for key, name in KIEL:
        value = figures[key]
        yield "kiel_dev", name, f"{value:.2f}" if key == "claims_per_text" else f"{value:.1%}"


def polnear_rows() -> Iterator[Row]:
    """Who said what, in news."""
    folder = SHARED / "bench" / "polnear_dev"
    claims = claims_of(folder / "input.jsonl")
    figures = scored(folder / "score.py", claims, "{claims}", "--json")
    for key, name in (
        ("content_overlap", "content overlap F1"),
        ("content_exact", "content exact F1"),
        ("triple_overlap", "triple F1"),
    ):
        for mode in MODES:
            yield "polnear_dev", f"{name}, {mode}", f"{figures[mode][key]['f1']:.1%}"
    yield "polnear_dev", "source accuracy", f"{figures['all']['source_accuracy']:.1%}"


def seed_rows() -> Iterator[Row]:
    """The seed article against its claims by hand."""
    folder = SHARED / "seed"
    printed = claims_of(folder / "article.txt", "--published", "2025-03-03")
    claims = [json.loads(row) for row in printed.split("\n") if row.strip()]
    gold = rows_of(folder / "gold.jsonl")
    result = seed_score(claims, gold)
    wanted = [g for g in gold if not g.get("optional")]
    fields = [name for want, _, wrong in result.pairs if not want.get("optional") for name in wrong]
    yield "seed", "gold claims found", f"{len(wanted) - len(result.missed)} of {len(wanted)}"
    yield "seed", "false claims", str(len(result.false))
    yield "seed", "fields that differ among those found", f"{len(fields)} {sorted(set(fields))}"


def sample_rows() -> Iterator[Row]:
    """The sample sources against the facts labelled by hand."""
    for kind, (hit, labelled, unknown) in sample_score().items():
        yield "sample", f"{kind}: labelled facts found", f"{hit} of {labelled}"
        yield "sample", f"{kind}: facts that no label knows", str(unknown)


def gate_rows() -> Iterator[Row]:
    """True claims and mutated ones through the gate."""
    script = ROOT / "tests" / "quality" / "gate_quality.py"
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=True)
    for line in done.stdout.split("\n")[:5]:
        name, *figures = line.split("  ")
        yield "gate", name.strip(), " ".join(" ".join(figures).split())


def rows() -> Iterator[Row]:
    """Every figure of every set."""
    yield from sample_rows()
    yield from gate_rows()
    for name, make in (("seed", seed_rows), ("kiel_dev", kiel_rows), ("polnear_dev", polnear_rows)):
        there = SHARED / "seed" if name == "seed" else SHARED / "bench" / name
        if there.is_dir():
            yield from make()
        else:
            yield name, "not measured: the set is not beside the checkout", "-"


def markdown(found: list[Row]) -> str:
    """Write the figures as a page."""
    head = (ROOT / "docs" / "quality-head.md").read_text("utf-8")
    lines = [head.rstrip(), "", "| set | figure | value |", "|---|---|---|"]
    lines.extend(f"| {a} | {b} | {c} |" for a, b, c in found)
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", type=Path, help="page to write the figures to")
    given = parser.parse_args()
    found = []
    for row in rows():
        print(f"{row[0]:<12} {row[1]:<52} {row[2]}", flush=True)
        found.append(row)
    if given.write is not None:
        given.write.write_text(markdown(found), encoding="utf-8")


if __name__ == "__main__":
    main()
