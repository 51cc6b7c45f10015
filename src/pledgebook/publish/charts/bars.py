"""Draws intervals as bars: full to the lower end, hatched to the upper, an arrow where open."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pledgebook.publish import words
from pledgebook.publish.charts.scale import Scale, scale_for
from pledgebook.publish.charts.stages import NAME, Donor, Stages, Step
from pledgebook.publish.charts.sums import Span
from pledgebook.publish.charts.svg import Shape, drawing, fitted, hatch, linked, percent, shape

#: Pixels: head of the picture, a donor's name, a step's words, its bar, and the gaps between.
_HEAD, _NAME, _TEXT, _BAR, _GAP = 26, 20, 17, 12, 6
#: Characters of a name that a phone's width holds.
_FITS = 38
#: Space beyond the largest end, where bars are open upwards.
_ROOM = 1.12


def draw(data: Stages, title: str, finding: str) -> Shape:
    """Draw the donors under each other."""
    shown = [step.span for donor in data.donors if not donor.is_rest for step in donor.steps]
    ends = [end for span in shown for end in (span.low, span.high or 0)]
    scale = scale_for(ends, _ROOM)
    height = _HEAD + sum(map(_height, data.donors))
    inside = [shape("defs", hatch(f"{NAME}-hatch")), *_axis(scale, data.currency, height)]
    top = _HEAD
    for donor in data.donors:
        inside += _donor(donor, scale, top)
        top += _height(donor)
    return drawing(NAME, title, finding, inside, class_="chart", width="100%", height=height)


def _height(donor: Donor) -> int:
    told = [step for step in donor.steps if step.span.entries]
    missing = len(told) < len(donor.steps)
    bar = 0 if donor.is_rest else _BAR
    return _NAME + len(told) * (_TEXT + bar) + missing * _TEXT + 2 * _GAP


def _axis(scale: Scale, currency: str, height: int) -> list[Shape]:
    marks = []
    for n, value in enumerate(scale.marks):
        x = percent(scale.share(value))
        anchor = "start" if n == 0 else "end" if scale.share(value) > 1 - 1 / 12 else "middle"
        label = "0" if n == 0 else words.sum_words(Decimal(f"{value:f}"), currency)
        marks.append(shape("text", label, class_="tick", x=x, y=14, text_anchor=anchor))
        marks.append(shape("line", class_="grid", x1=x, x2=x, y1=20, y2=height))
    return marks


def _donor(donor: Donor, scale: Scale, top: int) -> list[Shape]:
    out = [shape("text", fitted(donor.name, _FITS), class_="name", x=0, y=top + 15)]
    y = top + _NAME
    for number, step in enumerate(donor.steps):
        if step.span.entries:
            out.append(_step(donor, step, number, scale, y))
            y += _TEXT + (0 if donor.is_rest else _BAR)
    silent = [step.name for step in donor.steps if not step.span.entries]
    if silent:
        text = f"none told: {', '.join(silent)}"
        out.append(shape("text", text, class_="quietly", x=0, y=y + 12))
    return out


def _step(donor: Donor, step: Step, number: int, scale: Scale, y: int) -> Shape:
    label = f"{donor.name}, {step.name}: {step.text}"
    words_ = shape("text", f"{step.name}: {step.text}", class_="value", x=0, y=y + 12)
    if donor.is_rest:
        return linked(step.href, label, words_)
    return linked(
        step.href, label, words_, *interval(step.span, scale, y + _TEXT, f"step-{number}")
    )


def interval(span: Span, scale: Scale, y: int, class_: str) -> Sequence[Shape]:
    """Draw one interval; what is open upwards never ends in a point."""
    low = scale.share(span.low)
    parts = [
        shape("rect", class_=f"certain {class_}", x=0, y=y, width=percent(low), height=_BAR - 3)
    ]
    if span.high is None:
        middle = y + (_BAR - 3) / 2
        parts.append(shape("line", class_="open", x1=percent(low), x2="100%", y1=middle, y2=middle))
        head = shape("path", class_="arrow", d="M-9 -4L0 0L-9 4")
        parts.append(shape("svg", head, x="100%", y=middle, class_="loose"))
    elif span.high > span.low:
        parts.append(
            shape(
                "rect",
                class_="uncertain",
                fill=f"url(#{NAME}-hatch)",
                x=percent(low),
                y=y,
                width=percent(scale.share(span.high) - low),
                height=_BAR - 3,
            )
        )
    return parts
