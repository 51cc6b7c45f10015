"""Large figures without a currency that count people or things, and are no sums of money."""

from __future__ import annotations

import re

from pledgebook.extract.page import Page
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import MoneyMention

#: How many people somebody has, told after their verb: "which hosts 2.9 million".
_HOSTED = re.compile(
    r"\b(?:hosts?|hosting|hosted|shelters?|sheltering|home\s+to|population\s+of|displaced|reach(?:es|ed)?\s+over)\s+"
    r"(?:(?:about|some|over|more|than|nearly|almost|around)\s+){0,3}$",
    re.IGNORECASE,
)


def counts_people(page: Page, sentence: Span, money: MoneyMention) -> bool:
    """Say whether a figure without a currency of its own counts people or things."""
    carried = money.carried_from is not None or money.amount.currency is None
    bare = money.amount.currency is None
    if bare and (_counted_too(page, sentence, money) or _suffer(page, money)):
        return True
    return carried and _HOSTED.search(page.text, sentence.start, money.span.start) is not None


def _counted_too(page: Page, sentence: Span, money: MoneyMention) -> bool:
    """Say whether a sentence counts as many things: "half a billion — half a billion doses"."""
    counts = (m.quantity for m in page.quantities.within(sentence) if m.name_span is not None)
    return any(money.amount.low is not None and q.low == money.amount.low for q in counts)


#: Behind a count of people without a noun: "hundreds of millions | are hungry".
_SUFFER = re.compile(
    r"\s+(?:more\s+)?(?:are|were|have|had|face|live|suffer|need|remain|go|went|lack|struggle|people"
    r"|children|women|refugees|of\s+(?:people|children|women|lives|families|refugees|students))\b"
)


def _suffer(page: Page, money: MoneyMention) -> bool:
    return _SUFFER.match(page.text, money.span.end) is not None
