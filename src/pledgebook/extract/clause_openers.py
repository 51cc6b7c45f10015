"""Givers who open a clause: one between semicolons, or one that tells where a thing comes from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgebook.extract.openings import opens_sentence
from pledgebook.extract.page import Page
from pledgebook.extract.parties import bound_actor
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: Between clauses of which each has a grammar of its own.
_CLAUSES_PART = re.compile(r";\s")


def opens_clause(
    page: Page, sentence: Span, thing: Span, subjects: Sequence[ActorMention]
) -> list[ActorMention]:
    """Give who opens the clause of a thing where the parse takes those of another for its subject.

    "Spain chips in €40m; Italy gives €20m": only semicolons part such clauses.
    """
    cuts = [m.end() for m in _CLAUSES_PART.finditer(page.text, sentence.start, sentence.end)]
    start = max((c for c in cuts if c <= thing.start), default=sentence.start)
    own = Span(start, min((c for c in cuts if c > thing.start), default=sentence.end))
    if not cuts or not subjects or any(own.holds(m.span) for m in subjects):
        return []
    named = page.actors.within(Span(own.start, thing.start))
    if len(named) != 1 or not opens_sentence(page, own, named[0].span.start):
        return []
    return [m for m in named if bound_actor(m) is not None and m.naming in ("name", "seat")]


#: A sentence or clause that opens with where something comes from: "From Oslo came a pledge of".
_COMES = re.compile(
    r"(?:\s+alone|\s+itself)?\s+(?:(?:there\s+)?(?:comes?|came|will\s+come|has\s+come|have\s+come))\b",
    re.IGNORECASE,
)


def fronted(page: Page, sentence: Span, given: Sequence[ActorMention]) -> list[ActorMention]:
    """Give those from whom something "comes" by the words that open the sentence."""
    for at, mention in enumerate(given):
        if _COMES.match(page.text, mention.span.end):
            row = given[: at + 1]
            first = row[0].span.start
            ahead = re.fullmatch(
                r"\W*(?:and\s+|then\s+)?from\s+(?:the\s+)?",
                page.text[sentence.start : first],
                re.IGNORECASE,
            )
            return list(row) if ahead is not None else []
    return []
