"""Claims marked in a text: the text is cut at every border of a mark, so marks may overlap.

A segment holds the marks that cover it; the words of all segments, joined, are the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from pledgebook.model.spans import Span

Level = Literal["sentence", "value"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A range of a text to be marked.

    Attributes:
        start, end: half-open, in code points of the text.
        kind: kind of claim (colour), a key of the vocabulary.
        label: words shown at the mark, so that colour is never the only sign.
        target: fragment or address that the mark leads to, None for none.
        level: what is marked: a whole sentence, or the words of one value.
    """

    start: int
    end: int
    kind: str
    label: str
    target: str | None = None
    level: Level = "value"


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A run of text with the same marks throughout.

    Attributes:
        text: the words.
        kind: kind of the innermost mark, None where none covers the run.
        target: where the innermost mark leads.
        labels: labels of the marks that begin here.
        depth: how many marks cover the run.
        title: all labels that cover the run, for the tooltip.
        level: level of the innermost mark.
    """

    text: str
    kind: str | None = None
    target: str | None = None
    labels: tuple[str, ...] = ()
    depth: int = 0
    title: str = ""
    level: Level | None = None


def segments(text: str, marks: Iterable[Mark], window: Span | None = None) -> tuple[Segment, ...]:
    """Cut ``text`` (or a window of it) at the borders of its marks.

    Marks that lie outside the window or are empty are left out; others are cut to it.
    """
    if window is None:
        window = Span(0, len(text))
    end = min(window.end, len(text))
    inside = [m for m in marks if m.start < m.end and m.start < end and window.start < m.end]
    cuts = _cuts(inside, min(window.start, end), end)
    return tuple(_run(text, inside, cuts))


def _cuts(marks: Sequence[Mark], start: int, end: int) -> list[int]:
    borders = {start, end}
    for mark in marks:
        borders.update((max(mark.start, start), min(mark.end, end)))
    return sorted(borders)


def _run(text: str, marks: Sequence[Mark], cuts: list[int]) -> Iterable[Segment]:
    """Sweep once over the cuts, keeping the marks that are open."""
    waiting = sorted(marks, key=lambda m: (m.start, m.end))
    open_marks: list[Mark] = []
    position = 0
    for start, end in pairwise(cuts):
        open_marks = [m for m in open_marks if m.end > start]
        begun = []
        while position < len(waiting) and waiting[position].start <= start:
            begun.append(waiting[position])
            position += 1
        open_marks += [m for m in begun if m.end > start]
        yield _segment(text[start:end], open_marks, begun)


def _segment(words: str, covering: Sequence[Mark], begun: Sequence[Mark]) -> Segment:
    if not covering:
        return Segment(text=words)
    inner = min(covering, key=lambda m: (m.end - m.start, m.start, m.label))
    return Segment(
        text=words,
        kind=inner.kind,
        target=inner.target,
        labels=tuple(dict.fromkeys(m.label for m in begun if m.label)),
        depth=len(covering),
        title=", ".join(dict.fromkeys(m.label for m in covering if m.label)),
        level=inner.level,
    )
