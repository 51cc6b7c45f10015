"""Verbs that what stands beside them makes acts: "made available", "cleared €9m for Moldova"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pledgebook.extract.lexicon import forms_of, load
from pledgebook.extract.syntax import Syntax


def class_by_object(syntax: Syntax, n: int) -> str | None:
    """Give the class of act that a verb is by its object, None where that makes it none."""
    lemma = syntax.tokens[n].lemma.lower()
    if _promises_by_object(syntax, n):
        return "pledge"
    if lemma in load("acts")["clearing"] and _of_sum(syntax, n):
        return "commit"
    if lemma in load("acts")["getting_from"] and _from_somebody(syntax, n):
        return "give"
    if lemma in _lemmas("moving") and _to_somebody(syntax, n):
        return "deliver"
    if lemma in load("acts")["thinking_of"] and _of_handing_over(syntax, n):
        return "pledge"
    return None


@cache
def _lemmas(key: str) -> frozenset[str]:
    """Give the verbs under a key in the infinitive."""
    return frozenset(verb.split("/")[0] for verb in load("acts")[key])


def _to_somebody(syntax: Syntax, verb: int) -> bool:
    """Say whether counted things are brought to somebody named: "flew 40 tents to Mali"."""
    brought = syntax.child(verb, "nsubjpass" if syntax.passive(verb) else "dobj")
    if brought is None or syntax.tokens[brought].pos != "NOUN":
        return False
    counted = any(syntax.tokens[c].tag == "CD" for c in syntax.children[brought])
    return counted and _somebody_behind(syntax, (verb, brought), "to")


def _somebody_behind(syntax: Syntax, tops: Sequence[int], preposition: str) -> bool:
    """Say whether one of some words has a preposition below it with a name behind that."""
    return any(
        syntax.tokens[c].text.lower() == preposition
        and (whom := syntax.child(c, "pobj")) is not None
        and syntax.tokens[whom].pos == "PROPN"
        for top in tops
        for c in syntax.children[top]
    )


def _of_handing_over(syntax: Syntax, verb: int) -> bool:
    """Say whether somebody alone thinks about handing something over: "the delivery of 12 jets"."""
    noun, subject = syntax.child(verb, "dobj"), syntax.child(verb, "nsubj")
    if subject is None or syntax.child(subject, "conj") is not None:
        return False  # of two who talk about it one may get it
    if noun is None or syntax.tokens[noun].lemma.lower() not in load("acts")["handing_nouns"]:
        return False
    return any(syntax.tokens[c].text.lower() == "of" for c in syntax.children[noun])


def _promises_by_object(syntax: Syntax, n: int) -> bool:
    """Say whether what stands beside a verb makes it a promise: "made available"."""
    token = syntax.tokens[n]
    lemma = token.lemma.lower()
    if token.text.lower() in forms_of("acts", "finding") and _found_for(syntax, n):
        return True
    if lemma in load("acts")["reaffirming"] and _of_sum(syntax, n):
        return True
    return (lemma == "make" and _available(syntax, n)) or _has_for(syntax, n)


def _has_for(syntax: Syntax, verb: int) -> bool:
    """Say whether somebody has a sum for somebody named: "says it has €9m (ready) for Mali"."""
    if syntax.tokens[verb].lemma.lower() != "have" or syntax.tokens[verb].pos != "VERB":
        return False
    had = syntax.child(verb, "dobj")
    if had is None or not _of_sum(syntax, verb):
        return False
    tops = [verb, had, *(c for c in syntax.children[verb] if syntax.tokens[c].text == "ready")]
    return _somebody_behind(syntax, tops, "for")


def _available(syntax: Syntax, verb: int) -> bool:
    """Say whether a thing is made available, and nothing else made of it."""
    return any(syntax.tokens[c].text.lower() == "available" for c in syntax.children[verb])


def _of_sum(syntax: Syntax, verb: int) -> bool:
    """Say whether what a verb has for an object is or holds a sum: "reaffirmed the $5bn loan"."""
    obj = syntax.child(verb, "dobj")
    if obj is None or syntax.tokens[obj].lemma.lower() in load("acts")["requests_made"]:
        return False
    below = (n for n in range(verb, len(syntax.tokens)) if syntax.below(n, obj))
    return any(syntax.tokens[n].text in ("$", "€", "£", "¥") for n in below) or any(
        syntax.tokens[n].tag == "CD" for n in range(verb, obj)
    )


def _from_somebody(syntax: Syntax, verb: int) -> bool:
    """Say whether a sum is got from somebody named: "Moldova secured €9m from Norway"."""
    got = syntax.child(verb, "dobj")
    if got is None or not _of_sum(syntax, verb) or syntax.tokens[verb].dep == "xcomp":
        return False  # who hopes to secure €9m has not
    return _somebody_behind(syntax, (verb, got), "from")


def _found_for(syntax: Syntax, verb: int) -> bool:
    """Say whether something is found for somebody named: "found 500 more shells for Moldova"."""
    found = syntax.child(verb, "dobj")
    return found is not None and _somebody_behind(syntax, (verb, found), "for")
