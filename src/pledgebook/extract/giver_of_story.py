"""Who gives in a story about one giver: "Two planes with tents landed in Suva on Monday"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pledgebook.extract.drafts import Draft
from pledgebook.extract.parties import Party

#: The least number of certain gifts that tell who a story's giver is, and its share of them.
_LEAST = 2
_SHARE = 0.6


def name_story_giver(sure: Sequence[Draft], drafts: Sequence[Draft]) -> list[Draft]:
    """Give doubtful goods that nobody is told to give the story's giver; drop them without one."""
    kept: list[Draft] = []
    giver = giver_of_story([draft for draft in sure if not draft.doubtful])
    for draft in drafts:
        if draft.doubtful and draft.money is None and not draft.donors:
            if giver is None:
                continue
            draft.donors = [replace(giver, words=None, from_context=True)]
            draft.problems |= {"donor-inferred", "donor-from-context"}
            draft.problems.discard("donor-unresolved")
        kept.append(draft)
    return kept


def giver_of_story(sure: Sequence[Draft]) -> Party | None:
    """Give the one by whom most of a page's certain gifts are made; None where there is none."""
    givers = [
        draft.donors[0] for draft in sure if len(draft.donors) == 1 and draft.donors[0].actor.id
    ]
    if not givers:
        return None
    first, told = Counter(party.actor.id for party in givers).most_common(1)[0]
    if told < max(_LEAST, _SHARE * len(sure)):
        return None
    return next(party for party in givers if party.actor.id == first)


def give_as_before(more: Draft, drafts: Sequence[Draft]) -> None:
    """Give more of a thing ("another 500 will follow") the giver of what it is more of."""
    if more.givers_here:
        return
    name = more.things[0].name
    told = [
        d for d in drafts if d is not more and any(t.name == name for t in d.things) and d.donors
    ]
    if told:
        more.donors = [replace(party, words=None, from_context=True) for party in told[-1].donors]
        more.problems |= {"donor-from-context"}
        more.problems.discard("donor-unresolved")
