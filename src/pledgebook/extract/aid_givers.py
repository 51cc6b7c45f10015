"""The states that give aid: others are not taken to give by being named alone."""

from __future__ import annotations

from functools import cache

from pledgebook.extract.lexicon import load


@cache
def aid_givers() -> frozenset[str]:
    """Give the ids of states that give aid, as ``giving_states`` and ``also_giving`` list them."""
    lists = load("acts")
    return frozenset([*lists["giving_states"], *lists["also_giving"]])
