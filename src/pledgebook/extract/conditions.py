"""A condition that the sentence behind a promise lays down."""

from __future__ import annotations

import re

from pledgebook.extract import promise_words as says
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Trigger

#: "The loan depends on …", "It is subject to …": what was promised just before hangs on something.
_HANGS = re.compile(
    r"(?:it|this|that|all\s+of\s+(?:it|this)|(?:the|this|that|these|its|both)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:aid|money|sum|funds?|funding|loans?|grants?|package|assistance|support|help|payments?|tranches?"
    r"|pledges?|promise|commitment|guarantees?|deliver(?:y|ies)|disbursements?))\s+"
    r"(?:still\s+|also\s+)?((?:will\s+|would\s+)?(?:depends?|hinges?)\s+(?:up)?on\b"
    r"|(?:is|are|remains?|will\s+be|would\s+be)\s+(?:still\s+|also\s+)?"
    r"(?:conditional\s+(?:up)?on|contingent\s+(?:up)?on|dependent\s+(?:up)?on|subject\s+to|tied\s+to"
    r"|linked\s+to)\b)",
    re.IGNORECASE,
)
_END = re.compile(r"[.;!?](?=\s|$)|$")


def condition_after(page: Page, sentence: Span) -> tuple[Span, Trigger] | None:
    """Find the condition that the next sentence of the same paragraph lays down for a promise."""
    after = page.sentences.position(sentence) + 1
    if after >= len(page.sentences.items):
        return None
    following = page.sentences.items[after]
    if page.block_of(following) != page.block_of(sentence):
        return None
    found = _HANGS.match(page.text, following.start, following.end)
    if found is None:
        return None
    end = _END.search(page.text, found.end(), following.end)
    span = Span(found.start(1), following.end if end is None else end.start())
    return span, says.trigger_in(page.text, span) or "other"
