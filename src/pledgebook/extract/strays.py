"""Things beside an act that nobody gives: those harmed, those who act, those sent by an order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.lexicon import load
from pledgebook.extract.moving import only_travels
from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span

#: An order to act, no order of goods: "ordered his tanks to roll", "directed troops to".
_TO_ACT = re.compile(r"\s+to\s+[a-z]+\b")
#: Before what somebody commands already.
_OWN = re.compile(r"\b(?:his|her|its|their|our|the)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
#: Classes whose active subject gives, and is never given.
_BY_SUBJECT = frozenset({"give", "commit", "pledge", "allocate", "disburse"})
#: Prepositions of time and cause, and nouns that make one of "in".
_WHEN = frozenset({"after", "despite", "amid", "during", "since", "following", "before"})
_CAUSES = frozenset({"response", "reaction", "wake", "face", "view", "light", "retaliation"})
#: What is done to people, and never to goods.
_HURT = frozenset({"kill", "wound", "injure", "maim", "murder", "execute"})
_NAME_PARTS = frozenset({"compound", "nmod", "amod", "nummod", "quantmod"})


def stray(
    page: Page, syntax: Syntax, thing: Span, chain: Sequence[Act], category: str | None = None
) -> bool:
    """Say whether a thing without a sum is not given by the act above it."""
    head = _noun(syntax, thing)
    if head is not None and _fallen(syntax, head):
        return True
    if head is None or not chain:
        return False
    verb = chain[0].token
    return (
        _harmed(syntax, head)
        or _acts(syntax, head, chain[0])
        or _told_to_act(page, syntax, thing, verb)
        or _without(syntax, verb)
        or _yours(syntax, verb)
        or _circumstance(syntax, head)
        or _meanwhile(syntax, head)
        or fired(syntax, thing, verb)
        or only_travels(page, syntax, thing, chain, category)
    )


def fired(syntax: Syntax, thing: Span, verb: int) -> bool:
    """Say whether things are sent off in an attack: "launched 40 drones overnight"."""
    noun = _noun(syntax, thing)
    weapon = noun is not None and syntax.tokens[noun].lemma.lower() in load("acts")["fired"]
    return weapon and syntax.tokens[verb].lemma.lower() in load("acts")["firing"]


def _noun(syntax: Syntax, thing: Span) -> int | None:
    """Give the noun that a thing is or is part of the name of."""
    n = syntax.head_of(thing)
    while n is not None and syntax.tokens[n].dep in _NAME_PARTS and syntax.tokens[n].head != n:
        n = syntax.tokens[n].head
    return n


def _harmed(syntax: Syntax, noun: int) -> bool:
    """Say whether the nearest verb does harm to a thing: "an attack killing 13 soldiers"."""
    above = syntax.verbs_above(noun)[:1]
    return any(syntax.tokens[verb].lemma.lower() in load("acts")["harming"] for verb in above)


def _fallen(syntax: Syntax, noun: int) -> bool:
    """Say whether a participle behind people tells that they were hurt: "13 soldiers killed"."""
    return any(
        token.tag == "VBN" and token.dep == "acl" and token.lemma.lower() in _HURT
        for token in (syntax.tokens[n] for n in syntax.children[noun])
    )


def _acts(syntax: Syntax, noun: int, act: Act) -> bool:
    """Say whether a thing is itself who gives ("1,100 volunteers are providing …") or who acts.

    "a step by its soldiers": what is done by somebody is not made of them.
    """
    token = syntax.tokens[noun]
    active = syntax.tokens[act.token].tag != "VBN"
    if active and token.dep == "nsubj" and token.head == act.token and act.act_class in _BY_SUBJECT:
        return True
    return token.dep == "pobj" and syntax.tokens[token.head].text.lower() == "by"


def _told_to_act(page: Page, syntax: Syntax, thing: Span, verb: int) -> bool:
    orders = syntax.tokens[verb].lemma.lower() in ("order", "direct", "command")
    own = _OWN.search(page.text, max(0, thing.start - 24), thing.start) is not None
    return orders and own and _TO_ACT.match(page.text, thing.end) is not None


def _without(syntax: Syntax, verb: int) -> bool:
    """Say whether an act is told as what is not done: "without deploying troops"."""
    token = syntax.tokens[verb]
    return token.dep == "pcomp" and syntax.tokens[token.head].text.lower() in ("without", "before")


def _circumstance(syntax: Syntax, noun: int) -> bool:
    """Say whether a thing only belongs to what an act answers or follows: "after the arrival of …".

    So it does inside a phrase of time or cause that hangs on a verb.
    """
    for n in syntax.up(noun):
        token = syntax.tokens[n]
        if token.pos in ("VERB", "AUX"):
            return False
        if token.dep != "prep" or syntax.tokens[token.head].pos not in ("VERB", "AUX"):
            continue
        below = syntax.child(n, "pobj")
        cause = below is not None and syntax.tokens[below].text.lower() in _CAUSES
        return cause or token.text.lower() in _WHEN
    return False


#: Openings of a clause that only tells when or why something else is done.
_WHILE = frozenset({"as", "while", "because", "since", "when", "although", "though", "whereas"})
#: Verbs (in the infinitive) by which what is sent comes.
_COMING = frozenset({"come", "roll", "reach", "land", "leave", "depart", "head", "begin", "start"})


def _meanwhile(syntax: Syntax, noun: int) -> bool:
    """Say whether a thing does something itself beside the act: "as Ukrainian troops press ahead".

    What arrives or goes there is told to be given.
    """
    token = syntax.tokens[noun]
    verb = syntax.tokens[token.head]
    if token.dep != "nsubj" or verb.dep != "advcl":
        return False
    marks = {syntax.tokens[c].text.lower() for c in syntax.children[token.head] if c < noun}
    goes = verb.lemma.lower() in _COMING | frozenset(load("acts")["going_verbs"])
    return bool(marks & _WHILE) and not goes


def _yours(syntax: Syntax, verb: int) -> bool:
    """Say whether anybody at all is meant: "you buy a dozen eggs"."""
    subject = syntax.subject(verb)
    return subject is not None and syntax.tokens[subject].text.lower() == "you"
