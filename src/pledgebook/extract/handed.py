"""Counted things of a kind that the item list does not know, handed over by a verb that can."""

from __future__ import annotations

from pledgebook.extract.drafts import Thing
from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.things import BENEFICIARIES, things_in
from pledgebook.model.spans import Span
from pledgebook.model.values import Item
from pledgebook.resolve.mentions import QuantityMention


def handed_counts(page: Page, syntax: Syntax, sentence: Span) -> list[Thing]:
    """Counts whose noun is the object of a verb of handing over: "donated 30 school desks".

    What can be counted and told but not handed over ("sent two letters") is left out.
    """
    taken = [thing.name for thing in things_in(page, sentence)]
    found = []
    for mention in page.quantities.within(sentence):
        name = mention.name_span
        if name is None or mention.category == BENEFICIARIES:
            continue
        if not any(name.overlaps(other) for other in taken) and _handed(page, syntax, mention):
            item = Item(name=page.words(name), quantity=mention.quantity, category=mention.category)
            found.append(Thing(name=name, item=item, count=mention.span, bound=mention.bound_span))
    return found


def _handed(page: Page, syntax: Syntax, mention: QuantityMention) -> bool:
    assert mention.name_span is not None
    head = syntax.head_of(mention.name_span)
    if head is None or syntax.tokens[head].dep not in ("dobj", "nsubjpass", "conj"):
        return False
    words = load("acts")
    if syntax.tokens[head].lemma.lower() in words["not_handed"] or page.dates.touching(
        mention.span
    ):
        return False
    verbs = syntax.verbs_above(head)
    return bool(verbs) and syntax.tokens[verbs[0]].text.lower() in words["handing_verbs"]
