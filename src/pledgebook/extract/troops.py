"""Troops that go, or do not: "no Irish troops in Chad", "its soldiers will not go", "ruled out".

Elsewhere a verb of giving has the thing for its object. Here the people sent are the subject of a
verb of going, or what somebody rules out by name, or what there will be none of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.acting_parties import tellers
from pledgebook.extract.described_givers import of_the_teller
from pledgebook.extract.drafts import Thing
from pledgebook.extract.lexicon import any_of, load, openings
from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.things import things_in
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: Rule of people who are sent, or refused, without a verb of giving.
TROOPS = "troops"
_NEGATING = re.compile(
    r"\b(?:no|not|never|without|out|n['’]t|reject\w*|exclud\w+|oppos\w+)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Troops:
    """People who go or do not go.

    Attributes:
        thing: who they are.
        chain: the verb whose subject sends them, empty where the words of the thing tell who does.
        denied: the words by which they do not go, None where they do.
        senders: those who tell of their own ("said its soldiers …").
    """

    thing: Thing
    chain: list[Act]
    denied: Span | None
    senders: list[ActorMention]


def names_troops(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether people who may be sent are named with a verb of going or a denial."""
    text, start, end = page.text, sentence.start, sentence.end
    if not page.has_any(sentence, openings("force_terms", "terms", "personnel")):
        return False
    if not any_of("force_terms", "terms", "personnel").search(text, start, end):
        return False
    goes = any_of("acts", "going").search(text, start, end)
    return bool(goes or _NEGATING.search(text, start, end))


def troops(page: Page, syntax: Syntax, sentence: Span) -> Iterator[Troops]:
    """Give the people of a sentence who go somewhere, or do not."""
    for thing in things_in(page, sentence):
        noun = syntax.head_of(thing.name)
        if thing.item.category != "personnel" or noun is None:
            continue
        verb = next(iter(syntax.verbs_above(noun)), None)
        if verb is None:
            continue
        told = (
            _none_there(page, syntax, noun, verb, thing)
            or _ruled_out(syntax, verb, thing)
            or _going(page, syntax, noun, verb, thing)
        )
        if told is not None:
            yield told


def _none_there(page: Page, syntax: Syntax, noun: int, verb: int, thing: Thing) -> Troops | None:
    """Read "there will be no Irish troops in Chad"."""
    no = next((c for c in syntax.children[noun] if syntax.tokens[c].text.lower() == "no"), None)
    there = syntax.child(verb, "expl")
    if no is None or there is None:
        return None
    named = syntax.subtree(noun)
    own = page.actors.within(Span(named.start, thing.name.end))
    senders = [] if own else tellers(page, syntax, verb)
    return Troops(thing=thing, chain=[], denied=syntax.tokens[no].span, senders=senders)


def _ruled_out(syntax: Syntax, verb: int, thing: Thing) -> Troops | None:
    """Read "ruled out boots on the ground", "rejected the idea of peacekeepers"."""
    lemma = syntax.tokens[verb].lemma.lower()
    out = any(syntax.tokens[c].text.lower() == "out" for c in syntax.children[verb])
    refuses = lemma in ("reject", "exclude", "oppose") or (lemma == "rule" and out)
    if not refuses or syntax.negated(verb) or syntax.passive(verb):
        return None
    if _speaks_of_them(syntax, verb, thing):
        return None
    act = Act(token=verb, act_class="pledge", span=syntax.tokens[verb].span)
    return Troops(thing=thing, chain=[act], denied=act.span, senders=[])


#: Nouns between a verb of refusing and the people whom it refuses to send.
_SENDING = frozenset({"idea", "prospect", "possibility", "option", "deployment", "dispatch",
    "despatch", "sending", "presence", "use", "plan", "proposal", "request", "call", "plea",
    "transfer", "role",
    "mission", "force", "contingent", "number", "thousand", "hundred", "dozen"})  # fmt: skip


def _speaks_of_them(syntax: Syntax, verb: int, thing: Thing) -> bool:
    """Say whether something about people is refused: "rejected criticism of its soldiers"."""
    head = syntax.head_of(thing.name)
    between = [] if head is None else [n for n in syntax.up(head) if n > verb]
    nouns = (syntax.tokens[n] for n in between if n != head)
    return any(token.pos == "NOUN" and token.lemma.lower() not in _SENDING for token in nouns)


def _going(page: Page, syntax: Syntax, noun: int, verb: int, thing: Thing) -> Troops | None:
    """Read "its soldiers will not go to Chad", "Latvian instructors will go to Chad in May"."""
    token = syntax.tokens[verb]
    if token.lemma.lower() not in load("acts")["going_verbs"]:
        return None
    if noun not in (syntax.child(verb, "nsubj"), syntax.child(verb, "nsubjpass")):
        return None
    no = syntax.child(verb, "neg")
    denied = None if no is None else syntax.tokens[no].span
    will = {"will", "would", "'ll", "to"} & set(syntax.auxiliaries(verb))
    if not will:  # those who are there are told of as a fact of war, and not as a promise
        return None
    senders = tellers(page, syntax, verb) if of_the_teller(syntax, thing.name) else []
    return Troops(thing=thing, chain=[], denied=denied, senders=senders)
