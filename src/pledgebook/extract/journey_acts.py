"""Verbs by which things come to somebody or set out: acts only where a thing is their subject."""

from __future__ import annotations

from pledgebook.extract.lexicon import load
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span

#: Prepositions before where a thing comes to, and before where it sets out for.
_COMES_TO = frozenset({"in", "at"})
_SETS_OUT_FOR = frozenset({"for", "to", "towards", "toward"})
#: Before what is still to come: "ten more will follow".
_TO_COME = frozenset({"will", "would", "to", "'ll", "’ll", "shall"})
#: Words between "are" and what tells of the way: "are already on their way".
_STILL = frozenset({"now", "already", "currently", "also", "all", "still", "both"})


def journey(syntax: Syntax, n: int) -> tuple[str, Span] | None:
    """Name the class of act that a verb of a journey makes for its subject, with its words.

    "reached Mali", "landed in Mali" hand over; "left Mali for Chad", "are on their way" only set
    out. None for no journey.
    """
    token = syntax.tokens[n]
    lemma = token.lemma.lower()
    if lemma == "follow":
        return _followed(syntax, n)
    if lemma == "go":
        return _goes(syntax, n)
    if lemma == "be":
        way = _on_the_way(syntax, n) if token.pos in ("AUX", "VERB") else None
        return None if way is None else ("set_out", way)
    if lemma not in _verbs() or token.pos != "VERB" or not _thing_travels(syntax, n):
        return None
    if lemma == "reach":
        obj = syntax.child(n, "dobj")
        place = obj is not None and syntax.tokens[obj].pos == "PROPN"
        return ("deliver", token.span) if place else None
    below = {syntax.tokens[c].text.lower() for c in syntax.children[n]}
    if lemma in load("acts")["coming"]:
        return ("deliver", token.span) if below & _COMES_TO else None
    away = below & _SETS_OUT_FOR or _leaves_for(syntax, n)
    return ("set_out", token.span) if away else None


def _followed(syntax: Syntax, verb: int) -> tuple[str, Span] | None:
    """Name what "follow" tells of things: "ten more will follow", "two launchers followed in"."""
    token = syntax.tokens[verb]
    if not _thing_travels(syntax, verb) or syntax.child(verb, "dobj") is not None:
        return None
    behind = {syntax.tokens[c].text.lower() for c in syntax.children[verb]}
    if token.tag == "VBD":
        return ("deliver", token.span) if "in" in behind else None
    return ("set_out", token.span) if _TO_COME & set(syntax.auxiliaries(verb)) else None


def _goes(syntax: Syntax, verb: int) -> tuple[str, Span] | None:
    """Name what "go" tells of things: "40 tents will go to Mali"."""
    if not _thing_travels(syntax, verb) or not _TO_COME & set(syntax.auxiliaries(verb)):
        return None
    if _is_money(syntax, syntax.child(verb, "nsubj")):
        return None
    to = next((c for c in syntax.children[verb] if syntax.tokens[c].text.lower() == "to"), None)
    whom = None if to is None else syntax.child(to, "pobj")
    named = whom is not None and syntax.tokens[whom].pos == "PROPN"
    return ("set_out", syntax.tokens[verb].span) if named else None


#: Signs and words of sums, which go to somebody by being paid.
_MONEY = frozenset("$€£¥") | {"euros", "dollars", "pounds", "kroner", "kronor", "yen", "francs"}


def _is_money(syntax: Syntax, subject: int | None) -> bool:
    """Say whether a subject is a sum of money, or a count whose noun is not told."""
    if subject is None or syntax.tokens[subject].tag == "CD":
        return True
    below = [subject, *syntax.children[subject]]
    words = (syntax.tokens[n].text.lower() for n in below)
    return any(word in _MONEY or word[-1:] in "$€£¥" for word in words)


def _verbs() -> frozenset[str]:
    return frozenset([*load("acts")["coming"], *load("acts")["setting_out"]])


def _leaves_for(syntax: Syntax, verb: int) -> bool:
    """Say whether the parser hangs where things go on the place that they leave."""
    left = syntax.child(verb, "dobj")
    below = () if left is None else syntax.children[left]
    return any(syntax.tokens[c].text.lower() in _SETS_OUT_FOR for c in below)


def _thing_travels(syntax: Syntax, verb: int) -> bool:
    """Say whether the subject is a common noun: who is named leaves of their own accord."""
    subject = syntax.child(verb, "nsubj")
    return subject is not None and syntax.tokens[subject].pos in ("NOUN", "NUM")


def _on_the_way(syntax: Syntax, verb: int) -> Span | None:
    """Give the words that tell of things under way: "are now on their way"."""
    if not _thing_travels(syntax, verb):
        return None
    first = verb + 1
    while first < len(syntax.tokens) and syntax.tokens[first].text.lower() in _STILL:
        first += 1
    for phrase in load("acts")["under_way"]:
        words = syntax.tokens[first : first + len(phrase.split())]
        if " ".join(token.text.lower() for token in words) == phrase:
            return Span(syntax.tokens[verb].span.start, words[-1].span.end)
    return None
