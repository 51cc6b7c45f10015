"""Where a state's tile stands: the hand-made ``resources/tile_grid.yaml``, read and checked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the world: its name, and tiles row by row (None is no tile)."""

    name: str
    rows: tuple[tuple[str | None, ...], ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """ISO 3166-1 alpha-3 codes of its tiles, row by row."""
        return tuple(code for row in self.rows for code in row if code is not None)


@cache
def regions() -> tuple[Region, ...]:
    """Read the grid; raises ValueError where a row has another width or a code stands twice."""
    path = files("pledgebook.publish.charts") / "resources" / "tile_grid.yaml"
    found = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)["regions"]
    grid = tuple(Region(one["name"], tuple(map(_row, one["rows"]))) for one in found)
    codes = [code for region in grid for code in region.codes]
    if len(set(codes)) < len(codes):
        raise ValueError("tile_grid.yaml: a code stands twice")
    if any(len({len(row) for row in region.rows}) > 1 for region in grid):
        raise ValueError("tile_grid.yaml: the rows of a region differ in width")
    return grid


def _row(text: str) -> tuple[str | None, ...]:
    return tuple(None if code == "." else code for code in text.split())
