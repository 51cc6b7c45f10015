"""Floors of the quality figures: what they are, which figure fell, and that they only go up.

``make floors`` raises each floor of floors.yaml to just under the figure of today. It never lowers
one: a figure that fell is a fault of the change that made it fall. A floor goes only where the set
or its scorer is another one, and then stands under ``retired`` with its reason.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml

PATH = Path(__file__).with_name("floors.yaml")

#: How far under the figure of today a floor of a share stands, in points: a parse differs now and
#: then with the machine's arithmetic, and moves a share of some hundred texts by a few tenths.
MARGIN = 0.5

Direction = Literal["at_least", "at_most"]
Key = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One quality figure.

    Attributes:
        of: the set that it is measured on.
        name: what is measured.
        value: the figure; a share in per cent, or a count.
        shown: the figure as printed, with what it is a share of.
        share: False for a count, whose floor is the count itself.
    """

    of: str
    name: str
    value: float
    shown: str
    share: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """The worst value that a figure may have: the least, or for faults the most."""

    limit: float
    direction: Direction = "at_least"

    def holds(self, value: float) -> bool:
        """Say whether a figure keeps to its floor."""
        return value >= self.limit if self.direction == "at_least" else value <= self.limit

    def stricter(self, other: Floor) -> bool:
        """Say whether this floor asks for more than another one."""
        return not self.holds(other.limit)

    def __str__(self) -> str:
        """Print as a bound."""
        return f"{'≥' if self.direction == 'at_least' else '≤'} {self.limit:g}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """The floors file.

    Attributes:
        floors: by set and figure.
        without: figures that have none, each with the reason.
        retired: floors that left with their figure or that a set which changed no longer earns,
            each with the reasons, which begin with the floor that they take leave of ("≥ 40: ").
    """

    floors: dict[Key, Floor]
    without: dict[Key, str]
    retired: dict[Key, tuple[str, ...]]

    def of(self, figure: Figure) -> Floor | None:
        """Give the floor of a figure, None where it has none."""
        return self.floors.get((figure.of, figure.name))


def load(text: str | None = None) -> Floors:
    """Read the floors file, or a text in its form (an earlier version)."""
    data: dict[str, Any] = yaml.safe_load(PATH.read_text("utf-8") if text is None else text)
    floors = {
        key: Floor(limit=float(limit), direction=direction)
        for key, row in _flat(data["floors"])
        for direction, limit in row.items()
    }
    without = dict(_flat(data.get("without") or {}))
    # One reason may stand alone, without a list.
    retired = {
        key: (reasons,) if isinstance(reasons, str) else tuple(reasons)
        for key, reasons in _flat(data.get("retired") or {})
    }
    return Floors(floors=floors, without=without, retired=retired)


def _flat(data: Mapping[str, Mapping[str, Any]]) -> Iterable[tuple[Key, Any]]:
    return [((of, name), row) for of, rows in data.items() for name, row in rows.items()]


def fallen(figures: Iterable[Figure], floors: Floors) -> list[str]:
    """Name the figures below their floor, and those that have neither a floor nor a reason."""
    faults = []
    for figure in figures:
        floor = floors.of(figure)
        if floor is None and (figure.of, figure.name) not in floors.without:
            faults.append(f"{figure.of}: {figure.name}: no floor; run make floors")
        elif floor is not None and not floor.holds(figure.value):
            faults.append(f"{figure.of}: {figure.name}: {figure.shown}, floor {floor}")
    return faults


def lowered(before: Floors, now: Floors) -> list[str]:
    """Name the floors of an earlier version that were lowered, or left without a reason."""
    faults = []
    for key, old in before.floors.items():
        new = now.floors.get(key)
        if any(reason.startswith(f"{old}: ") for reason in now.retired.get(key, ())):
            continue
        if new is None:
            faults.append(f"{': '.join(key)}: the floor {old} is gone")
        elif old.stricter(new):
            faults.append(f"{': '.join(key)}: lowered from {old} to {new}")
    return faults


def raised(figures: Iterable[Figure], floors: Floors) -> Floors:
    """Give the floors, each raised to just under its figure where that is more; none is lowered."""
    found = dict(floors.floors)
    for figure in figures:
        key = (figure.of, figure.name)
        if key in floors.without:
            continue
        old = floors.of(figure)
        new = just_under(figure, old.direction if old else "at_least")
        if old is None or new.stricter(old):
            found[key] = new
    return Floors(floors=found, without=floors.without, retired=floors.retired)


def just_under(figure: Figure, direction: Direction) -> Floor:
    """Give the floor that a figure of today earns."""
    margin = MARGIN if figure.share else 0.0
    if direction == "at_least":
        return Floor(limit=math.floor(10 * (figure.value - margin)) / 10, direction=direction)
    return Floor(limit=math.ceil(10 * (figure.value + margin)) / 10, direction=direction)


def write(floors: Floors) -> None:
    """Write the floors file, its head kept."""
    head = PATH.read_text("utf-8").split("\nfloors:", maxsplit=1)[0]
    rows: dict[str, dict[str, dict[str, float]]] = {}
    for (of, name), floor in floors.floors.items():
        limit = int(floor.limit) if floor.limit == int(floor.limit) else floor.limit
        rows.setdefault(of, {})[name] = {floor.direction: limit}
    body = "".join(
        f"\n  {of}:\n"
        + "\n".join(f"    {_text(name)}: {_row(row)}" for name, row in figures.items())
        for of, figures in rows.items()
    )
    PATH.write_text(f"{head}\nfloors:{body}\n", encoding="utf-8")


def _text(name: str) -> str:
    return json.dumps(name, ensure_ascii=False)


def _row(row: Mapping[str, float]) -> str:
    ((direction, limit),) = row.items()
    return f"{{{direction}: {limit}}}"
