"""Sums that a text itself puts right or only reckons with: they are no promise of their own.

"One source tells of €5m, another one specified that it was €4.2m", "the amount was later revised to
€1.3bn": the sum before is the one that was told at first. "€912m minus €771m": both are sides of a
reckoning.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pledgebook.extract.ages import ending, stripped
from pledgebook.extract.drafts import Draft
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import MoneyMention

#: How far before a sum the words may begin that put another one right.
_REACH = 110
#: How many sentences back the sum stands that is put right.
_BACK = 1
_ABOUT = (
    r"(?:(?:about|around|approximately|roughly|only|actually|in\s+fact|a\s+total\s+of)\s+){0,2}"
)
_IT = (
    r"(?:it|this|that|(?:the|this|its)\s+(?:total\s+|final\s+|exact\s+|actual\s+)?"
    r"(?:amount|sum|value|figure|price|cost|total))"
)
_RIGHT = re.compile(
    rf"\b(?:specif(?:y|ies|ied)|clarif(?:y|ies|ied)|correct(?:s|ed)|put(?:s)?\s+right)\s+(?:\w+\s+)?that\s+{_IT}\s+"
    rf"(?:is|was|amounts?\s+to|amounted\s+to|equals?|equalled)\s+{_ABOUT}$"
    rf"|\b{_IT}\s+(?:is|was|were|has\s+been|had\s+been)\s+(?:\w+ly\s+|later\s+|then\s+)?(?:revised|corrected|adjusted|amended|lowered)"
    rf"(?:\s+(?:down|up)(?:wards?)?)?\s+to\s+{_ABOUT}$",
    re.IGNORECASE,
)
#: Between two sums of which the second is taken from the first.
_MINUS = re.compile(r"\s+(?:minus|less|−)\s+(?:the\s+)?", re.IGNORECASE)


def restate_corrected(page: Page, drafts: Sequence[Draft]) -> None:
    """Mark as ``restated`` the sums that the text puts right, and the sides of a subtraction."""
    told = [(m, d) for d in drafts if d.money is not None for m in (d.money, *d.repeats)]
    told.sort(key=lambda pair: pair[0].span)
    for (first, older), (second, newer) in pairwise(told):
        words = None if older is newer else _put_right(page, first, second)
        if words is not None:
            _restate(older, words)
        between = Span(first.span.end, second.span.start)
        if _MINUS.fullmatch(page.words(between)):
            for side in (older, newer):
                _restate(side, stripped(page.text, between))


def _restate(draft: Draft, words: Span) -> None:
    if draft.newness[0] != "restated" and draft.recorded is None:
        draft.newness = ("restated", words)


def _put_right(page: Page, first: MoneyMention, second: MoneyMention) -> Span | None:
    """Find the words before a sum that make it the right figure of the sum before it."""
    if first.amount.currency != second.amount.currency:
        return None
    start = max(first.span.end, second.span.start - _REACH)
    words = ending(page.text, Span(start, second.span.start), _RIGHT)
    ahead = page.sentences.position(page.sentence_of(second.span)) - page.sentences.position(
        page.sentence_of(first.span)
    )
    return words if words is not None and ahead <= _BACK else None
