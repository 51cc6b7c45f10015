"""``make quality``: every quality figure beside its floor, from one command, default settings.

Prints the figures of all sets (quality_sets.py) and writes docs/quality.md. A set that is not
beside the checkout is reported as such. ``make floors`` measures the same and raises the floors.
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections.abc import Iterator
from pathlib import Path

import floors
from quality_sets import SETS, figures_of, missing
from shared_material import ROOT

Row = tuple[str, str, str, str]

#: The same figures where a release's manifest takes them from.
RELEASED = ROOT / "src" / "pledgebook" / "exchange" / "resources" / "reader_quality.csv"


def row_of(figure: floors.Figure, limits: floors.Floors) -> Row:
    """Give a figure as printed: set, name, value, floor."""
    floor = limits.of(figure)
    shown = "none" if floor is None else str(floor)
    fell = floor is not None and not floor.holds(figure.value)
    return figure.of, figure.name, figure.shown, f"{shown} (fell)" if fell else shown


def measured() -> Iterator[tuple[str, list[floors.Figure]]]:
    """Every figure of every set, set by set; none of a set that is not there."""
    for of in SETS:
        yield of, [] if missing(of) else figures_of(of)


def markdown(found: list[Row]) -> str:
    """Write the figures as a page."""
    head = (ROOT / "docs" / "quality-head.md").read_text("utf-8")
    lines = [head.rstrip(), "", "| set | figure | value | floor |", "|---|---|---|---|"]
    lines.extend(f"| {' | '.join(row)} |" for row in found)
    return "\n".join(lines) + "\n"


def table(found: list[Row]) -> str:
    """Write the figures as the table that goes into every release of a book."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([("set", "figure", "value", "floor"), *found])
    return out.getvalue()


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", type=Path, help="page to write the figures to")
    parser.add_argument("--raise-floors", action="store_true", help="raise the floors as well")
    given = parser.parse_args()
    limits, figures, rows = floors.load(), [], []
    for of, found in measured():
        figures.extend(found)
        made = [row_of(figure, limits) for figure in found]
        made = made or [(of, f"not measured: {missing(of)} is not there", "-", "-")]
        for row in made:
            print(f"{row[0]:<12} {row[1]:<52} {row[2]:<20} {row[3]}", flush=True)
        rows.extend(made)
    if given.write is not None:
        given.write.write_text(markdown(rows), encoding="utf-8")
        RELEASED.write_text(table(rows), encoding="utf-8")
    if given.raise_floors:
        limits = floors.raised(figures, limits)
        floors.write(limits)
    if low := floors.fallen(figures, limits):
        print("\n".join(["", *low]), file=sys.stderr)


if __name__ == "__main__":
    main()
