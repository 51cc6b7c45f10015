"""Money that is promised without a sum: "is providing funding to Chad", "committed to a loan"."""

from __future__ import annotations

from pledgebook.extract.drafts import Thing
from pledgebook.extract.lexicon import any_of
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span


def is_unsaid_money(thing: Thing) -> bool:
    """Say whether a thing is money without a sum: "a loan", "funding"."""
    return any_of("acts", "money").fullmatch(thing.item.name) is not None


def is_whole_object(syntax: Syntax, name: Span) -> bool:
    """Say whether a main clause gives the money: not "any type of funding", not "who gives aid"."""
    head = syntax.head_of(name)
    if head is None or syntax.tokens[head].dep not in ("dobj", "nsubjpass", "pobj", "conj"):
        return False
    inside = [syntax.tokens[v].dep for v in syntax.verbs_above(head)[:2]]
    below = {syntax.tokens[c].text.lower() for c in syntax.children[head]}
    return "relcl" not in inside and not below & {"any", "no"}
