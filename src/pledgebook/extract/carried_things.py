"""Things under a verb that says nothing of giving, and that are given all the same."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.drafts import Draft, Thing
from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.things import STAFF
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Stage

#: A noun of handing over, right before what is handed over.
_HANDED = re.compile(
    rf"\b(?:{'|'.join(load('acts')['handing_nouns'])})\s+of\s+"
    r"(?:(?:up|to|about|some|around|another|over|more|than|at|least|further|an?|additional)\s+){0,3}$"
)
_REACH = 50
#: Behind things that somebody gave out of what it had: "62 tanks came from army stocks".
_FROM_STOCKS = re.compile(
    r"\s+(?:came|come|comes|are\s+coming|will\s+come|were\s+taken)\s+from\s+(?:[\w'’-]+\s+){0,3}?"
    r"(?:stocks?|stockpiles?|inventor(?:y|ies)|stores|reserves)\b",
    re.IGNORECASE,
)


#: "It follows the deployment of 64 rescuers", "after the delivery by air of 48 tonnes of food".
_CAME_BEFORE = re.compile(
    r"\b(?:follows|following|comes\s+after|after|in\s+addition\s+to|on\s+top\s+of|builds\s+on|alongside)\s+"
    r"(?:[\w'’,-]+\s+){0,24}?(?:the|its|our|their|earlier|recent|previous)\s+"
    r"(?:delivery|deployment|dispatch|donation|provision|shipment|supply|handover)\s+(?:by\s+[\w\s]{1,30}?\s+)?of\s+"
    r"(?:(?:up|to|about|some|around|another|over|more|than|at|least|further|an?|additional)\s+){0,3}$",
    re.IGNORECASE,
)


def stage_before(page: Page, draft: Draft) -> tuple[Stage, Span | None]:
    """Give the stage of counted things; those that a sentence follows on have been delivered."""
    if draft.stage[1] is not None or not any(thing.count for thing in draft.things):
        return draft.stage
    first = min((thing.count or thing.place).start for thing in draft.things)
    found = _CAME_BEFORE.search(page.text, draft.sentence.start, first)
    if found is None:
        return draft.stage
    words = found.group().rstrip()
    return "delivered", Span(found.start(), found.start() + len(words))


def puts_boots(page: Page, draft: Draft, things: Sequence[Thing]) -> bool:
    """Say whether somebody named puts "boots on the ground"."""
    named = any(not party.from_context for party in draft.donors)
    puts = draft.acts[:1] and draft.acts[0] in ("put", "puts", "putting")
    return bool(puts) and named and any("boots" in page.words(thing.name) for thing in things)


#: Behind people who join others in the field: "150 police | to the force in Haiti".
_TO_FORCE = re.compile(
    r"\s+to\s+(?:the|a|an|its)\s+(?:[\w-]+\s+){0,4}?(?:force|mission|contingent|battlegroup|operation)\b",
    re.IGNORECASE,
)


def adds_to_force(
    page: Page, syntax: Syntax, chain: Sequence[Act], things: Sequence[Thing]
) -> bool:
    """Say whether people are to join a force abroad: "is to add 150 police to the force"."""
    verb = chain[0].token
    if syntax.tokens[verb].lemma.lower() != "add":
        return False
    will = {"will", "would", "'ll", "to"} & set(syntax.auxiliaries(verb))
    last = things[-1]
    staff = all(thing.item.category == STAFF for thing in things)
    return bool(will) and staff and _TO_FORCE.match(page.text, last.name.end) is not None


def hands_by_noun(page: Page, things: Sequence[Thing]) -> bool:
    """Say whether a noun hands counted things over, or they came out of somebody's stocks.

    "Delivery of 40 pumps will be stepped up", "62 tanks came from army stocks".
    """
    if _FROM_STOCKS.search(page.text, things[-1].name.end, page.sentence_of(things[0].name).end):
        return True
    first = min((thing.count or thing.place).start for thing in things)
    before = page.text[max(0, first - _REACH) : first].lower()
    return any(thing.count for thing in things) and _HANDED.search(before) is not None
