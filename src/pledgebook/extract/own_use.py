"""What stays with its giver: for its own use, for its own people, or out of its own budget."""

from __future__ import annotations

import re

from pledgebook.extract.drafts import Draft
from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page
from pledgebook.extract.raised_together import raised_together
from pledgebook.model.spans import Span

#: Behind a thing that its giver keeps.
_FOR_OWN = re.compile(
    r"[^.;:,]{0,40}?\s+(?:for|on)\s+(?:(?:its|their|his|her|our)\s+)?own\b", re.IGNORECASE
)
#: Between a sum and those it is for.
_FOR = re.compile(r"\s+(?:for|to)\s+(?:the\s+)?", re.IGNORECASE)


def stays_with_giver(page: Page, draft: Draft) -> bool:
    """Say whether nobody else gets anything: the giver itself, its own people, or nobody named."""
    donors = {p.actor.id for p in draft.donors}
    recipients = {p.actor.id for p in draft.recipients}
    if recipients:
        unnamed = all(party.from_context for party in draft.recipients)
        return bool(donors) and (donors <= recipients or (unnamed and _for_itself(page, draft)))
    if draft.stranger and not donors:
        return not raised_together(page, draft)
    return _for_own_people(page, draft) or _for_itself(page, draft)


#: Behind a sum that its owner spends itself: "90 billion francs of its own on the camps".
_OF_ITS_OWN = re.compile(r"\s+of\s+(?:its|their)\s+own\b", re.IGNORECASE)


def own_budget(page: Page, draft: Draft) -> bool:
    """Say whether a sum is told of as somebody's own spending, and nobody is named who gets it.

    So is one in the own currency of who would get it, where the sentence names no giver.
    """
    if draft.money is None:
        return False
    end = draft.money.span.end
    here = [p for p in draft.recipients if not p.from_context]
    spent = any(verb.startswith("spen") for verb in draft.acts[:1])
    if spent and _OF_ITS_OWN.match(page.text, end) and all(p.span.end < end for p in here):
        return True
    if here:
        return False
    own = load("gate")["own_currencies"].get(draft.money.amount.currency)
    states = load("acts")["currency_states"]
    state = own["state"] if own else states.get(draft.money.amount.currency)
    takers = {p.actor.id for p in draft.recipients}
    return state in takers and all(p.from_context for p in draft.donors)


def _for_itself(page: Page, draft: Draft) -> bool:
    """Say whether a thing is for the giver's own use: "ordered 40 trucks for its own army"."""
    ends = [thing.name.end for thing in draft.things[:1]]
    ends += [] if draft.money is None else [draft.money.span.end]
    return any(_FOR_OWN.match(page.text, end) is not None for end in ends)


def _for_own_people(page: Page, draft: Draft) -> bool:
    """Say whether a sum is for the giver's own: Oslo's "5 billion for Norwegian schools"."""
    if draft.money is None:
        return False
    behind = Span(draft.money.span.end, draft.sentence.end)
    own = {p.actor.id for p in draft.donors if not p.from_context}
    return any(
        m.naming in ("adjective", "demonym")
        and m.actor.id in own
        and _FOR.fullmatch(page.text, behind.start, m.span.start) is not None
        for m in page.actors.within(behind)[:1]
    )
