"""Two programmes of one donor with one sum, told apart by what the money is for."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

import yaml

from pledgebook.model.claims import Commitment
from pledgebook.model.values import Item
from pledgebook.reconcile.items import item_words
from pledgebook.reconcile.words import content_words


@cache
def _sectors() -> dict[str, str]:
    path = files("pledgebook.reconcile") / "resources" / "sectors.yaml"
    given = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
    return {word: sector for sector, words in given.items() for word in words}


def sectors(claim: Commitment) -> frozenset[str]:
    """Sectors that the words of its purpose and things stand for; none where no word does."""
    return _sectors_of(claim.items, claim.purpose)


@lru_cache(maxsize=65_536)
def _sectors_of(items: tuple[Item, ...], purpose: str | None) -> frozenset[str]:
    words = item_words(items)
    if purpose is not None:
        words |= content_words(purpose)
    return frozenset(_sectors()[word] for word in words & _sectors().keys())


def two_programmes(one: Commitment, other: Commitment) -> bool:
    """Say whether both name what the money is for, and in different sectors."""
    if one.purpose is None or other.purpose is None:
        return False
    a, b = sectors(one), sectors(other)
    return bool(a) and bool(b) and not a & b
