"""A few SVG elements as values, and their writing: everything escaped, no style, no script.

Colours and fonts come from ``static/pict.css`` through classes, so that dark mode works. Places
along the width are percentages and those along the height pixels: a picture fills the width it is
given and its words keep their size.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

#: Attributes whose names are no Python names.
_NAMES = {"class_": "class", "view_box": "viewBox", "aspect": "preserveAspectRatio"}
#: Attributes that keep their capital.
_KEPT = frozenset({"patternUnits", "patternTransform"})


@dataclass(frozen=True, slots=True)
class Shape:
    """An element: its name, its attributes in order, and what stands in it."""

    tag: str
    attributes: tuple[tuple[str, str], ...]
    inside: tuple[Shape | str, ...]


def shape(tag: str, *inside: Shape | str, **attributes: object) -> Shape:
    """Make an element; an attribute of None is left out, ``stroke_width`` is ``stroke-width``."""
    given = ((_name(k), _text(v)) for k, v in attributes.items() if v is not None)
    return Shape(tag, tuple(given), inside)


def _name(name: str) -> str:
    if name in _KEPT:
        return name
    return _NAMES.get(name) or name.replace("_", "-")


def _text(value: object) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def percent(share: float) -> str:
    """Write a share of the width: ``0.25`` is ``25%``."""
    return f"{_text(share * 100)}%"


def fitted(name: str, most: int) -> str:
    """Cut a name that would run out of the picture; its whole stands in titles and the table."""
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"


def linked(href: str | None, label: str, *inside: Shape) -> Shape:
    """Put marks under a link that says what they show; without an address only the words."""
    title = shape("title", label)
    if href is None:
        return shape("g", title, *inside)
    return shape("a", title, *inside, href=href, aria_label=label)


def hatch(name: str) -> Shape:
    """A pattern of slanting lines, for what is not certain: not told by its colour alone."""
    line = shape("line", class_="hatch", x1=0, y1=0, x2=0, y2=6)
    return shape(
        "pattern", line, id=name, width=6, height=6,
        patternUnits="userSpaceOnUse", patternTransform="rotate(45)",
    )  # fmt: skip


def drawing(
    name: str, title: str, finding: str, inside: Iterable[Shape], **attributes: object
) -> Shape:
    """Make a whole picture: named by its title and described by what it shows, in words."""
    return shape(
        "svg",
        shape("title", title, id=f"{name}-title"),
        shape("desc", finding, id=f"{name}-finding"),
        *inside,
        role="group",
        aria_labelledby=f"{name}-title",
        aria_describedby=f"{name}-finding",
        **attributes,
    )


def written(one: Shape | str, root: str = "") -> Markup:
    """Write an element; addresses in it are given from the root of the site."""
    parts: list[str] = []
    _write(one, root, parts)
    return Markup("".join(parts))  # noqa: S704 - every word and value in it is escaped


def _write(one: Shape | str, root: str, parts: list[str]) -> None:
    if isinstance(one, str):
        parts.append(str(escape(one)))
        return
    parts.append(f"<{one.tag}")
    for name, value in one.attributes:
        way = root if name == "href" and not value.startswith("#") else ""
        parts.append(f' {name}="{escape(way + value)}"')
    if not one.inside:
        parts.append("/>")
        return
    parts.append(">")
    for part in one.inside:
        _write(part, root, parts)
    parts.append(f"</{one.tag}>")
