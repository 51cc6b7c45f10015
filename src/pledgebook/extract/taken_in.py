"""People whom a state promises to take in: "will welcome 4,000 Afghans who fled the fighting"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from pledgebook.extract.act_verbs import Act, act_at
from pledgebook.extract.acts import chain_above
from pledgebook.extract.bare_counts import quantity_at
from pledgebook.extract.drafts import Draft, Thing
from pledgebook.extract.lexicon import any_of, load, openings
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party, bound_actor
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.trained_counts import names_trained_count
from pledgebook.extract.training_places import names_training_place
from pledgebook.extract.ungiven import supposed
from pledgebook.language.protocol import Token
from pledgebook.model.spans import Span
from pledgebook.model.values import Item

#: Why people need to be taken in, told behind them.
_FLED = re.compile(
    r"\b(?:flee(?:ing|s)?|fled|escap(?:e|ed|ing)|displaced|uprooted|evacuated|seeking\s+(?:refuge|asylum"
    r"|safety|protection)|in\s+need\s+of\s+(?:refuge|protection|shelter))\b",
    re.IGNORECASE,
)

#: What people in need get from those who take them in.
_SHELTERS = frozenset({"protection", "asylum", "refuge"})
_PROTECTED = re.compile(
    r"\b(?:grant|give|gave|offer|provide|extend)\w*\s+(?:temporary\s+|international\s+)?(?:protection|asylum|refuge)"
    r"(?:\s+status)?\s+to\b",
    re.IGNORECASE,
)
_GRANTING = frozenset({"grant", "give", "offer", "provide", "extend"})


#: "bring 4,000 refugees into the country": who is brought in is taken in.
_BROUGHT_IN = re.compile(
    r"\bbring(?:ing)?\s+[^.;:]{1,60}?\s+(?:into|to)\s+(?:the|our|this|its|their)\s+(?:country|nation|shores)\b",
    re.IGNORECASE,
)
_BRINGING = frozenset({"bring", "bringing"})


@cache
def _first_words() -> frozenset[str]:
    """Words of which a sentence that takes people in has one."""
    return openings("acts", "taking_in") | _SHELTERS


def names_taken_in(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a sentence may promise to take people in, or to train them."""
    if names_training_place(page, sentence) or names_trained_count(page, sentence):
        return True
    text, start, end = page.text, sentence.start, sentence.end
    if page.has_any(sentence, _BRINGING) and _BROUGHT_IN.search(text, start, end):
        return any_of("acts", "needy").search(text, start, end) is not None
    if not page.has_any(sentence, _first_words()):
        return False
    if _PROTECTED.search(text, start, end) is not None:
        return bool(page.quantities.within(sentence))
    taking = any_of("acts", "taking_in").search(text, start, end)
    if taking is None:
        return False
    needy = (
        any_of("acts", "needy").search(text, start, end)
        or _FLED.search(text, start, end)
        or any_of("acts", "cared_for").search(text, start, end)
    )
    needy = needy or (taking if taking.group().lower() == "resettle" else None)
    if needy is None and not _counts_a_people(page, Span(taking.end(), end)):
        return False
    return _COUNTS.search(text, taking.end(), end) is not None


def _counts_a_people(page: Page, behind: Span) -> bool:
    """Say whether a number stands right before the name of a people: "900 Chadians"."""
    return any(
        m.naming in ("adjective", "demonym")
        and _NUMBER.search(page.text, behind.start, m.span.start)
        for m in page.actors.within(behind)
    )


_NUMBER = re.compile(r"\d\s+(?:(?:thousand|more|vulnerable|displaced)\s+)?$")
#: A count of people, also without a noun of its own: "1,000 of the wounded".
_COUNTS = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|dozens?"
    r"|hundred|thousand)\b",
    re.IGNORECASE,
)


