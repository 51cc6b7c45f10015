"""The sentence that opens a list: "Members pledged to:", "Japan and Chad agreed the following:"."""

from __future__ import annotations

from pledgebook.extract.page import Page
from pledgebook.model.spans import Span

#: Kinds of block that are points of a list.
POINTS = ("bullet", "table_row")


def introduction_of(page: Page, sentence: Span) -> Span | None:
    """Give the last sentence of the paragraph that opens the list of a point, or None.

    It ends with a colon; whatever else stands before a list does not speak for its points.
    """
    block = page.block_of(sentence)
    if block is None or block.kind not in POINTS:
        return None
    for earlier in reversed(page.blocks.items[: page.blocks.position(block.span)]):
        if earlier.kind in POINTS:
            continue
        if earlier.kind != "paragraph" or not page.words(earlier.span).rstrip().endswith(":"):
            return None
        last = page.sentences_in(earlier)[-1:]
        return Span(last[0].start if last else earlier.span.start, earlier.span.end)
    return None
