"""What an office tells of its own decisions: sums set aside, things sent on, lines that open so."""

from __future__ import annotations

import re

from pledgebook.extract.drafts import Draft
from pledgebook.extract.homeland import Homeland, unsaid
from pledgebook.extract.lexicon import any_of, load
from pledgebook.extract.page import Page


def set_aside(page: Page, home: Homeland, draft: Draft) -> bool:
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


def opens_with_act(page: Page, home: Homeland, draft: Draft) -> bool:
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
