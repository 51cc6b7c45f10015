"""What a leader pledges as "he" or "she" to whomever the sentence before says is met or visited."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.drafts import Draft
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party, parties_of
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.unsaid_money import is_unsaid_money
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


#: Beginnings of verbs by which whoever leads a state gives what its office tells of as "I".
_DECIDING = ("announc", "authori", "approv", "pledg", "promis")


def announced_in_person(page: Page, syntax: Syntax, draft: Draft, chain: Sequence[Act]) -> bool:
    """Say whether a leader gives goods as "I" on a page of the own office: "I announced …".

    Somebody else has to be named on the spot who gets them.
    """
    if not page.from_office or draft.firmness[0] != "firm" or draft.stage[0] == "called_for":
        return False
    givers = {p.actor.id for p in draft.donors if p.actor.type == "state"} - {None}
    takers = {p.actor.id for p in draft.recipients if not p.from_context} - {None}
    if not givers or not takers - givers or all(is_unsaid_money(t) for t in draft.things):
        return False
    return any(_as_i(syntax, act.token) for act in chain)


def _as_i(syntax: Syntax, verb: int) -> bool:
    """Say whether the subject of a verb of deciding is "I", also "I am proud to announce"."""
    token = syntax.tokens[verb]
    if not token.text.lower().startswith(_DECIDING) or syntax.negated(verb):
        return False
    subject = syntax.child(verb, "nsubj")
    while subject is None and token.dep in ("xcomp", "acomp") and token.head != verb:
        verb, token = token.head, syntax.tokens[token.head]
        subject = syntax.child(verb, "nsubj")
    return subject is not None and syntax.tokens[subject].text == "I"


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
