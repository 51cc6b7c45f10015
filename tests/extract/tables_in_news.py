"""Tables of texts and what they tell, one a line: state, claims, text; all texts are our own.

A line is ``read`` where every claim of it is found and no other, ``open`` where one is missed.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A text of a table.

    Attributes:
        text: its words.
        told: each claim in the short form of its table; none where it tells nothing.
        read: whether the reader finds all of them.
    """

    text: str
    told: frozenset[str]
    read: bool


def lines(name: str) -> list[Line]:
    """Read ``NAME.tsv`` beside this file; its first line names the columns."""
    rows = Path(__file__).with_name(f"{name}.tsv").read_text("utf-8").splitlines()[1:]
    return [_line(*row.split("\t")) for row in rows]


def _line(state: str, told: str, text: str) -> Line:
    claims = frozenset(told.split(" | ")) if told else frozenset()
    return Line(text=text, told=claims, read=state == "read")