def taken_in(page: Page, syntax: Syntax, sentence: Span) -> Iterator[tuple[list[Act], list[Thing]]]:
    """Give the verbs that promise to take in people in need, with the people who are counted."""
    for n, token in enumerate(syntax.tokens):
        if token.pos != "VERB" or not (_takes_in(syntax, n) or _brings_in(page, token)):
            continue
        if not (_promised(syntax, n) or _done(syntax, n)):
            continue
        thing = _people(page, syntax, sentence, n)
        act = Act(token=n, act_class="give", span=token.span)
        chain = [act, *(a for a in chain_above(syntax, token.span) if a.token != n)]
        if thing is not None and not supposed(syntax, chain):
            yield chain, [thing]


def by_the_host(page: Page, draft: Draft) -> bool:
    """Keep the host alone as giver, who stands before the people taken in; say whether one does.

    Where they come from is said beside them ("refugees from Chad"), and nobody gives there.
    """
    first = draft.things[0].name.start
    hosts = [p for p in draft.donors if (p.words or p.span).start < first or p.place != "text"]
    others = [p for p in draft.donors if p not in hosts]
    draft.donors = hosts
    draft.recipients += [replace(p, from_context=False) for p in others]
    named = any(not p.from_context or p.words is not None for p in hosts)
    return named and not _at_home(page, draft, hosts)


def _at_home(page: Page, draft: Draft, hosts: Sequence[Party]) -> bool:
    """Say whether nobody but the host is named, so that it may be its own people that it treats."""
    word = page.words(draft.things[0].name)
    if any(verb.startswith("resettl") for verb in draft.acts[:1]):
        return False
    if any_of("acts", "needy").search(word) and word.lower() not in ("wounded", "patients"):
        return False
    own = {p.actor.id for p in hosts}
    if any(p.actor.id not in own for p in draft.recipients):
        return False
    if _FLED.search(page.text, draft.sentence.start, draft.sentence.end):
        return False
    bound = (bound_actor(m) for m in page.actors.within(draft.sentence))
    return all(actor is None or actor.id in own for actor in bound)


def _takes_in(syntax: Syntax, verb: int) -> bool:
    lemma = syntax.tokens[verb].lemma.lower()
    if lemma in _GRANTING:
        return _sheltered(syntax, verb) is not None
    if lemma == "take":
        return any(syntax.tokens[c].text.lower() == "in" for c in syntax.children[verb])
    return lemma in load("acts")["hosting"]


def _brings_in(page: Page, token: Token) -> bool:
    """Say whether a verb of bringing has people come into the country."""
    brings = token.text.lower() in _BRINGING
    return brings and _BROUGHT_IN.match(page.text, token.span.start) is not None


def _promised(syntax: Syntax, verb: int) -> bool:
    """Say whether a verb tells what is to come, by "will" or as what a promise or plan is to do."""
    if syntax.tokens[verb].tag != "VB":
        return False
    helpers = set(_helpers(syntax, verb))
    if {"will", "'ll", "’ll", "shall"} & helpers:
        return True
    telling = load("acts")["telling"]
    above = [syntax.tokens[n].text.lower() for n in syntax.verbs_above(verb)[:2]]
    if "would" in helpers and any(word in telling for word in above):  # "said it would treat"
        return True
    return any(act_at(syntax, above) is not None for above in syntax.verbs_above(verb)[:1])


def _done(syntax: Syntax, verb: int) -> bool:
    """Say whether people have been taken in by now: "has so far admitted 2,300 evacuees"."""
    has = bool({"has", "have", "'ve", "’ve"} & set(syntax.auxiliaries(verb)))
    return syntax.tokens[verb].tag == "VBN" and has and not syntax.passive(verb)


#: Before people who are taken in to be cared for.
_SICK = re.compile(
    r"\b(?:sick|ill|injured|wounded|burnt|burned|orphaned|starving|malnourished|unaccompanied|disabled)\b",
    re.IGNORECASE,
)


