"""Actors named inside the noun phrase of a thing: "UK export finance", "Germany's package"."""

from __future__ import annotations

from collections.abc import Sequence

from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention


def beside(
    page: Page, syntax: Syntax, thing: Span, targets: Sequence[ActorMention]
) -> list[ActorMention]:
    """Actors inside the noun phrase of the thing: "UK export finance", "Germany's package of …"."""
    head = syntax.head_of(thing)
    if head is None:
        return []
    tops = [head]
    above = syntax.tokens[head].head
    if syntax.tokens[head].dep in ("nummod", "nmod", "compound", "quantmod", "amod"):
        tops.append(above)
    for top in tuple(tops):
        of = syntax.child(top, "prep")
        if of is not None and syntax.tokens[of].text.lower() in ("of", "in"):
            tops.extend(c for c in syntax.children[of] if syntax.tokens[c].dep == "pobj")
    found: list[ActorMention] = []
    for top in tops:
        for n in (top, *syntax.children[top]):
            if syntax.tokens[n].dep not in ("poss", "amod", "compound", "nmod", "det"):
                continue
            for mention in page.actors.touching(syntax.tokens[n].span):
                if (
                    mention not in targets
                    and mention not in found
                    and mention.actor.type != "unnamed"
                    and not page.money.touching(mention.span)  # the "US" of "5 US dollars"
                ):
                    found.append(mention)
    return found
