"""Facilities that somebody opens or runs for others: "will open a repair hub for Moldova's buses".

A facility has no name and no count of its own, so two things stand in for them: the words say whom
it is for, and that is somebody else than who opens it. Bases, embassies and factories are opened
for one's own sake wherever they stand, and are on no list here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.acts import chain_above
from pledgebook.extract.beneficiaries import name_beneficiaries
from pledgebook.extract.drafts import Draft, Thing
from pledgebook.extract.founding import sets_up
from pledgebook.extract.lexicon import any_of, load, openings
from pledgebook.extract.page import Page
from pledgebook.extract.promise_words import done
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.ungiven import supposed
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: Words right before those for whom a facility is; "in" alone says only where it stands.
_FOR = re.compile(
    r"\b(?:for|to\s+(?:help|assist|support|train|treat|serve|house|shelter))\s+"
    r"(?:(?!in\b|with\b|by\b)[\w'’%,.-]+\s+){0,6}?$",
    re.IGNORECASE,
)
#: Nobody serves those whom they hold or turn away.
_AGAINST = re.compile(
    r"\b(?:deport|expel|captur|detain|arrest|imprison|reject|captive|intern|convict|suspect)\w*\s*$"
    r"|\bprisoners\b",
    re.IGNORECASE,
)
#: Where a facility stands that serves whoever lives there.
_IN = re.compile(r"\b(?:in|across|near|outside)\s+(?:[\w'’-]+\s+){0,3}?$", re.IGNORECASE)


def names_facility(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a sentence may tell of a facility that is opened for others."""
    if not page.has_any(sentence, _nouns()) or not page.actors.within(sentence):
        return False
    verb = any_of("acts", "opening_up").search(page.text, sentence.start, sentence.end)
    return verb is not None and (
        any_of("acts", "facilities").search(page.text, verb.end(), sentence.end) is not None
    )


@cache
def _nouns() -> frozenset[str]:
    return openings("acts", "facilities")


def facilities(
    page: Page, syntax: Syntax, _sentence: Span
) -> Iterator[tuple[list[Act], list[Thing]]]:
    """Give the verbs that open or run a facility, now or later, with what is opened."""
    opening = load("acts")["opening"]
    for n, token in enumerate(syntax.tokens):
        if token.pos != "VERB" or not sets_up(syntax, n, opening) or done(syntax, n):
            continue
        noun = syntax.child(n, "dobj")
        if noun is None or not _is_facility(page, syntax, noun) or not _one_more(syntax, noun):
            continue
        act = Act(token=n, act_class="give", span=token.span)
        chain = [act, *(a for a in chain_above(syntax, token.span) if a.token != n)]
        if not supposed(syntax, chain):
            name = syntax.named(noun)
            yield chain, [Thing.named(page, name)]


def name_served(page: Page, draft: Draft) -> None:
    """Give a draft those whom its facility is for, where its recipients leave them out."""
    name_beneficiaries(draft, _served(page, draft))


def opened_for_others(page: Page, draft: Draft) -> bool:
    """Say whether somebody named opens a facility for somebody else who is named."""
    givers = {party.actor.id for party in draft.givers_here}
    bodies = all(p.actor.type in ("state", "organisation", "group") for p in draft.donors)
    served = {m.span for m in _served(page, draft)}
    takers = {p.actor.id for p in draft.recipients if p.span in served}
    return bool(givers) and bodies and bool(takers - givers)


def _served(page: Page, draft: Draft) -> list[ActorMention]:
    """Give the actors behind a facility of whom the words say that it is for them."""
    facility = draft.things[0]
    behind = Span(facility.name.start, draft.sentence.end)
    return [m for m in page.actors.within(behind) if _serves(page, facility, m.span)]


def _serves(page: Page, facility: Thing, whom: Span) -> bool:
    """Say whether the words before an actor make it the one whom a facility is for."""
    before = page.text[facility.name.start : whom.start]
    if _AGAINST.search(before):
        return False
    if _FOR.search(before):
        return True
    caring = page.words(facility.name).lower().split()[-1] in load("acts")["caring"]
    return caring and _IN.search(before) is not None


def _is_facility(page: Page, syntax: Syntax, noun: int) -> bool:
    span, words = syntax.tokens[noun].span, syntax.subtree(noun)
    facility = any_of("acts", "facilities").fullmatch(page.text, span.start, span.end)
    before = any_of("acts", "unserving").search(page.text, words.start, span.start)
    return facility is not None and before is None


def _one_more(syntax: Syntax, noun: int) -> bool:
    """Say whether words speak of a facility that is new to the reader: "a", "two", "its first"."""
    words = [syntax.tokens[c].text.lower() for c in syntax.children[noun]]
    return not {"the", "this", "that", "these", "those", "no"} & set(words)
