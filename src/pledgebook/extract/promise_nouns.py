"""Sums that the noun beside them calls a promise: "its $4 billion pledge", "a pledge of €9m"."""

from __future__ import annotations

import re

from pledgebook.extract.drafts import Draft
from pledgebook.extract.page import Page

#: Right behind a sum.
_BEHIND = re.compile(r"\s+(?:[a-z]+\s+){0,2}?(?:pledge|commitment|contribution)\b")
#: Right before one.
_BEFORE = re.compile(
    r"\b(?:pledge|commitment|contribution)\s+of\s+(?:(?:about|some|nearly|up\s+to|over|more\s+than|at\s+least)\s+)?$"
)


#: Right behind the size of what an office runs for others.
_SCHEME = re.compile(
    r"\s+(?:[a-z-]+\s+){0,2}?(?:initiative|program(?:me)?|scheme|facility|fund|project)\b"
)


def sizes_scheme(page: Page, home: str | None, draft: Draft) -> bool:
    """Say whether a sum is the size of a scheme of ``home`` for those named behind it."""
    if draft.money is None or {p.actor.id for p in draft.donors} != {home}:
        return False
    end = draft.money.span.end
    takers = [p for p in draft.recipients if not p.from_context and p.actor.id != home]
    behind = bool(takers) and all(p.span.start > end for p in takers)
    return behind and _SCHEME.match(page.text, end, draft.sentence.end) is not None


def called_promise(page: Page, draft: Draft) -> bool:
    """Say whether a noun right beside a sum calls it a promise of a giver named in the sentence."""
    if draft.money is None or all(party.from_context for party in draft.donors):
        return False
    at = draft.money.span
    if _BEHIND.match(page.text, at.end, draft.sentence.end):
        return True
    return _BEFORE.search(page.text, draft.sentence.start, at.start) is not None
