"""Whom a few words stand for: a name, a pronoun ("he"), an office ("the prime minister").

The local words stay the first evidence; the name they stand for is a second one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from pledgebook.extract.cues import kinds, words
from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page
from pledgebook.model.spans import EvidencePlace, Span
from pledgebook.model.values import Actor
from pledgebook.resolve.actors import find_actors
from pledgebook.resolve.mentions import ActorMention

#: How far back a pronoun looks, in code points: about six paragraphs of news.
REACH = 3000
_WORD = re.compile(r"[^\W\d_][\w.’'-]*|\d+")
_SINGULAR = frozenset({"he", "she", "him", "her", "his"})
_PLURAL = frozenset({"they", "them", "their"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
#: Underscores that converters of web pages leave in titles; blanks of the same length keep offsets.
_ESCAPED = re.compile(r"\\?_")
_PREPOSITION_BEFORE = re.compile(
    r"\b(?:of|to|with|from|for|by|on|against|about|under|between|at|in|than|like|and|or)\s+"
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
    return ResolvedActor(actor=mention.actor, local=_whole(span, mention))


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
    for mention in _people_before(page, span.start):
        if said is not None and mention.span.start <= said.local.start:
            break
        if _subject_like(page, mention):
            return _meant(mention.actor, span, mention.span)
    if said is not None and span.start - said.local.end < REACH:
        return _meant(said.actor, span, said.antecedent or said.local)
    last = next(_people_before(page, span.start), None)
    if last is not None:
        return _meant(last.actor, span, last.span)
    return _nobody(page, span)


def _group_before(page: Page, span: Span, recent: Sequence[ResolvedActor]) -> ResolvedActor:
    """Resolve "they" and "it": the last speaker, if it is no person."""
    last = recent[-1] if recent else None
    if page.words(span).lower() in ("we", "i"):
        return _nobody(page, span)
    if (
        last is not None
        and last.actor.type != "person"
        and span.start - last.local.end < REACH // 4
    ):
        return _meant(last.actor, span, last.antecedent or last.local)
    return _nobody(page, span)


def _relative(page: Page, span: Span, recent: Sequence[ResolvedActor]) -> ResolvedActor:
    """Resolve "who": the name directly before."""
    before = page.actors.within(Span(max(0, span.start - 80), span.start))
    if before and span.start - before[-1].span.end <= len(", "):
        return _meant(before[-1].actor, span, before[-1].span, problem=None)
    phrase = _phrase_before(page, span)
    if phrase is None:
        return _nobody(page, span)
    found = speaker_at(page, phrase, recent)
    return _meant(found.actor, span, found.antecedent or found.local, problem=found.problem)


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


def _meant(
    actor: Actor, local: Span, antecedent: Span, problem: str | None = "speaker-from-context"
) -> ResolvedActor:
    place = None if antecedent == local else antecedent
    return ResolvedActor(actor=actor, local=local, antecedent=place, problem=problem)


def _nobody(page: Page, span: Span) -> ResolvedActor:
    return ResolvedActor(actor=_unnamed(page, span), local=span, problem="speaker-unresolved")


@cache
def _offices() -> dict[str, tuple[str, ...]]:
    """Map each word of office to the words of a role that fit it."""
    data: dict[str, Any] = load("cues")["offices"]
    return {name: tuple(fits) or (name,) for name, fits in data.items()}


def _office(page: Page, span: Span) -> ResolvedActor | None:
    """Resolve "the prime minister": a person named in the page whose role fits."""
    head = _head(page, span)
    said = page.words(head).lower()
    name = next((n for n in _offices() if re.search(rf"\b{n}$", said)), None)
    if name is None or not re.match(r"the\b|[A-Z]", page.words(head)):
        return None
    states = {m.actor.id for m in page.actors.within(head)}
    for mention in _people_around(page, span.start):
        if _fits(page, mention, name) and (not states or mention.actor.affiliation in states):
            return _meant(mention.actor, head, mention.span)
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
    return any(re.search(rf"\b{word}\b", role) for word in _offices()[office])


def _by_words(page: Page, span: Span, recent: Sequence[ResolvedActor]) -> ResolvedActor:
    """An actor known by its words alone: a surname met before, an unknown name, a noun phrase."""
    head = _head(page, span)
    name = _proper(page, head)
    if name is None:
        return ResolvedActor(actor=_unnamed(page, head), local=head)
    parts = page.words(name).split()
    for known in reversed(recent):
        if known.actor.type == "person" and _same_name(known.actor.name.split(), parts):
            return _meant(known.actor, name, known.antecedent or known.local, problem=None)
    return ResolvedActor(actor=_unknown(page.words(name)), local=name)


def _same_name(known: Sequence[str], parts: Sequence[str]) -> bool:
    """Say whether a shorter name fits a fuller one: its last words, so no other given name."""
    return list(known[-len(parts) :]) == list(parts)


def _proper(page: Page, head: Span) -> Span | None:
    """The name in a phrase of capitalised words, without article, titles and "X's" before it."""
    found = list(_WORD.finditer(page.text, head.start, head.end))
    while found and found[0][0].lower().strip(".") in ("the", *words("titles")):
        found.pop(0)
    owners = [n for n, match in enumerate(found[:-1]) if match[0].endswith(("’s", "'s"))]
    if owners:
        found = found[owners[-1] + 1 :]
    if not found or not all(match[0][:1].isupper() for match in found):
        return None
    if len(found) == 1 and _common_word(page, found[0]):
        return None
    return Span(found[0].start(), found[-1].end())


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


def _unknown(name: str) -> Actor:
    if name.rsplit(maxsplit=1)[-1].lower() in words("organisations") or (
        name.isupper() and " " not in name
    ):
        return Actor(id=f"org:{slug(name)}", name=name, type="organisation")
    return Actor(id=f"person:{slug(name)}", name=name, type="person")


def label_at(page: Page, label: Span) -> ResolvedActor:
    """Resolve the label of a turn ("THE PRESIDENT", "MS. JONES"): by the title, then the text."""
    said = page.words(label).strip(" *_:")
    parts = [
        part for part in said.split() if part.lower().strip(".") not in ("the", *words("titles"))
    ]
    if not parts:
        return _nobody(page, label)
    title = _ESCAPED.sub(lambda match: " " * len(match[0]), page.source.title or "")
    for mention in find_actors(title, page.published) if title else ():
        if _labelled(mention, title, parts):
            return ResolvedActor(
                actor=mention.actor, local=label, antecedent=mention.span, place="title"
            )
    if parts[-1].lower() in _offices() or len(parts[-1]) == 1:
        return _nobody(page, label)
    for mention in page.actors:
        if page.blocks.at(mention.span.start) is not None and _labelled(mention, page.text, parts):
            return _meant(mention.actor, label, mention.span, problem=None)
    name = " ".join(part if not part.isupper() else part.title() for part in parts)
    return ResolvedActor(actor=_unknown(name), local=label)


def _labelled(mention: ActorMention, text: str, parts: Sequence[str]) -> bool:
    """Say whether a label names this person: the surname, or an office printed beside the name."""
    if mention.actor.type != "person":
        return False
    last = parts[-1].lower()
    if mention.span.of(text).lower().split()[-1] == last:
        return True
    office = "" if mention.office_span is None else mention.office_span.of(text).lower()
    return last in _offices() and office.split()[-1:] == [last]


def slug(name: str) -> str:
    """Write a name as an id: lower-case ASCII words joined by hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower())) or "unknown"
