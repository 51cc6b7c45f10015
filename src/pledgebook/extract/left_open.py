"""What is left open: talked about, not ruled out, thought of."""

from __future__ import annotations

import re

from pledgebook.model.spans import Span

#: Words right before a gerund (or the noun of a thing) that leave it open.
_OPEN = re.compile(
    r"(?:\b(?:in|holding|held|began|begun|entered)\s+(?:\w+\s+)?(?:talks|discussions|negotiations|consultations)"
    r"(?:\s+with\s+(?:\w+\s+){1,4}?)?\s+(?:about|on|over)"
    r"|\b(?:is|are|was|were|be|been|being|remains?|remained)\s+(?:also\s+|still\s+)?open\s+to"
    r"|\b(?:not|never|n['’]t)\s+(?:yet\s+|entirely\s+|completely\s+)?(?:rul(?:e|ed|ing)\s+out|exclud(?:e|ed|ing))"
    r"|\b(?:toy(?:s|ed|ing)?\s+with|float(?:s|ed|ing)?)\s+(?:the\s+idea\s+of)?)\s+$",
    re.IGNORECASE,
)
#: No phrase of these is longer, in code points.
_REACH = 100


def left_open(text: str, sentence: Span, act: Span) -> Span | None:
    """Find the words right before an act that leave it open: "in talks about | sending"."""
    found = _OPEN.search(text, max(sentence.start, act.start - _REACH), act.start)
    return (
        None if found is None else Span(found.start(), found.start() + len(found.group().rstrip()))
    )
