"""Things under a verb that says nothing of giving, and that are given all the same."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgebook.extract.drafts import Draft, Thing
from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page

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


def puts_boots(page: Page, draft: Draft, things: Sequence[Thing]) -> bool:
    """Say whether somebody named puts "boots on the ground"."""
    named = any(not party.from_context for party in draft.donors)
    puts = draft.acts[:1] and draft.acts[0] in ("put", "puts", "putting")
    return bool(puts) and named and any("boots" in page.words(thing.name) for thing in things)


def hands_by_noun(page: Page, things: Sequence[Thing]) -> bool:
    """Say whether a noun hands counted things over, or they came out of somebody's stocks.

    "Delivery of 40 pumps will be stepped up", "62 tanks came from army stocks".
    """
    if _FROM_STOCKS.search(page.text, things[-1].name.end, page.sentence_of(things[0].name).end):
        return True
    first = min((thing.count or thing.place).start for thing in things)
    before = page.text[max(0, first - _REACH) : first].lower()
    return any(thing.count for thing in things) and _HANDED.search(before) is not None
