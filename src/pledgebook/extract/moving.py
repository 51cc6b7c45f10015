"""Things told by their journey: "ten guns left Oslo for Riga", "are on their way", "landed in".

What has set out is promised still; what has come is delivered.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.acting_parties import tellers
from pledgebook.extract.journey_acts import journey
from pledgebook.extract.lexicon import any_of, load
from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span
from pledgebook.resolve.actors import read_actors
from pledgebook.resolve.mentions import ActorMention

#: Prepositions before where a thing comes to.
_TO = frozenset({"in", "at", "to", "into", "for", "towards", "toward"})
#: Things that travel with crews of their own, and what is traded more often than given.
_TRAVEL_OTHERWISE = frozenset(
    {"naval", "aircraft", "helicopters", "personnel", "food", "water", "energy", "people"}
)
#: Lists of words that call what travels aid.
_CALLED_AID = ("aid_words", "convoys")


def names_journey(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a sentence may tell of a journey of things."""
    return any_of("acts", "journeys").search(page.text, sentence.start, sentence.end) is not None


def destinations(page: Page, syntax: Syntax, chain: Sequence[Act]) -> list[ActorMention]:
    """Give the states where the things of a journey come to; a capital stands for its state."""
    if not chain:
        return []
    verb = chain[0].token
    lemma = syntax.tokens[verb].lemma.lower()
    if lemma != "arrive" and journey(syntax, verb) is None:
        return []
    found = [*_behind(syntax, verb, _TO)]
    if lemma == "reach":
        found += [c for c in syntax.children[verb] if syntax.tokens[c].dep == "dobj"]
    return _states(page, syntax, found)


_FROM = frozenset({"from"})


def origins(page: Page, syntax: Syntax, chain: Sequence[Act]) -> list[ActorMention]:
    """Give the states that things are told to leave: "left Oslo for Riga"."""
    if not chain or journey(syntax, chain[0].token) is None:
        return []
    verb = chain[0].token
    found = [*_behind(syntax, verb, _FROM)]
    subject = syntax.child(verb, "nsubj")
    if subject is not None:  # "a relief flight from Italy landed"
        found += _behind(syntax, subject, _FROM)
    if syntax.tokens[verb].lemma.lower() == "leave":
        found += [c for c in syntax.children[verb] if syntax.tokens[c].dep == "dobj"]
    return _states(page, syntax, found)


def _behind(syntax: Syntax, verb: int, words: frozenset[str]) -> Iterator[int]:
    """Give what stands behind such prepositions of a verb, and behind theirs: "on its way to"."""
    stack = [verb]
    while stack:
        n = stack.pop()
        for prep in syntax.children[n]:
            if syntax.tokens[prep].dep not in ("prep", "dative", "acomp", "advmod"):
                continue
            obj = syntax.child(prep, "pobj")
            if obj is not None and syntax.tokens[prep].text.lower() in words:
                yield obj
            stack.extend([prep] if obj is None else [prep, obj])


def _states(page: Page, syntax: Syntax, nouns: Sequence[int]) -> list[ActorMention]:
    found: list[ActorMention] = []
    for noun in nouns:
        mention = state_at(page, syntax.tokens[noun].span) or state_at(page, syntax.subtree(noun))
        if mention is not None and mention not in found:
            found.append(mention)
    return found


def state_at(page: Page, words: Span) -> ActorMention | None:
    """Give the state that words name, themselves or by its capital."""
    for mention in page.actors.touching(words):
        if mention.actor.type == "state" and mention.naming in ("name", "seat"):
            return mention
    for mention in read_actors(page.words(words)):
        if mention.actor.type == "state" and mention.naming == "seat":
            at = words.start + mention.span.start
            return replace(mention, span=Span(at, at + len(mention.span)))
    return None


def only_travels(
    page: Page, syntax: Syntax, thing: Span, chain: Sequence[Act], category: str | None = None
) -> bool:
    """Say whether a journey is told that hands nothing over: trade, a voyage, or others go.

    Arms that have no crew of their own change hands; anything else does where it is called aid.
    ``category``: that of a thing whose name stands before its count ("four more are on the way").
    """
    if not chain or journey(syntax, chain[0].token) is None:
        return False
    subject, head = syntax.child(chain[0].token, "nsubj"), syntax.head_of(thing)
    if subject is None or head is None:
        return True
    if not syntax.below(head, subject) and not _aboard(syntax, subject, head):
        return True  # "the refugees left Mali for Chad with 20 tents"
    going = syntax.tokens[chain[0].token].lemma.lower() == "go"
    if going and tellers(page, syntax, chain[0].token):
        return False  # "Oslo said 49 buses would go to Moldova"
    span = page.sentence_of(thing)
    if any(any_of("acts", key).search(page.text, span.start, span.end) for key in _CALLED_AID):
        return False
    return category not in _given_by_journey() and not any(
        m.category in _given_by_journey()
        for m in page.quantities.within(span)
        if m.name_span is not None and m.name_span.overlaps(thing)
    )


#: What brings goods: "docked at Beira with 900 tonnes of flour".
_VESSELS = frozenset(
    {"ship", "vessel", "freighter", "boat", "plane", "aircraft", "flight", "train", "convoy"}
    | {"hercules", "lorry", "truck", "helicopter", "airlifter", "barge", "ferry"}
)


def _aboard(syntax: Syntax, subject: int, goods: int) -> bool:
    """Say whether goods come with the vessel that a verb of coming has for its subject."""
    if syntax.tokens[subject].lemma.lower() not in _VESSELS:
        return False
    verb = syntax.tokens[subject].head
    return any(
        syntax.tokens[n].text.lower() == "with" and syntax.tokens[n].head == verb
        for n in syntax.up(goods)
    )


@cache
def _given_by_journey() -> frozenset[str]:
    """Categories of things that travel only to change hands: no trade, and no crew of their own."""
    lists = load("promise_words")["items_of_type"]
    return frozenset([*lists["military"], *lists["humanitarian"]]) - _TRAVEL_OTHERWISE
