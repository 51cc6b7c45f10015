"""Sums that an office asks its own legislature for, to spend abroad: "our $90 million request".

The noun tells of the request, and no verb governs the sum: "the request to Congress for €9m for the
Chad Fund has three parts: …". What such a list holds is asked for as well.
"""

from __future__ import annotations

import re

from pledgebook.extract.aid_agencies import called_foreign_aid
from pledgebook.extract.drafts import Draft
from pledgebook.extract.introductions import introduction_of
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party
from pledgebook.model.spans import Span

#: Whose request it is, or of which kind or year.
_KIND = (
    r"(?:supplemental|budget|funding|appropriations?|emergency|(?:FY\s?)?20\d\d|FY\d\d|president['’]s|administration['’]s"
    r"|our|this|that|my)"
)
#: Words of bound right before a sum.
_BOUND = (
    r"(?:(?:an?|additional|another|about|some|nearly|almost|up|to|over|more|than|at|least|the)\s+)*"
)
_BEFORE = re.compile(
    rf"\b{_KIND}\s+(?:[\w-]+\s+){{0,3}}?requests?\s+(?:to\s+(?:the\s+)?(?:U\.S\.\s+)?(?:congress|parliament)\s+)?"
    rf"(?:for|of|includes?|totals?|contains?)\s+{_BOUND}$|\brequests?\s+to\s+(?:congress|parliament)\s+(?:for|of)\s+{_BOUND}$"
    rf"|\bbudget\s+(?:will\s+)?requests?\s+{_BOUND}$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s+(?:(?:supplemental|emergency|budget|funding|aid|assistance|appropriations?)\s+){0,3}request\b",
    re.IGNORECASE,
)
#: What may stand in a point before its sum.
_AT_HEAD = re.compile(rf"\W*{_BOUND}", re.IGNORECASE)
#: The same in the words that open a list.
_OPENS = re.compile(rf"\b{_KIND}\s+(?:[\w-]+\s+){{0,3}}?requests?\b", re.IGNORECASE)


def requested(page: Page, draft: Draft, office: Party | None) -> bool:
    """Make a sum one that the office's state asks for, and say whether it is so asked for.

    Somebody abroad must be known to get it, or it is called foreign aid.
    """
    words = _request(page, draft) if office is not None and draft.money is not None else None
    if words is None or office is None:
        return False
    takers = [p for p in draft.recipients if p.actor.id != office.actor.id]
    others = [p for p in draft.donors if not p.from_context and p.actor.id != office.actor.id]
    if not (takers or called_foreign_aid(page, draft)) or others or draft.firmness[0] != "firm":
        return False
    draft.donors, draft.recipients = [office], takers
    draft.stage = ("called_for", words)
    draft.problems.discard("donor-unresolved")
    draft.problems.add("donor-from-context")
    return True


def _request(page: Page, draft: Draft) -> Span | None:
    """Give the words of a request that stand right around a sum, or open the list it stands in."""
    assert draft.money is not None
    text, sum_at = page.text, draft.money.span
    found = _BEFORE.search(text, draft.sentence.start, sum_at.start)
    found = found or _BEHIND.match(text, sum_at.end, draft.sentence.end)
    opened = None if found else introduction_of(page, draft.sentence)
    opens = _AT_HEAD.fullmatch(text, draft.sentence.start, sum_at.start) is not None
    if opens and opened is not None and page.money.within(opened):
        found = _OPENS.search(text, opened.start, opened.end)
    return None if found is None else _trimmed(page, Span(*found.span()))


def _trimmed(page: Page, words: Span) -> Span:
    """Give words without blanks around them."""
    text = page.words(words)
    start = words.start + len(text) - len(text.lstrip())
    return Span(start, start + len(text.strip()))
