"""Whether a draft is a promise: somebody gives to somebody else, or its words name aid."""

from __future__ import annotations

import re

from pledgebook.extract.ages import aid_amounts
from pledgebook.extract.drafts import Draft
from pledgebook.extract.gate_debts import lets_go
from pledgebook.extract.homeland import Homeland, unsaid
from pledgebook.extract.lexicon import any_of, load
from pledgebook.extract.own_schemes import names_fund
from pledgebook.extract.page import Page
from pledgebook.extract.parties import is_role
from pledgebook.extract.pledged_in_person import in_office
from pledgebook.extract.raised_together import raised_together
from pledgebook.model.spans import Span

_WORTH = re.compile(
    r"\bworth\s+(?:(?:more|over|about|some|around|than|nearly|up|to)\s+){0,3}$", re.IGNORECASE
)
#: Behind a thing that its giver keeps.
_FOR_OWN = re.compile(
    r"[^.;:,]{0,40}?\s+(?:for|on)\s+(?:(?:its|their|his|her|our)\s+)?own\b", re.IGNORECASE
)
#: Between a sum and those it is for.
_FOR = re.compile(r"\s+(?:for|to)\s+(?:the\s+)?", re.IGNORECASE)


def keeps(page: Page, home: Homeland, draft: Draft, *, part: bool, page_is_abroad: bool) -> bool:
    """Say whether a draft is a promise.

    ``part``: it goes on with one told before; ``page_is_abroad``: the page as a whole is about
    giving to somebody outside the state whose office publishes it.
    """
    donors = {p.actor.id for p in draft.donors}
    recipients = {p.actor.id for p in draft.recipients}
    if draft.firmness[0] == "denied" and draft.money is None:
        return bool(donors)
    if any(told(page, draft) for told in (_stays_with_giver, _does_business, _own_budget)):
        return False
    if home.spends_at_home(draft, page_is_abroad=page_is_abroad):
        return False
    own = page_is_abroad and (_decided(page, home, draft) or _opens_with_act(page, home, draft))
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


def _stays_with_giver(page: Page, draft: Draft) -> bool:
    """Say whether nobody else gets anything: the giver itself, its own people, or nobody named."""
    donors = {p.actor.id for p in draft.donors}
    recipients = {p.actor.id for p in draft.recipients}
    if recipients:
        unnamed = all(party.from_context for party in draft.recipients)
        return bool(donors) and (donors <= recipients or (unnamed and _for_itself(page, draft)))
    if draft.stranger and not donors:
        return not raised_together(page, draft)
    return _for_own_people(page, draft) or _for_itself(page, draft)


#: Behind a sum that its owner spends itself: "90 billion francs of its own on the camps".
_OF_ITS_OWN = re.compile(r"\s+of\s+(?:its|their)\s+own\b", re.IGNORECASE)


def _own_budget(page: Page, draft: Draft) -> bool:
    """Say whether a sum is told of as somebody's own spending, and nobody is named who gets it.

    So is one in the own currency of who would get it, where the sentence names no giver.
    """
    if draft.money is None:
        return False
    end = draft.money.span.end
    here = [p for p in draft.recipients if not p.from_context]
    spent = any(verb.startswith("spen") for verb in draft.acts[:1])
    if spent and _OF_ITS_OWN.match(page.text, end) and all(p.span.end < end for p in here):
        return True
    if here:
        return False
    own = load("gate")["own_currencies"].get(draft.money.amount.currency)
    states = load("acts")["currency_states"]
    state = own["state"] if own else states.get(draft.money.amount.currency)
    takers = {p.actor.id for p in draft.recipients}
    return state in takers and all(p.from_context for p in draft.donors)


def _for_itself(page: Page, draft: Draft) -> bool:
    """Say whether a thing is for the giver's own use: "ordered 40 trucks for its own army"."""
    ends = [thing.name.end for thing in draft.things[:1]]
    ends += [] if draft.money is None else [draft.money.span.end]
    return any(_FOR_OWN.match(page.text, end) is not None for end in ends)


def _for_own_people(page: Page, draft: Draft) -> bool:
    """Say whether a sum is for the giver's own: Oslo's "5 billion for Norwegian schools"."""
    if draft.money is None:
        return False
    behind = Span(draft.money.span.end, draft.sentence.end)
    own = {p.actor.id for p in draft.donors if not p.from_context}
    return any(
        m.naming in ("adjective", "demonym")
        and m.actor.id in own
        and _FOR.fullmatch(page.text, behind.start, m.span.start) is not None
        for m in page.actors.within(behind)[:1]
    )


