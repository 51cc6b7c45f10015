"""Whether a draft is a promise: somebody gives to somebody else, or its words name aid."""

from __future__ import annotations

import re

from pledgebook.extract.called_aid import names_aid, recorded_aid, tells_worth, worth_of_goods
from pledgebook.extract.drafts import Draft
from pledgebook.extract.homeland import Homeland, unsaid
from pledgebook.extract.lexicon import any_of, load
from pledgebook.extract.office_decisions import opens_with_act, set_aside
from pledgebook.extract.own_schemes import names_fund
from pledgebook.extract.own_use import own_budget, stays_with_giver
from pledgebook.extract.page import Page
from pledgebook.extract.parties import is_role
from pledgebook.extract.pledged_in_person import in_office
from pledgebook.extract.trained_counts import nobody_trains
from pledgebook.model.spans import Span


def keeps(page: Page, home: Homeland, draft: Draft, *, part: bool, page_is_abroad: bool) -> bool:
    """Say whether a draft is a promise.

    ``part``: it goes on with one told before; ``page_is_abroad``: the page as a whole is about
    giving to somebody outside the state whose office publishes it.
    """
    donors = {p.actor.id for p in draft.donors}
    recipients = {p.actor.id for p in draft.recipients}
    if draft.firmness[0] == "denied" and draft.money is None:
        return bool(donors)
    no_gift = (stays_with_giver, _does_business, own_budget, nobody_trains, _fills_itself)
    if any(told(page, draft) for told in no_gift):
        return False
    if home.spends_at_home(draft, page_is_abroad=page_is_abroad):
        return False
    own = page_is_abroad and (set_aside(page, home, draft) or opens_with_act(page, home, draft))
    agency = donors == {home.id} and home.by_aid_agency(draft)
    part = part or recorded_aid(page, draft) or own or agency
    if _is_silent(page, home, draft, part=part):
        return False
    if recipients - donors and (donors or draft.money is not None or handed(draft)):
        return True
    if draft.donors and draft.donors[0].place != "text" and not agency:
        return home.tells_of_own_act(draft)
    if home.speaks_for(donors):
        return home.promises(draft, aid=names_aid(page, draft))
    ways = (_transfers, _fills_fund, _adds_to_aid, _for_region)
    if part or any(told(page, draft) for told in ways):
        return True
    return draft.aid_type[0] in ("military", "humanitarian") or names_aid(page, draft)


def _is_silent(page: Page, home: Homeland, draft: Draft, *, part: bool) -> bool:
    """Say whether the words of a sentence make nobody a giver and nothing aid."""
    if home.known and unsaid(draft) and worth_of_goods(page, draft):
        return True
    aid = names_aid(page, draft)
    if part or aid or tells_worth(page, draft):
        return False
    if home.known and draft.stage[1] is None and unsaid(draft):
        return True
    return from_context_only(page, draft) and not (handed(draft) or home.tells_of_own_act(draft))


def _for_region(page: Page, draft: Draft) -> bool:
    """Say whether somebody named pledges or commits a sum for a part of the world: "in Africa"."""
    if draft.money is None or not draft.donors or draft.donors[0].from_context:
        return False
    body = all(p.actor.type == "organisation" and p.actor.id for p in draft.donors)
    verbs = _BINDING + (_DECIDING if body else ())
    bound = any(verb.startswith(verbs) for verb in draft.acts)
    end = draft.sentence.end
    lists = ("regions", "abroad") if body else ("regions",)
    found = (any_of("acts", x).search(page.text, draft.money.span.end, end) for x in lists)
    region = next((match for match in found if match is not None), None)
    return bound and region is not None and all(p.actor.type != "person" for p in draft.donors)


#: Verbs by which anybody is bound, and those of bodies that do no business at home.
_BINDING = ("pledg", "commit", "promis")
_DECIDING = ("approv", "allocat", "earmark", "releas", "grant")


def _fills_fund(page: Page, draft: Draft) -> bool:
    """Say whether a giver puts a sum into a fund named after another state ("a Moldova fund")."""
    donors = {p.actor.id for p in draft.donors if not p.from_context}
    named = page.actors.within(draft.sentence)
    funds = {m.actor.id for m in named if names_fund(page, m)}
    return draft.money is not None and bool(donors) and bool(funds - donors)


