"""Actors as keys: by id, else by name."""

from __future__ import annotations

from collections.abc import Iterable

from pledgebook.model.values import Actor
from pledgebook.reconcile.words import tokens


def actor_key(actor: Actor) -> str:
    """Id of an actor, else its name in lower case."""
    return actor.id if actor.id is not None else "name:" + " ".join(tokens(actor.name))


def actor_ids(actors: Iterable[Actor]) -> frozenset[str]:
    """Ids of those actors that have one."""
    return frozenset(actor.id for actor in actors if actor.id is not None)


def actor_keys(actors: Iterable[Actor]) -> frozenset[str]:
    """Keys of all actors."""
    return frozenset(actor_key(actor) for actor in actors)
