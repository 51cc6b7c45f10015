"""Sums that an office asks its own legislature for, to spend abroad: "our $90 million request".

The noun tells of the request, and no verb governs the sum: "the request to Congress for €9m for the
Chad Fund has three parts: …". What such a list holds is asked for as well.
"""

from __future__ import annotations

import re

from pledgebook.extract.aid_agencies import called_foreign_aid
from pledgebook.extract.drafts import Draft
from pledgebook.extract.introductions import introduction_of
from pledgebook.extract.lexicon import any_of
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party
from pledgebook.extract.placed_abroad import placed_abroad
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
    rf"(?:for|of|(?:also\s+)?(?:includes?|totals?|contains?))\s+{_BOUND}$|\brequests?\s+to\s+(?:congress|parliament)\s+(?:for|of)\s+{_BOUND}$"
    rf"|\bbudget\s+(?:will\s+)?requests?\s+{_BOUND}$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s+(?:(?:supplemental|emergency|budget|funding|aid|assistance|appropriations?)\s+){0,3}request\b"
    r"|\s+(?:is|are)\s+(?:also\s+)?requested\b",
    re.IGNORECASE,
)
_HOLDS = (
    r"\b(?:the|our|this|president['’]s|(?:FY\s?)?(?:20)?\d\d)\s+(?:proposed\s+)?(?-i:Budget)\s+(?:(?:also|will|would|further)\s+){0,2}"
    r"(?:requests?|provides?|invests?|includes?|proposes?|dedicates?|devotes?|allocates?|contains?|commits?)\s+"
)
#: What a budget that is only proposed does with a sum: "the Budget invests $9 million for …".
_BUDGET = re.compile(rf"{_HOLDS}{_BOUND}$", re.IGNORECASE)
#: The same for a further sum of such a line: "proposes increases …, providing $9 million for …".
_PART_OF_BUDGET = re.compile(
    rf"\W*(?:[\w\s]{{1,30}},\s+)?(?={_HOLDS})[^;]*?\b(?:providing|contributing|investing|including|as\s+well\s+as)\s+{_BOUND}$",
    re.IGNORECASE,
)
_LINE_OF_BUDGET = re.compile(_HOLDS, re.IGNORECASE)
#: More lines than these, and a page is on a budget: each line of it is for somebody else.
_LINES = 2
#: Words of a page on whose budget somebody else has still to decide.
_PROPOSED = re.compile(
    r"\bpresident(?:['’]s|\b[^.;:]{1,30}?)\s+(?:(?:FY|fiscal\s+year|\d+|proposed)\s+){0,3}(?-i:Budget)\b|\bproposed\s+budget\b"
    r"|\bbudget\s+(?:request|proposal)\b|\b(?-i:Congress|Parliament)\b",
    re.IGNORECASE,
)
#: What a state pays for itself, whatever other countries its line names.
_FORCES = re.compile(
    r"\b(?:DOD|domestic|(?-i:Defense|Homeland|Navy|Army|Air\s+Force|Coast\s+Guard)|nuclear|deterren\w+|border|immigration|our\s+(?:troops|forces|military)"
    r"|veterans|bases)\b",
    re.IGNORECASE,
)
#: What an office tells that it asked for: "we've already requested $9 million".
_ASKED = re.compile(
    rf"\b(?:we|I)(?:['’]ve|\s+have)?\s+(?:(?:also|already|just)\s+){{0,2}}requested\s+{_BOUND}$",
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
    if office is None or draft.money is None:
        return False
    words, takers = _request(page, draft), draft.recipients
    firm: tuple[str, ...] = ("firm",)
    if _ASKED.search(page.text, draft.sentence.start, draft.money.span.start):
        takers = [p for p in takers if not p.from_context]
    if words is None:
        words, firm = _in_budget(page, draft, office), ("firm", "intended")
        many = len(_LINE_OF_BUDGET.findall(page.text)) > _LINES
        takers = [p for p in takers if not (many and p.from_context)]
    if words is None or draft.firmness[0] not in firm:
        return False
    takers = [p for p in takers if p.actor.id != office.actor.id]
    others = [p for p in draft.donors if not p.from_context and p.actor.id != office.actor.id]
    if others or not (takers or _for_abroad(page, draft, office)):
        return False
    named = [p for p in draft.donors if p.actor.id == office.actor.id]
    draft.donors, draft.recipients = named or [office], takers
    draft.stage, draft.firmness = ("called_for", words), ("firm", None)
    draft.problems.discard("donor-unresolved")
    draft.problems.add("donor-from-context")
    return True


def _request(page: Page, draft: Draft) -> Span | None:
    """Give the words of a request that stand right around a sum, or open the list it stands in."""
    assert draft.money is not None
    text, sum_at = page.text, draft.money.span
    found = _BEFORE.search(text, draft.sentence.start, sum_at.start)
    found = found or _ASKED.search(text, draft.sentence.start, sum_at.start)
    found = found or _BEHIND.match(text, sum_at.end, draft.sentence.end)
    opened = None if found else introduction_of(page, draft.sentence)
    opens = _AT_HEAD.fullmatch(text, draft.sentence.start, sum_at.start) is not None
    if opens and opened is not None and page.money.within(opened):
        found = _OPENS.search(text, opened.start, opened.end)
    return None if found is None else _trimmed(page, Span(*found.span()))


def _in_budget(page: Page, draft: Draft, office: Party) -> Span | None:
    """Give the words by which a state's own proposed budget holds a sum, or None."""
    assert draft.money is not None
    if office.actor.type != "state":
        return None
    start, end = draft.sentence.start, draft.money.span.start
    found = _BUDGET.search(page.text, start, end) or _PART_OF_BUDGET.match(page.text, start, end)
    if found is None or not _PROPOSED.search(f"{page.source.title or ''} {page.text}"):
        return None
    return _trimmed(page, Span(*found.span()))


def _for_abroad(page: Page, draft: Draft, office: Party) -> bool:
    """Say whether a sum is called foreign aid, or what stands around it places it abroad."""
    if called_foreign_aid(page, draft):
        return True
    span = draft.sentence
    if _FORCES.search(page.text, span.start, span.end):
        return False
    abroad = any_of("acts", "abroad").search(page.text, span.start, span.end) is not None
    assert draft.money is not None
    line = _in_budget(page, draft, office) is not None
    line = line or _ASKED.search(page.text, span.start, draft.money.span.start) is not None
    return abroad or (line and placed_abroad(page, office.actor.id, span))


def _trimmed(page: Page, words: Span) -> Span:
    """Give words without blanks around them."""
    text = page.words(words)
    start = words.start + len(text) - len(text.lstrip())
    return Span(start, start + len(text.strip()))
