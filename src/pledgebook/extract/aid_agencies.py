"""Agencies and ministries of a state whose work is abroad: their money is for others."""

from __future__ import annotations

import re

from pledgebook.extract.drafts import Draft
from pledgebook.extract.lexicon import any_of
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention, MoneyMention

#: Behind a sum, before the agency that it comes from.
_FROM = re.compile(r"\s+(?:[\w-]+\s+){0,3}?from\s+(?:the\s+)?")


def agency_pays(page: Page, sentence: Span, money: MoneyMention, home: str | None) -> bool:
    """Say whether an agency of ``home`` stands before the only or first sum, or right behind one.

    "USAID will add €4m", "€4m from USAID and €8m from the State Department".
    """
    ahead = Span(sentence.start, money.span.start)
    behind = Span(money.span.end, sentence.end)
    first = page.money.touching(sentence)[0] == money
    if first and any(_works_abroad(page, m, home) for m in page.actors.within(ahead)):
        return True
    return any(
        _works_abroad(page, m, home) and _FROM.fullmatch(page.text, behind.start, m.span.start)
        for m in page.actors.within(behind)[:1]
    )


#: What is for others by its name, right behind a sum.
_FOREIGN_AID = re.compile(
    r"\s+(?:in|of|for|worth\s+of)\s+(?:[\w-]+\s+){0,3}?(?:security|military|foreign|development)\s+(?:assistance|aid)\b",
    re.IGNORECASE,
)


def called_foreign_aid(page: Page, draft: Draft) -> bool:
    """Say whether a sum is called aid of a kind that no state gives its own people."""
    end = None if draft.money is None else draft.money.span.end
    return end is not None and _FOREIGN_AID.match(page.text, end, draft.sentence.end) is not None


def _works_abroad(page: Page, mention: ActorMention, home: str | None) -> bool:
    words = " ".join(page.words(mention.span).split())
    return mention.actor.id == home and any_of("acts", "aid_agencies").fullmatch(words) is not None
