"""What a leader pledges as "he" or "she" to whomever the sentence before says is met or visited."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pledgebook.extract.drafts import Draft
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party, parties_of
from pledgebook.model.spans import Span
from pledgebook.resolve.actors import read_actors
from pledgebook.resolve.mentions import ActorMention

#: Beginnings of verbs by which whoever leads a state binds it.
_BINDING = ("pledg", "promis", "announc", "offer", "commit")
#: Words by which the sentence before tells of a visit or a meeting.
_MEETS = re.compile(
    r"\b(?:met|meets?|meeting|visit\w*|arriv\w+|travel\w*|flew|host\w*|received|receives|welcom\w+|spoke"
    r"|speaks|talks|alongside|trip)\b",
    re.IGNORECASE,
)


def in_office(page: Page, draft: Draft) -> list[Party]:
    """Give the leader who pledges as "he" or "she", for the state or body that is led."""
    if not any(verb.startswith(_BINDING) for verb in draft.acts):
        return []
    return [
        party
        for party in draft.donors
        if party.words is not None
        and page.words(party.words).lower() in ("he", "she")
        and (party.actor.type != "person" or party.actor.affiliation is not None)
    ]


def met(page: Page, draft: Draft) -> list[Party]:
    """Give the only state that a leader meets or visits in the sentence before the pledge."""
    place = page.sentences.position(draft.sentence)
    if place == 0 or not in_office(page, draft):
        return []
    before = page.sentences.items[place - 1]
    if page.block_of(before) != page.block_of(draft.sentence):
        return []
    if _MEETS.search(page.text, before.start, before.end) is None:
        return []
    givers = {party.actor.id for party in draft.donors}
    # a town that is visited stands for its state only here: "visited Kyiv"
    towns = [
        replace(m, span=Span(before.start + m.span.start, before.start + m.span.end))
        for m in read_actors(page.words(before))
    ]
    return _only_other(page.actors.within(before), givers) or _only_other(towns, givers)


def _only_other(named: Sequence[ActorMention], givers: set[str | None]) -> list[Party]:
    """Give the only state of some mentions that does not give; none of several."""
    parties = parties_of(named, from_context=True)
    others = [p for p in parties if p.actor.id not in givers and p.actor.type == "state"]
    return others if len(others) == 1 else []
