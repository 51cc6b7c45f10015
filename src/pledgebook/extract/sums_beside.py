"""Sums beside a gift that nobody gives: the size of a fund, what is hoped to follow."""

from __future__ import annotations

import re

from pledgebook.extract.page import Page
from pledgebook.extract.promise_words import before as words_before
from pledgebook.model.spans import Span

_BOUND = (
    r"(?:(?:about|around|some|nearly|almost|approximately|over|more|than|at|least|up|to|an?|another"
    r"|additional|further|as|much|the)\s+){0,4}"
)
#: Before the size of what somebody pays into: "€5m to the | €90m fund", "in a new | $20m fund".
_INTO = re.compile(
    r"\b(?:in|into|to|towards?|for)\s+(?:an?|the|its|this)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE
)
_FUND = re.compile(
    r"(?:\s+(?!(?:to|for|in|of|from|and|or|into|by|with)\b)[\w&’'-]+){0,5}?\s+funds?\b(?!\s+to\b)",
    re.IGNORECASE,
)
#: Verbs by which one gift is to bring others, right before their sum: "help unlock over | $57m".
_DRAWS_IN = re.compile(
    rf"\b(?:(?:to|helps?|helped|helping|can|could|would)\s+unlock"
    r"|(?:leverag|cataly[sz]|attract|galvani[sz]|crowd\s+in|spur|incentivi[sz])(?:e?s|e?d|ing|e)?)"
    rf"\s+{_BOUND}$",
    re.IGNORECASE,
)
#: The same where the gift itself has a sum: "gives $6m to mobilize at least | $200m".
_TO_RAISE = re.compile(
    rf"\b(?:to|and|will|would)\s+(?:help\s+)?(?:mobili[sz]e|raise|generate|bring\s+in)\s+{_BOUND}$",
    re.IGNORECASE,
)
#: A sum told before, of which a part is told: "Of that | $2.8bn, $2bn will go to".
_OF_THAT = re.compile(rf"\bof\s+(?:that|this|these|those)\s+{_BOUND}$", re.IGNORECASE)


#: Behind a sum that is only aimed at: "towards the | $200m goal".
_AIM = re.compile(r"\s+(?:goal|target|threshold|mark|milestone)\b", re.IGNORECASE)


def beside_gift(page: Page, sentence: Span, thing: Span) -> bool:
    """Say whether a sum stands beside what is given, and is none that is given itself."""
    clause = words_before(page.text, sentence, thing)
    start, end = clause.start, clause.end
    if _DRAWS_IN.search(page.text, start, end) or _AIM.match(page.text, thing.end):
        return True
    earlier = page.money.within(Span(sentence.start, thing.start))
    if earlier and _TO_RAISE.search(page.text, start, end) is not None:
        return True
    if earlier and _INTO.search(page.text, start, end) and _FUND.match(page.text, thing.end):
        return True
    later = page.money.within(Span(thing.end, sentence.end))
    return bool(later) and _OF_THAT.search(page.text, sentence.start, thing.start) is not None
