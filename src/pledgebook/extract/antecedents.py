"""Whom a few words stand for: a name, a pronoun ("he"), an office ("the prime minister").

The local words stay the first evidence; the name they stand for is a second one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from pledgebook.extract.cues import kinds, words
from pledgebook.extract.introduced import introduced, opening_body
from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page
from pledgebook.extract.strangers import stranger_before
from pledgebook.model.spans import EvidencePlace, Span
from pledgebook.model.values import Actor
from pledgebook.resolve.actor_strangers import name_after
from pledgebook.resolve.mentions import ActorMention
from pledgebook.resolve.people import slug as person_id

#: How far back a pronoun looks, in code points: about six paragraphs of news.
REACH = 3000
_WORD = re.compile(r"[^\W\d_][\w.’'-]*|\d+")
_SINGULAR = frozenset({"he", "she", "him", "her", "his"})
_PLURAL = frozenset({"they", "them", "their"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_PREPOSITION_BEFORE = re.compile(
    r"\b(?i:of|to|with|from|for|by|on|against|about|under|between|at|in|than|like|and|or)\s+"
    r"(?:the\s+|a\s+)?(?:[A-Z][\w.]*\s+){0,3}$"
)
_POSSESSIVE_AFTER = re.compile(r"['’]s?\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedActor:
    """Somebody who is meant, and the places that say so.

    Attributes:
        actor: the value.
        local: the words that stand there.
        antecedent: the name they stand for, where the local words are not the name themselves.
        place: where the antecedent stands: the text, or the title of its source.
        problem: ``speaker-from-context`` or ``speaker-unresolved``, None where named on the spot.
    """

    actor: Actor
    local: Span
    antecedent: Span | None = None
    problem: str | None = None
    place: EvidencePlace = "text"


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
    named = _named(page, span)
    if named is not None:
        return named
    office = _office(page, span)
    if office is not None:
        return office
    return _by_words(page, span, recent)


def _named(page: Page, span: Span) -> ResolvedActor | None:
    """The actor that the phrase is headed by: the last name before any trailing phrase."""
    head = _head(page, span)
    found = [m for m in page.actors.touching(head) if m.naming not in ("adjective", "demonym")]
    at_end = [m for m in found if m.span.end >= head.end and not _only_possessive(page, m)]
    if not at_end:
        return None
    mention = at_end[-1]
    local = _whole(span, mention)
    fuller = _fuller(page, mention)
    if fuller is not None:
        return meant(fuller.actor, local, fuller.span, problem=None)
    return ResolvedActor(actor=mention.actor, local=local)


def _fuller(page: Page, mention: ActorMention) -> ActorMention | None:
    """The last person before whose fuller name ends in this surname, where that is all we have."""
    name = page.words(mention.span)
    if mention.actor.type != "person" or mention.actor.id != person_id(name):
        return None
    for earlier in _people_before(page, mention.span.start):
        if page.words(earlier.span).endswith(f" {name}"):
            return earlier
    return None


def _whole(span: Span, mention: ActorMention) -> Span:
    """The name; a mention that sticks out of the phrase is taken whole."""
    return mention.span if mention.span.end >= span.start else span


def _only_possessive(page: Page, mention: ActorMention) -> bool:
    return _POSSESSIVE_AFTER.match(page.text, mention.span.end) is not None


def _head(page: Page, span: Span) -> Span:
    """The phrase without what hangs behind it ("a spokesman | for the ministry")."""
    text = page.text
    bracket = text.find("(", span.start, span.end)
    if bracket > span.start:
        span = Span(span.start, bracket - (text[bracket - 1] in " \n\t"))
    for match in _WORD.finditer(text, span.start, span.end):
        if match.start() == span.start or kinds().get(match[0].lower()) not in ("R", "P", "S"):
            continue
        if match[0].lower() == "of" and _one_name(page, match.start()):
            continue
        if _one_name(page, match.start()):
            continue
        later = [m for m in page.actors.within(span) if m.actor.type == "person"]
        if later and later[-1].span.end == span.end and match[0].lower() in ("of", "for"):
            return span
        return Span(span.start, len(text[: match.start()].rstrip(" ,\n\t")))
    comma = text.find(",", span.start, span.end)
    if comma > 0 and page.actors.at(comma) is None:
        stranger = name_after(text, comma + len(", "))
        if stranger is not None and stranger.end == span.end:
            return stranger  # "the relief chief, Omar Haddad": the name tells who
        tail = [m for m in page.actors.within(Span(comma, span.end)) if m.actor.type == "person"]
        return span if tail and tail[-1].span.end == span.end else Span(span.start, comma)
    return span


def _one_name(page: Page, offset: int) -> bool:
    """Say whether a small word stands inside one name ("Bank of England")."""
    mention = page.actors.at(offset)
    return mention is not None and mention.span.start < offset


def _people_before(page: Page, offset: int) -> Iterator[ActorMention]:
    """People named before, the nearest first, outside quotation marks."""
    area = Span(max(0, offset - REACH), offset)
    for mention in reversed(page.actors.within(area)):
        if mention.actor.type == "person" and not page.quoted(mention.span.start):
            yield mention


def _subject_like(page: Page, mention: ActorMention) -> bool:
    """Say whether a name can be the subject: no possessive, not behind a preposition."""
    if _only_possessive(page, mention):
        return False
    start = mention.office_span.start if mention.office_span is not None else mention.span.start
    return _PREPOSITION_BEFORE.search(page.text[max(0, start - 60) : start]) is None


def _person_before(page: Page, span: Span, recent: Sequence[ResolvedActor]) -> ResolvedActor:
    """Resolve "he": the last speaker or subject before, the later of the two."""
    said = next((r for r in reversed(recent) if r.actor.type == "person"), None)
    mention = introduced(page, span) or _last_subject(page, span)
    stranger = stranger_before(page, span)
    known = max((r.local.start for r in (said,) if r), default=-1)
    known = max(known, -1 if mention is None else mention.span.start)
    if stranger is not None and stranger[0] > known:
        return meant(unknown_actor(page.words(stranger[1])), span, stranger[1])
    if mention is not None and (said is None or mention.span.start > said.local.start):
        return meant(mention.actor, span, mention.span)
    if said is not None and span.start - said.local.end < REACH:
        return meant(said.actor, span, said.antecedent or said.local)
    last = next(_people_before(page, span.start), None)
    if last is not None:
        return meant(last.actor, span, last.span)
    return nobody(page, span)


def _last_subject(page: Page, span: Span) -> ActorMention | None:
    """The first person of the nearest sentence before that names one who can be its subject."""
    found: ActorMention | None = None
    for mention in _people_before(page, span.start):
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
    for match in reversed(list(_WORD.finditer(area))):
        kind = kinds().get(match[0].lower(), "n")
        if kind not in ("n", "D") or re.search(
            r"[,;:.)\"”’]", area[match.end() : taken.start() if taken else len(area)]
        ):
            break
        taken = match
        if kind == "D":
            break
    return None if taken is None else Span(offset + taken.start(), offset + len(area))


def meant(
    actor: Actor, local: Span, antecedent: Span, problem: str | None = "speaker-from-context"
) -> ResolvedActor:
    """Give an actor for local words whose name stands elsewhere (or just there)."""
    place = None if antecedent == local else antecedent
    return ResolvedActor(actor=actor, local=local, antecedent=place, problem=problem)


def nobody(page: Page, span: Span) -> ResolvedActor:
    """Give an unnamed actor whose words could not be resolved."""
    return ResolvedActor(actor=_unnamed(page, span), local=span, problem="speaker-unresolved")


@cache
def offices() -> dict[str, tuple[str, ...]]:
    """Map each word of office to the words of a role that fit it."""
    data: dict[str, Any] = load("cues")["offices"]
    return {name: tuple(fits) or (name,) for name, fits in data.items()}


def _office(page: Page, span: Span) -> ResolvedActor | None:
    """Resolve "the prime minister": a person named in the page whose role fits."""
    head = _head(page, span)
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
    yield from _people_before(page, offset)
    for mention in page.actors:
        if mention.span.start > offset and mention.actor.type == "person":
            yield mention


def _fits(page: Page, mention: ActorMention, office: str) -> bool:
    printed = page.words(mention.office_span) if mention.office_span is not None else ""
    role = f"{mention.actor.role or ''} {printed}".lower()
    return any(re.search(rf"\b{word}\b", role) for word in offices()[office])


def _by_words(page: Page, span: Span, recent: Sequence[ResolvedActor]) -> ResolvedActor:
    """An actor known by its words alone: a surname met before, an unknown name, a noun phrase."""
    head = _head(page, span)
    name = _proper(page, head)
    if name is None:
        return ResolvedActor(actor=_unnamed(page, head), local=head)
    parts = page.words(name).split()
    for known in reversed(recent):
        if known.actor.type == "person" and _same_name(known.actor.name.split(), parts):
            return meant(known.actor, name, known.antecedent or known.local, problem=None)
    surname = len(parts) == 1 and parts[0].lower() not in words("organisations")
    full = _full_name(page, name) if surname else None
    if full is not None:
        return meant(unknown_actor(page.words(full)), name, full, problem=None)
    return ResolvedActor(actor=unknown_actor(page.words(name)), local=name)


def _full_name(page: Page, surname: Span) -> Span | None:
    """Where a surname stands behind given names earlier in the text ("Anna Berg ... Berg")."""
    last = re.escape(page.words(surname))
    given = rf"(?:[A-Z][\w’'-]+ ){{1,3}}(?i:{last})\b"
    names = list(re.finditer(given, page.text[: surname.start]))
    if not names:
        return None
    words_before = _proper(page, Span(*names[-1].span()))
    return words_before if words_before is not None and len(words_before) > len(surname) else None


def _same_name(known: Sequence[str], parts: Sequence[str]) -> bool:
    """Say whether a shorter name fits a fuller one: its last words, so no other given name."""
    return list(known[-len(parts) :]) == list(parts)


def _proper(page: Page, head: Span) -> Span | None:
    """The name in a phrase of capitalised words, without article, titles and "X's" before it."""
    found = list(_WORD.finditer(page.text, head.start, head.end))
    while found and _is_title(found[0][0]):
        found.pop(0)
    owners = [n for n, match in enumerate(found[:-1]) if match[0].endswith(("’s", "'s"))]
    if owners:
        found = found[owners[-1] + 1 :]
    if not found or not all(match[0][:1].isupper() for match in found):
        return None
    if len(found) == 1 and _common_word(page, found[0]):
        return None
    return Span(found[0].start(), found[-1].end())


def _is_title(word: str) -> bool:
    lower = word.lower().strip(".")
    return lower in words("titles") or lower in offices() or lower in kinds()


def _common_word(page: Page, match: re.Match[str]) -> bool:
    """Say whether a capital only marks the start of a sentence ("Agencies said")."""
    if match[0].lower() in kinds():
        return True
    sentence = page.sentences.at(match.start())
    if sentence is None or sentence.start != match.start():
        return False
    return re.search(rf"[a-z,] {re.escape(match[0])}\b", page.text) is None


def _unnamed(page: Page, head: Span) -> Actor:
    return Actor(id=None, name=page.words(head), type="unnamed")


def unknown_actor(name: str) -> Actor:
    """Give an actor that reference data do not know an id made from the name."""
    if name.rsplit(maxsplit=1)[-1].lower() in words("organisations") or (
        name.isupper() and " " not in name
    ):
        return Actor(
            id=f"org:{person_id(name).removeprefix('person:')}", name=name, type="organisation"
        )
    return Actor(id=person_id(name), name=name, type="person")
