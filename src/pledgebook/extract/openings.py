"""Whether what stands before a name leaves it the opening of its sentence or line."""

from __future__ import annotations

import re

from pledgebook.extract.page import Page
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: Before the name that opens a sentence stand marks, words that link it to the one before, and an
#: article.
_LEADING = re.compile(r"[\W_]*(?:(?:and|but|also|meanwhile|separately|the),?\s+)*", re.IGNORECASE)


#: What may stand before the name that opens a line.
_LINE_START = re.compile(r"\W*(?:the\s+)?", re.IGNORECASE)


def name_opening(page: Page, line: Span, mark: re.Pattern[str]) -> ActorMention | None:
    """Give the actor that opens a line before a mark: "**Norway**: 20 vans", "Chad | 5 jets"."""
    first = next(iter(page.actors.within(line)), None)
    if first is None or _LINE_START.fullmatch(page.text, line.start, first.span.start) is None:
        return None
    return first if mark.match(page.text, first.span.end) else None


def opens_sentence(page: Page, sentence: Span, start: int) -> bool:
    """Say whether what begins at ``start`` opens its sentence, as the one does who acts."""
    return _LEADING.fullmatch(page.text, sentence.start, start) is not None
