"""Who "we" are in a statement that several make together, and whom "our countries" stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgebook.extract.lists_of_actors import joined_after
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party, bound_actor
from pledgebook.model.spans import Span
from pledgebook.resolve.actors import find_actors

#: "We, the foreign ministers of Denmark, Estonia and Finland, …" near the top of a statement.
_WE_OPENING = re.compile(
    r"\bWe,\s+(?i:(?:the\s+)?(?:[\w-]+\s+(?:and\s+)?){0,5}?"
    r"(?:leaders?|ministers?|heads|presidents?|governments?|representatives|chiefs|members?|states"
    r"|countries|participants|signatories)\b(?:\s+of\s+(?:states?|governments?|foreign\s+affairs"
    r"|defen[cs]e|finance)(?:\s+and\s+(?:of\s+)?governments?)?)?\s+of\s+(?:the\s+)?)",
)
#: "We, the G7, …": a group that speaks for itself.
_WE_GROUP = re.compile(r"\bWe,\s+(?:the\s+)?(?=[A-Z])")
#: Behind the group whose statement a heading or title calls a page: "G7 Leaders' Statement on …".
_STATED = re.compile(
    r"(?:['’]s?)?\s+(?:[\w'’-]+\s+){0,4}?(?:statement|declaration|communiqu[eé])\b", re.IGNORECASE
)
#: The words of such a statement for those who make it.
_OWN_WORDS = re.compile(
    r"(?:we|our(?:\s+(?:two|three|four|five|six|seven|eight))?\s+"
    r"(?:countries|governments|nations|states|peoples?))",
    re.IGNORECASE,
)
#: How far from its top a joint statement names those who make it, in code points.
_TOP = 1500
#: How far behind "We, …" the group stands, in code points.
_NEAR = 40
#: Fewer than two make nothing together.
_TOGETHER = 2


def joint_makers(page: Page) -> list[Party]:
    """States and organisations that make a statement together, in order; empty where none do.

    Only a list or a group behind "We, the … of" counts, and a group whose statement the page is by
    its heading or title: in a report of a meeting "we" is whoever is quoted.
    """
    return _listed(page) or _group(page) or _stated_by(page)


def _listed(page: Page) -> list[Party]:
    """Those whom a list behind "We, the … of" names."""
    opening = _WE_OPENING.search(page.text, 0, _TOP)
    if opening is None:
        return []
    sentence = page.sentence_of(Span(*opening.span()))
    found: dict[str, Party] = {}
    for mention in joined_after(page, opening.end(), sentence.end):
        actor = bound_actor(mention)
        if actor is not None and actor.id is not None:
            party = Party(actor=actor, span=mention.span)
            found.setdefault(actor.id, party)
    return list(found.values()) if len(found) >= _TOGETHER else []


def _group(page: Page) -> list[Party]:
    """The group that makes a statement: "We, the leaders of the Group of Seven"."""
    for pattern in (_WE_OPENING, _WE_GROUP):
        opening = pattern.search(page.text, 0, _TOP)
        for mention in () if opening is None else page.actors.within(_behind(page, opening.end())):
            if mention.actor.type == "group":
                return [Party(actor=mention.actor, span=mention.span)]
    return _titled(page)


def _behind(page: Page, start: int) -> Span:
    """Give the words in which the group that "we" stands for is named."""
    return Span(start, min(start + _NEAR, page.sentence_of(Span(start, start + 1)).end))


#: "Joint Statement from the Leaders of Australia, India and Japan".
_STATED_BY = re.compile(
    r"\bjoint\s+(?:[\w-]+\s+)?(?:statement|declaration|communiqu[eé])\s+(?:from|by|of)\s+(?:the\s+)?"
    r"(?:(?:[\w-]+\s+){0,3}?(?:leaders|ministers|heads|presidents|governments)\s+of\s+(?:the\s+)?)?",
    re.IGNORECASE,
)


def _stated_by(page: Page) -> list[Party]:
    """Those whose joint statement a page is by the first line of its text."""
    first = page.blocks.items[:1]
    opening = (
        _STATED_BY.search(page.text, first[0].span.start, first[0].span.end) if first else None
    )
    if opening is None:
        return []
    found: dict[str, Party] = {}
    for mention in joined_after(page, opening.end(), first[0].span.end):
        actor = bound_actor(mention)
        if actor is not None and actor.id is not None:
            found.setdefault(actor.id, Party(actor=actor, span=mention.span))
    return list(found.values()) if len(found) >= _TOGETHER else []


def _titled(page: Page) -> list[Party]:
    """The group whose statement a page is by the first line of its text, or its title."""
    first = page.blocks.items[:1]
    places = (
        [("text", page.text, page.actors.within(first[0].span), first[0].span.start)]
        if first
        else []
    )
    if title := page.source.title:
        places.append(("title", title, find_actors(title, page.published), 0))
    for place, text, named, start in places:
        opens = [m for m in named[:1] if not text[start : m.span.start].strip(" *#")]
        for mention in opens:
            if mention.actor.type == "group" and _STATED.match(text, mention.span.end):
                return [Party(actor=mention.actor, span=mention.span, place=place)]
    return []


def speaks_for_makers(words: str) -> bool:
    """Say whether words of a joint statement stand for those who make it: "we", "our countries"."""
    return _OWN_WORDS.fullmatch(words.strip()) is not None


def means_makers(parties: Sequence[Party]) -> bool:
    """Say whether the only party is described in words that stand for those who speak."""
    if len(parties) != 1 or parties[0].actor.type != "unnamed":
        return False
    return speaks_for_makers(parties[0].actor.name)
