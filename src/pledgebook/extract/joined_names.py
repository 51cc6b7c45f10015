"""Names in one breath: rows of those who get, and those who only belong to something told of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pledgebook.extract.headlines import is_headline
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

_ASIDE = re.compile(r"\b(?:of|through|via|with|under|at|in|against)\s+(?:the\s+)?$", re.IGNORECASE)
_STATE_OF = re.compile(
    r"\b(?:government|ministry|parliament|kingdom|republic|state|minister|president|embassy|ministers"
    r"|council|commission|affairs|defen[cs]e|interior|finance)\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
#: A meeting that an actor's name stands before.
_MEETING = re.compile(
    r"(?:['’]s)?\s+(?:[\w-]+\s+)?(?:summit|conference|ministerial|assembly|forum)\b", re.IGNORECASE
)
_COMMA = re.compile(r",\s+(?:the\s+)?")
_LIST_ENDS = re.compile(r"\s*$|,|\s+(?:as|amid|after|and|over|in|before|from)\b", re.MULTILINE)
_LAST_OF_LIST = re.compile(r",?\s+and\s+(?:the\s+)?")
_WITH = re.compile(r"\s+and\s+(?:the\s+)?(?:people\s+of\s+)?", re.IGNORECASE)


def joined(page: Page, sentence: Span, targets: Sequence[ActorMention]) -> list[ActorMention]:
    """Actors that stand in one breath with those that get: "for Ukraine and Moldova".

    Headlines leave "and" out: "for Chad, Sudan as famine looms".
    """
    found: list[ActorMention] = []
    last = None
    headline = is_headline(page, sentence)
    named = page.actors.within(sentence)
    for place, mention in enumerate(named):
        if mention in targets:
            last = mention
        elif last is not None and (
            _WITH.fullmatch(page.text[last.span.end : mention.span.start])
            or (headline and _listed(page, last, mention))
            or _in_list(page, named[place - 1 :])
        ):
            found.append(mention)
            last = mention
        else:
            last = None
    return found


def _in_list(page: Page, named: Sequence[ActorMention]) -> bool:
    """Say whether names stand in a list that "and" closes: "to Mali, Niger and Chad"."""
    for one, other in pairwise(named):
        between = page.text[one.span.end : other.span.start]
        if _LAST_OF_LIST.fullmatch(between):
            return True
        if not _COMMA.fullmatch(between):
            return False
    return False


def _listed(page: Page, one: ActorMention, other: ActorMention) -> bool:
    """Say whether a comma alone joins two names, behind which no verb of the second stands."""
    comma = _COMMA.fullmatch(page.text, one.span.end, other.span.start)
    return comma is not None and _LIST_ENDS.match(page.text, other.span.end) is not None


def aside(page: Page, mention: ActorMention, sentence: Span) -> bool:
    """Say whether an actor only belongs to something told of: "funding the work of the IAEA".

    So do those in one breath with it ("together with Poland and Denmark"), and one whose name is
    that of a meeting ("during the NATO summit").
    """
    if _MEETING.match(page.text, mention.span.end):
        return True
    first = mention
    for other in reversed(page.actors.within(Span(sentence.start, mention.span.start))):
        gap = page.text[other.span.end : first.span.start]
        if not _WITH.fullmatch(gap) and not _COMMA.fullmatch(gap):
            break
        first = other
    before = page.text[max(0, first.span.start - 60) : first.span.start]
    return _ASIDE.search(before) is not None and _STATE_OF.search(before) is None


#: From an organisation to the body of its own that a comma sets beside it.
_OWN_BODY = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,3}[\w-]+,\s+(?:the\s+)?")


def without_owners(page: Page, mentions: Sequence[ActorMention]) -> list[ActorMention]:
    """Leave out whoever only owns the body named next: "the UN's food agency, the WFP, gave"."""
    owners = [
        one
        for one, other in pairwise(mentions)
        if one.actor.type == other.actor.type == "organisation"
        and _OWN_BODY.fullmatch(page.text, one.span.end, other.span.start)
    ]
    return [mention for mention in mentions if mention not in owners]
