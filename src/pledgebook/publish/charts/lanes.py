"""Draws lanes of columns over time."""

from __future__ import annotations

from pledgebook.publish import words
from pledgebook.publish.charts.svg import Shape, drawing, linked, percent, shape
from pledgebook.publish.charts.timeline import NAME, Lane, Timeline

#: Pixels: a lane's words, its columns, the gap below, the days at the foot, a column's width.
_WORDS, _HIGH, _GAP, _FOOT, _WIDE = 36, 36, 12, 20, 5


def draw(data: Timeline, title: str, finding: str) -> Shape:
    """Draw the lanes under each other."""
    inside: list[Shape] = []
    pitch = _WORDS + _HIGH + _GAP
    for number, lane in enumerate(data.lanes):
        inside += _lane(lane, pitch * number)
    height = pitch * len(data.lanes) + _FOOT
    inside.append(shape("text", data.first, class_="tick", x=0, y=height - 6))
    if data.last != data.first:
        last = shape("text", data.last, class_="tick", x="100%", y=height - 6, text_anchor="end")
        inside.append(last)
    return drawing(NAME, title, finding, inside, class_="chart", width="100%", height=height)


def _lane(lane: Lane, top: int) -> list[Shape]:
    base = top + _WORDS + _HIGH
    most = max(column.count for column in lane.columns)
    name = f"{lane.name}: {lane.total:,}"
    high = f"highest column {most:,}"
    out = [
        shape("text", name, class_="name", x=0, y=top + 14),
        shape("text", high, class_="tick", x=0, y=top + 29),
        shape("line", class_="grid", x1=0, x2="100%", y1=base, y2=base),
    ]
    for column in lane.columns:
        size = max(3.0, _HIGH * column.count / most)
        many = words.counted(column.count, "entry", "entries")
        label = f"{column.label}, {lane.name.lower()}: {many}"
        bar = shape("rect", x=-_WIDE / 2, y=-size, width=_WIDE, height=size)
        place = shape(
            "svg", bar, class_=f"loose column k-{lane.kind}", x=percent(column.share), y=base
        )
        out.append(linked(column.href, label, place))
    return out
