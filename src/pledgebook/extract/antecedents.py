"""Whom a few words stand for: a name, a pronoun ("he"), an office ("the prime minister").

The local words stay the first evidence; the name they stand for is a second one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from pledgebook.extract.cues import kinds
from pledgebook.extract.introduced import introduced, opening_body
from pledgebook.extract.page import Page
from pledgebook.extract.phrase_names import (
    REACH,
    WORD,
    by_words,
    head_of_phrase,
    named,
    offices,
    only_possessive,
    people_before,
)
from pledgebook.extract.resolved_actors import ResolvedActor, meant, nobody, unknown_actor
from pledgebook.extract.strangers import stranger_before
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

_SINGULAR = frozenset({"he", "she", "him", "her", "his"})
_PLURAL = frozenset({"they", "them", "their"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_PREPOSITION_BEFORE = re.compile(
    r"\b(?i:of|to|with|from|for|by|on|against|about|under|between|at|in|than|like|and|or)\s+"
    r"(?:the\s+|a\s+)?(?:[A-Z][\w.]*\s+){0,3}$"
)


def speaker_at(page: Page, span: Span, recent: Sequence[ResolvedActor] = ()) -> ResolvedActor:
    """Resolve the words of ``span`` to an actor.

    ``recent`` are the speakers resolved before, in order of the text; the last one of them is the
    first choice for a pronoun. Words that name nobody give an actor of type ``unnamed``.
    """
    said = page.words(span).lower()
    if said in _SINGULAR:
        return _person_before(page, span, recent)
    if said in _PLURAL or said in ("it", "its", "we", "i"):
        return _group_before(page, span, recent)
    if said in _RELATIVE:
        return _relative(page, span, recent)
    known = named(page, span)
    if known is not None:
        return known
    office = _office(page, span)
    if office is not None:
        return office
    return by_words(page, span, recent)


def _subject_like(page: Page, mention: ActorMention) -> bool:
    """Say whether a name can be the subject: no possessive, not behind a preposition."""
    if only_possessive(page, mention):
        return False
    start = mention.office_span.start if mention.office_span is not None else mention.span.start
    return _PREPOSITION_BEFORE.search(page.text[max(0, start - 60) : start]) is None


def _person_before(page: Page, span: Span, recent: Sequence[ResolvedActor]) -> ResolvedActor:
    """Resolve "he": the last speaker or subject before, the later of the two."""
    said = next((r for r in reversed(recent) if r.actor.type == "person"), None)
    mention = introduced(page, span) or _last_subject(page, span)
    stranger = stranger_before(page, span)
    office = _office_before(page, span)
    if office is not None and (said is None or office.start > said.local.start):
        return _office(page, office) or nobody(page, span)
    known = max((r.local.start for r in (said,) if r), default=-1)
    known = max(known, -1 if mention is None else mention.span.start)
    if stranger is not None and stranger[0] > known:
        return meant(unknown_actor(page.words(stranger[1])), span, stranger[1])
    if mention is not None and (said is None or mention.span.start > said.local.start):
        return meant(mention.actor, span, mention.span)
    if said is not None and span.start - said.local.end < REACH:
        return meant(said.actor, span, said.antecedent or said.local)
    last = next(people_before(page, span.start), None)
    if last is not None:
        return meant(last.actor, span, last.span)
    return nobody(page, span)


def _office_before(page: Page, span: Span) -> Span | None:
    """Give the office without a name that is the subject of the sentence before a pronoun.

    "The Prime Minister spoke to President Berg. He …": who is spoken to is not meant.
    """
    place = page.sentences.position(page.sentence_of(span))
    before = page.sentences.items[place - 1] if place else None
    if before is None:
        return None
    found = _opening_office().match(page.text, before.start, before.end)
    return None if found is None else Span(*found.span("office"))


@cache
def _opening_office() -> re.Pattern[str]:
    names = "|".join(sorted(offices(), key=len, reverse=True))
    return re.compile(
        rf"\W*(?P<office>the\s+(?:(?:prime|foreign|defen[cs]e|finance)\s+)?(?:{names}))\s+(?=[a-z])(?!of\b)",
        re.IGNORECASE,
    )


def _last_subject(page: Page, span: Span) -> ActorMention | None:
    """The first person of the nearest sentence before that names one who can be its subject."""
    found: ActorMention | None = None
    for mention in people_before(page, span.start):
        if not _subject_like(page, mention):
            continue
        if found is not None and page.sentence_of(mention.span) != page.sentence_of(found.span):
            break
        found = mention
    return found


def _group_before(page: Page, span: Span, recent: Sequence[ResolvedActor]) -> ResolvedActor:
    """Resolve "they" and "it": the last speaker, if it is no person."""
    last = recent[-1] if recent else None
    if page.words(span).lower() in ("we", "i"):
        return nobody(page, span)
    opening = opening_body(page, span)
    if opening is not None:
        return meant(opening.actor, span, opening.span)
    if (
        last is not None
        and last.actor.type != "person"
        and span.start - last.local.end < REACH // 4
    ):
        return meant(last.actor, span, last.antecedent or last.local)
    return nobody(page, span)


def _relative(page: Page, span: Span, recent: Sequence[ResolvedActor]) -> ResolvedActor:
    """Resolve "who": the name directly before."""
    before = page.actors.within(Span(max(0, span.start - 80), span.start))
    if before and span.start - before[-1].span.end <= len(", "):
        return meant(before[-1].actor, span, before[-1].span, problem=None)
    phrase = _phrase_before(page, span)
    if phrase is None:
        return nobody(page, span)
    found = speaker_at(page, phrase, recent)
    return meant(found.actor, span, found.antecedent or found.local, problem=found.problem)


def _phrase_before(page: Page, span: Span) -> Span | None:
    """The noun phrase directly before a relative pronoun."""
    area = page.text[max(0, span.start - 80) : span.start].rstrip(" ,\n)\"”’'")
    offset = max(0, span.start - 80)
    taken: re.Match[str] | None = None
    for match in reversed(list(WORD.finditer(area))):
        kind = kinds().get(match[0].lower(), "n")
        if kind not in ("n", "D") or re.search(
            r"[,;:.)\"”’]", area[match.end() : taken.start() if taken else len(area)]
        ):
            break
        taken = match
        if kind == "D":
            break
    return None if taken is None else Span(offset + taken.start(), offset + len(area))


def _office(page: Page, span: Span) -> ResolvedActor | None:
    """Resolve "the prime minister": a person named in the page whose role fits."""
    head = head_of_phrase(page, span)
    said = page.words(head).lower()
    name = next((n for n in offices() if re.search(rf"\b{n}$", said)), None)
    if name is None or not re.match(r"the\b|(?!An?\b)[A-Z]", page.words(head)):
        return None
    states = {m.actor.id for m in page.actors.within(head)}
    for mention in _people_around(page, span.start):
        if _fits(page, mention, name) and (not states or mention.actor.affiliation in states):
            return meant(mention.actor, head, mention.span)
    return None


def _people_around(page: Page, offset: int) -> Iterator[ActorMention]:
    """People named before, the nearest first, then those named after."""
    yield from people_before(page, offset)
    for mention in page.actors:
        if mention.span.start > offset and mention.actor.type == "person":
            yield mention


def _fits(page: Page, mention: ActorMention, office: str) -> bool:
    printed = page.words(mention.office_span) if mention.office_span is not None else ""
    role = f"{mention.actor.role or ''} {printed}".lower()
    return any(re.search(rf"\b{word}\b", role) for word in offices()[office])
