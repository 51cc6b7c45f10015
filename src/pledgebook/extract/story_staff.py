"""People whom somebody has serving elsewhere in a story about giving, and things kept ready.

"Kenya will leave 400 officers in place", "Two Danish teams have been working there": people do much
else, so only these verbs count, with whoever sends them for the subject or beside the people.
"""

from __future__ import annotations

import re

from pledgebook.extract.drafts import Draft, Thing
from pledgebook.extract.lexicon import forms_of, load
from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.things import STAFF
from pledgebook.model.spans import Span

#: Where those are who serve, or things that do.
_THERE = (
    r"running|working(?!\s+on)|operating|deployed|in\s+(?:place|position|theatre|the\s+(?:field|region|area"
    r"|country|city|capital|air|water))|on\s+(?:the\s+(?:ground|spot|scene|island)|site|duty)"
    r"|at\s+(?:work|the\s+scene)|there\b"
)
#: What waits to go.
_WAITING = (
    r"ready|waiting|standing\s+by|en\s+route|on\s+(?:(?:the|its|their)\s+way|stand-?by|hand)"
    r"|to\s+spare|set\s+aside|(?:that\s+)?(?:it|they)\s+no\s+longer\s+(?:needs?|uses?)"
)
_LATELY = r"\s+(?:(?:now|already|currently|still|permanently)\s+)?"
_READY = re.compile(rf"{_LATELY}(?:(?P<there>{_THERE})|{_WAITING})\b", re.IGNORECASE)
#: Behind "are" and "were": "are at work", "are in Balti already".
_ARE = re.compile(rf"{_LATELY}(?:(?:{_THERE})\b|in\s+(?-i:[A-Z]))", re.IGNORECASE)
_ON_IT = re.compile(r"\s+(?:on|out|off|as)\b", re.IGNORECASE)  # "working on the case"
_BEHIND = re.compile(r"\s+behind\b", re.IGNORECASE)


def kept_ready(page: Page, syntax: Syntax, verb: int, thing: Span) -> bool:
    """Say whether a "has" tells that a thing is there or waits to go: "has two clinics running"."""
    has = syntax.tokens[verb].text.lower() in ("has", "have")
    return has and _READY.match(page.text, thing.end) is not None


#: Verbs (in the infinitive) of weighing a gift, and nouns of giving that they have for an object.
_WEIGHING = frozenset(
    {"weigh", "consider", "study", "examine", "mull", "ponder", "explore", "float"}
)
_GIVING = frozenset(
    {"contribution", "offer", "gift", "transfer", "dispatch", "deployment", "provision", "loan"}
    | {"supply", "donation", "delivery", "handover", "contingent"}
)


#: What is weighed for the one who weighs it.
_OWN_USE = re.compile(
    r"\b(?:its|their)\s+own\b|\bfor\s+(?:itself|themselves|the\s+(?:army|navy|air\s+force))\b",
    re.IGNORECASE,
)


def weighed(page: Page, syntax: Syntax, thing: Span, verb: int) -> bool:
    """Say whether somebody weighs a gift of a thing: "is weighing a contribution of 40 guns"."""
    if syntax.tokens[verb].lemma.lower() not in _WEIGHING:
        return False
    head = syntax.head_of(thing)
    if head is not None and syntax.tokens[head].head == verb:  # "is weighing two frigates"
        own = _OWN_USE.search(page.text, thing.end, page.sentence_of(thing).end)
        return syntax.tokens[head].dep == "dobj" and own is None
    above = [] if head is None else [syntax.tokens[n] for n in syntax.up(head)]
    return any(token.lemma.lower() in _GIVING and token.dep == "dobj" for token in above)


def is_there(page: Page, thing: Span) -> bool:
    """Say whether the words behind a thing tell that it is at work already."""
    found = _READY.match(page.text, thing.end)
    return found is not None and found["there"] is not None


def serves(page: Page, syntax: Syntax, thing: Thing, verbs: list[int]) -> bool:
    """Say whether counted people serve, or are placed, where others need them."""
    head = _team(syntax, thing.place)
    if head is None or not verbs or not are_people(thing):
        return False
    verb = syntax.tokens[verbs[0]]
    if syntax.tokens[head].dep in ("nsubj", "nsubjpass"):
        known = verb.text.lower() in forms_of("story_verbs", "people_serve")
        known = known and _ON_IT.match(page.text, verb.span.end) is None
        return known or (
            verb.lemma.lower() == "be" and _ARE.match(page.text, verb.span.end) is not None
        )
    placed = verb.text.lower() in forms_of("story_verbs", "people_placed")
    behind = _BEHIND.match(page.text, thing.place.end) is not None
    return syntax.tokens[head].dep == "dobj" and placed and not behind


def placed_there(page: Page, draft: Draft) -> bool:
    """Say whether somebody named has put counted people there: "has put 730 men on the ground"."""
    placed = draft.acts[0] in forms_of("story_verbs", "people_placed") and bool(draft.givers_here)
    return placed and any(t.count and is_there(page, t.place) for t in draft.things)


def are_people(thing: Thing) -> bool:
    """Say whether a thing is people, also those whom the list of items has as help of a kind."""
    last = thing.item.name.lower().split()[-1:]
    return thing.item.category == STAFF or any(w in load("acts")["helping_trades"] for w in last)


def _team(syntax: Syntax, people: Span) -> int | None:
    """Give the noun of people, or of the team that they are in: "two teams with | 94 personnel"."""
    head = syntax.head_of(people)
    if head is None or syntax.tokens[head].dep != "pobj":
        return head
    prep = syntax.tokens[syntax.tokens[head].head]
    return prep.head if prep.text.lower() in ("with", "of") else head
