"""People whom a state promises to take in: "will welcome 4,000 Afghans who fled the fighting"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pledgebook.extract.acts import Act, act_at, chain_above, supposed
from pledgebook.extract.drafts import Draft, Thing
from pledgebook.extract.lexicon import any_of, load, openings
from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.training_places import names_training_place
from pledgebook.model.spans import Span
from pledgebook.model.values import Item

#: Why people need to be taken in, told behind them.
_FLED = re.compile(
    r"\b(?:flee(?:ing|s)?|fled|escap(?:e|ed|ing)|displaced|uprooted|evacuated|seeking\s+(?:refuge|asylum"
    r"|safety|protection)|in\s+need\s+of\s+(?:refuge|protection|shelter))\b",
    re.IGNORECASE,
)


def names_taken_in(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a sentence may promise to take people in, or to train them."""
    if names_training_place(page, sentence):
        return True
    if not page.has_any(sentence, openings("acts", "taking_in")):
        return False
    text, start, end = page.text, sentence.start, sentence.end
    taking = any_of("acts", "taking_in").search(text, start, end)
    if taking is None:
        return False
    needy = any_of("acts", "needy").search(text, start, end) or _FLED.search(text, start, end)
    needy = needy or (taking if taking.group().lower() == "resettle" else None)
    return needy is not None and bool(page.quantities.within(Span(taking.end(), end)))


def taken_in(page: Page, syntax: Syntax, sentence: Span) -> Iterator[tuple[list[Act], list[Thing]]]:
    """Give the verbs that promise to take in people in need, with the people who are counted."""
    for n, token in enumerate(syntax.tokens):
        if token.pos != "VERB" or not _takes_in(syntax, n):
            continue
        if not (_promised(syntax, n) or _done(syntax, n)):
            continue
        thing = _people(page, syntax, sentence, n)
        act = Act(token=n, act_class="give", span=token.span)
        chain = [act, *(a for a in chain_above(syntax, token.span) if a.token != n)]
        if thing is not None and not supposed(syntax, chain):
            yield chain, [thing]


def by_the_host(_page: Page, draft: Draft) -> bool:
    """Keep the host alone as giver, who stands before the people taken in; say whether one does.

    Where they come from is said beside them ("refugees from Chad"), and nobody gives there.
    """
    first = draft.things[0].name.start
    hosts = [p for p in draft.donors if (p.words or p.span).start < first or p.place != "text"]
    others = [p for p in draft.donors if p not in hosts]
    draft.donors = hosts
    draft.recipients += [replace(p, from_context=False) for p in others]
    return any(not p.from_context or p.words is not None for p in hosts)


def _takes_in(syntax: Syntax, verb: int) -> bool:
    lemma = syntax.tokens[verb].lemma.lower()
    if lemma == "take":
        return any(syntax.tokens[c].text.lower() == "in" for c in syntax.children[verb])
    return lemma in load("acts")["hosting"]


def _promised(syntax: Syntax, verb: int) -> bool:
    """Say whether a verb tells what is to come, by "will" or as what a promise or plan is to do."""
    if syntax.tokens[verb].tag != "VB":
        return False
    if {"will", "'ll", "’ll", "shall"} & set(syntax.auxiliaries(verb)):
        return True
    return any(act_at(syntax, above) is not None for above in syntax.verbs_above(verb)[:1])


def _done(syntax: Syntax, verb: int) -> bool:
    """Say whether people have been taken in by now: "has so far admitted 2,300 evacuees"."""
    has = bool({"has", "have", "'ve", "’ve"} & set(syntax.auxiliaries(verb)))
    return syntax.tokens[verb].tag == "VBN" and has and not syntax.passive(verb)


def _people(page: Page, syntax: Syntax, sentence: Span, verb: int) -> Thing | None:
    """Give the counted people that a verb has for its object, where they are said to be in need."""
    head = syntax.child(verb, "dobj")
    if head is None:
        return None
    named = Span(syntax.subtree(head).start, syntax.tokens[head].span.end)
    counted = [m for m in page.quantities.touching(named) if m.span.start >= named.start]
    if not counted or counted[0].quantity is None:
        return None
    behind = Span(syntax.tokens[head].span.start, sentence.end)
    name = counted[0].name_span or syntax.named(head)
    needy = any_of("acts", "needy").search(page.text, name.start, name.end)
    resettled = syntax.tokens[verb].lemma.lower() == "resettle"
    if (
        needy is None
        and not resettled
        and _FLED.search(page.text, behind.start, behind.end) is None
    ):
        return None
    item = Item(name=" ".join(page.words(name).split()), quantity=counted[0].quantity)
    return Thing(name=name, item=item, count=counted[0].span, bound=counted[0].bound_span)
