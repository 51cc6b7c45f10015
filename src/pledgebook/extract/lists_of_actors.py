"""Actors that stand together: "France, Poland and Sweden", "the leaders of Norway and Denmark"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgebook.extract.named_holders import name_of, own_name
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span
from pledgebook.resolve.date_words import number_pattern
from pledgebook.resolve.mentions import ActorMention

#: What may stand between two members of one list, and between a list and its verb.
_JOIN = re.compile(
    r"^(?:['’]s)?(?:\s+(?:members?|countries|leaders|envoys|negotiators|officials|diplomats|delegates|delegations|ministers))?(?:\s*,)?"
    r"(?:\s*(?:and|nor|as well as|along with|plus|&))?\s*"
    r"(?:(?:the|its|of|from|by|his|her|their|leaders?|envoys?|negotiators?|diplomats?|delegat(?:es?|ions?)|ambassadors?|members?|states|governments?|"
    r"presidents?|vice|prime|ministers?|chancellors?|representatives?|officials?|both|also|"
    r"(?:his|her|their)\s+(?:majest\w+|excellenc\w+|(?:royal\s+|serene\s+)?highness\w*))\s+)*$",
    re.IGNORECASE,
)
_GAP_BEFORE_VERB = re.compile(
    r"^(?:['’]s?)?(?:\s*,)?(?:\s*[—–])?\s*(?:[\w’'-]+\s+){0,4}?(?:,\s*)?$|^\s*,[^,.;:]{1,60},\s*$",
    re.IGNORECASE,
)

#: What is told in brackets of a member, and what ends a person's name.
_ASIDE = re.compile(r"\s*\([^()]{0,80}\)|(?:,\s*)?\b(?:Jr|Sr)\.")

#: Before a count that another one is a part of.
SOME_OF = re.compile(
    rf"\b(?:{number_pattern()}|some|most|few|many|none|several|half|any|all\s+but\s+\w+)\s+of\s+the\s+$",
    re.IGNORECASE,
)

#: Longest office that stands between two persons of one list, in code points.
OFFICE = 60


def joined_after(page: Page, offset: int, end: int, reach: int = 40) -> list[ActorMention]:
    """Members of the list that opens after ``offset`` (within ``reach`` code points)."""
    found: list[ActorMention] = []
    for mention in _outside_brackets(page, Span(offset, end)):
        gap = _gap(page, found[-1] if found else None, offset, _begin(page, mention))
        if not found and len(gap) > reach:
            break
        if found and _whose_officer(found[-1], mention, gap):
            found[-1] = mention
            continue
        if found and not _JOIN.match(gap) and not _holds_person(mention, gap):
            break
        found.append(mention)
    return found


def _whose_officer(before: ActorMention, mention: ActorMention, gap: str) -> bool:
    """Say whether an adjective tells whose officer a person is: "French Counselor to …, Ana Sy"."""
    adjective = before.naming in ("adjective", "demonym")
    office = len(gap) < OFFICE and re.search(r"[.;:!?,]|\band\s+the\b", gap) is None
    return adjective and mention.actor.type == "person" and office


def _holds_person(mention: ActorMention, gap: str) -> bool:
    """A person's office may stand between the members of a list of people."""
    return mention.actor.type == "person" and len(gap) < OFFICE and not _NO_MEMBER.search(gap)


#: Between two people: the end of a clause, whose adviser the first one is, or where and when it was
#: ("with A at the fair, B said").
_NO_MEMBER = re.compile(
    r"[.;:!?]|\b(?:to|of|for|under|by)\s+(?:the\s+)?$|\b(?:at|in|on|after|during|before)\s[^,]*,\s"
)


#: What is told right before a verb of the subject, and names others than the subject.
_RELATIVE = re.compile(r",\s+(?:which|who|whom|whose)\s[^,.;:]{1,80}(?=,\s*(?:\w+\s+){0,3}$)")


def joined_before(page: Page, start: int, offset: int) -> list[ActorMention]:
    """Members of the list that ends directly before ``offset``, in order of the text."""
    found: list[ActorMention] = []
    aside = _RELATIVE.search(page.text[start:offset])
    limit = offset = offset if aside is None else start + aside.start()
    for mention in reversed(_outside_brackets(page, Span(start, offset))):
        gap = _gap(page, mention, start, limit)
        fits = _JOIN.match(gap) if found else _GAP_BEFORE_VERB.match(gap)
        if not fits:
            break
        found.append(mention)
        limit = _begin(page, mention)
    counted = bool(found) and found[-1].actor.count is not None
    return [] if counted and is_part(page, found[-1]) else found[::-1]


def last_row(
    page: Page, named: Sequence[ActorMention], joined: re.Pattern[str]
) -> list[ActorMention]:
    """Give the last of some actors, and those that words of one pattern join to it, in order."""
    row = list(named[-1:])
    for earlier in reversed(named[:-1]):
        if joined.fullmatch(page.text, earlier.span.end, row[0].span.start) is None:
            break
        row.insert(0, earlier)
    return row


def is_part(page: Page, mention: ActorMention) -> bool:
    """Say whether only some of a counted group are told of: "six of the 20 ministers"."""
    low = max(0, mention.span.start - OFFICE)
    return SOME_OF.search(page.text[low : mention.span.start]) is not None


def _outside_brackets(page: Page, span: Span) -> list[ActorMention]:
    """Actors of ``span``, without a short name in brackets or the state of a person named.

    "the Republic of Korea (ROK)", "President Duda of Poland".
    """
    found: list[ActorMention] = []
    for mention in page.actors.within(span):
        bracketed = page.text[mention.span.start - 1 : mention.span.start] == "("
        bracketed = bracketed and name_of(page, mention) is None
        if not bracketed and not (found and is_state_of(page, mention, found[-1])):
            found.append(mention)
    return found


_OF = re.compile(r"(?:,\s*(?:Jr|Sr)\.|\.)?\s+of\s+(?:the\s+)?")


def is_state_of(page: Page, mention: ActorMention, before: ActorMention) -> bool:
    """Say whether a name tells whose officer the person right before it is."""
    theirs = before.actor.type == "person" and before.actor.affiliation == mention.actor.id
    return theirs and _OF.fullmatch(page.text, before.span.end, mention.span.start) is not None


def _begin(page: Page, mention: ActorMention) -> int:
    """Where a person begins, with the office before the name; who is of a state, with the name."""
    office = mention.office_span
    if (name := name_of(page, mention)) is not None:
        return name.start
    return mention.span.start if office is None else min(office.start, mention.span.start)


def _gap(page: Page, before: ActorMention | None, start: int, limit: int) -> str:
    """Give the words between a member, or ``start``, and ``limit``, without what is told aside."""
    if before is not None:
        behind = Span(before.span.end, max(before.span.end, limit))  # an office may span both
        state = next(iter(page.actors.within(behind)), None)
        theirs = state is not None and is_state_of(page, state, before)
        start = state.span.end if state is not None and theirs else before.span.end
        own = own_name(page, before)
        start = start if own is None else own.end
        start += page.text.startswith(")", start)
    return _ASIDE.sub("", page.text[start : max(start, limit)])
