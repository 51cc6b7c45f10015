"""The clause that cited words stand in."""

from __future__ import annotations

import re

from pledgebook.extract.gate_case import Case, Cited
from pledgebook.model.spans import Span

#: Parts a sentence into clauses with actors of their own; a comma or "and" may only join a list.
CLAUSE_END = re.compile(
    r";\s|\s[-–—]{1,2}\s|,?\s(?:but|while|whereas|although|though)\s", re.IGNORECASE
)


def clause_of(case: Case, words: Cited) -> Span:
    """The clause that cited words stand in."""
    text, sentence = case.page.text, case.sentence(words)
    start, end = sentence.start, sentence.end
    for found in CLAUSE_END.finditer(text, sentence.start, sentence.end):
        if found.end() <= words.span.start:
            start = found.end()
        elif found.start() >= words.span.end:
            end = found.start()
            break
    return Span(start, end)
