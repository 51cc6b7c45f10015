"""Drafts of what a newspaper tells to be refused."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.answered_requests import question_before
from pledgebook.extract.commitment_parties import PartyFinder
from pledgebook.extract.commitment_terms import fill_terms
from pledgebook.extract.drafts import Draft
from pledgebook.extract.foreign_refused import rejects_others
from pledgebook.extract.packages import LIST_ONLY
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party, bound_actor
from pledgebook.extract.refusals import Refused, names_prose_refusal, refused_in_prose
from pledgebook.extract.story_givers import name_giver
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span
from pledgebook.resolve.actors import read_actors

#: Rule of what is told to be refused.
REFUSAL = "refusal"


def refused_draft(page: Page, syntax: Syntax, sentence: Span, finder: PartyFinder) -> Draft | None:
    """Give what a sentence refuses; None where it refuses nothing, or nobody does so."""
    refused = refused_in_prose(page, syntax, sentence)
    if refused is None:
        return None
    name = refused.things[0].name
    head = syntax.head_of(refused.words)
    verbs = [] if head is None else [head, *syntax.verbs_above(head)]
    verbs = [n for n in verbs if syntax.tokens[n].pos in ("VERB", "AUX")]
    chain = [Act(token=n, act_class="give", span=syntax.tokens[n].span) for n in verbs[:1]]
    draft = Draft(sentence=sentence, rule=REFUSAL, things=list(refused.things))
    fill_terms(page, syntax, draft, chain, name)
    finder.fill(syntax, draft, chain, name)
    draft.stage = ("pledged", None)
    draft.firmness, draft.conditions = ("denied", refused.words), []
    _name_refuser(page, draft, refused)
    takers = {party.actor.id for party in draft.recipients}
    givers = {party.actor.id for party in draft.donors}
    return draft if givers and not givers & takers else None


def _name_refuser(page: Page, draft: Draft, refused: Refused) -> None:
    """Give a refusal the one named last before its words, where nothing nearer told who refuses.

    Whom a question or request names would give. Who would get a thing refuses nothing: "Tashkent
    turned down Kabul's request".
    """
    if refused.asked is not None:
        _name_asked(page, draft, refused.asked)
        return
    takers = {party.actor.id for party in draft.recipients}
    ahead = Span(draft.sentence.start, min(refused.words.start, draft.sentence.end))
    named = _others(page, ahead, takers)[-1:]
    if not named and not draft.givers_here:
        named = _seated(page, draft.sentence, takers)
    if not named and not draft.givers_here:
        named = _told_just_before(page, draft.sentence, takers)
    if named and not draft.givers_here:
        draft.donors = named
        draft.problems -= {"donor-unresolved", "donor-from-context"}
    name_giver(page, draft, spoken_of=True)


def _seated(page: Page, sentence: Span, takers: set[str | None]) -> list[Party]:
    """Give the only state in whose capital something is told: "turned down in Rome"."""
    found = [
        Party(actor=m.actor, span=Span(sentence.start + m.span.start, sentence.start + m.span.end))
        for m in read_actors(page.words(sentence))
        if m.naming == "seat" and m.actor.id not in takers
    ]
    return found if len(found) == 1 else []


def _opens_page(page: Page, draft: Draft) -> bool:
    """Say whether the only giver of a draft is named in the headline: nobody nearer refuses."""
    head = page.sentences.items[0]
    return len(draft.donors) == 1 and any(
        m.actor.id == draft.donors[0].actor.id for m in page.actors.within(head)
    )


def _told_just_before(page: Page, sentence: Span, takers: set[str | None]) -> list[Party]:
    """Give the only state named in the sentence before, which opens with it: "From Oslo came …"."""
    here = page.sentences.position(sentence)
    before = page.sentences.items[here - 1] if here else None
    if before is None or page.block_of(before) != page.block_of(sentence):
        return []
    named = [p for p in _others(page, before, takers) if p.actor.type == "state"]
    if len({p.actor.id for p in named}) != 1:
        return []
    opens = _OPENS.fullmatch(page.text, before.start, named[0].span.start) is not None
    return named[:1] if opens else []


#: Ahead of who a sentence is about.
_OPENS = re.compile(r"\W*(?:(?:From|For|But|And|As\s+for)\s+)?", re.IGNORECASE)


def _name_asked(page: Page, draft: Draft, asked: Span) -> None:
    """Give a refusal the one whom a question or a request names, or who else is named beside it."""
    takers = {party.actor.id for party in draft.recipients if party.from_context}
    named = _others(page, asked, takers)[:1] or _others(page, draft.sentence, takers, asked)[-1:]
    question = question_before(page, draft.sentence)
    if not named and question is not None:
        named = _others(page, question, takers)[:1]
    named = named or _seated(page, draft.sentence, takers)
    if not named and _opens_page(page, draft):
        return
    draft.donors = named
    draft.recipients = [
        p for p in draft.recipients if p.actor.id not in {n.actor.id for n in named}
    ]
    draft.problems -= {"donor-from-context", "donor-unresolved"}


def _others(
    page: Page, place: Span, takers: set[str | None], request: Span | None = None
) -> list[Party]:
    """Those named in a place who would not get the thing, nor ask for it: "Kyiv's | plea"."""
    found: list[Party] = []
    for mention in page.actors.within(place):
        actor = bound_actor(mention)
        asks = request is not None and 0 <= request.start - mention.span.end <= _OWNS
        if actor is not None and actor.id not in takers and not asks:
            found.append(Party(actor=actor, span=mention.span))
    return found


#: From a name to what is its own, in code points: "'s ".
_OWNS = 3


def with_refused(
    page: Page, sentence: Span, finder: PartyFinder, told: Sequence[Draft]
) -> Sequence[Draft]:
    """Add what a sentence refuses to what else it tells of; the same things are not given too."""
    if not page.from_office:
        told = [draft for draft in told if not rejects_others(page, draft)]
    if any(draft.firmness[0] == "denied" and draft.rule != LIST_ONLY for draft in told):
        return told
    if not names_prose_refusal(page, sentence):
        return told
    draft = refused_draft(page, Syntax(page.parse(sentence)), sentence, finder)
    if draft is None or rejects_others(page, draft):
        return told
    name = draft.things[0].name
    if any(d.stage[0] == "withdrawn" for d in told):
        return told
    others = [d for d in told if not any(name.overlaps(thing.name) for thing in d.things)]
    return [*others, draft]
