"""Mentions under cited words: whom the page names there, whole, in part or by an office."""

from __future__ import annotations

import re

from pledgebook.extract.gate_case import Case, Cited
from pledgebook.extract.gate_cues import cue, words_of
from pledgebook.extract.gate_texts import tokens
from pledgebook.resolve.actors import find_actors, read_actors
from pledgebook.resolve.mentions import ActorMention

#: Capitals of this length at most are an abbreviation.
_ABBREVIATION = 5


def mentions_at(case: Case, words: Cited) -> tuple[ActorMention, ...] | None:
    """Actors that cited words name; None where the words are cut out of a longer name."""
    index = case.actors(words.place)
    touching = index.touching(words.span)
    whole = tuple(mention for mention in touching if words.span.holds(mention.span))
    if whole or not touching:
        return whole or _by_office(case, words) or _by_seat(case, words) or _for_state(case, words)
    part = touching[0]
    if _surname(case, words, part):
        return (part,)
    alone = find_actors(words.quote, case.page.published)
    if not _on_words(case, words) or len(alone) != 1 or alone[0].actor.id is None:
        return None
    if alone[0].actor.id == part.actor.id:
        return (part,)
    # "British" of "the British foreign secretary": the state that the office is of
    return alone if alone[0].actor.id == part.actor.affiliation else None


def _by_office(case: Case, words: Cited) -> tuple[ActorMention, ...]:
    """A person named by the office printed beside the name ("British Prime Minister")."""
    string = case.string(words.place)
    end = min(len(string), words.span.end + 60)
    near = case.actors(words.place).touching(type(words.span)(max(0, words.span.start - 60), end))
    return tuple(
        mention
        for mention in near
        if mention.office_span is not None and mention.office_span.overlaps(words.span)
    )


def _by_seat(case: Case, words: Cited) -> tuple[ActorMention, ...]:
    """A capital or an adjective named for its state where the sentence alone does not show it.

    The reader takes "X, the Danish minister" for one person; "Danish" still names the state.
    """
    if not _on_words(case, words) or _in_title(case, words):
        return ()
    alone = read_actors(words.quote, case.page.published)
    found = tuple(mention for mention in alone if mention.naming in ("seat", "adjective"))
    if not alone and words.quote.isupper() and len(words.quote) > _ABBREVIATION:
        found = read_actors(words.quote.title(), case.page.published)  # "EL SALVADOR"
    return found


def _for_state(case: Case, words: Cited) -> tuple[ActorMention, ...]:
    """A state behind somebody who acts for it ("the representative of X")."""
    string, span = case.string(words.place), words.span
    inside = cue("for_a_state").match(words.quote)
    start = string.rfind("\n", 0, span.start) + 1
    before = string[max(start, span.start - 60) : span.start].rstrip()
    behind = any(found.end() == len(before) for found in cue("for_a_state").finditer(before))
    if inside is None and not behind:
        return ()
    name = words.quote[inside.end() :].strip() if inside is not None else words.quote
    return tuple(m for m in read_actors(name, case.page.published) if m.naming == "name")


#: The head of a name that a city ends.
_OF_CITY = re.compile(r"(?<![\w-])([A-Z][a-zà-ÿ]+)\s+of\s+\Z")


def _in_title(case: Case, words: Cited) -> bool:
    """Say whether a city is part of another name ("the Paris Agreement", "Anne of Kyiv")."""
    string, span = case.string(words.place), words.span
    if cue("named_after_cities").match(string[span.end : span.end + 30].lstrip()):
        return True
    head = _OF_CITY.search(string, max(0, span.start - 30), span.start)
    return head is not None and head[1].lower() not in words_of("role_nouns")


def _surname(case: Case, words: Cited, mention: ActorMention) -> bool:
    """Part of a person's name may be cited if it holds the last word of it."""
    name = tokens(quote_of(case, words, mention))
    part = tokens(words.quote)
    return (
        mention.actor.type == "person"
        and _on_words(case, words)
        and bool(part)
        and name[-len(part) :] == part
    )


def _on_words(case: Case, words: Cited) -> bool:
    string, span = case.string(words.place), words.span
    before = string[span.start - 1 : span.start] if span.start else ""
    after = string[span.end : span.end + 1]
    inside = string[span.start], string[span.end - 1]
    return not (before.isalnum() and inside[0].isalnum()) and not (
        after.isalnum() and inside[1].isalnum()
    )


def quote_of(case: Case, words: Cited, mention: ActorMention) -> str:
    """Words of the text, title or publisher that a mention covers."""
    return mention.span.of(case.string(words.place))
