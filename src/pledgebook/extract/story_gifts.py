"""Counted goods that only a story about giving makes gifts: "46 trucks have crossed the Prut".

A newspaper has more verbs of handing over than any list holds ("trucked", "rustled up", "laid on").
In a story about giving, what another state or body does with counted goods is a gift, unless their
verb is one of keeping, making, trading, asking or fighting; those are fewer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.commitment_parties import PartyFinder
from pledgebook.extract.commitment_terms import fill_terms
from pledgebook.extract.drafts import Draft, Thing
from pledgebook.extract.lexicon import forms_of
from pledgebook.extract.page import Page
from pledgebook.extract.story import may_be_gift
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
    for chain, things in acted:
        first = things[0]
        given = first.count is not None and first.item.category not in (None, STAFF)
        if chain or page.from_office or not given:
            continue
        verbs = _verbs_over(syntax, first.place)
        if any(_gives_nothing(syntax, verb) for verb in verbs):
            continue
        told = [Act(token=n, act_class="deliver", span=syntax.tokens[n].span) for n in verbs[:1]]
        draft = Draft(sentence=sentence, rule="things", things=list(things), doubtful=True)
        fill_terms(page, syntax, draft, told, first.place)
        finder.fill(syntax, draft, told, first.name)
        if may_be_gift(page, draft):
            yield draft


def _verbs_over(syntax: Syntax, thing: Span) -> list[int]:
    """Verbs above a thing, the nearest first, up to one that stands by itself."""
    head = syntax.head_of(thing)
    if head is None:
        return []
    return [n for n in syntax.verbs_above(head) if syntax.tokens[n].pos in ("VERB", "AUX")][:_DEEP]


def _gives_nothing(syntax: Syntax, verb: int) -> bool:
    """Say whether a verb is one of keeping, making, trading or fighting, or is denied."""
    known = syntax.tokens[verb].text.lower() in forms_of("story_verbs", "no_gift")
    return known or syntax.negated(verb)
