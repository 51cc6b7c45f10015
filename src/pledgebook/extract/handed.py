"""Things of a kind that the item list does not know, handed over by a verb that can."""

from __future__ import annotations

from collections.abc import Iterator

from pledgebook.extract.act_verbs import Act, act_at
from pledgebook.extract.acts import chain_above
from pledgebook.extract.drafts import Thing
from pledgebook.extract.lexicon import any_of, load, openings
from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.things import BENEFICIARIES, things_in
from pledgebook.extract.ungiven import supposed
from pledgebook.model.spans import Span
from pledgebook.model.values import Item
from pledgebook.resolve.mentions import QuantityMention
from pledgebook.resolve.quantity_items import is_listed, singular


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
    if head is None or not _in_hand(syntax, head):
        return False
    words = load("acts")
    if syntax.tokens[head].lemma.lower() in words["not_handed"] or page.dates.touching(
        mention.span
    ):
        return False
    verbs = syntax.verbs_above(head)
    return bool(verbs) and syntax.tokens[verbs[0]].text.lower() in words["handing_verbs"]


#: Verbs (in the infinitive) that hand over what stands behind "with": "is providing Chad with …".
_WITH = frozenset({"provide", "supply", "equip", "furnish", "present"})


def _in_hand(syntax: Syntax, noun: int) -> bool:
    """Say whether a noun stands where what is handed over stands."""
    token = syntax.tokens[noun]
    if token.dep in ("dobj", "nsubjpass", "conj"):
        return True
    prep = syntax.tokens[token.head]
    return (
        token.dep == "pobj"
        and prep.text.lower() == "with"
        and syntax.tokens[prep.head].lemma.lower() in _WITH
    )


def names_bestowed(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a sentence with two actors has a verb of a gift ("donated")."""
    if not page.has_any(sentence, openings("acts", "bestowing")):
        return False
    verbs = any_of("acts", "bestowing").search(page.text, sentence.start, sentence.end)
    return verbs is not None and len({m.actor.id for m in page.actors.within(sentence)}) > 1


def bestowed(page: Page, syntax: Syntax, sentence: Span) -> Iterator[tuple[list[Act], list[Thing]]]:
    """Give what is donated or handed over, whatever it is: "handed over sonar sets to the navy".

    It has no count and no article of something known; what is handed over and is no gift is left
    out ("handed over a suspect").
    """
    if page.money.within(sentence):
        return
    for n, token in enumerate(syntax.tokens):
        if token.pos != "VERB" or token.text.lower() not in load("acts")["bestowing"]:
            continue
        over = any(syntax.tokens[c].text.lower() == "over" for c in syntax.children[n])
        obj, act = syntax.child(n, "dobj", "nsubjpass"), act_at(syntax, n)
        if act is None or obj is None or (token.lemma.lower() == "hand" and not over):
            continue
        name = syntax.named(obj)
        chain = [act, *(a for a in chain_above(syntax, token.span) if a.token != n)]
        if _is_gift(page, syntax, obj, name) and not supposed(syntax, chain):
            yield chain, [Thing.named(page, name)]


def _is_gift(page: Page, syntax: Syntax, noun: int, name: Span) -> bool:
    """Say whether a noun may be a gift of a kind that no list knows."""
    words, token = load("acts"), syntax.tokens[noun]
    if token.pos != "NOUN" or page.quantities.touching(name) or page.actors.touching(name):
        return False
    below = {syntax.tokens[c].text.lower() for c in syntax.children[noun]}
    if below & {"the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "no"}:
        return False
    word = singular(token.text.lower())
    unlike = word in words["not_handed"] or word in words["no_bestowing"]
    return not unlike and not is_listed(token.text.lower())
