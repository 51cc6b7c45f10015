"""Who is asked to give: "urged Germany to provide …", "asked its allies for …"."""

from __future__ import annotations

from collections.abc import Sequence

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.described_givers import unnamed
from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page
from pledgebook.extract.parties import bound_actor, mentions_under
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: "called on Berlin to give", "appealed to donors for".
_UPON = frozenset({"on", "upon", "to"})


def called_upon(
    page: Page, syntax: Syntax, chain: Sequence[Act], thing: Span
) -> list[ActorMention] | None:
    """Actors that are asked to give: "urged Germany to provide …", "asked its allies for …".

    None where nobody is asked; empty where the one who asks names nobody ("asked for €5bn").
    """
    for place, act in enumerate(chain):
        if act.act_class != "call" or syntax.tokens[act.token].pos != "VERB":
            continue
        given = chain[0].token if place else None
        if syntax.passive(act.token) or (
            given is not None and syntax.child(given, "nsubj") is not None
        ):
            return None
        asked = _asked(syntax, act.token, thing)
        if asked is None or page.money.touching(syntax.tokens[asked].span):
            return None if place else _budgeted(page, syntax, act.token)
        named = page.actors.touching(syntax.tokens[asked].span)  # "the United States"
        if not named and syntax.tokens[asked].text.lower() in load("acts")["unnamed_parties"]:
            return [unnamed(page, syntax.subtree(asked))]
        found = [m for m in mentions_under(page, syntax, asked) if bound_actor(m) is not None]
        return found or (None if place else [])
    return None


#: What a government lays before its parliament, by which it asks for what it means to give.
_BUDGETS = frozenset({"budget", "budgets", "supplemental"})


def _budgeted(page: Page, syntax: Syntax, verb: int) -> list[ActorMention]:
    """Give whose budget asks for a sum: "Norway's budget requests €5m for …"."""
    subject = syntax.child(verb, "nsubj")
    if subject is None or syntax.tokens[subject].text.lower() not in _BUDGETS:
        return []
    return [m for m in mentions_under(page, syntax, subject) if bound_actor(m) is not None]


def _asked(syntax: Syntax, verb: int, thing: Span) -> int | None:
    """Head of the phrase of those who are asked; what is asked for is none of them."""
    on = next((c for c in syntax.children[verb] if syntax.tokens[c].text.lower() in _UPON), None)
    asked = syntax.child(verb, "dobj")
    if asked is None and on is not None:
        asked = syntax.child(on, "pobj")
    return None if asked is None or asked in syntax.inside(thing) else asked