#: Right behind a sum by which an organisation is filled up: "a $2 billion replenishment of …".
_FILLED = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:replenishment|recapitali[sz]ation)\s+(?:of|for)\s+(?:the\s+)?",
    re.IGNORECASE,
)


def _fills_itself(page: Page, draft: Draft) -> bool:
    """Say whether the only giver of a sum is the fund that it fills up."""
    if draft.money is None or not draft.donors:
        return False
    end = draft.money.span.end
    behind = page.actors.within(Span(end, draft.sentence.end))[:1]
    filled = {m.actor.id for m in behind if _FILLED.fullmatch(page.text, end, m.span.start)}
    return {p.actor.id for p in draft.donors} <= filled


def _adds_to_aid(page: Page, draft: Draft) -> bool:
    """Say whether states add sums to the fund or aid that the sentence before tells of.

    "Donors topped up the fund. Norway is adding €3m": what is added at home is another matter.
    """
    if draft.money is None or not draft.acts[:1] or draft.acts[0] not in _ADDING:
        return False
    here = [p for p in draft.donors if not p.from_context and p.actor.type != "person"]
    place = page.sentences.position(draft.sentence)
    before = page.sentences.items[max(0, place - 1) : place]
    span = draft.sentence
    if not here or any_of("acts", "at_home").search(page.text, span.start, span.end):
        return False
    return any(
        page.block_of(earlier) == page.block_of(span)
        and any_of("acts", key).search(page.text, earlier.start, earlier.end)
        for earlier in before
        for key in ("aid_words", "schemes")
    )


#: Forms by which a sum is put to others.
_ADDING = frozenset({"add", "adds", "added", "adding"})


def from_context_only(page: Page, draft: Draft) -> bool:
    """Say whether the sentence itself names neither the giver nor the one it is for."""
    own = any(verb in load("acts")["business"] for verb in draft.acts[:1])
    placed = [p for p in draft.donors if p.placed and not own]  # what "it" spends may be its own
    roles = placed or [p for p in draft.donors if p.words and is_role(page.words(p.words))]
    roles = roles or (in_office(page, draft) if _goes_abroad(draft) else [])
    return not roles and all(p.from_context for p in (*draft.donors, *draft.recipients))


def _goes_abroad(draft: Draft) -> bool:
    """Say whether somebody else than the givers gets it, as far as anything names them."""
    return bool({p.actor.id for p in draft.recipients} - {p.actor.id for p in draft.donors})


def handed(draft: Draft) -> bool:
    """Say whether counted things are told as handed over, by whomever."""
    counted = any(thing.count for thing in draft.things)
    return counted and draft.stage[0] == "delivered" and draft.firmness[0] == "firm"


def _transfers(page: Page, draft: Draft) -> bool:
    """Say whether a giver named on the spot hands the thing over, or pledges it to others."""
    if not draft.donors or draft.donors[0].from_context or _is_unlisted(draft):
        return False
    if any(verb in load("acts")["transfer_verbs"] for verb in draft.acts):
        return True
    pledges = any(verb.startswith(("pledg", "promis")) for verb in draft.acts[:1])
    span = draft.sentence
    at_home = any_of("acts", "at_home").search(page.text, span.start, span.end)
    return pledges and at_home is None and all(p.actor.type != "person" for p in draft.donors)


def _does_business(page: Page, draft: Draft) -> bool:
    """Say whether a firm builds, buys or invests on its own account: "will invest $2bn in …".

    What firms promise to invest abroad is told on an office's page as their part of its initiative.
    """
    own = any(verb in load("acts")["business"] for verb in draft.acts[:1])
    if page.from_office and any(verb.startswith(("commit", "pledg")) for verb in draft.acts[1:]):
        return False
    return bool(draft.donors) and own and _is_unlisted(draft) and not names_aid(page, draft)


def _is_unlisted(draft: Draft) -> bool:
    """Say whether all who give are firms and the like, which pay for much that is no gift."""
    return all(p.actor.type == "organisation" and p.actor.id is None for p in draft.donors)
