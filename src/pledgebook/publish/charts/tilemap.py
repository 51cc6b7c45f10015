"""Draws the tiles of the states, region by region, so that a phone shows them under each other."""

from __future__ import annotations

from pledgebook.publish.charts.svg import Shape, drawing, linked, shape
from pledgebook.publish.charts.tiles import NAME, Part, Tile, TileMap

#: Pixels: a tile with its gap, and the tile; nine of them fit on a phone.
_PITCH, _TILE = 35, 32


def draw(data: TileMap, title: str, finding: str) -> Shape:
    """Draw the regions; the whole is named by the picture's title and described by its finding."""
    parts = [_part(part, number) for number, part in enumerate(data.parts)]
    return shape("div", *parts, class_="regions", role="group", aria_label=f"{title}. {finding}")


def _part(part: Part, number: int) -> Shape:
    width, height = part.columns * _PITCH, part.rows * _PITCH
    svg = drawing(
        f"{NAME}-{number}", part.name, part.finding, map(_tile, part.tiles),
        class_="chart tiles", view_box=f"0 0 {width} {height}", width=width, height=height,
    )  # fmt: skip
    heading = shape("p", part.name, class_="region", aria_hidden="true")
    return shape("div", heading, svg)


def _tile(tile: Tile) -> Shape:
    x, y = tile.column * _PITCH + 1, tile.row * _PITCH + 1
    frame = f"tile{' attended' * tile.attended}{' promised' * tile.promised}"
    marks = [
        shape("rect", class_=frame, x=x, y=y, width=_TILE, height=_TILE, rx=3),
        shape("text", tile.code, x=x + _TILE / 2, y=y + 15, text_anchor="middle"),
    ]
    if tile.label is None:
        return shape("g", *marks, class_="untold", aria_hidden="true")
    if tile.attended:
        marks.append(shape("circle", class_="dot", cx=x + 10, cy=y + 24, r=4))
    if tile.promised:
        marks.append(shape("rect", class_="square", x=x + 18, y=y + 20, width=8, height=8))
    return linked(tile.href, tile.label, *marks)
