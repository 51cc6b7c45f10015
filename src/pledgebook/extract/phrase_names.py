"""Whom a phrase names by its own words: the name that heads it, or an unknown name inside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from pledgebook.extract.cues import kinds, words
from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page
from pledgebook.extract.resolved_actors import ResolvedActor, meant, unknown_actor, unnamed_actor
from pledgebook.model.spans import Span
from pledgebook.resolve.actor_strangers import name_after
from pledgebook.resolve.mentions import ActorMention
from pledgebook.resolve.people import slug as person_id

#: How far back a pronoun or a surname looks for a name, in code points: six paragraphs or so.
REACH = 3000
WORD = re.compile(r"[^\W\d_][\w.’'-]*|\d+")
_POSSESSIVE_AFTER = re.compile(r"['’]s?\b")


def named(page: Page, span: Span) -> ResolvedActor | None:
    """Give the actor that the phrase is headed by: the last name before any trailing phrase."""
    head = head_of_phrase(page, span)
    found = [m for m in page.actors.touching(head) if m.naming not in ("adjective", "demonym")]
    at_end = [m for m in found if m.span.end >= head.end and not only_possessive(page, m)]
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
    for earlier in people_before(page, mention.span.start):
        if page.words(earlier.span).endswith(f" {name}"):
            return earlier
    return None


def _whole(span: Span, mention: ActorMention) -> Span:
    """The name; a mention that sticks out of the phrase is taken whole."""
    return mention.span if mention.span.end >= span.start else span


def only_possessive(page: Page, mention: ActorMention) -> bool:
    """Say whether a name only owns what is meant: "Berg's spokesman"."""
    return _POSSESSIVE_AFTER.match(page.text, mention.span.end) is not None


def head_of_phrase(page: Page, span: Span) -> Span:
    """Give the phrase without what hangs behind it ("a spokesman | for the ministry")."""
    text = page.text
    bracket = text.find("(", span.start, span.end)
    if bracket > span.start:
        span = Span(span.start, bracket - (text[bracket - 1] in " \n\t"))
    tail = _named_behind(page, span)
    if tail is not None:
        return tail  # "a spokesman for the guard, Omar Haddad": the name tells who
    for match in WORD.finditer(text, span.start, span.end):
        if match.start() == span.start or kinds().get(match[0].lower()) not in ("R", "P", "S"):
            continue
        if match[0].lower() == "of" and _one_name(page, match.start()):
            continue
        if _one_name(page, match.start()):
            continue
        later = [m for m in page.actors.within(span) if m.actor.type == "person"]
        if later and later[-1].span.end == span.end and match[0].lower() in ("of", "for"):
            return span
        if match[0].lower() == "of" and page.words(
            Span(span.start, match.start())
        ).strip().lower() in (words("counting")):
            return span  # "one of them"
        return _without_hanging(page, Span(span.start, len(text[: match.start()].rstrip(" ,\n\t"))))
    comma = text.find(",", span.start, span.end)
    if comma > 0 and page.actors.at(comma) is None:
        people = [m for m in page.actors.within(Span(comma, span.end)) if m.actor.type == "person"]
        return span if people and people[-1].span.end == span.end else Span(span.start, comma)
    return span


def _named_behind(page: Page, span: Span) -> Span | None:
    """The name of a stranger that closes a phrase: "the relief chief, Omar Haddad"."""
    comma = page.text.rfind(",", span.start, span.end)
    if comma <= span.start or page.actors.at(comma) is not None:
        return None
    stranger = name_after(page.text, comma + len(", "))
    return stranger if stranger is not None and stranger.end == span.end else None


def _without_hanging(page: Page, head: Span) -> Span:
    """Leave out an adjective that hangs on the noun: "sources close | to the talks"."""
    said = page.words(head).split()
    if len(said) > 1 and said[-1].lower() in words("hanging"):
        return Span(head.start, head.end - len(said[-1]) - 1)
    return head


def _one_name(page: Page, offset: int) -> bool:
    """Say whether a small word stands inside one name ("Bank of England")."""
    mention = page.actors.at(offset)
    return mention is not None and mention.span.start < offset


def people_before(page: Page, offset: int) -> Iterator[ActorMention]:
    """Give people named before, the nearest first, outside quotation marks."""
    area = Span(max(0, offset - REACH), offset)
    for mention in reversed(page.actors.within(area)):
        if mention.actor.type == "person" and not page.quoted(mention.span.start):
            yield mention


@cache
def offices() -> dict[str, tuple[str, ...]]:
    """Map each word of office to the words of a role that fit it."""
    data: dict[str, Any] = load("cues")["offices"]
    return {name: tuple(fits) or (name,) for name, fits in data.items()}


def by_words(page: Page, span: Span, recent: Sequence[ResolvedActor]) -> ResolvedActor:
    """Give an actor by its words alone: a surname met before, an unknown name, a noun phrase."""
    head = head_of_phrase(page, span)
    name = _proper(page, head)
    if name is None:
        return ResolvedActor(actor=unnamed_actor(page, head), local=head)
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
    found = list(WORD.finditer(page.text, head.start, head.end))
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
