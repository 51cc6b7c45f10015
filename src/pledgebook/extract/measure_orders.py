"""Bars to trade in the words of an order: "the importation into X of fish of Y origin"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party, bound_actor
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Action

#: What is barred, and how the state that bars it is named beside it.
_BARRED: tuple[tuple[Action, re.Pattern[str]], ...] = (
    ("import_ban", re.compile(r"\b(?:importation|import)\s+into\s+(?:the\s+)?", re.IGNORECASE)),
    ("export_ban", re.compile(
        r"\b(?:exportation|export|re-?exportation|sale|supply)\b[^.;:]{0,80}?\bfrom\s+(?:the\s+)?",
        re.IGNORECASE)),
    ("other", re.compile(r"\bnew\s+investments?\s+in\s+(?:the\s+)?", re.IGNORECASE)),
)  # fmt: skip
_PROHIBITED = re.compile(
    r"\b(?:is|are|be|following\s+(?:\w+\s+){0,2}are)\s+(?:hereby\s+|also\s+)?prohibited\b",
    re.IGNORECASE,
)
#: Stands for those that the point before it names.
_REGIONS = re.compile(r"\b(?:the|those|such|these)\s+(?:Covered\s+)?[Rr]egions\b")
#: Before where goods are not to go.
_TO = re.compile(r"\bto\s")
#: Opens a list of what is barred; how far above a point of the list it may stand.
_OPENS = re.compile(r"\bprohibited\s*:", re.IGNORECASE)
_ABOVE = 2500


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar to trade as an order words it.

    Attributes:
        action: what is barred.
        words: the words that name it.
        actor: the state whose trade it is.
        targets: the states it is not to be had with; none where the point before names them.
    """

    action: Action
    words: Span
    actor: Party
    targets: tuple[Party, ...]


def names_bar(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a sentence or the list it is a point of prohibits something."""
    text = page.text
    if _PROHIBITED.search(text, sentence.start, sentence.end):
        return True
    above = text[max(0, sentence.start - _ABOVE) : sentence.start]
    return "rohibited" in above and _OPENS.search(above) is not None


def bars(page: Page, sentence: Span) -> Iterator[Bar]:
    """Give the bars to trade of a sentence that prohibits, or stands in a list of what is."""
    for action, pattern in _BARRED:
        for found in pattern.finditer(page.text, sentence.start, sentence.end):
            named = _named(page, Span(found.end(), sentence.end))
            if action == "other":
                own = [p for p in named if _person_of(page, p)]
                actor = own[-1] if own else None
                targets = [p for p in named if p is not actor]
            else:
                actor = named[0] if named and named[0].span.start == found.end() else None
                to = _TO.search(page.text, found.end(), sentence.end)
                after = to.end() if to and action == "export_ban" else found.end()
                actor = None if action == "export_ban" and to is None else actor
                targets = [p for p in named[1:] if p.span.start >= after]
            targets = [p for p in targets if actor and p.actor.id != actor.actor.id]
            if actor is not None and (targets or _REGIONS.search(page.words(sentence))):
                noun = Span(found.start(), found.start() + len(found.group().split()[0]))
                yield Bar(action=action, words=noun, actor=actor, targets=_one_each(targets))


def _named(page: Page, area: Span) -> list[Party]:
    found = [(m, bound_actor(m)) for m in page.actors.within(area)]
    return [
        Party(actor=actor, span=m.span)
        for m, actor in found
        if actor is not None and actor.type == "state"
    ]


def _person_of(page: Page, party: Party) -> bool:
    """Say whether a name tells whose persons are barred: "by a United States person"."""
    return (
        re.match(r"['’]?s?\s+persons?\b", page.text[party.span.end : party.span.end + 12])
        is not None
    )


def _one_each(parties: list[Party]) -> tuple[Party, ...]:
    return tuple({party.actor.id: party for party in reversed(parties)}.values())[::-1]