def _is_silent(page: Page, home: Homeland, draft: Draft, *, part: bool) -> bool:
    """Say whether the words of a sentence make nobody a giver and nothing aid."""
    if home.known and unsaid(draft) and _worth_of_goods(page, draft):
        return True
    aid = names_aid(page, draft)
    if part or aid or _worth(page, draft):
        return False
    if home.known and draft.stage[1] is None and unsaid(draft):
        return True
    return from_context_only(page, draft) and not (handed(draft) or home.tells_of_own_act(draft))


def _worth_of_goods(page: Page, draft: Draft) -> bool:
    """Say whether a sum is what things are worth that a sentence with a verb does not give.

    "Oil worth $8 million went to Peru": no act of giving governs the sum.
    """
    if draft.money is None or draft.stage[1] is not None:
        return False
    before = page.text[draft.sentence.start : draft.money.span.start]
    worth = _WORTH.search(before)
    return worth is not None and _AID_WORTH.search(before, 0, worth.start()) is None


#: What is aid by its name, right before its worth: "the second measure, worth €9m".
_AID_WORTH = re.compile(
    r"\b(?:measures?|packages?|programmes?|programs?|grants?|loans?|tranches?|contributions?|donations?)"
    r"(?:,\s*|\s+)(?:\w+\s+)?$",
    re.IGNORECASE,
)


def _for_region(page: Page, draft: Draft) -> bool:
    """Say whether somebody named pledges or commits a sum for a part of the world: "in Africa"."""
    if draft.money is None or not draft.donors or draft.donors[0].from_context:
        return False
    bound = any(verb.startswith(("pledg", "commit", "promis")) for verb in draft.acts)
    end = draft.sentence.end
    region = any_of("acts", "regions").search(page.text, draft.money.span.end, end)
    return bound and region is not None and all(p.actor.type != "person" for p in draft.donors)


def _fills_fund(page: Page, draft: Draft) -> bool:
    """Say whether a giver puts a sum into a fund named after another state ("a Moldova fund")."""
    donors = {p.actor.id for p in draft.donors if not p.from_context}
    named = page.actors.within(draft.sentence)
    funds = {m.actor.id for m in named if names_fund(page, m)}
    return draft.money is not None and bool(donors) and bool(funds - donors)


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


def _decided(page: Page, home: Homeland, draft: Draft) -> bool:
    """Say whether an office tells that a sum was set aside or paid for whom its page is about.

    "A further kr 90m has now been put aside for next year", in a release about aid to Moldova.
    """
    decided = draft.stage[0] in ("allocated", "committed", "disbursed")
    due = _DUE.search(page.text, draft.sentence.start, draft.sentence.end) is not None
    passive = draft.money is not None and (due or (decided and _is_passive(page, draft)))
    coming = draft.money is None and any(thing.count for thing in draft.things)
    passive = passive or (coming and _sent_on(page, draft))
    givers = {p.actor.id for p in draft.donors}
    takers = {p.actor.id for p in draft.recipients}
    told = due or coming or draft.stage[1] is not None
    if not passive or givers != {home.id} or not takers - givers or not told:
        return False
    span = draft.sentence
    others = (*load("acts")["business"], *load("acts")["receiving"])
    spent = not due and any(verb in others for verb in draft.acts[:1])
    return not spent and any_of("acts", "at_home").search(page.text, span.start, span.end) is None


#: What is to become of things: "will be delivered".
_SENT_ON = re.compile(
    r"\b(?:will|shall|is\s+to|are\s+to|is|are|was|were|has|have)\s+(?:(?:also|now|then|soon|already|later)\s+)?(?:be\s+|been\s+|being\s+)?"
    r"(?:delivered|donated|supplied|handed\s+over|shipped|sent|transferred|flown\s+(?:out|in)|dispatched)\b",
    re.IGNORECASE,
)


def _sent_on(page: Page, draft: Draft) -> bool:
    """Say whether counted things are told to be handed over: "40 boats will be delivered"."""
    first = draft.things[0].name.end
    behind = _SENT_ON.search(page.text, first, draft.sentence.end)
    clause = behind is not None and re.search(r"[.;:]", page.text[first : behind.start()]) is None
    return clause and bool(draft.acts)


