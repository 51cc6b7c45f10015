"""What opens a list: "Members pledged to:", or the heading "Announcements made in Geneva"."""

from __future__ import annotations

from pledgebook.extract.page import Page
from pledgebook.language.protocol import Block
from pledgebook.model.spans import Span

#: Kinds of block that are points of a list.
POINTS = ("bullet", "table_row")


def introduction_of(page: Page, sentence: Span) -> Span | None:
    """Give the last sentence of the paragraph that opens the list of a point, or None.

    It ends with a colon; whatever else stands before a list does not speak for its points. A point
    may open a list of its own: "2. It goes to the following agencies: (1) UNICEF: $5 million".
    """
    block = page.block_of(sentence)
    if block is None or block.kind not in POINTS:
        return None
    for earlier in reversed(page.blocks.items[: page.blocks.position(block.span)]):
        if earlier.kind in POINTS and not _opens(page, earlier, block):
            continue
        if earlier.kind not in ("paragraph", "bullet") or not page.words(
            earlier.span
        ).rstrip().endswith(":"):
            return None
        last = page.sentences_in(earlier)[-1:]
        return Span(last[0].start if last else earlier.span.start, earlier.span.end)
    return None


def _opens(page: Page, point: Block, other: Block) -> bool:
    """Say whether a point opens the list in which another stands, which has other marks."""
    nested = point.kind == "bullet" and _marks(page, point) != _marks(page, other)
    return nested and page.words(point.span).rstrip().endswith(":")


def _marks(page: Page, point: Block) -> tuple[int, str | None]:
    """Give how deep a point stands and what stands before its number, None without a number."""
    label = point.label
    return point.level, None if label is None else page.text[
        max(0, label.start - 1) : label.start
    ].strip()


def heading_of(page: Page, sentence: Span) -> Span | None:
    """Give the heading right above the list that a point stands in, or None."""
    block = page.block_of(sentence)
    if block is None or block.kind not in POINTS:
        return None
    for earlier in reversed(page.blocks.items[: page.blocks.position(block.span)]):
        if earlier.kind not in POINTS:
            return earlier.span if earlier.kind == "heading" else None
    return None
