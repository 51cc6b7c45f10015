"""Actors in a text: states, organisations, groups of states, people, and unnamed groups.

Names come from the resource files (actor_names.py) in one pass over the capitals of the text
(actor_scan.py). What stands around a name decides what it stands for: seats of government
(actor_seats.py), near names (actor_surroundings.py), offices and bodies (actor_offices.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pledgebook.resolve.actor_groups import find_groups, union_of
from pledgebook.resolve.actor_reading import Reading
from pledgebook.resolve.actor_short_names import short_names
from pledgebook.resolve.mentions import ActorMention
from pledgebook.resolve.people import ever_held


def find_actors(text: str, on: date | None = None) -> tuple[ActorMention, ...]:
    """Find who is named in ``text``, in order, none overlapping another.

    ``on`` is the day the text speaks of, usually its publication: offices without a name ("the
    British prime minister") are given to their holder of that day, and people the role they then
    had. Without it such an office stands for its state.
    """
    found = _in_order(text, Reading(text, on).mentions())
    short = list(short_names(text, found))
    return _in_order(text, [*found, *short]) if short else found


def read_actors(words: str, on: date | None = None) -> tuple[ActorMention, ...]:
    """Read words cut out of their text: as ``find_actors``, but every seat stands for its state."""
    return _in_order(words, Reading(words, on, seats_stand=True).mentions())


def same_actor(words: str, actor_id: str, on: date | None = None) -> bool:
    """Say whether ``words`` name the actor, or an office, person or seat that acts for it.

    "The British prime minister" and "Starmer" both carry GBR and ``person:keir-starmer``.
    """
    return any(_carries(mention, actor_id) for mention in read_actors(words, on))


def _carries(mention: ActorMention, actor_id: str) -> bool:
    actor = mention.actor
    if actor_id in (actor.id, actor.affiliation, union_of(actor)):
        return True
    if mention.naming != "office" or actor.type == "person" or actor.id is None:
        return False
    return any(ever_held(actor_id, actor.id, part) for part in _tails(actor.name))


def _tails(name: str) -> Iterable[str]:
    """The words of an office after the name of its state: every tail of the phrase."""
    words = name.split()
    heads = [" ".join(words[:n]) for n in range(1, len(words))] if " of " in name else []
    return [" ".join(words[n:]) for n in range(1, len(words))] + [
        h.removesuffix(" of") for h in heads
    ]


def _in_order(text: str, named: Iterable[ActorMention]) -> tuple[ActorMention, ...]:
    """Mentions in order; where two overlap, people and offices outweigh groups, groups names."""
    mentions = list(named)
    groups = {(m.span.start, m.span.end) for m in mentions if m.actor.type == "group"}
    mentions += [m for m in find_groups(text) if (m.span.start, m.span.end) not in groups]
    mentions.sort(key=_weight)
    taken, kept = bytearray(len(text)), []
    for mention in mentions:
        start, end = mention.span.start, mention.span.end
        if taken.find(1, start, end) < 0:
            taken[start:end] = b"\x01" * (end - start)
            kept.append(mention)
    kept.sort(key=lambda mention: mention.span.start)
    return tuple(kept)


def _weight(mention: ActorMention) -> int:
    if mention.naming in ("person", "office"):
        return 0
    return 1 if mention.actor.type == "unnamed" else 2
