"""Places in a text, and the words that stand there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

EvidencePlace = Literal["text", "title", "publisher"]


class SpanError(ValueError):
    """A span does not lie inside its text, or its quote is not what stands there."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points of one text.

    Attributes:
        start: offset of the first code point.
        end: offset after the last code point; always greater than or equal to ``start``.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a range that runs backwards or starts before the text."""
        if self.start < 0 or self.end < self.start:
            message = f"span {self.start}..{self.end} is not a range of a text"
            raise SpanError(message)

    def __len__(self) -> int:
        """Number of code points."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """Give the words of ``text`` that stand in this range."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Say whether ``other`` lies wholly inside this range."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Say whether the two ranges share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words that one value of a claim rests on.

    Attributes:
        field: dotted path of the value (``amount``, ``items.0.quantity``, ``content.1``).
        start: offset of the first code point in the string named by ``place``.
        end: offset after the last one.
        quote: the words; always ``string[start:end]``.
        place: which string the offsets count in: the snapshot's text, or the title or
            publisher of its source. Written as ``in`` in JSON, and left out when ``text``.
    """

    field: str
    start: int
    end: int
    quote: str
    place: EvidencePlace = "text"

    def __post_init__(self) -> None:
        """Refuse evidence without words or whose quote has another length than its span."""
        if not self.quote or self.end - self.start != len(self.quote) or self.start < 0:
            message = (
                f"evidence for {self.field}: span {self.start}..{self.end} does not fit its quote"
            )
            raise SpanError(message)

    @property
    def span(self) -> Span:
        """The range alone."""
        return Span(self.start, self.end)

    @classmethod
    def cut(cls, field: str, text: str, span: Span, place: EvidencePlace = "text") -> Evidence:
        """Cut evidence for ``field`` out of ``text``; raises SpanError outside the text."""
        if span.end > len(text):
            message = f"evidence for {field}: span {span.start}..{span.end} ends after the text"
            raise SpanError(message)
        return cls(field=field, start=span.start, end=span.end, quote=span.of(text), place=place)
