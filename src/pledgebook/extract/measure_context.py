"""Measures whose makers another sentence names: "The package also blacklists", "were listed too".

They are those of the measure told right before; whoever follows suit takes that measure as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Action

#: How far behind a measure a sentence may take its makers from it, in code points.
REACH = 1200
#: "would follow suit", "will follow the EU's example".
_FOLLOWS = re.compile(
    r"\b(?P<verb>follow(?:s|ed|ing)?)\s+(?P<what>suit|(?:the\s+)?[A-Z][\w.]*(?:\s+[A-Z][\w.]*){0,2}['’]s?\s+"
    r"(?:example|lead|move)|their\s+(?:example|lead)|its\s+(?:example|lead))\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A measure that the page has told, as far as later sentences build on it.

    Attributes:
        actors: who took it.
        targets: on whom.
        action: what was done.
        sentence: where it is told.
    """

    actors: tuple[Party, ...]
    targets: tuple[Party, ...]
    action: Action
    sentence: Span


def makers(told: Sequence[Told], words: Span) -> list[Party]:
    """Give who took the measure told last before some words that stand for its makers."""
    last = _last(told, words.start)
    if last is None:
        return []
    return carried(last.actors)


def decides(syntax: Syntax, token: int | None) -> bool:
    """Say whether a subject is a decision on measures ("the package", "the latest round")."""
    if token is None:
        return False
    return syntax.tokens[token].lemma.lower() in load("measures")["decisions"]


def followed_words(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether somebody follows suit in a sentence."""
    return _FOLLOWS.search(page.text, sentence.start, sentence.end) is not None


def followed(page: Page, told: Sequence[Told], sentence: Span) -> tuple[Told, re.Match[str]] | None:
    """Give the measure that somebody follows in a sentence, and the words that say so."""
    found = _FOLLOWS.search(page.text, sentence.start, sentence.end)
    if found is None or page.quoted(found.start()):
        return None
    named = page.actors.within(Span(*found.span("what")))
    before = [one for one in told if sentence.start - one.sentence.end < REACH]
    if named:
        ids = {mention.actor.id for mention in named}
        before = [one for one in before if ids & {party.actor.id for party in one.actors}]
        return (before[0], found) if before else None  # the leading one
    return (before[-1], found) if before else None


def carried(parties: Sequence[Party]) -> list[Party]:
    """Give parties as another sentence names them."""
    return [replace(party, from_context=True) for party in parties]


def _last(told: Sequence[Told], offset: int) -> Told | None:
    near = [one for one in told if 0 <= offset - one.sentence.end < REACH]
    return near[-1] if near else None
