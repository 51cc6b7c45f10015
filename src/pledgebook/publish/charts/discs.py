"""Draws donors by recipients: a disc for what is certain, a ring for what may be more."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from pledgebook.publish.charts.matrix import NAME, Matrix, Square
from pledgebook.publish.charts.svg import Shape, drawing, fitted, hatch, linked, shape

#: Pixels: the donors' column, a recipient's column, the head, a row, the largest disc.
_NAMES, _COLUMN, _HEAD, _ROW, _RADIUS = 130, 80, 52, 62, 17
#: Characters that fit into a name's line and a column's line, and lines that fit.
_ROW_LINE, _COLUMN_LINE, _LINES = 19, 12, 3


def draw(data: Matrix, title: str, finding: str) -> Shape:
    """Draw the matrix; on a narrow screen it scrolls in its own box."""
    largest = max(
        (
            float(max(square.span.low, square.span.high or 0))
            for row in data.squares
            for square in row
            if not square.is_rest
        ),
        default=0.0,
    )
    width = _NAMES + _COLUMN * len(data.recipients)
    height = _HEAD + _ROW * len(data.donors)
    inside = [shape("defs", hatch(f"{NAME}-hatch")), *_names(data)]
    for number, row in enumerate(data.squares):
        top = _HEAD + _ROW * number
        inside.append(shape("line", class_="grid", x1=0, x2=width, y1=top, y2=top))
        for column, square in enumerate(row):
            x = _NAMES + _COLUMN * column + _COLUMN / 2
            inside.append(_square(square, x, top, largest or 1.0))
    return drawing(NAME, title, finding, inside, class_="chart", width=width, height=height)


def _names(data: Matrix) -> list[Shape]:
    out: list[Shape] = []
    for column, name in enumerate(data.recipients):
        x = _NAMES + _COLUMN * column + _COLUMN / 2
        out += _lines(name, _COLUMN_LINE, "tick", x, 12, "middle")
    for number, name in enumerate(data.donors):
        out += _lines(name, _ROW_LINE, "name", 0, _HEAD + _ROW * number + 22, "start")
    return out


def _lines(name: str, fits: int, class_: str, x: float, y: int, anchor: str) -> Iterable[Shape]:
    for number, line in enumerate(broken(name, fits)):
        yield shape("text", line, class_=class_, x=x, y=y + 14 * number, text_anchor=anchor)


def broken(name: str, fits: int) -> list[str]:
    """Break a name into lines at blanks; what is too long ends in an ellipsis."""
    lines: list[str] = [""]
    for word in name.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= fits or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    kept = [fitted(line, fits) for line in lines[:_LINES]]
    return kept if len(lines) <= _LINES else [*kept[:-1], kept[-1][: fits - 1] + "…"]


def _square(square: Square, x: float, top: int, largest: float) -> Shape:
    if not square.span.entries:
        return shape("circle", class_="nothing", cx=x, cy=top + 24, r=1.5)
    label = f"{square.donor} to {square.recipient}: {square.text}"
    disc = [] if square.is_rest else _disc(square, x, top + 24, largest)
    return linked(square.href, label, *disc, *_short(square, x, top + (54 if disc else 30)))


def _disc(square: Square, x: float, y: float, largest: float) -> list[Shape]:
    span = square.span
    out: list[Shape] = []
    if span.count > square.silent:
        low = _radius(float(span.low), largest)
        if span.high is not None and span.high > span.low:
            ring = _radius(float(span.high), largest)
            fill = f"url(#{NAME}-hatch)"
            out.append(shape("circle", class_="uncertain", fill=fill, cx=x, cy=y, r=ring))
        if low or span.low:
            out.append(shape("circle", class_="certain step-0", cx=x, cy=y, r=max(low, 2.0)))
        if span.high is None:
            head = shape("path", class_="arrow", d="M0 0H16M10 -4L16 0L10 4")
            out.append(shape("svg", head, class_="loose", x=x + max(low, 2.0), y=y))
    if square.silent:
        place = x - _COLUMN / 2 + 12 if out else x
        out.append(shape("path", class_="hollow", d=_diamond(place, y)))
    return out


def _radius(value: float, largest: float) -> float:
    return _RADIUS * math.sqrt(value / largest)


def _diamond(x: float, y: float) -> str:
    return f"M{x:g} {y - 6:g}L{x + 6:g} {y:g}L{x:g} {y + 6:g}L{x - 6:g} {y:g}Z"


def _short(square: Square, x: float, y: float) -> Sequence[Shape]:
    """Write the interval below the disc, with signs for its bounds."""
    if square.span.count == square.silent:
        text = f"{square.silent} without"
    else:
        text = square.text.partition(" and ")[0]
        text = text.replace("at least ", "≥ ").replace("up to ", "≤ ").replace("about ", "≈ ")
    return [shape("text", text, class_="small", x=x, y=y, text_anchor="middle")]
