"""Whether what stands before a name leaves it the opening of its sentence."""

from __future__ import annotations

import re

from pledgebook.extract.page import Page
from pledgebook.model.spans import Span

#: Before the name that opens a sentence stand marks, words that link it to the one before, and an
#: article.
_LEADING = re.compile(r"[\W_]*(?:(?:and|but|also|meanwhile|separately|the),?\s+)*", re.IGNORECASE)


def opens_sentence(page: Page, sentence: Span, start: int) -> bool:
    """Say whether what begins at ``start`` opens its sentence, as the one does who acts."""
    return _LEADING.fullmatch(page.text, sentence.start, start) is not None
