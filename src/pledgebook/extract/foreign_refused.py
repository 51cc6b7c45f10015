"""What somebody refuses that others would give: "Moscow rejects any Western troops".

Who refuses these gives nothing and would have given nothing.
"""

from __future__ import annotations

import re

from pledgebook.extract.drafts import Draft
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span

#: Verbs of refusing what others do as well as what one was asked to give.
_REJECTING = re.compile(
    r"(?:reject|oppos|veto|block|bar|exclud|forbid|dismiss|accept|tolerat|against)\w*",
    re.IGNORECASE,
)
_FOREIGN = re.compile(
    r"\b(?:western|foreign|nato|allied|international|outside|other\s+(?:countries|states|nations)['’]?)\b",
    re.IGNORECASE,
)
#: Between whose a thing is and its name: no plea or offer of somebody else for it.
_OWNED = re.compile(r"\s+(?:(?!plea|request|call|offer|bid|proposal|demand|idea)[a-z-]+\s+){0,2}")
#: How far ahead of a thing the words stand that tell whose it is, in code points.
_NEAR = 40


def rejects_others(page: Page, draft: Draft) -> bool:
    """Say whether what a draft tells to be refused is not its giver's to give."""
    firmness, words = draft.firmness
    if firmness != "denied" or words is None or not draft.things:
        return False
    name = draft.things[0].name
    start = max(draft.sentence.start, name.start - _NEAR)
    if _REJECTING.search(page.words(words)) is None:
        return False
    if _FOREIGN.search(page.text, start, name.end) is not None:
        return True
    refusers = {m.actor.id for m in page.actors.within(Span(draft.sentence.start, words.start))}
    near = page.actors.within(Span(min(words.end, name.start), name.end))
    whose = {
        m.actor.id
        for m in near
        if m.naming in ("adjective", "office")
        and (m.span.overlaps(name) or _OWNED.fullmatch(page.text, m.span.end, name.start))
    }
    takers = {party.actor.id for party in draft.recipients}
    return bool(refusers - takers) and bool(whose - refusers - takers)
