"""Goods given without a count ("will send tanks", "a new package of military aid")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from pledgebook.extract.acts import Act, chain_above, supposed
from pledgebook.extract.drafts import Draft, Thing
from pledgebook.extract.going_on import goes_on
from pledgebook.extract.lexicon import any_of, load, openings, verb_classes
from pledgebook.extract.page import Page
from pledgebook.extract.strays import fired
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.things import BENEFICIARIES, none_of
from pledgebook.extract.unsaid_money import is_unsaid_money, is_whole_object
from pledgebook.extract.unspoken_acts import sought, unspoken_act
from pledgebook.model.spans import Span
from pledgebook.model.values import Item
from pledgebook.resolve.quantity_items import category_of, is_listed

#: Rule of goods without a count.
GOODS = "goods"
#: Acts whose object is given; a verb that merely carries goods tells of no promise.
_GIVING = frozenset({"deliver", "disburse", "allocate", "commit", "pledge", "give"})
#: What a group may hold of a promise of goods: no sum and no count stands beside them.
FIRM = frozenset({"firm", "intended", "conditional"})
#: A package that is called aid and of which kind.
_AID_PACKAGE = re.compile(
    r"\b(?:military|humanitarian|security|medical)\s+(?:aid|assistance|support)\b", re.IGNORECASE
)
#: How far from a verb of handing over its goods may stand, in code points.
_NEAR = 90
_WORD = re.compile(r"[A-Za-z][\w-]{3,}")
#: Behind a "supply" that hands nothing over.
_CHAIN = re.compile(r"\s+chains?\b", re.IGNORECASE)
_MORE = ("additional", "further", "extra", "more", "new", "fresh")
#: More aid of a kind that a verb hands over: "additional military assistance", "further aid".
MORE_AID = re.compile(
    rf"\b(?:{'|'.join(_MORE)})\s+(?P<what>(?:(?:military|humanitarian|medical|financial"
    r"|security|emergency|energy|winter|technical|economic|defen[cs]e|non-lethal|lethal|in-kind)\s+){1,2}"
    r"(?:aid|assistance|support|relief)|(?:[a-z-]+\s+){0,3}?(?:aid|assistance))\b",
    re.IGNORECASE,
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


def names_goods(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a sentence names goods and anybody who may give or get them."""
    told = [pattern for words, pattern in _told() if page.has_any(sentence, words)]
    if page.has_any(sentence, openings("acts", "money")) and _names_two(page, sentence):
        told.append(any_of("acts", "money"))
    hands = page.has_any(sentence, openings("acts", "handing_verbs"))
    if not (told or hands) or not _names_others(page, sentence):
        return False
    for goods in (m for w in told for m in w.finditer(page.text, sentence.start, sentence.end)):
        start = max(sentence.start, goods.start() - _NEAR)
        near = start, min(sentence.end, goods.end() + _NEAR)
        if _giving().search(page.text, *near) or any_of("acts", "gift_nouns").search(
            page.text, *near
        ):
            return True
    if not hands:
        return False
    verbs = any_of("acts", "handing_verbs").finditer(page.text, sentence.start, sentence.end)
    return any(
        _goods_near(page, sentence, Span(*verb.span()))
        for verb in verbs
        if _CHAIN.match(page.text, verb.end()) is None
    )


@cache
def _told() -> tuple[tuple[frozenset[str], re.Pattern[str]], ...]:
    """What is given without a count, each pattern with the words that it begins with."""
    return (
        (frozenset(_MORE), MORE_AID),
        (openings("acts", "goods"), any_of("acts", "goods")),
    )


def _names_others(page: Page, sentence: Span) -> bool:
    """Say whether anybody is named, in the text of an office anybody else: it tells of home too."""
    named = [mention.actor for mention in page.actors.within(sentence)]
    foreign = (a for a in named if a.id and not page.offices & {a.id, a.affiliation})
    several = len({actor.id for actor in named}) > 1
    return several or any(foreign) or (bool(named) and not page.from_office)


#: Words that stand for a giver.
_STANDING_FOR = frozenset({"we", "our", "i", "my", "he", "she", "it", "its", "they", "their"})


def _names_two(page: Page, sentence: Span) -> bool:
    """Say whether a giver and another may be told of: money without a sum is told with both."""
    named = {m.actor.id or m.actor.name for m in page.actors.within(sentence)}
    return len(named) > 1 or (bool(named) and page.has_any(sentence, _STANDING_FOR))


@cache
def _giving() -> re.Pattern[str]:
    """Forms of the verbs whose object is given."""
    words = sorted((w for w, c in verb_classes("acts").items() if c in _GIVING), key=len)
    return re.compile(
        rf"(?<![\w-])(?:{'|'.join(map(re.escape, reversed(words)))})(?![\w-])(?!{_CHAIN.pattern})",
        re.IGNORECASE,
    )


def _goods_near(page: Page, sentence: Span, verb: Span) -> bool:
    """Say whether goods or more aid stand near a verb of handing over."""
    start, end = max(sentence.start, verb.start - _NEAR), min(sentence.end, verb.end + _NEAR)
    return any(
        is_goods_noun(word.group().lower())
        and (word.group()[0].islower() or word.group()[-1] in "sS")  # no name: "the White House"
        for word in _WORD.finditer(page.text, start, end)
        if not verb.start <= word.start() < verb.end  # "supply" and "ships" hand over themselves
    )


#: Listed with their counts, and no goods without one: "the green light", power that is sold.
_ONLY_COUNTED = frozenset({"light", "power", "electricity"})


@lru_cache(maxsize=8192)
def is_goods_noun(word: str) -> bool:
    """Say whether a lowered noun is goods in the list of items: no people, no container."""
    lists = load("acts")
    known = word in lists["containers"] or word in lists["trainees"] or word in _ONLY_COUNTED
    return not known and is_listed(word) and category_of([word]) != BENEFICIARIES


def goods_in(page: Page, syntax: Syntax, sentence: Span) -> list[Thing]:
    """Goods that a sentence names, in order; none beside a sum."""
    if page.money.within(sentence):
        return []
    found = uncounted_goods(page, syntax, sentence)
    return [thing for thing in found if not none_of(page, thing.name)]


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
        if not chain or chain[0].act_class not in _GIVING or supposed(syntax, chain):
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
