"""A stretch of a source's text, cut where the claims that it carries begin and end.

Claims overlap: one sentence may carry a statement, a commitment and a condition. A run keeps every
claim that covers it, so that the page can draw each, and knows those that begin in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A claim's place in a text.

    Attributes:
        span: its sentence.
        place: where in the sentence its sign stands.
        kind: kind of the claim.
        number: its number on the page of its source, from 1.
        anchor: fragment of the claim in the list beside the text; None where it is listed on
            another page.
        slot: number that the claim's words and its line in the list share within one block;
            0 where the block has too many to tell them apart by colour alone.
    """

    span: Span
    place: int
    kind: Kind
    number: int
    anchor: str | None
    slot: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A claim that begins at a run: the sign at its first word leads to the list and back."""

    number: int
    kind: Kind
    anchor: str
    slot: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words that the same claims cover throughout.

    Attributes:
        text: the words.
        kinds: kinds of the claims that cover them, each once, the widest claim first.
        slots: slots of those claims.
        begins: claims that begin here.
        target: fragment of the shortest claim that covers the words, None for none.
        silent: True for words of a sentence that carries no claim.
    """

    text: str
    kinds: tuple[Kind, ...] = ()
    slots: tuple[int, ...] = ()
    begins: tuple[Begun, ...] = ()
    target: str | None = None
    silent: bool = False


def runs(
    text: str, window: Span, marked: Sequence[Marked], silent: Iterable[Span] = ()
) -> tuple[Run, ...]:
    """Cut a window of a text at the borders of claims and silent sentences; no word is lost.

    A claim with an empty span is not marked.
    """
    inside = [m for m in marked if m.span.start < window.end and window.start < m.span.end]
    quiet = [s for s in silent if s.start < window.end and window.start < s.end]
    cuts = {window.start, min(window.end, len(text))}
    cuts.update(m.place for m in inside if window.start < m.place < window.end)
    for span in (*(m.span for m in inside), *quiet):
        cuts.update((max(span.start, window.start), min(span.end, window.end)))
    return tuple(
        _run(text[start:end], start, inside, quiet) for start, end in pairwise(sorted(cuts))
    )


def _run(words: str, start: int, inside: Sequence[Marked], quiet: Sequence[Span]) -> Run:
    covering = [m for m in inside if m.span.start <= start < m.span.end]
    covering.sort(key=lambda m: (-len(m.span), m.number))
    begun = (m for m in covering if m.place == start)
    return Run(
        text=words,
        kinds=tuple(dict.fromkeys(m.kind for m in covering)),
        slots=tuple(m.slot for m in covering if m.slot),
        begins=tuple(
            Begun(number=m.number, kind=m.kind, anchor=m.anchor, slot=m.slot)
            for m in sorted(begun, key=lambda m: m.number)
            if m.anchor is not None
        ),
        target=covering[-1].anchor if covering else None,
        silent=not covering and any(s.start <= start < s.end for s in quiet),
    )