def _is_passive(page: Page, draft: Draft) -> bool:
    """Say whether the nearest act is told in the passive: "has now been put aside"."""
    if not draft.acts:
        return False
    verb = re.escape(draft.acts[0])
    passive = (
        rf"\b(?:been|was|were|is|are|being)\s+(?:(?:now|also|already|since|\w+ly)\s+)?{verb}\b"
    )
    words = page.text[draft.sentence.start : draft.sentence.end]
    return re.search(passive, words, re.IGNORECASE) is not None


def _opens_with_act(page: Page, home: Homeland, draft: Draft) -> bool:
    """Say whether a line of an office opens with its own act, or with a sum and what it is for.

    "Health: Announcing €3m for two clinics", "Food: $94 million to the World Food Programme".
    """
    givers = {p.actor.id for p in draft.donors}
    if draft.money is None or givers != {home.id} or not unsaid(draft):
        return False
    before = page.text[draft.sentence.start : draft.money.span.start]
    opening = _LABEL.match(before)
    line = before[opening.end() :] if opening else before
    line = line.lstrip(" *_-–•")
    if opening and _BOUND.fullmatch(line):
        return _MEANT_FOR.match(page.text, draft.money.span.end) is not None
    word = line.split(" ")[0].lower()
    return word in draft.acts[:1] and word.endswith("ing")


#: Words of bound, and what a sum that stands behind a label is for.
_BOUND = re.compile(
    r"(?:(?:an?|some|about|around|nearly|almost|up|to|over|more|than|at|least|additional|another|further)\s+)*",
    re.IGNORECASE,
)
_MEANT_FOR = re.compile(r"\s+(?:for|to|through|via|towards?|in)\s+(?!\d)", re.IGNORECASE)
#: What is to be done with a sum: "is to be spent on", "will be made available".
_DUE = re.compile(
    r"\b(?:is|are)\s+(?:now\s+|also\s+)?(?:earmarked|set\s+aside|reserved)\b"
    r"|\b(?:is|are|will)\s+(?:to\s+)?be\s+(?:given|paid|provided|granted|disbursed|allocated|transferred|donated"
    r"|made\s+available|set\s+aside|earmarked|spent|channell?ed|released|extended|raised|increased|doubled)\b"
    r"|\b(?:will|is\s+to|are\s+to)\s+go\s+to(?:wards)?\b|\b(?:is|are)\s+(?:meant|intended|destined)\s+for\b"
    r"|\b(?:is|are)\s+being\s+(?:raised|increased|doubled|given|paid|provided|made\s+available|set\s+aside)\b"
    r"|\b(?:program(?:me)?|project|initiative)\b[^.;:]{0,60}\bwill\s+(?:start|begin|run|be\s+launched)\b",
    re.IGNORECASE,
)
#: What a line is about, before its colon.
_LABEL = re.compile(r"[^.;:]{1,80}:\s*")


def names_aid(page: Page, draft: Draft) -> bool:
    """Say whether a sentence calls what it tells of aid."""
    span = draft.sentence
    if any_of("acts", "aid_words").search(page.text, span.start, span.end) is not None:
        return True
    if draft.money is not None and lets_go(page.text, span, draft.money.span):
        return True
    return draft.money is not None and aid_amounts(page.text, span, draft.money.span)


def recorded_aid(page: Page, draft: Draft) -> bool:
    """Say whether a note records the sum itself, in a paragraph that names aid."""
    if draft.recorded is None:
        return False
    span = page.paragraph_of(draft.sentence)
    return any_of("acts", "aid_words").search(page.text, span.start, span.end) is not None


def handed(draft: Draft) -> bool:
    """Say whether counted things are told as handed over, by whomever."""
    counted = any(thing.count for thing in draft.things)
    return counted and draft.stage[0] == "delivered" and draft.firmness[0] == "firm"


def _worth(page: Page, draft: Draft) -> bool:
    """Say whether a line without a verb gives the worth of things: "30 vests worth €9,000"."""
    span = draft.sentence
    words = any_of("acts", "worth")
    return draft.headline and words.search(page.text, span.start, span.end) is not None


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