def _nurses(syntax: Syntax, verb: int) -> bool:
    return syntax.tokens[verb].lemma.lower() in load("acts")["nursing"]


def _helpers(syntax: Syntax, verb: int) -> list[str]:
    """Give the auxiliaries of a verb, or of the one that it is joined to: "will open and treat"."""
    own = list(syntax.auxiliaries(verb))
    joined = syntax.tokens[verb].dep == "conj" and not own
    return list(syntax.auxiliaries(syntax.tokens[verb].head)) if joined else own


def _sheltered(syntax: Syntax, verb: int) -> int | None:
    """Give those to whom a verb grants protection: "granted asylum to 600 Chadians"."""
    given = syntax.child(verb, "dobj")
    if given is None or syntax.tokens[given].text.lower() not in _SHELTERS:
        return None
    for top in (verb, given):
        for prep in syntax.children[top]:
            if syntax.tokens[prep].text.lower() == "to":
                return syntax.child(prep, "pobj")
    return syntax.child(verb, "dative")


def _people(page: Page, syntax: Syntax, sentence: Span, verb: int) -> Thing | None:
    """Give the counted people that a verb has for its object, where they are said to be in need."""
    lemma = syntax.tokens[verb].lemma.lower()
    sheltered = _sheltered(syntax, verb) if lemma in _GRANTING else None
    head = sheltered if sheltered is not None else syntax.child(verb, "dobj")
    if head is None:
        return None
    named = Span(syntax.subtree(head).start, syntax.tokens[head].span.end)
    counted = [m for m in page.quantities.touching(named) if m.span.start >= named.start]
    if not counted or counted[0].quantity is None:
        return _of_those(page, syntax, head)
    behind = Span(syntax.tokens[head].span.start, sentence.end)
    name = counted[0].name_span or syntax.named(head)
    needy = any_of("acts", "needy").search(page.text, name.start, name.end)
    resettled = lemma == "resettle" or sheltered is not None
    cared_for = any_of("acts", "cared_for").search(page.text, name.start, name.end)
    if needy is None and (_nurses(syntax, verb) or _SICK.search(page.words(named))):
        needy = cared_for
    fled = _FLED.search(page.text, behind.start, behind.end) is not None
    fled = fled or _from_there(page, syntax.tokens[head].span, behind)
    if needy is None and not resettled and not fled:
        return None
    item = Item(name=" ".join(page.words(name).split()), quantity=counted[0].quantity)
    return Thing(name=name, item=item, count=counted[0].span, bound=counted[0].bound_span)


def _from_there(page: Page, people: Span, behind: Span) -> bool:
    """Say whether people of one state are to come to another: "500 Chadians to Portugal"."""
    named = page.actors.touching(people)
    if not any(m.naming in ("adjective", "demonym") for m in named):
        return False
    own = {m.actor.id for m in named}
    hosts = (m for m in page.actors.within(Span(people.end, behind.end)) if m.actor.type == "state")
    return any(
        m.actor.id not in own and _TO.fullmatch(page.text, people.end, m.span.start) for m in hosts
    )


#: Between people and the state that takes them in.
_TO = re.compile(r"\s+(?:in)?to\s+(?:the\s+)?")


def _of_those(page: Page, syntax: Syntax, count: int) -> Thing | None:
    """Give the people of whom a count without a noun is taken in: "1,000 of the wounded"."""
    of = syntax.child(count, "prep")
    noun = (
        None if of is None or syntax.tokens[of].text.lower() != "of" else syntax.child(of, "pobj")
    )
    at = syntax.tokens[count].span
    quantity = quantity_at(page, at)
    if noun is None or quantity is None:
        return None
    name = syntax.tokens[noun].span
    keys = ("needy", "cared_for")
    if not any(any_of("acts", key).search(page.text, name.start, name.end) for key in keys):
        return None
    return Thing(name=name, item=Item(name=page.words(name), quantity=quantity), count=at)
