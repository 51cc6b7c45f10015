"""Acts that only go on, or do not begin: "continues to send", "stopped sending"."""

from __future__ import annotations

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.drafts import Thing
from pledgebook.extract.lexicon import load
from pledgebook.extract.syntax import Syntax


def goes_on(syntax: Syntax, thing: Thing, act: Act) -> bool:
    """Say whether an act on a thing is no gift of its own, since it goes on or does not begin.

    Who goes on handing over things of a known kind gives them still ("continues to supply shells").
    Who will continue to, or continues to give aid or support, says no more than before.
    """
    words = frozenset(load("acts")["not_beginning"])
    above = (act.token, *syntax.verbs_above(act.token)[:2])
    told = [v for v in above if syntax.tokens[v].lemma.lower() in words]
    return bool(told) and not (_still(syntax, told[0]) and _hands(syntax, act, thing))


def _still(syntax: Syntax, verb: int) -> bool:
    """Say whether a verb tells of what is done today: "continues to", "has continued to"."""
    going_on = syntax.tokens[verb].lemma.lower() in load("acts")["going_on"]
    later = {"will", "'ll", "shall", "would", "to", "could", "may", "must", "should"}
    return going_on and not later & set(syntax.auxiliaries(verb)) and not syntax.negated(verb)


def _hands(syntax: Syntax, act: Act, thing: Thing) -> bool:
    hands = syntax.tokens[act.token].lemma.lower() in load("acts")["handing_on"]
    return hands and thing.item.category is not None
