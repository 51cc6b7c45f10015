"""What the readers may ask of a language: layout, sentences, quotations, and parses on demand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from pledgebook.model.spans import Span

BlockKind = Literal["heading", "paragraph", "bullet", "turn", "table_row"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A piece of layout.

    Attributes:
        span: the words, without bullet marks, heading marks, speaker label or outer blanks.
            Hard line breaks inside a paragraph stay inside its span.
        kind: heading, paragraph, bullet, turn of a transcript, row of a table.
        label: speaker label of a turn ("MS. JEAN-PIERRE"), number of a bullet, else None.
        level: depth of a heading or bullet, 1 for the outermost.
    """

    span: Span
    kind: BlockKind
    label: Span | None = None
    level: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words in quotation marks; ``inner`` is ``outer`` without its marks.

    ``closed`` is False where a paragraph of a quotation that goes on has no closing mark, or where
    the mark is missing; such a quotation ends with its paragraph and never swallows the next.
    """

    outer: Span
    inner: Span
    closed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One token; ``head`` is the index of its head in the parse (its own for the root)."""

    span: Span
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


class Language(Protocol):
    """One language. Implementations load nothing heavy before ``parse`` is first called."""

    code: str

    def blocks(self, text: str) -> tuple[Block, ...]:
        """Split a text into blocks, in order."""
        ...

    def sentences(self, text: str, blocks: Sequence[Block]) -> tuple[Span, ...]:
        """Split blocks into sentences, in order; no sentence crosses a block."""
        ...

    def quotations(self, text: str, blocks: Sequence[Block]) -> tuple[Quotation, ...]:
        """Find words in quotation marks, in order; straight, curly and mixed marks alike."""
        ...

    def parse(self, text: str, spans: Sequence[Span]) -> tuple[tuple[Token, ...], ...]:
        """Parse each span as one sentence; token spans count in ``text``."""
        ...
