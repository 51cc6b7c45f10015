"""People whom the reference data do not know, named beside the state they come from.

"Norway's Ida Lund", "Ida Lund of Norway", "his Norwegian counterpart, Ida Lund": the state is found
as an actor; who has the seat is the person.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pledgebook.extract.page import Page
from pledgebook.model.spans import Span
from pledgebook.model.values import Actor
from pledgebook.resolve.actor_strangers import name_after, name_before
from pledgebook.resolve.mentions import ActorMention
from pledgebook.resolve.people import slug

_OWN = re.compile(r"['’]s?\s+(?=[A-Z])")
#: Before the name of a state behind a person's name.
_OF = re.compile(r"\s(?P<of>(?:of|from)\s(?:the\s)?|\()\Z")
#: What somebody is called who comes for a state, with the name in commas or right behind.
_ROLE = re.compile(
    r"(?:['’]s?)?\s+(?:(?:[\w-]+|and|of|for)\s+){0,4}?(?:counterpart|colleague|opposite\s+number|delegate|negotiator|envoy"
    r"|representative|ambassador|chief|head|secretary|ministers?|premier|president|chancellor|adviser|advisor|general|admiral"
    r"|commander|leader|governor|commissioner|director|diplomat|official)(?P<gap>,?\s+)(?=[A-Z])"
)
#: The name behind an office, in commas.
_IN_COMMAS = re.compile(
    r",\s+([A-Z][\w’'-]+(?:\s+(?:[a-z]{2,3}[\s-]+)?[A-Z][\w’'-]+){1,3}|[A-Z][\w’']+\s+[a-z]{2}-[A-Z][\w’']+)(?=[,.;]|$)"
)
#: Words that end the name of a firm, a body or a force, and no person's.
_THING = re.compile(
    r"\b(?:Air|Army|Navy|Bank|Banks|Group|Gruppen|Guard|Front|Movement|Union|Party|Platform|Court|Fleet|Force|Forces|Sea|Street"
    r"|House|Post|Times|Council|Agency|Company|Oil|Gas|Energy|Industries|Systems|Airlines|Airways|University|Institute|Fund"
    r"|Cross|Crescent|Post|News|Day|Week|Games|Cup|Act|Pact|Plan|Summit|Conference|Talks)\b"
)


def own_name(page: Page, mention: ActorMention) -> Span | None:
    """Give the name of somebody right behind whose they are: "Norway's Ida Lund"."""
    if mention.actor.type not in ("state", "organisation"):
        return None
    own = _OWN.match(page.text, mention.span.end)
    return None if own is None else _free(page, name_after(page.text, own.end()), own.end())


def name_of(page: Page, mention: ActorMention) -> Span | None:
    """Give the name of somebody right before their state: "Ida Lund of Norway", "(Norway)"."""
    if mention.actor.type != "state" or mention.naming != "name":
        return None
    low = max(0, mention.span.start - 12)
    found = _OF.search(page.text[low : mention.span.start])
    if found is None:
        return None
    return _free(page, name_before(page.text, low + found.start("of")))


def _free(page: Page, name: Span | None, start: int | None = None) -> Span | None:
    """A name that is nobody's whom the page names otherwise, and no firm's."""
    if name is None or (start is not None and name.start != start):
        return None
    taken = page.actors.touching(name) or _THING.search(page.words(name))
    return None if taken else name


def holder_of(page: Page, mention: ActorMention) -> ActorMention:
    """Give the person who has the seat of a state, where one is named; else the state."""
    if mention.actor.type not in ("state", "organisation"):
        return mention
    name = own_name(page, mention) or name_of(page, mention) or _by_role(page, mention)
    if name is None:
        return mention
    words = page.words(name)
    actor = Actor(
        id=slug(words), name=words, type="person", affiliation=mention.actor.id,
        role=mention.actor.role,
    )  # fmt: skip
    return replace(mention, span=name, actor=actor, naming="person")


def _by_role(page: Page, mention: ActorMention) -> Span | None:
    """Give the name behind an office or another word for who comes for a state."""
    if mention.naming == "office":
        found = _IN_COMMAS.match(page.text, mention.span.end)
        return None if found is None else Span(*found.span(1))
    role = _ROLE.match(page.text, mention.span.end)
    if role is None:
        return None
    name = _free(page, name_after(page.text, role.end()), role.end())
    apart = name is not None and page.text[name.end : name.end + 1] not in ",.;:"
    return None if apart and "," in role["gap"] else name
