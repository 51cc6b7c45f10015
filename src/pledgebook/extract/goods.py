"""Goods given without a count ("will send tanks", "a new package of military aid")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pledgebook.extract.act_verbs import GIVING, Act
from pledgebook.extract.acts import chain_above
from pledgebook.extract.drafts import Draft, Thing
from pledgebook.extract.going_on import goes_on
from pledgebook.extract.goods_words import MORE_AID, is_goods_noun
from pledgebook.extract.lexicon import any_of, load
from pledgebook.extract.page import Page
from pledgebook.extract.strays import fired
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.things import BENEFICIARIES, none_of
from pledgebook.extract.ungiven import supposed
from pledgebook.extract.unsaid_money import is_unsaid_money, is_whole_object
from pledgebook.extract.unspoken_acts import sought, unspoken_act
from pledgebook.model.spans import Span
from pledgebook.model.values import Item
from pledgebook.resolve.quantity_items import category_of

#: Rule of goods without a count.
GOODS = "goods"

#: What a group may hold of a promise of goods: no sum and no count stands beside them.
FIRM = frozenset({"firm", "intended", "conditional"})
#: A package that is called aid and of which kind.
_AID_PACKAGE = re.compile(
    r"\b(?:military|humanitarian|security|medical)\s+(?:aid|assistance|support)\b", re.IGNORECASE
)


#: Weapons that are sent in battle are no gift.
_ATTACK = re.compile(
    r"\b(?:(?<!clothing )(?<!protection )(?<!suits )(?<!masks )(?<!gear )(?<!equipment )"
    r"(?<!vaccines )(?<!medicines )(?<!drugs )against"
    r"|into|across|towards?|over|attack\w*|invad\w*|invasion|strik\w+|front(?:line)?|border"
    r"|fired?|firing|launch\w*|shell(?:ed|ing)|hit|hits|manoeuvres|exercise\w*|parade)\b",
    re.IGNORECASE,
)
#: Words that lead to whom, or where, things go.
TARGET = re.compile(r"\b(?:to|for|among|within)\s+\w", re.IGNORECASE)
#: "announced the dispatch of masks": the noun hands over, the verb tells of it.
_HANDING = re.compile(
    r"\b(?:dispatch\w*|deliver(?:y|ies)|donation|provision|supply|transfer|shipment|handover|gift)s?\s+of\b",
    re.IGNORECASE,
)
#: How far up from a noun its act may stand, in nouns and prepositions ("a package of arms").
_DEEP = 5


def goods_in(page: Page, syntax: Syntax, sentence: Span) -> list[Thing]:
    """Goods that a sentence names, in order; none beside a sum."""
    if page.money.within(sentence):
        return []
    found = uncounted_goods(page, syntax, sentence)
    return [
        thing
        for thing in found
        if not none_of(page, thing.name) and not _in_a_flow(page, sentence, thing)
    ]


#: Before goods that come all the time: what is told of is how they come, and no gift of them.
_FLOW = re.compile(
    r"\b(?:steady|continu\w+|constant|ongoing|regular|sustained)\s+"
    r"(?:suppl(?:y|ies)|flow|stream|provision|deliver(?:y|ies))\s+of\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)


def _in_a_flow(page: Page, sentence: Span, thing: Thing) -> bool:
    """Say whether goods only come all the time: "the steady supply of weapons that … provided"."""
    return _FLOW.search(page.text, sentence.start, thing.name.start) is not None


def uncounted_goods(page: Page, syntax: Syntax, sentence: Span) -> list[Thing]:
    """Goods of a sentence without a count, in order.

    They are those of the list of goods, nouns that the item list knows ("an ambulance"), more aid
    of a kind ("additional military assistance"), and money without a sum ("is providing funding").
    """
    found = goods_named(page, sentence)
    for match in MORE_AID.finditer(page.text, sentence.start, sentence.end):
        _add(page, found, Span(*match.span("what")))
    for match in any_of("acts", "money").finditer(page.text, sentence.start, sentence.end):
        _add(page, found, Span(*match.span()))
    for n, token in enumerate(syntax.tokens):
        plural_name = token.pos == "PROPN" and token.text.endswith("s")  # "Tomahawks"
        if (token.pos == "NOUN" or plural_name) and _is_goods(page, token.span):
            _add(page, found, syntax.named(_whole_noun(syntax, n)))
    return sorted(found, key=lambda thing: thing.name)


def _whole_noun(syntax: Syntax, noun: int) -> int:
    """Give the noun that a known one only describes: the "uniforms" of "winter uniforms"."""
    token = syntax.tokens[noun]
    plural = syntax.tokens[token.head].tag == "NNS"
    describes = token.dep == "compound" and plural and not _abstract(syntax, token.head)
    return token.head if describes else noun


#: Goods that were spoken of before are no further gift.
_DEFINITE = re.compile(r"\b(?:the|this|these|those|such|its|their|our|his|her)\s+$", re.IGNORECASE)


def _is_goods(page: Page, word: Span) -> bool:
    """Say whether the item list knows a noun that is neither half of a word nor a container."""
    halved = "-" in (
        page.text[word.end : word.end + 1],
        page.text[max(0, word.start - 1) : word.start],
    )
    return not halved and is_goods_noun(page.words(word).lower())


def _add(page: Page, found: list[Thing], name: Span) -> None:
    actors = page.actors.touching(name)
    if actors and actors[0].span.end < name.end:  # "send Moldova buses": the name is no part of it
        name = Span(actors[0].span.end + 1, name.end)
    told = _DEFINITE.search(page.text, max(0, name.start - 10), name.start)
    if told or page.quantities.touching(name) or any(name.overlaps(thing.name) for thing in found):
        return
    words = " ".join(page.words(name).split())
    category = category_of(re.findall(r"[\w/-]+", words.lower()))
    if category != BENEFICIARIES:
        found.append(Thing(name=name, item=Item(name=words, category=category)))


def goods_named(page: Page, sentence: Span) -> list[Thing]:
    """Goods of the list of goods that a sentence names, in order."""
    found = []
    for match in any_of("acts", "goods").finditer(page.text, sentence.start, sentence.end):
        name = Span(*match.span())
        category = category_of(re.findall(r"[\w/-]+", match.group().lower()))
        item = Item(name=" ".join(page.words(name).split()), category=category)
        found.append(Thing(name=name, item=item))
    return found


def given_goods(syntax: Syntax, goods: Iterable[Thing]) -> Iterator[tuple[list[Act], list[Thing]]]:
    """Group goods by the act that gives them; what is not the object of one is left out."""
    groups: dict[int, tuple[list[Act], list[Thing]]] = {}
    for thing in goods:
        chain = chain_above(syntax, thing.name) or unspoken_act(syntax, thing.name)
        if not chain or chain[0].act_class not in GIVING or supposed(syntax, chain):
            continue
        if fired(syntax, thing.name, chain[0].token) or _ought(syntax, chain[0].token):
            continue
        if used(syntax, thing) or _only_prepared(syntax, thing, chain[0]):
            continue
        if is_unsaid_money(thing) and not is_whole_object(syntax, thing.name):
            continue
        if _object(syntax, thing.name, chain[0].token) and not goes_on(syntax, thing, chain[0]):
            groups.setdefault(chain[0].token, (chain, []))[1].append(thing)
    yield from groups.values()


def _object(syntax: Syntax, name: Span, verb: int) -> bool:
    """Say whether goods are what a verb gives.

    They are its object, the subject of its passive, what it is said of ("tanks donated by …"), or
    what such an object consists of ("a package of arms").
    """
    n = syntax.head_of(name)
    for _ in range(_DEEP):
        if n is None:
            return False
        token = syntax.tokens[n]
        if token.dep in ("dobj", "nsubjpass") and (
            token.head == verb or sought(syntax, token.head, verb)
        ):
            return True
        if syntax.tokens[verb].head == n and syntax.tokens[verb].dep in ("acl", "relcl"):
            return True
        if token.dep == "prep" and token.head == verb:  # "provides Moldova with buses"
            word, noun = token.text.lower(), syntax.tokens[verb].pos == "NOUN"
            return (
                word == "with" or _bound_to(syntax, n) or (noun and word == "of")
            )  # "the delivery of buses"
        through = token.dep in ("conj", "compound", "appos", "nmod", "amod")
        if token.dep == "compound" and _abstract(syntax, token.head):
            return False
        inside = token.dep in ("pobj", "pcomp") and (
            syntax.tokens[token.head].text.lower() in ("of", "with")
            or _bound_to(syntax, token.head)
        )
        contained = token.dep == "prep"
        if token.head == n or not (through or inside or contained):
            return False
        n = token.head
    return False


def _bound_to(syntax: Syntax, prep: int) -> bool:
    """Say whether a preposition leads to what somebody commits to: "committed to a guarantee"."""
    verb = syntax.tokens[syntax.tokens[prep].head]
    return syntax.tokens[prep].text.lower() == "to" and verb.lemma.lower() == "commit"


def _abstract(syntax: Syntax, noun: int) -> bool:
    """Say whether a noun behind goods is something else than goods: "submarine capability"."""
    return syntax.tokens[noun].lemma.lower() in load("acts")["no_goods"]


def _only_prepared(syntax: Syntax, thing: Thing, act: Act) -> bool:
    """Say whether goods are prepared, by which none but a package of them is promised."""
    prepared = syntax.tokens[act.token].lemma.lower() == "prepare"
    return prepared and any_of("acts", "goods", "packages").fullmatch(thing.item.name) is None


def used(syntax: Syntax, thing: Thing) -> bool:
    """Say whether goods are only what somebody learns to use: "train crews to fly jets"."""
    head = syntax.head_of(thing.name)
    verb = next(iter(syntax.verbs_above(head)), None) if head is not None else None
    if verb is None or head is None or syntax.tokens[head].dep != "dobj":
        return False
    token = syntax.tokens[verb]
    below = token.dep in ("xcomp", "advcl", "acl", "ccomp", "pcomp")
    return below and token.lemma.lower() in _USING


#: What those who are trained do with arms.
_USING = frozenset({"use", "operate", "handle", "maintain", "fly", "drive", "crew", "service"})


#: Verbs by which work on something is favoured, and nothing is given.
_ONLY_FAVOURED = frozenset({"prioritize", "prioritise", "explore"})


def only_favoured(syntax: Syntax, verb: int) -> bool:
    """Say whether an act is only favoured: "committed to prioritize efforts to repair lines"."""
    return any(
        syntax.tokens[v].lemma.lower() in _ONLY_FAVOURED for v in syntax.verbs_above(verb)[:3]
    )


def _ought(syntax: Syntax, verb: int) -> bool:
    """Say whether an act is only what somebody ought to do: "we should go in and provide food"."""
    above = (verb, *syntax.verbs_above(verb)[:5])
    return any(
        {"should", "ought", "must"} & set(syntax.auxiliaries(v))
        or syntax.tokens[v].lemma.lower() == "need"
        for v in above
    )


def firmly_given(page: Page, draft: Draft) -> bool:
    """Say whether giver and receiver are named on the spot and the gift is more than weighed.

    A package of aid is for somebody else, whoever that is, and so is what a state hands over: the
    receiver need not be named, where the sentence tells of no attack.
    """
    if draft.firmness[0] == "denied":  # "refuses to send missiles": who refuses whom is told
        named = bool(draft.donors) and not draft.donors[0].from_context
        return named and bool(draft.recipients)
    if draft.firmness[0] not in FIRM or draft.stage[0] in ("called_for", "withdrawn"):
        return False
    here = [p for p in draft.donors if not p.from_context or p.words is not None]
    if all(
        is_unsaid_money(thing) for thing in draft.things
    ):  # what was paid without a figure is history
        told = any(not p.from_context for p in draft.recipients)
        return bool(here) and told and draft.stage[0] not in ("disbursed", "delivered")
    package = any(_AID_PACKAGE.search(thing.item.name) for thing in draft.things)
    shared = draft.acts[:1] and draft.acts[0].startswith("contribut")
    return bool(here) and (
        bool(draft.recipients) or package or bool(shared) or _handed_over(page, draft)
    )


def _handed_over(page: Page, draft: Draft) -> bool:
    words = draft.stage[1]
    span = draft.sentence
    if words is None or _ATTACK.search(page.text, span.start, span.end):
        return False
    if TARGET.search(page.text, words.end, span.end):  # somebody gets it, but nobody known
        return False
    state = all(party.actor.type == "state" for party in draft.donors)
    verb = page.words(words).lower() in load("acts")["transfer_verbs"]
    return state and (verb or _HANDING.search(page.text, span.start, span.end) is not None)
