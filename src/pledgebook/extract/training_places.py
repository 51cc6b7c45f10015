"""People who get training or a course: "will invite 300 officials from Fiji for training".

Who trains them gives; they stand for their own country, which gets. A count tells how many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.acts import chain_above
from pledgebook.extract.drafts import Draft, Thing
from pledgebook.extract.earlier_givers import publisher_of
from pledgebook.extract.lexicon import load
from pledgebook.extract.lists_of_actors import joined_after
from pledgebook.extract.page import Page
from pledgebook.extract.parties import parties_of
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.ungiven import supposed
from pledgebook.model.spans import Span
from pledgebook.model.values import Item
from pledgebook.resolve.mentions import ActorMention, QuantityMention

#: What people come for.
_COURSE = re.compile(
    r"\b(?:training|course|courses|internships?|instruction|study\s+visits?|studies)\b",
    re.IGNORECASE,
)
_FOR_COURSE = re.compile(
    r"\b(?:for|to)\s+(?:(?!with\b|by\b)[\w'’,-]+\s+){0,8}?"
    r"(?:training|courses?|internships?|study\s+visits?|studies|train|study|retrain)\b",
    re.IGNORECASE,
)
#: Before the country of those who are trained.
_OF = re.compile(r"\b(?:from|of)\s+(?:the\s+|armed\s+forces\s+of\s+|army\s+of\s+)*$", re.IGNORECASE)
#: Before the country that they are trained in.
_IN = re.compile(r"\b(?:in|at|to)\s+(?:the\s+)?$", re.IGNORECASE)
_REACH = 60


def names_training_place(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a sentence may tell how many people get training."""
    if not page.has_any(sentence, _verbs()):
        return False
    people = page.has_any(sentence, _people()) and page.quantities.within(sentence)
    course = _COURSE.search(page.text, sentence.start, sentence.end)
    return bool(people) and (course is not None or page.has_any(sentence, _schools()))


@cache
def _schools() -> frozenset[str]:
    return frozenset(load("acts")["training_schools"])


@cache
def _verbs() -> frozenset[str]:
    return frozenset(load("acts")["inviting_forms"])


@cache
def _people() -> frozenset[str]:
    lists = load("acts")
    return frozenset((*lists["trainees"], *lists["helping_trades"], *lists["learners"]))


def training_places(
    page: Page, syntax: Syntax, sentence: Span
) -> Iterator[tuple[list[Act], list[Thing]]]:
    """Give the verbs by which counted people get training, with those people."""
    lists = load("acts")
    for n, token in enumerate(syntax.tokens):
        if token.pos != "VERB":
            continue
        lemma, people = token.lemma.lower(), None
        if lemma in lists["attending"]:
            people = _who_learns(page, syntax, n)
        elif lemma in lists["inviting"] and _for_course(page, syntax, n, sentence):
            people = _invited(syntax, n)
        things = [] if people is None else _all_counted(page, syntax, people)
        learns = lemma in lists["attending"]  # whoever learns does not give
        act = Act(token=n, act_class="deliver" if learns else "give", span=token.span)
        chain = [act, *(a for a in chain_above(syntax, token.span) if a.token != n)]
        if things and not supposed(syntax, chain):
            yield chain, things


def _invited(syntax: Syntax, verb: int) -> int | None:
    """Give those whom a verb brings: its object, or the subject of "are to be invited"."""
    if not syntax.passive(verb):
        found = syntax.child(verb, "dobj")
        return found if found is not None else syntax.child(verb, "dative")
    own = syntax.child(verb, "nsubjpass")
    above = syntax.tokens[verb].head
    be = syntax.tokens[verb].dep == "xcomp" and syntax.tokens[above].lemma.lower() == "be"
    return syntax.child(above, "nsubj") if own is None and be else own


def _all_counted(page: Page, syntax: Syntax, head: int) -> list[Thing]:
    """Give counted people and those joined to them: "300 officials and 50 young diplomats"."""
    found: list[Thing] = []
    nouns: list[int] = [head]
    for noun in nouns:
        thing = _counted(page, syntax, noun)
        found += [] if thing is None else [thing]
        nouns += [c for c in syntax.children[noun] if syntax.tokens[c].dep == "conj"]
    return found if found and found[0].name.start <= syntax.tokens[head].span.end else []


