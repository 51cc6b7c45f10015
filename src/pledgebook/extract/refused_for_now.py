"""Denials that refuse nothing: "will not send them before March", "is not only sending trucks"."""

from __future__ import annotations

import re

from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span

#: Behind what is not given yet, the time from which it will be.
_LATER = re.compile(
    r"(?:\s+[^\s.,;:]+){0,6}?\s+(?:before|until|till|earlier\s+than)\s+"
    r"(?:(?:the|early|mid|late|mid-|at\s+the\s+earliest)\s+){0,2}"
    r"(?:end|middle|beginning|start|next|spring|summer|autumn|fall|winter|year|christmas|easter|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|"
    r"\w+day|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
#: Behind "not", by which more than what is told is done.
_MORE_THAN = frozenset({"only", "just", "merely", "simply", "solely"})


def comes_later(text: str, thing: Span, sentence: Span) -> bool:
    """Say whether the words behind a thing tell from when it is given."""
    return _LATER.match(text, thing.end, sentence.end) is not None


def not_only(syntax: Syntax, verb: int) -> bool:
    """Say whether a verb's "not" is one of "not only": what it tells of is done."""
    for child in syntax.children[verb]:
        follows = child + 1 < len(syntax.tokens) and syntax.tokens[child + 1].text.lower()
        if syntax.tokens[child].text.lower() in ("not", "n't", "n’t") and follows in _MORE_THAN:
            return True
    return False
