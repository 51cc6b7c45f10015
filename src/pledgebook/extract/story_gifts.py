"""Counted goods that only a story about giving makes gifts: "46 trucks have crossed the Prut".

A newspaper has more verbs of handing over than any list holds ("trucked", "rustled up", "laid on").
In a story about giving, what another state or body does with counted goods is a gift, unless their
verb is one of keeping, making, trading, asking or fighting; those are fewer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pledgebook.extract.act_verbs import Act, act_at
from pledgebook.extract.commitment_parties import PartyFinder
from pledgebook.extract.commitment_terms import fill_terms
from pledgebook.extract.drafts import Draft, Thing
from pledgebook.extract.goods import GOODS
from pledgebook.extract.lexicon import forms_of, load
from pledgebook.extract.page import Page
from pledgebook.extract.story import may_be_gift
from pledgebook.extract.story_pages import is_story
from pledgebook.extract.story_staff import are_people, is_there, kept_ready, serves, weighed
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.things import STAFF
from pledgebook.model.spans import Span

#: How many verbs above things may rule them: the nearest, and one over it.
_DEEP = 2


def story_goods(
    page: Page,
    syntax: Syntax,
    sentence: Span,
    finder: PartyFinder,
    acted: Iterable[tuple[list[Act], list[Thing]]],
) -> Iterator[Draft]:
    """Make doubtful gifts of the counted goods of a newspaper's sentence that no act gives."""
    if not is_story(page) or finder.taker is None:
        return
    for chain, things in acted:
        first = things[0]
        if chain or first.count is None or first.item.category is None:
            continue
        verbs = _verbs_over(syntax, first.place)
        if not _is_given(page, syntax, first, verbs):
            continue
        told = [Act(token=n, act_class="deliver", span=syntax.tokens[n].span) for n in verbs[:1]]
        draft = Draft(sentence=sentence, rule="things", things=list(things), doubtful=True)
        fill_terms(page, syntax, draft, told, first.place)
        finder.fill(syntax, draft, told, first.place)
        if verbs and kept_ready(page, syntax, verbs[0], first.place):
            draft.stage = ("delivered" if is_there(page, first.place) else "pledged", None)
        staff = first.item.category == STAFF
        if may_be_gift(page, draft, unnamed=_names_nobody(page, draft)) and (
            draft.givers_here or not (staff and draft.donors)
        ):
            yield draft


def _acts(syntax: Syntax, people: Span) -> bool:
    """Say whether people are the subject of their verb, and what they do is told."""
    head = syntax.head_of(people)
    return head is not None and syntax.tokens[head].dep in ("nsubj", "nsubjpass")


def _names_nobody(page: Page, draft: Draft) -> bool:
    """Say whether a sentence of several things names nobody but people and those who get."""
    counts = [t.item.quantity.low or t.item.quantity.high for t in draft.things if t.item.quantity]
    if not any(count is not None and count > 1 for count in counts):
        return False
    takers = {party.actor.id for party in draft.recipients}
    named = page.actors.within(draft.sentence)
    return all(m.actor.type == "person" or m.actor.id in takers for m in named)


def _is_given(page: Page, syntax: Syntax, thing: Thing, verbs: list[int]) -> bool:
    """Say whether verbs hand a thing over, have it ready, or have people of that sort serve."""
    if verbs and kept_ready(page, syntax, verbs[0], thing.place):
        return not syntax.negated(verbs[0])
    if verbs and weighed(page, syntax, thing.place, verbs[0]):
        return not syntax.negated(verbs[0])
    if thing.item.category == STAFF or (are_people(thing) and _acts(syntax, thing.place)):
        there = serves(page, syntax, thing, verbs)
        return there and not any(syntax.negated(verb) for verb in verbs)
    handed = _is_handed(syntax, thing.place)
    return handed and not any(_gives_nothing(syntax, verb) for verb in verbs)


#: Nouns and words between things and their verb: "the bill for a field hospital", "a ship with".
_THROUGH = frozenset({"of", "with", "for"})
_PARTICLES = frozenset({"on", "in", "up", "out", "over", "off"})


def _is_handed(syntax: Syntax, thing: Span) -> bool:
    """Say whether things are what a verb tells of, and not where or how: "came out of a train"."""
    head = syntax.head_of(thing)
    if head is None:
        return False
    for n in (head, *syntax.up(head)):
        token = syntax.tokens[n]
        if token.pos in ("VERB", "AUX"):
            return True
        verbal = n == token.head + 1 and syntax.tokens[token.head].pos == "VERB"
        loose = verbal and token.text.lower() in _PARTICLES  # "laid on 14 buses"
        if token.dep == "prep" and token.text.lower() not in _THROUGH and not loose:
            return False
    return True


