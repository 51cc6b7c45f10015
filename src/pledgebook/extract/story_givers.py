"""Who gives what a newspaper's sentence tells of, where no act of giving names them.

Looked for in this order: whose instrument it is, the only one whom the sentence names apart from
who gets, the subject of the verb above it, the state in whose own money it is, and whoever the
sentence before is about where this one says "it" or "its". Of several who are named any may give:
then nobody is said to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pledgebook.extract.aid_givers import aid_givers
from pledgebook.extract.drafts import Draft
from pledgebook.extract.lexicon import load
from pledgebook.extract.only_giver import by_instrument, hostile, only_giver
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party, bound_actor, mentions_under, parties_of
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.unlisted_givers import unlisted_giver
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: How many verbs above a thing may have its giver for a subject.
_VERBS = 2
#: How many sentences before one that says "it" may tell who is meant.
_BACK = 3
#: Words that stand for whoever was spoken of.
_STANDING_FOR = re.compile(
    r"\b(?:it|its|they|their|he|she|his|her|we|our|the\s+(?:country|ministry|government|minister"
    r"|premier|cabinet|delegation|envoy|army|republic|bank|agency))\b",
    re.IGNORECASE,
)
#: Before one whom something is bought from, or who only hands it over.
_FROM = re.compile(r"\b(?:from|by|through|via|with)\s+(?:the\s+)?$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d]+")


def name_giver(page: Page, draft: Draft, *, spoken_of: bool) -> None:
    """Give a draft whose words name no giver the one that its sentence tells.

    ``spoken_of``: where it names nobody, whoever the sentence before is about may be meant.
    """
    found: list[Party] = []
    if not draft.givers_here:
        takers = {party.actor.id for party in draft.recipients}
        found = _named(page, draft, takers) or _by_currency(page, draft, takers)
        if not found and spoken_of and not _names_others(page, draft):
            found = _spoken_of(page, draft, takers)
        _set(draft, found)
    if found or draft.givers_here:
        return
    if draft.money is not None and _names_others(page, draft):
        draft.donors = []  # of several who are named here any may give
        draft.problems = (draft.problems - {"donor-from-context"}) | {"donor-unresolved"}


def prefer_named(page: Page, draft: Draft) -> None:
    """Give a sum of a newspaper the one its sentence names, not who gave what was told before.

    Neither where nobody gave it alone nor where it is a part of what was told before.
    """
    if page.from_office or draft.parent is not None or draft.stranger or draft.total is not None:
        return
    if draft.givers_here or not _tells_of_several(page):
        return
    if not draft.donors:  # "The Bank had disbursed $11m": who was spoken of before
        opens = _OPENS.match(page.text, draft.sentence.start) is not None
        takers = {party.actor.id for party in draft.recipients}
        found = _spoken_of(page, draft, takers) if opens else []
        _set(draft, [party for party in found if _fits(page, draft, party)])
        return
    takers = {party.actor.id for party in draft.recipients}
    found = _named(page, draft, takers)
    if found:
        start = max(draft.sentence.start, found[0].span.start - 20)
        if _FROM.search(page.text, start, found[0].span.start) is not None:
            return
    found = found or _by_currency(page, draft, takers)
    _set(draft, found)


def _set(draft: Draft, found: Sequence[Party]) -> None:
    """Give a draft its givers, and say in its problems that no word of giving names them."""
    if not found:
        return
    draft.donors = list(found)
    draft.problems -= {"donor-unresolved", "donor-from-context"}
    draft.problems.add("donor-inferred")
    if any(party.from_context for party in found):
        draft.problems.add("donor-from-context")


#: So many states and bodies that give are named in a story on what several give; a note on one
#: gift names fewer, and means its own giver throughout (886 explanations of the tracker).
_SEVERAL = 4


#: A sentence that opens with somebody of whom the text spoke before.
_OPENS = re.compile(r"The\s+(?:Bank|bank|fund|Fund|lender|ministry|Ministry|government|agency)\b")


def _fits(page: Page, draft: Draft, party: Party) -> bool:
    """Say whether an actor is of the kind that opens a sentence: a bank for "The Bank"."""
    word = page.text[draft.sentence.start + 4 :].split(None, 1)[0].lower()
    body = party.actor.type == "organisation"
    return body and word in party.actor.name.lower() if word in ("bank", "fund") else True


def _tells_of_several(page: Page) -> bool:
    """Say whether a page names several that may give, and is no note on one gift."""
    bodies = {m.actor.id for m in page.actors if m.actor.type == "organisation"}
    states = {m.actor.id for m in page.actors if m.actor.id in aid_givers()}
    return len(states | bodies) >= _SEVERAL


def leave_earlier_givers(page: Page, draft: Draft) -> None:
    """Leave out givers of a sum between whom and the next giver another sum stands.

    "Latvia chips in €8m, and Portugal has wired €52m": the parser makes a row of the two.
    """
    if draft.money is None or len(draft.givers_here) < _ROW:
        return
    start, end = draft.money.span.start, draft.money.span.end
    ahead = [p for p in draft.givers_here if p.span.end <= start]
    later = page.money.within(Span(end, draft.sentence.end))
    if not ahead:
        return
    last = max(ahead, key=lambda party: party.span.start)
    draft.donors = [
        p
        for p in draft.donors
        if p is last
        or p.from_context
        or (p in ahead and not _sum_between(page, p, last))
        or (p not in ahead and not any(p.span.end <= m.span.start for m in later))
    ]


#: Two make a row.
_ROW = 2


def _sum_between(page: Page, first: Party, last: Party) -> bool:
    """Say whether a sum stands between two givers."""
    if first.span.end > last.span.start:
        return False
    return bool(page.money.within(Span(first.span.end, last.span.start)))


def _named(page: Page, draft: Draft, takers: set[str | None]) -> list[Party]:
    """Give whose instrument it is, the only one named, or the subject above the thing."""
    owner = by_instrument(page, draft, takers)
    if owner is not None and not owner.from_context:
        return [owner]
    return _only(page, draft, takers) or _subject(page, draft, takers)


def _only(page: Page, draft: Draft, takers: set[str | None]) -> list[Party]:
    """Give the one state, else the one body, that a sentence names apart from who gets."""
    currency = None if draft.money is None else draft.money.amount.currency
    state = only_giver(page, draft, takers, currency)
    if state is not None:
        return [] if state.from_context or state.actor.id not in aid_givers() else [state]
    bodies = {
        mention.actor.id: Party(actor=mention.actor, span=mention.span)
        for mention in reversed(page.actors.within(draft.sentence))
        if mention.actor.type == "organisation" and mention.actor.id not in takers
    }
    return list(bodies.values()) if len(bodies) == 1 else []


def _from_whom(page: Page, syntax: Syntax, subject: int) -> list[ActorMention]:
    """Give those from whom the people come that act: "instructors from Poland and Lithuania"."""
    preps = [c for c in syntax.children[subject] if syntax.tokens[c].text.lower() == "from"]
    whom = (syntax.child(prep, "pobj") for prep in preps)
    return [m for n in whom if n is not None for m in mentions_under(page, syntax, n)]


def _subject(page: Page, draft: Draft, takers: set[str | None]) -> list[Party]:
    """Give the subject of a verb above the thing, a body that no list knows as well."""
    syntax = Syntax(page.parse(draft.sentence))
    place = draft.money.span if draft.money is not None else draft.things[0].place
    head = syntax.head_of(place)
    for verb in [] if head is None else syntax.verbs_above(head)[:_VERBS]:
        subject = syntax.child(verb, "nsubj")
        if subject is None:
            continue
        named = [*mentions_under(page, syntax, subject), *_from_whom(page, syntax, subject)]
        named = [m for m in named if not hostile(page, m)]
        found = [p for p in parties_of(named) if p.actor.id not in takers]
        if found:
            return found
        body = unlisted_giver(page, syntax, subject)
        return [] if body is None else parties_of([body])
    return []


def _by_currency(page: Page, draft: Draft, takers: set[str | None]) -> list[Party]:
    """Give the state in whose own money a sum is, where the page names it: "nine billion yen"."""
    if draft.money is None or _names_others(page, draft):
        return []
    state = load("acts")["currency_states"].get(draft.money.amount.currency)
    states = {state} if state else set(_states_of_word(page, draft))
    named = [m for m in page.actors if m.actor.id in states - takers and m.actor.type == "state"]
    if len({m.actor.id for m in named}) != 1:
        return []
    first = min(named, key=lambda m: abs(m.span.start - draft.sentence.start))
    return [Party(actor=actor, span=first.span, from_context=True)
            for actor in [bound_actor(first)] if actor is not None]  # fmt: skip


def _states_of_word(page: Page, draft: Draft) -> list[str]:
    """Ids of the states whose money a word without a state may be: "1.5 billion kroner"."""
    if draft.money is None or draft.money.amount.currency is not None:
        return []
    words = {word.lower() for word in _WORD.findall(page.words(draft.money.span))}
    own = load("gate")["own_currencies"].values()
    return [row["state"] for row in own if words & set(row["words"])]


def _spoken_of(page: Page, draft: Draft, takers: set[str | None]) -> list[Party]:
    """Give the first whom the nearest sentence before names, where this one stands for somebody."""
    sentence = draft.sentence
    if _STANDING_FOR.search(page.text, sentence.start, sentence.end) is None:
        return []
    here = page.sentences.position(sentence)
    for earlier in reversed(page.sentences.items[max(0, here - _BACK) : here]):
        named = [m for m in page.actors.within(earlier) if not hostile(page, m)]
        found = [p for p in parties_of(named) if p.actor.id not in takers]
        if found:
            return [replace(found[0], from_context=True)]
    return []


def _names_others(page: Page, draft: Draft) -> bool:
    """Say whether a sentence names anybody beside those who get."""
    takers = {party.actor.id for party in draft.recipients}
    named = (bound_actor(mention) for mention in page.actors.within(draft.sentence))
    return any(actor is not None and actor.id not in takers for actor in named)
