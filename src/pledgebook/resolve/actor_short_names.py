"""Short names that a text defines: "the Millennium Challenge Corporation (MCC)", later "MCC"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pledgebook.model.spans import Span
from pledgebook.resolve.actor_scan import Hit
from pledgebook.resolve.mentions import ActorMention

#: Letters in brackets right behind a name: at least two capitals.
_DEFINED = re.compile(
    r"(?:['’]s?)?[*_]*\s*\(\s*[“\"*_]*(?=[A-Za-z]*[A-Z][A-Za-z]*[A-Z])([A-Z][A-Za-z]{1,7})[”\"*_]*\s*\)"
)
#: Words of a name that a short name may leave out.
_WORD = re.compile(r"[^\W\d_]+")
#: Around a short name that is somebody's already: "Group" may stand before the bracket.
_BRACKET = re.compile(r"(?:\s+Group)?\s+\(\s*(?:the\s+)?[\"'“‘]?")
_CLOSED = re.compile(r"[\"'”’]?\s*\)")


def redefined_names(text: str, hits: Iterable[Hit]) -> dict[str, str]:
    """Give the actor ids of short names that would stand for somebody else: "(IDB)".

    The letters must be all the initials of the name right before: a known short name is not given
    up for less.
    """
    found: dict[str, str] = {}
    for name, short in pairwise(hits):
        words = text[short.start : short.end]
        if not words.isupper() or name.entry.id is None or name.entry.id == short.entry.id:
            continue
        if _BRACKET.fullmatch(text, name.end, short.start) is None:
            continue
        letters = (word[0] for word in _WORD.findall(text[name.start : name.end]))
        if _CLOSED.match(text, short.end) and "".join(filter(str.isupper, letters)) == words:
            found[words] = name.entry.id
    return found


def short_names(text: str, mentions: Sequence[ActorMention]) -> Iterator[ActorMention]:
    """Give the places where a body is named by the initials that the text has given for it.

    ``mentions`` are the actors found by their names. A short name that names an actor already, or
    that two bodies share, is left alone; nothing before its definition is taken for it.
    """
    known = {text[m.span.start : m.span.end] for m in mentions}
    defined: dict[str, tuple[int, ActorMention]] = {}
    shared: set[str] = set()
    for mention in mentions:
        name = mention.span.of(text)
        found = _DEFINED.match(text, mention.span.end) if _is_body(mention, name) else None
        if found is None or found[1] in known or not _initials(name, found[1]):
            continue
        first = defined.setdefault(found[1], (found.start(1), mention))
        if first[1].actor.id != mention.actor.id:
            shared.add(found[1])
    for short, (start, mention) in defined.items():
        if short not in shared:
            yield from _named(text, short, start, mention)


def _is_body(mention: ActorMention, name: str) -> bool:
    """Say whether a name of several words is that of an organisation or of a body of a state."""
    kind = mention.actor.type
    named = kind == "organisation" or (kind == "state" and mention.naming == "office")
    return named and mention.actor.id is not None and " " in " ".join(name.split())


def _initials(name: str, short: str) -> bool:
    """Say whether the capitals of a short name are initials of a name's words, in their order."""
    words = iter(word[0].upper() for word in _WORD.findall(name))
    return all(letter in words for letter in short if letter.isupper())


def _named(text: str, short: str, start: int, mention: ActorMention) -> Iterator[ActorMention]:
    for found in re.finditer(rf"(?<![\w-]){short}(?![\w-])", text[start:]):
        span = Span(start + found.start(), start + found.end())
        actor = replace(mention.actor, name=short)
        yield replace(mention, span=span, actor=actor, office_span=None)