def _for_course(page: Page, syntax: Syntax, verb: int, sentence: Span) -> bool:
    """Say whether people are invited for a course, or offered one."""
    behind = syntax.tokens[verb].span.end
    if _FOR_COURSE.search(page.text, behind, sentence.end):
        return True
    offered = syntax.child(verb, "dobj", "oprd")
    words = None if offered is None else syntax.tokens[offered].span
    return words is not None and _COURSE.fullmatch(page.text, words.start, words.end) is not None


def _who_learns(page: Page, syntax: Syntax, verb: int) -> int | None:
    """Give the subject of a verb of attending whose object is a course."""
    course = syntax.child(verb, "dobj")
    if course is None:
        return None
    words = syntax.subtree(course)
    named = _COURSE.search(page.text, words.start, words.end)
    school = syntax.tokens[course].text.lower() in load("acts")["training_schools"]
    return syntax.child(verb, "nsubj") if named or school else None


def _counted(page: Page, syntax: Syntax, head: int) -> Thing | None:
    """Give counted people as a thing, None where they are no people or are not counted."""
    if syntax.tokens[head].text.lower() not in _people():
        return None
    phrase = Span(syntax.subtree(head).start, syntax.tokens[head].span.end)
    found = [m for m in page.quantities.touching(phrase) if m.span.start >= phrase.start]
    counted: QuantityMention | None = next(iter(found), None)
    if counted is None:
        return None
    name = counted.name_span or syntax.named(head)
    item = Item(name=" ".join(page.words(name).split()), quantity=counted.quantity)
    return Thing(name=name, item=item, count=counted.span, bound=counted.bound_span)


def name_own_country(page: Page, draft: Draft) -> None:
    """Make the country of the people who are counted the one that gets, and no giver."""
    named = [m for m in page.actors.within(draft.sentence) if m.actor.id is not None]
    own = [m for m in named if any(_owns(page, people, m) for people in draft.things)]
    for people in draft.things:  # "officials from Fiji and Tonga"
        row = joined_after(page, people.name.end, draft.sentence.end, _REACH)
        own += row[1:] if row[:1] and row[0] in own else []
    if own:
        draft.recipients = parties_of(own)
        draft.problems.discard("recipient-from-context")
    takers = {party.actor.id for party in draft.recipients}
    draft.donors = [party for party in draft.donors if party.actor.id not in takers]


def name_trained(page: Page, draft: Draft) -> None:
    """Name whose people are trained, and who trains them: the host, else who tells of it."""
    name_own_country(page, draft)
    takers = {party.actor.id for party in draft.recipients}
    if draft.donors:
        return
    office, host = publisher_of(page), _host(page, draft, takers)
    if host is not None:
        draft.donors = parties_of([host])
    elif office is not None and office.actor.id not in takers:
        draft.donors = [office]
        draft.problems.add("donor-from-context")
    if draft.donors:
        draft.problems.discard("donor-unresolved")


def _owns(page: Page, people: Thing, mention: ActorMention) -> bool:
    """Say whether people are of an actor: "Moldovan pilots", "officials from Fiji"."""
    first = people.name if people.count is None else Span(people.count.start, people.name.end)
    if first.overlaps(mention.span):
        return mention.naming != "name"
    near = 0 <= mention.span.start - people.name.end < _REACH
    return near and _OF.search(page.text, people.name.end, mention.span.start) is not None


def _host(page: Page, draft: Draft, takers: set[str | None]) -> ActorMention | None:
    """Give the only state that people are trained in, beside their own."""
    found = [
        m
        for m in page.actors.within(draft.sentence)
        if m.naming == "name"
        and m.actor.type == "state"
        and m.actor.id not in takers
        and _IN.search(page.text, draft.sentence.start, m.span.start)
    ]
    return found[0] if len({m.actor.id for m in found}) == 1 else None


def trained_for_others(_page: Page, draft: Draft) -> bool:
    """Say whether somebody known trains people of somebody else."""
    givers = {party.actor.id for party in draft.donors} - {None}
    return bool(givers) and bool({party.actor.id for party in draft.recipients} - givers)