def _verbs_over(syntax: Syntax, thing: Span) -> list[int]:
    """Verbs above a thing, the nearest first, up to one that stands by itself."""
    head = syntax.head_of(thing)
    if head is None:
        return []
    verbs = [n for n in syntax.verbs_above(head) if syntax.tokens[n].pos in ("VERB", "AUX")][:_DEEP]
    return verbs[:1] if verbs and _stands_beside(syntax, verbs[0], head) else verbs


def _stands_beside(syntax: Syntax, verb: int, thing: int) -> bool:
    """Say whether a verb only stands beside another, which has an object of its own.

    "will keep its clinic open and staff it with 40 doctors": the doctors are not kept.
    """
    token = syntax.tokens[verb]
    other = syntax.child(token.head, "dobj") if token.dep == "conj" else None
    return other is not None and not syntax.below(thing, other) and other < verb


def _gives_nothing(syntax: Syntax, verb: int) -> bool:
    """Say whether a verb is one of keeping, making, trading or fighting, or is denied."""
    known = syntax.tokens[verb].text.lower() in forms_of("story_verbs", "no_gift")
    return known or syntax.negated(verb)


def named_goods(
    page: Page, syntax: Syntax, sentence: Span, finder: PartyFinder, told: Sequence[Span]
) -> Iterator[Draft]:
    """Make doubtful gifts of what a verb of handing over has for its object, whatever it is.

    "is providing mobile X-ray scanners": no list of goods has it, and it has no count. ``told``:
    the names of what the sentence is known to give.
    """
    if not is_story(page) or page.money.within(sentence) or finder.taker is None:
        return
    for n, token in enumerate(syntax.tokens):
        obj = syntax.child(n, "dobj") if token.lemma.lower() in _HANDING else None
        act = None if obj is None or token.pos != "VERB" else act_at(syntax, n)
        obj = None if obj is None else _of_number(syntax, obj)
        if obj is None or act is None or not _is_concrete(page, syntax, obj):
            continue
        if any(syntax.named(obj).overlaps(name) for name in told):
            continue
        thing = Thing.named(page, syntax.named(obj))
        draft = Draft(sentence=sentence, rule=GOODS, things=[thing], doubtful=True)
        fill_terms(page, syntax, draft, [act], thing.name)
        finder.fill(syntax, draft, [act], thing.name)
        if draft.firmness[0] != "denied" and draft.givers_here and may_be_gift(page, draft):
            yield draft


#: Verbs (in the infinitive) that hand their object over, whatever it is.
_HANDING = frozenset(
    {"provide", "supply", "deliver", "donate", "send", "ship", "lend", "contribute", "transfer"}
)
#: Ends of nouns that are no things.
_ABSTRACT = re.compile(
    r"(?:tion|sion|ment|ness|ity|ship|ance|ence|ism|age|ice|hip|ing|cy|th|al|ure|ort|elp|oney)s?$"
)


def _of_number(syntax: Syntax, noun: int) -> int:
    """Give what an unnamed number is of: the trainers of "a number of its Hawk jet trainers"."""
    of = syntax.child(noun, "prep") if syntax.tokens[noun].lemma.lower() in _NUMBERS else None
    inner = None if of is None else syntax.child(of, "pobj")
    return noun if inner is None else inner


_NUMBERS = frozenset(
    {
        "number",
        "batch",
        "set",
        "series",
        "couple",
        "handful",
        "consignment",
        "some",
        "contingent",
        "lot",
    }
)


def _is_concrete(page: Page, syntax: Syntax, noun: int) -> bool:
    """Say whether a noun may be a thing that can be handed over: a plural, or one with "a"."""
    token = syntax.tokens[noun]
    if any(syntax.tokens[c].tag == "CD" for c in syntax.children[noun]):
        return False  # what is counted or weighed is read as such
    lists, word = load("acts"), token.lemma.lower()
    below = {syntax.tokens[c].text.lower() for c in syntax.children[noun]}
    if token.pos != "NOUN" or not (token.tag == "NNS" or below & {"a", "an"}):
        return False
    if _ABSTRACT.search(word) or page.actors.touching(token.span):
        return False
    known = {"not_handed", "no_bestowing", "vague_objects", "no_goods", "people", "unnamed_parties"}
    if word in load("story_verbs")["no_things"]:
        return False
    return not any(word in lists[key] or token.text.lower() in lists[key] for key in known)
