"""Membership of a coalition: who joined one, stays out of it or thinks of joining.

A coalition is joined for good; a meeting that is "joined" is attended. The parties of a government
are no such coalition, so that only states and bodies are read beside the wider words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pledgebook.extract.events import Meeting
from pledgebook.extract.lexicon import any_of, cues_of
from pledgebook.extract.lists_of_actors import joined_after, joined_before
from pledgebook.extract.page import Page
from pledgebook.extract.seat_clauses import REACH, clause_start, denied
from pledgebook.extract.seats import Seat
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Role
from pledgebook.resolve.mentions import ActorMention

_JOINED = re.compile(r"\b(joined|has joined|have joined)\s+(?:the\s+|a\s+|[“\"‘']\s*)*$")
#: How far before such words the coalition may be named, in code points.
_LAST = 400
_ROLES: tuple[Role, ...] = ("undecided", "declined", "joined")
#: Between the words of membership and the coalition: its article and its own words.
_TO_NOUN = re.compile(
    r"\s+(?:(?:the|a|an|any|such\s+a|its|this|that)\s+)?[“\"‘']?(?:[\w’'-]+\s+){0,3}?$"
)
#: Between who is told of and the words of membership.
_RIGHT_BEFORE = re.compile(
    r"(?:,[^,.;:]{1,60},)?\s*(?:[—–-]\s+)?(?:(?:has|have|had|also|now|formally|officially|already|since|"
    r"later|then|both|all|government|itself|\w+ly|said|says|signalled|signaled|indicated|hinted|suggested|that|it|they|he|she|"
    r"(?:his|her|their|the)\s+(?:country|nation)|was|were|is|are)\s+){0,5}"
)
#: Who was named at the begin of the sentence, right before the words of membership.
_THEY = re.compile(
    r",\s(?:and|but)\s(?:[\w\s]{0,30}\s)?(?:it|they|he|she|both|neither)\s(?:\w+\s)?$"
)
#: Behind "but" no subject of its own: "Peru sends no troops but has joined".
_SHARED = re.compile(
    r"\s*(?:(?:has|have|had|is|are|was|were|also|now|then|later|instead|\w+ly)\s+)*"
)
#: A name that only tells whose party or firm another name is.
_OWNER = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,2}[A-Z]")
#: What is named after a coalition, but is a government.
_GOVERNMENT = re.compile(r"\s+(?:government|cabinet|partners?|talks|agreement|deal)\b")
#: Words of a party or a company: the name before them is only part of theirs.
_WHOLE = frozenset({"state", "organisation"})


def memberships_in(page: Page, sentence: Span) -> Iterator[Seat]:
    """Give the seats of a sentence in coalitions."""
    yield from _joined(page, sentence)
    yield from _of_last_named(page, sentence)
    for noun in cues_of("seats", "members_of").finditer(page.text, sentence.start, sentence.end):
        found = _words_before(page, sentence, noun.start())
        if found is None or page.quoted(found[1].start):
            continue
        role, words = found
        if role == "joined" and denied(page, sentence, words.start):
            continue
        for mention in _members(page, sentence, words):
            yield _seat(sentence, mention, role, words, noun)


def _of_last_named(page: Page, sentence: Span) -> Iterator[Seat]:
    """Read "Ireland is still thinking it over" of the coalition that was named last before it."""
    for role in _ROLES:
        pattern = cues_of("seats", "members_of_last", role)
        for found in pattern.finditer(page.text, sentence.start, sentence.end):
            words = Span(*found.span())
            low = max(0, words.start - _LAST)
            named = list(cues_of("seats", "members_of").finditer(page.text, low, words.start))
            unreal = role == "joined" and denied(page, sentence, words.start)
            if not named or unreal or page.quoted(words.start):
                continue
            for mention in _members(page, sentence, words):
                yield replace(_seat(sentence, mention, role, words, named[-1]),
                              event_here=named[-1].start() >= sentence.start)  # fmt: skip


def _joined(page: Page, sentence: Span) -> Iterator[Seat]:
    """Read "joined" right before what one can join, a statement or a mission too."""
    for noun in any_of("meetings", "coalitions").finditer(page.text, sentence.start, sentence.end):
        low = max(sentence.start, noun.start() - REACH)
        verb = _JOINED.search(page.text[low : noun.start()])
        if (
            verb is None
            or _GOVERNMENT.match(page.text, noun.end())
            or denied(page, sentence, low + verb.start())
        ):
            continue
        words = Span(low + verb.start(), low + verb.end(1))
        start = clause_start(page, sentence, words.start)
        listed = _shared(page, sentence, words) or joined_before(page, start, words.start)
        for mention in listed:
            if not _OWNER.match(page.text, mention.span.end, words.start):
                yield _seat(sentence, mention, "joined", words, noun)


def _words_before(page: Page, sentence: Span, offset: int) -> tuple[Role, Span] | None:
    """Give the words of membership that stand close before a coalition, and their role."""
    low = max(sentence.start, offset - 2 * REACH)
    for role in _ROLES:
        pattern = cues_of("seats", "memberships", role)
        for found in reversed(list(pattern.finditer(page.text, low, offset))):
            if _TO_NOUN.fullmatch(page.text, found.end(), offset):
                return role, Span(*found.span())
    return None


def _members(page: Page, sentence: Span, words: Span) -> list[ActorMention]:
    start = clause_start(page, sentence, words.start)
    if shared := _shared(page, sentence, words):
        return shared
    listed = joined_before(page, start, words.start)
    if not listed and _THEY.search(page.text[start : words.start]):
        listed = joined_after(page, sentence.start, words.start, reach=12)
    elif not listed or not _RIGHT_BEFORE.fullmatch(page.text, listed[-1].span.end, words.start):
        return []
    return [
        m
        for m in listed
        if m.actor.type in _WHOLE or m.actor.affiliation is not None or m.actor.count is not None
    ]


def _shared(page: Page, sentence: Span, words: Span) -> list[ActorMention]:
    """Give the states that open a sentence where the clause of the words has no subject."""
    start = clause_start(page, sentence, words.start)
    if start == sentence.start or not _SHARED.fullmatch(page.text, start, words.start):
        return []
    return [m for m in joined_after(page, sentence.start, start) if m.actor.type in _WHOLE]


def _seat(
    sentence: Span, mention: ActorMention, role: Role, words: Span, noun: re.Match[str]
) -> Seat:
    meeting = Meeting(name=Span(*noun.span()), noun=" ".join(noun.group().lower().split()))
    return Seat(mention=mention, role=role, role_words=words, meeting=meeting, sentence=sentence,
                joins=True)  # fmt: skip
