"""Draws sums over time as steps: one panel for each line, all on one scale."""

from __future__ import annotations

from decimal import Decimal

from pledgebook.publish import words
from pledgebook.publish.charts.cumulative import NAME, Line, OverTime, Step
from pledgebook.publish.charts.scale import Scale, scale_for
from pledgebook.publish.charts.svg import Shape, drawing, hatch, linked, percent, shape

#: Pixels: a panel's words, its plot, the gap below it, and the days at the foot.
_WORDS, _PLOT, _GAP, _FOOT = 34, 84, 16, 20
#: Space above the largest end, where a line is open upwards.
_ROOM = 1.25


def draw(data: OverTime, title: str, finding: str) -> Shape:
    """Draw the lines under each other."""
    spans = [step.total for line in data.lines for step in line.steps]
    scale = scale_for((e for s in spans for e in (s.low, s.high or 0)), _ROOM)
    inside = [shape("defs", hatch(f"{NAME}-hatch"))]
    panel = _WORDS + _PLOT + _GAP
    for number, line in enumerate(data.lines):
        inside += _panel(line, number, scale, data.currency, panel * number)
    height = panel * len(data.lines) + _FOOT
    inside += [
        shape("text", data.first, class_="tick", x=0, y=height - 6),
        shape("text", data.last, class_="tick", x="100%", y=height - 6, text_anchor="end"),
    ]
    if data.first == data.last:
        inside.pop()
    return drawing(NAME, title, finding, inside, class_="chart", width="100%", height=height)


def _panel(line: Line, number: int, scale: Scale, currency: str, top: int) -> list[Shape]:
    base = top + _WORDS + _PLOT
    out = [
        shape("text", line.title.capitalize(), class_="name", x=0, y=top + 14),
        shape("text", f"in the end {line.text}", class_="quietly", x=0, y=top + 29),
    ]
    following = [step.share for step in line.steps[1:]]
    ends = [*following, 1.0]
    for step, end in zip(line.steps, ends, strict=False):
        out.append(_step(line, step, end, f"step-{number}", scale, base))
    for mark in scale.marks:
        y = base - scale.share(mark) * _PLOT
        out.append(shape("line", class_="grid", x1=0, x2="100%", y1=y, y2=y))
        if mark:
            text = words.sum_words(Decimal(f"{mark:f}"), currency)
            tick = shape("text", text, class_="tick", x=0, y=y - 3)
            out.append(tick)
    return out


def _step(line: Line, step: Step, end: float, class_: str, scale: Scale, base: int) -> Shape:
    label = f"{step.label}, {line.title}: {step.text} in all"
    x, width = percent(step.share), percent(end - step.share)
    low = scale.share(step.total.low) * _PLOT
    parts = [
        shape("rect", class_=f"certain {class_}", x=x, y=base - low, width=width, height=low),
        shape("line", class_="edge", x1=x, x2=percent(end), y1=base - low, y2=base - low),
    ]
    high = step.total.high
    top = _PLOT if high is None else scale.share(high) * _PLOT
    if top > low:
        fill = f"url(#{NAME}-hatch)"
        class_ = "unbounded" if high is None else "uncertain"
        parts.append(
            shape(
                "rect", class_=class_, fill=fill, x=x, y=base - top, width=width, height=top - low
            )
        )
    if high is None:
        head = shape("path", class_="arrow", d="M-4 9L0 0L4 9M0 0V14")
        parts.append(
            shape("svg", head, class_="loose", x=percent((step.share + end) / 2), y=base - _PLOT)
        )
    return linked(step.href, label, *parts)
