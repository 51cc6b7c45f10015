"""Acts of giving that no verb of giving tells: nouns of handing over, what somebody is bound to."""

from __future__ import annotations

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.lexicon import load
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span


def unspoken_act(syntax: Syntax, thing: Span) -> list[Act]:
    """Give the act above a thing that no verb of giving tells, as a chain; empty where none is."""
    head = syntax.head_of(thing)
    if head is None:
        return []
    act = _noun_of_giving(syntax, head) or _bound_to_seek(syntax, head)
    return [] if act is None else [act]


def sought(syntax: Syntax, verb: int, above: int) -> bool:
    """Say whether a verb gets for others what the one above it binds somebody to."""
    seeks = syntax.tokens[verb].lemma.lower() in ("seek", "secure", "obtain")
    return seeks and syntax.below(verb, above)


def _noun_of_giving(syntax: Syntax, head: int) -> Act | None:
    """Find the noun of handing over that a thing stands behind: "for the delivery of vans"."""
    of = syntax.tokens[head].head
    noun = syntax.tokens[of].head
    if syntax.tokens[of].text.lower() != "of" or syntax.tokens[head].dep not in ("pobj", "pcomp"):
        return None
    known = syntax.tokens[noun].text.lower() in load("acts")["handing_nouns"]
    if not known or syntax.negated(noun) or syntax.child(noun, "det") in _none(syntax):
        return None
    return Act(token=noun, act_class="give", span=syntax.tokens[noun].span)


def _none(syntax: Syntax) -> set[int]:
    return {n for n, token in enumerate(syntax.tokens) if token.text.lower() in ("no", "any")}


def _bound_to_seek(syntax: Syntax, head: int) -> Act | None:
    """Find "committed" above what somebody is bound to get: "is committed to seeking more aid"."""
    verb = syntax.tokens[head].head
    to = syntax.tokens[verb].head
    bound = syntax.tokens[to].head
    told = (syntax.tokens[to].text.lower(), syntax.tokens[bound].text.lower())
    if told != ("to", "committed") or not sought(syntax, verb, bound):
        return None
    copula = syntax.tokens[bound].head if syntax.tokens[bound].dep == "acomp" else bound
    return Act(token=copula, act_class="pledge", span=syntax.tokens[bound].span)
