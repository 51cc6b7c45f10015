"""Sums that several gave together: no one who is named before them gave them alone."""

from __future__ import annotations

import re

from pledgebook.extract.drafts import Draft
from pledgebook.extract.page import Page

#: What several gave together, before the sum that it came to: "pledges totalled €5m".
_TOGETHER = re.compile(
    r"\b(?:pledges|promises|contributions|donations|commitments|conference|summit|meeting|event"
    r"|appeal|round|drive|telethon|fundraiser|evening)\b[^.;:]{0,80}?\b(?:total(?:l?ed|l?ing|s)?|add(?:s|ed)?\s+up\s+to"
    r"|amount(?:s|ed)?\s+to|reached|rais(?:ed|es|ing)|brought\s+in|yielded|c[ao]mes?\s+to|stood\s+at|mobili[sz]ed|netted"
    r"|ended\s+with|closed\s+with|(?:secur|generat|attract|garner|gather|collect)(?:es|s|ed)|drew|drummed\s+up)"
    r"\b[^.;:]{0,25}$",
    re.IGNORECASE,
)


#: Between a sum of all and who gave a part of it.
_INCLUDING = re.compile(
    r"[^.;:]*?,\s+(?:including|among\s+(?:them|others)|not\s+least)\b", re.IGNORECASE
)
#: Behind whoever tells what all gave: "Norway's minister | says that".
_TELLS = re.compile(
    r"(?:['’]s)?(?:\s+[\w-]+){0,4}?\s+(?:said|says|told|reported|noted|added)\b(?!\s+(?:it|they|he|she|we|its|his|her)\b)"
)
#: Between whoever holds a conference and the conference: "A UN | pledging | conference".
_HOSTED = re.compile(
    r"(?:['’]s?)?(?:-(?:led|hosted|backed|sponsored|organi[sz]ed))?\s+(?:(?:(?-i:[A-Z][\w-]+)|donors?['’]?|pledging|aid|virtual|online"
    r"|international|annual|humanitarian|charity|fund-?raising|one-day|two-day|high-level|joint|first|second|third)"
    r"\s+){0,3}(?:conference|summit|meeting|event|appeal|round|drive|telethon|fundraiser)\b",
    re.IGNORECASE,
)
#: Around a sum that several promised: "pledges of | €5m | made by donors".
_PLEDGES_OF = re.compile(
    r"\b(?:pledges|promises|contributions|donations)\s+(?:of|worth|totall?ing)\s+"
    r"(?:(?:a|about|around|some|over|more|than|nearly|almost|up|to|at|least|total|of)\s+){0,3}$",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\s+(?:(?:that\s+)?(?:were|have\s+been)\s+)?(?:made|announced|received)\s+(?:by\s+(?:the\s+)?(?:donors|members|participants"
    r"|countries|partners|states)|at|in|during|for|there|so\s+far|today)\b",
    re.IGNORECASE,
)
#: Right before such a sum: "by pledging a combined | $9bn".
_COMBINED = re.compile(
    r"\b(?:a|some|about|over|nearly)\s+(?:combined|collective|joint|cumulative)\s+(?:total\s+of\s+|sum\s+of\s+)?$",
    re.IGNORECASE,
)
#: Before what all pledges to a fund come to: "bringing total pledges to the fund to | $9bn".
_ALL_PLEDGES = re.compile(
    r"(?<!['’]s )(?<!\bits )(?<!\btheir )(?<!\bour )\b(?:total|overall|all)\s+(?:of\s+the\s+)?"
    r"(?:pledges|contributions|donations|commitments)\b[^.;:]{0,60}\bto\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
#: The same at the head of a sentence: "The total pledge of more than | $16bn will include".
_THE_TOTAL = re.compile(
    r"(?:^|[.!?]\s+|\n)\W*the\s+(?:total|combined|overall)\s+(?:pledges?|sum|amount)\s+of\s+(?:[a-z]+\s+){0,3}$",
    re.IGNORECASE | re.MULTILINE,
)
#: Words by which a sentence reckons up what all gave, and a promise of which nobody is the subject.
_OVERALL = re.compile(
    r"\b(?:in\s+total|in\s+all|altogether|all\s+told|overall|to\s+date|so\s+far|by\s+now|until\s+now"
    r"|as\s+of\s+\w+|combined)\b",
    re.IGNORECASE,
)
_WAS_PLEDGED = re.compile(
    r"(?:\s+(?:in\s+[a-z]+|of\s+[a-z]+|so\s+far|altogether))?\s+(?:was|were|has\s+been|have\s+been|had\s+been)\s+(?:already\s+)?"
    r"(?:pledged|promised|raised|collected|donated|mobili[sz]ed|committed|contributed)\b(?!\s+by\b)",
    re.IGNORECASE,
)
#: Behind a sum that people give whom nobody names.
_BY_THE_PUBLIC = re.compile(
    r"[^.;:]{0,40}?\b(?:donated|raised|given|collected|pledged)\s+by\s+(?:(?:the|members\s+of\s+the|ordinary|individual"
    r"|private|local)\s+){0,2}(?:public|people|donors|viewers|listeners|readers|citizens)\b",
    re.IGNORECASE,
)


def pledged_together(page: Page, draft: Draft) -> bool:
    """Say whether a sum is of pledges that several made: "the pledges of €5m made in Paris"."""
    if draft.money is None:
        return False
    span, thing = draft.sentence, draft.money.bound_span or draft.money.span
    before = _PLEDGES_OF.search(page.text, span.start, min(thing.start, draft.money.span.start))
    return before is not None and _MADE.match(page.text, draft.money.span.end) is not None


def raised_together(page: Page, draft: Draft) -> bool:
    """Say whether a sum is what several gave together: no one named before gave it alone."""
    if draft.money is None:
        return False
    if pledged_together(page, draft):
        return True
    span, sum_ = draft.sentence, draft.money.span
    if _TOGETHER.search(page.text, span.start, sum_.start) is not None:
        return True
    if _COMBINED.search(page.text, span.start, sum_.start) is not None:
        return True
    passive = _WAS_PLEDGED.match(page.text, sum_.end) is not None
    overall = _OVERALL.search(page.text, span.start, span.end) is not None
    return (passive and overall) or _BY_THE_PUBLIC.match(page.text, sum_.end) is not None


def only_beside(page: Page, draft: Draft) -> bool:
    """Say whether who is named gave a part of a sum, tells of it, or holds what raised it.

    "A UN conference raised $5m"; "$5m has been pledged so far, including new money from Oman".
    """
    named = [party.words or party.span for party in draft.givers_here]
    if draft.money is None or not named:
        return False
    end = draft.money.span.end
    return all(
        _HOSTED.match(page.text, one.end)
        or _INCLUDING.match(page.text, end, one.start)
        or _TELLS.match(page.text, one.end)
        for one in named
    )


def all_pledges(page: Page, draft: Draft) -> bool:
    """Say whether a sum is what all pledges to a fund come to, whoever's pledge is told beside."""
    if draft.money is None:
        return False
    start, end = draft.sentence.start, draft.money.span.start
    return any(p.search(page.text, start, end) is not None for p in (_ALL_PLEDGES, _THE_TOTAL))
